/** When an entry goes that follows a happening of the programme, in words. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningEdge, When } from '@infoskjerm/shared/wire/api.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { inWords } from './programme-text.ts'

/** What a linked entry says of its times. */
export type LinkedTimes = Pick<Extract<When, { kind: 'happening' }>, 'from' | 'until'>

/** The instants between which it applies as the happening stands; null while it is cancelled, or where nothing is left between them. */
export function linkedWindow(
  { from, until }: LinkedTimes,
  happening: Happening,
): { readonly from: Instant; readonly until: Instant } | null {
  const at = ({ edge, offsetMin }: HappeningEdge) => later(happening[edge], offsetMin * minuteMs)
  const window = { from: at(from), until: at(until) }
  return happening.cancelled || window.from >= window.until ? null : window
}

/** `fra 15 min før «Demoshow» til det er slutt (22:45–01:30)`; says so where the happening is cancelled or gone (null). */
export function linkedText(linked: LinkedTimes, happening: Happening | null): string {
  const words = say().schedule.linked
  if (happening === null) return words.gone
  const title = inWords(happening.title)
  const sentence = `${words.from(edgeText(linked.from, words.named(title), 'from'))} ${words.until(edgeText(linked.until, words.it, 'until'))}`
  if (happening.cancelled) return words.cancelled(sentence, words.named(title))
  const window = linkedWindow(linked, happening)
  if (window === null) return words.empty(sentence)
  const end = happening.open && linked.until.edge === 'end' ? '' : times().clock(window.until)
  return words.so(sentence, `${times().clock(window.from)}–${end}`)
}

function edgeText({ edge, offsetMin }: HappeningEdge, what: string, side: 'from' | 'until'): string {
  const words = say().schedule.linked
  const length = times().length(Math.abs(offsetMin) * minuteMs)
  if (offsetMin === 0) return edge === 'start' ? words.begins(what) : words.over(what)
  if (offsetMin < 0 && edge === 'start') return side === 'from' ? words.beforeIt(length, what) : words.beforeStart(length, what)
  if (offsetMin < 0) return words.beforeEnd(length, what)
  return edge === 'start' ? words.afterStart(length, what) : words.afterEnd(length, what)
}
