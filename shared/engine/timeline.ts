/** What a plan shows over a period: spans of entries, and of single items where the period is short. */
import { type Band, type Slot, slots } from '../model/manifest.ts'
import { hourMs, type Instant } from '../time/instant.ts'
import type { Live } from '../model/live.ts'
import { assertCovers, type Plan } from './plan.ts'
import { resolve } from './resolve.ts'
import type { Content } from './scene.ts'
import { countAtMost } from './search.ts'

/** Entries that hold a slot together; more than one where they share it. No entries: `main` stands at the fallback. */
export interface EntrySpan {
  readonly slot: Exclude<Slot, 'override'>
  readonly from: Instant
  readonly until: Instant
  readonly band: Band | null
  readonly entries: readonly string[]
}

/** One turn, as far as it is in the period. */
export interface ItemSpan {
  readonly slot: Slot
  readonly from: Instant
  readonly until: Instant
  readonly content: Content
}

/** `items` is null for more than an hour: that would be an enumeration. */
export interface Timeline {
  readonly spans: readonly EntrySpan[]
  readonly items: readonly ItemSpan[] | null
}

/** The timeline of `[from, until)`, by slot and then in order. Throws when the plan does not cover it or it is empty. */
export function timeline(plan: Plan, live: Live, from: Instant, until: Instant): Timeline {
  assertCovers(plan, from)
  if (until <= from || until > plan.window.until) throw new Error(`the plan does not cover [${from}, ${until})`)
  return { spans: entrySpans(plan, from, until), items: until - from > hourMs ? null : itemSpans(plan, live, from, until) }
}

function entrySpans(plan: Plan, from: Instant, until: Instant): readonly EntrySpan[] {
  const spans: EntrySpan[] = []
  for (const { slot, starts, holders } of plan.slots) {
    for (let at = countAtMost(starts, from) - 1; at < starts.length && starts[at]! < until; at++) {
      const holder = holders[at]!
      const entries = holder === null ? [] : holder.stretch.players.map(({ entry }) => entry.id)
      if (holder === null && slot !== 'main') continue
      join(spans, {
        slot,
        from: Math.max(from, starts[at]!) as Instant,
        until: Math.min(until, starts[at + 1] ?? until) as Instant,
        band: holder?.claim.track.band ?? null,
        entries,
      })
    }
  }
  if (!plan.slots.some(({ slot }) => slot === 'main')) spans.unshift({ slot: 'main', from, until, band: null, entries: [] })
  return spans
}

/** Appends the span, or lengthens the last one when it goes on. */
function join(spans: EntrySpan[], span: EntrySpan): void {
  const last = spans.at(-1)
  const goesOn =
    last !== undefined &&
    last.slot === span.slot &&
    last.until === span.from &&
    last.band === span.band &&
    last.entries.join(' ') === span.entries.join(' ')
  if (goesOn) spans[spans.length - 1] = { ...last, until: span.until }
  else spans.push(span)
}

function itemSpans(plan: Plan, live: Live, from: Instant, until: Instant): readonly ItemSpan[] {
  const bySlot = new Map<Slot, ItemSpan[]>(slots.map((slot) => [slot, []]))
  for (let at = from; at < until;) {
    const scene = resolve(plan, live, at)
    const end = Math.min(until, scene.until) as Instant
    for (const [slot, spans] of bySlot) {
      const content = scene.slots[slot]
      const last = spans.at(-1)
      if (content === undefined) continue
      if (last !== undefined && last.until === at && last.content.key === content.key) spans[spans.length - 1] = { ...last, until: end }
      else spans.push({ slot, from: at, until: end, content })
    }
    at = end
  }
  return [...bySlot.values()].flat()
}
