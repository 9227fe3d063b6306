/** What the programme says of a happening, in words. */
import type { Happening, Stage } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import type { Standing } from './programme-day.ts'
import type { Item } from './programme-model.ts'

/** Words in the language of the page, or in the other one where there are none. */
export function inWords({ nb, en }: Stage['name']): string {
  const [first, second] = language() === 'nb' ? [nb, en] : [en, nb]
  return first === '' ? second : first
}

/** The name of a stage; of none, that it has no place. */
export function stageName(stages: readonly Stage[], id: string | null): string {
  const found = stages.find((stage) => stage.id === id)
  return found === undefined ? say().programme.noStage : inWords(found.name)
}

/** `22:40–01:30`, `22:40` for a moment, `22:40–` while nobody knows the end. */
export function spanText({ start, end, open }: Happening): string {
  const from = times().clock(start)
  if (open) return `${from}–`
  return start === end ? from : `${from}–${times().clock(end)}`
}

/** What must be said of the days (rule T6): the night in which it begins, the day since which it has gone on, the day on which it ends; '' where the clock says it all. */
export function dayNote({ start, end }: Happening, now: Instant, dayBreak: string): string {
  const { clock, day, dayTime, festivalDate } = times()
  const words = say().programme
  if (start <= now && now < end && festivalDate(start) < festivalDate(now)) return words.since(day(start))
  if (clock(start) < dayBreak) return dayTime(start).slice(0, dayTime(start).lastIndexOf(','))
  return end > start && festivalDate(later(end, -1)) > festivalDate(start) ? words.untilDay(day(end)) : ''
}

/** What stands beside the title: how it stands, and how far off it is. */
export function standingText(
  { phase, lateMs, moved }: Standing,
  item: Item,
  now: Instant,
  stages: readonly Stage[],
): readonly { text: string; tone: string }[] {
  const words = say().programme
  const begun = item.now.start <= now
  const length = times().length(Math.abs(lateMs))
  const endOnly = item.now.start === (item.now.was?.start ?? item.planned.start)
  const lateText = () => {
    if (endOnly) return lateMs > 0 ? words.endsLate(length) : words.endsEarly(length)
    return lateMs > 0 ? words.late(length) : words.early(length)
  }
  if (phase === 'cancelled' || item.now.cancelled) return [{ text: words.phases.cancelled, tone: 'red' }]
  return [
    ...(phase === 'now' || phase === 'open' ? [{ text: words.phases[phase], tone: 'amber' }] : []),
    ...(phase === 'soon' && !begun ? [{ text: times().relative(item.now.start, now), tone: '' }] : []),
    ...(lateMs === 0 || phase === 'over' ? [] : [{ text: lateText(), tone: 'blue' }]),
    ...(moved ? [{ text: words.movedFrom(stageName(stages, (item.now.was ?? item.planned).stage)), tone: 'blue' }] : []),
  ]
}

/** What the programme that came in says, where a correction says otherwise: `22:20–23:10, Lounge`. */
export function plannedText({ planned, now }: Item, stages: readonly Stage[]): string {
  const place = planned.stage === now.stage ? '' : `, ${stageName(stages, planned.stage)}`
  return `${planned.cancelled ? say().programme.phases.cancelled : spanText(planned)}${place}`
}
