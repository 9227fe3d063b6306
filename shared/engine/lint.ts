/** What a person should look at before the doors open (rule E1). */
import { type Entry, type Manifest } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { compile } from './compile.ts'
import type { Interval } from './day.ts'
import type { Finding } from './finding.ts'
import { itemFindings } from './lint-items.ts'
import { sharingFindings } from './lint-sharing.ts'
import type { Held, Plan, SlotPlan } from './plan.ts'
import { activeIn } from './track.ts'

/** Everything in the manifest that looks like a mistake in `[from, until)`; the order says nothing. Throws when the period is empty. */
export function lint(manifest: Manifest, from: Instant, until: Instant): readonly Finding[] {
  const plan = compile(manifest, { from, until })
  const on = manifest.entries.map((entry) => ({ entry, spans: spansIn(entry, plan.window) })).filter(({ spans }) => spans.length > 0)
  return [
    ...emptyTimes(plan),
    ...on.flatMap(({ entry, spans }) => itemFindings(manifest, entry, spans)),
    ...on.flatMap(({ entry, spans }) => hiddenAlways(plan, entry, spans)),
    ...sharingFindings(plan),
  ]
}

/** When the entry is on, as far as it is in the window. */
function spansIn(entry: Entry, window: Interval): readonly Interval[] {
  return activeIn(entry, window).map(({ from, until }) => ({
    from: Math.max(from, window.from) as Instant,
    until: Math.min(until, window.until) as Instant,
  }))
}

function emptyTimes({ slots, window }: Plan): readonly Finding[] {
  const main = slots.find(({ slot }) => slot === 'main')
  if (main === undefined) return [{ kind: 'only-fallback', ...window }]
  return heldIn(main, window).flatMap(({ holder, from, until }): Finding[] =>
    holder === null ? [{ kind: 'only-fallback', from, until }] : [],
  )
}

function hiddenAlways(plan: Plan, entry: Entry, spans: readonly Interval[]): readonly Finding[] {
  const place = plan.slots.find(({ slot }) => slot === entry.slot)
  const coveredMs = new Map<string, number>()
  for (const span of place === undefined ? [] : spans) {
    for (const { holder, from, until } of heldIn(place!, span)) {
      const there = holder?.stretch.players.map(({ entry: { id } }) => id) ?? []
      if (there.includes(entry.id)) return []
      for (const id of there) coveredMs.set(id, (coveredMs.get(id) ?? 0) + until - from)
    }
  }
  const could = place?.held.some(({ stretch }) => stretch.players.some(({ entry: { id } }) => id === entry.id)) === true
  const by = could ? [...coveredMs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] : undefined
  return [{ kind: 'always-hidden', entry: entry.id, by: by ?? null }]
}

/** Who holds the slot from when to when, as far as it is in the span. */
function heldIn({ starts, holders }: SlotPlan, span: Interval): readonly (Interval & { readonly holder: Held | null })[] {
  return starts.flatMap((start, at) => {
    const from = Math.max(start, span.from) as Instant
    const until = Math.min(starts[at + 1] ?? span.until, span.until) as Instant
    return from < until ? [{ from, until, holder: holders[at]! }] : []
  })
}
