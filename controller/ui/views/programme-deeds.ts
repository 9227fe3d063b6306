/** What a press on a happening says of it: the correction to send, and the sentence that stands in the toast. */
import { goingOn, over } from '@infoskjerm/shared/model/correction.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import type { DelayPlan } from './programme-delay-plan.ts'
import { type Change, changeOf, type Item, saidOf } from './programme-model.ts'
import { inWords } from './programme-text.ts'

/** What somebody says of a happening. `revert` takes the correction away; `keep` holds on to it although the import has changed. */
export type Deed = { readonly kind: 'delay'; readonly minutes: number } | { readonly kind: 'move' | 'edit' } | PlainDeed

/** The deeds that one press says in full. */
export interface PlainDeed {
  readonly kind: 'open' | 'over' | 'cancel' | 'revert' | 'keep'
}

export interface Told {
  readonly change: Change
  readonly said: string
}

/** The correction that a plain deed makes at `now`. */
export function tell(item: Item, deed: PlainDeed, now: Instant): Told {
  const words = say().programme.said
  const title = inWords(item.now.title)
  const before = saidOf(item)
  switch (deed.kind) {
    case 'open':
      return { change: changeOf(item, goingOn(before)), said: words.open(title) }
    case 'over':
      return { change: changeOf(item, over(before, now)), said: words.over(title) }
    case 'cancel':
      return { change: changeOf(item, { ...before, cancelled: true }), said: words.cancelled(title) }
    case 'revert':
      return { change: { happening: item.id, correction: null }, said: words.reverted(title) }
    case 'keep':
      return { change: { happening: item.id, correction: before }, said: words.kept(title) }
  }
}

/** What is said of a delay that moved so many. */
export function delaySaid({ minutes, first: { before, after } }: DelayPlan, moved: number): string {
  const words = say().programme.said
  const { clock } = times()
  if (moved > 1) return words.stage(moved, minutes)
  const title = inWords(after.now.title)
  return before.now.start === after.now.start ? words.endsLater(title, clock(after.now.end)) : words.later(title, clock(after.now.start))
}
