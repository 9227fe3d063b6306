/** What the gateway says, with what was practised over it: boxes that were connected report, one always waits, and names stand. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { NamesResource, RoundResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { CrewLink } from '../crew-link.ts'
import type { Practice } from './practice-api.ts'
import { unseen } from './practice-rounds.ts'
import type { PractisedDeed } from './practice-world.ts'

type Practised = Pick<Practice, 'on' | 'deeds' | 'over' | 'onDeed'>

/** The same link where nobody practises. */
export function overPractice(link: CrewLink, practice: Practised): CrewLink {
  return {
    get statuses() {
      return practice.on ? statusesOver(practice.deeds, link.statuses, link.now()) : link.statuses
    },
    get names() {
      return practice.over('/names', link.names) as NamesResource | null
    },
    // Boxes that wait in the hall cannot be connected in practice; the one that is practised with always can.
    get waiting() {
      return practice.on ? 1 : link.waiting
    },
    get classes() {
      return link.classes
    },
    get sources() {
      return link.sources
    },
    get overrides() {
      return link.overrides
    },
    get connected() {
      return link.connected
    },
    operation: link.operation,
    now: link.now,
    askTime: link.askTime,
    onChanged: link.onChanged,
    start: link.start,
    stop: link.stop,
    subscribe: (listener) => {
      const stop = link.subscribe(listener)
      const stopPractising = practice.onDeed(() => listener())
      return () => {
        stop()
        stopPractising()
      }
    },
  }
}

/** Whether a screen would show its name because of what was practised: names are shown on all, or a round has not seen it yet. */
export function nameStands({ on, deeds }: Pick<Practised, 'on' | 'deeds'>, screen: string): boolean {
  if (!on) return false
  const over = <T>(path: string, none: T) => deeds.reduce((answer, { effect }) => effect.over(path, answer) as T, none)
  const names = over<NamesResource | null>('/names', null)
  return names?.shown === true || unseen(over<readonly RoundResource[]>('/rounds', [])).includes(screen)
}

/** A box that was connected in practice is always well; one that was taken away is not heard from. */
export function statusesOver(deeds: readonly PractisedDeed[], statuses: readonly ScreenStatus[], now: Instant): readonly ScreenStatus[] {
  const boxes = new Map<string, ScreenStatus['state']>()
  for (const { path, value } of deeds) {
    if (path === '/screens/pair') boxes.set((value as { readonly id: string }).id, 'right')
    const taken = /^\/screens\/([^/]+)\/device$/.exec(path)?.[1]
    if (taken !== undefined) boxes.set(taken, 'unpaired')
  }
  if (boxes.size === 0) return statuses
  const told = [...boxes].map(([screen, state]): ScreenStatus => {
    const heardAt = state === 'right' ? now : null
    return { screen, state, since: now, heardAt, showing: null, local: false, details: null }
  })
  return [...statuses.filter(({ screen }) => !boxes.has(screen)), ...told]
}
