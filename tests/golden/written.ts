/** What a class of screens shows, written down so that a person can read it and a diff of it is the change of the schedule. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import type { Content, Showing } from '@infoskjerm/shared/engine/scene.ts'
import { type EntrySpan, type ItemSpan, timeline } from '@infoskjerm/shared/engine/timeline.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import { type Band, type Manifest, type ManifestEvent, slots } from '@infoskjerm/shared/model/manifest.ts'
import { hourMs, type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { clock, dayTime, offset, secondOf } from './wall.ts'

/** An hour of which every item is written. */
export interface Moment {
  readonly title: string
  readonly from: Instant
}

export interface Period {
  readonly from: Instant
  readonly until: Instant
}

const bandWords: Readonly<Record<Band, string>> = { house: 'bakgrunn', normal: 'vanlig', event: 'viktig', takeover: 'tar over' }

/** Boundaries of entries over the period in every slot, then the items of each moment. */
export function written(
  { screens, manifest }: { readonly screens: readonly string[]; readonly manifest: Manifest },
  period: Period,
  moments: readonly Moment[],
): string {
  const parts = [`Skjermer: ${screens.join(', ')}`, boundaries(manifest, period), ...moments.map((moment) => itemsOf(manifest, moment))]
  return `${parts.join('\n\n')}\n`
}

function boundaries(manifest: Manifest, { from, until }: Period): string {
  const { spans } = timeline(compile(manifest, { from, until }), quiet, from, until)
  const names = new Map(manifest.entries.map(({ id, name }) => [id, name]))
  const lists = slots.flatMap((slot) => {
    const mine = spans.filter((span) => span.slot === slot)
    return mine.length === 0 ? [] : [[`Sendinger, ${slot}`, ...linesOf(mine, names, manifest.event, until)].join('\n')]
  })
  return lists.join('\n\n')
}

/** The offset stands where it is not that of the line before; the end where nothing follows at once, unless the period ends. */
function linesOf(spans: readonly EntrySpan[], names: ReadonlyMap<string, string>, event: ManifestEvent, end: Instant): readonly string[] {
  const lines: string[] = []
  const add = (t: Instant, before: Instant | null, what: string): void => {
    const zone = before === null || offset(event, before) !== offset(event, t) ? offset(event, t) : ''
    lines.push(`  ${dayTime(event, t).padEnd(28)}${zone.padEnd(8)}${what}`)
  }
  for (const [at, { from, until, band, entries }] of spans.entries()) {
    const who = entries.map((id) => names.get(id) ?? id).join(' + ')
    add(from, spans[at - 1]?.from ?? null, band === null ? 'ingenting' : `${bandWords[band].padEnd(10)}${who}`)
    if (until < end && spans[at + 1]?.from !== until) add(until, from, 'slutt')
  }
  return lines
}

function itemsOf(manifest: Manifest, { title, from }: Moment): string {
  const until = later(from, hourMs)
  const { items } = timeline(compile(manifest, { from, until }), quiet, from, until)
  const { event } = manifest
  const offsets = [...new Set([offset(event, from), offset(event, until)])].join(' → ')
  const heading = `${title}: ${dayTime(event, from)}–${clock(event, until)} (${offsets})`
  const lists = slots.flatMap((slot) => {
    const mine = (items ?? []).filter((item) => item.slot === slot)
    return mine.length === 0 ? [] : [`  ${slot}`, ...minutesOf(mine, event)]
  })
  return [heading, ...lists].join('\n')
}

/** A line for each minute in which something comes: the second, and the item with its entry where that is another than before. */
function minutesOf(items: readonly ItemSpan[], event: ManifestEvent): readonly string[] {
  const lines = new Map<number, string>()
  let entry: string | null = null
  for (const { from, content } of items) {
    const minute = Math.floor(from / minuteMs)
    const before = lines.get(minute) ?? `    ${clock(event, (minute * minuteMs) as Instant)} `
    if (!lines.has(minute)) entry = null
    const name = content.kind === 'slide' && content.entry !== entry ? `${content.entry}: ` : ''
    lines.set(minute, `${before} :${secondOf(event, from)} ${name}${itemText(content)}`)
    entry = content.kind === 'slide' ? content.entry : null
  }
  return [...lines.values()]
}

function itemText(content: Content): string {
  if (content.kind === 'fallback') return content.reason === 'closed' ? '(stengt)' : '(ingenting)'
  if (content.kind === 'override') return content.override.template
  const inside = content.regions.map((region: Showing | null) => region?.path ?? '–').join(' | ')
  return inside === '' ? content.path : `${content.path} [${inside}]`
}
