/** The override slot: which of the messages in force this screen shows (section O). */
import { limits } from '../limits.ts'
import type { Live } from '../model/live.ts'
import { levelOf, type Override, overrideLevels } from '../model/override.ts'
import { matches } from '../model/target.ts'
import { distantFuture, type Instant, later } from '../time/instant.ts'
import type { ShowingOverride } from './scene.ts'
import { byCodeUnit } from './track.ts'

/** What is in the override slot at `t`, and until when that stands; null: nothing. A message holds from the moment the document is here: `since` orders, it never delays. */
export function overrideAt(live: Live, t: Instant): { readonly content: ShowingOverride | null; readonly until: Instant } {
  const { screen } = live
  let until = distantFuture
  let strongest: ShowingOverride | null = null
  if (screen === null) return { content: null, until }
  for (const override of live.overrides.overrides) {
    if (!matches(override.target, screen)) continue
    const over = override.ending === null ? distantFuture : later(override.ending.at, limits.allClearMs)
    for (const edge of [override.ending?.at ?? distantFuture, over]) if (t < edge && edge < until) until = edge
    if (t >= over) continue
    const content = showing(override, t)
    if (strongest === null || compareOverrides(content, strongest) < 0) strongest = content
  }
  return { content: strongest, until }
}

function showing(override: Override, t: Instant): ShowingOverride {
  const ended = override.ending !== null && override.ending.at <= t ? override.ending : null
  return {
    kind: 'override',
    key: `!${override.id}:${ended?.kind ?? 'on'}:${ended?.at ?? override.since}`,
    override,
    ending: ended?.kind ?? null,
    since: ended?.at ?? override.since,
  }
}

/** Negative if a goes before b: actual before exercise, the ladder of levels, a message before the end of one, the newest, the smaller id (N1, N12). */
export function compareOverrides(a: ShowingOverride, b: ShowingOverride): number {
  return (
    Number(a.override.status === 'exercise') - Number(b.override.status === 'exercise') ||
    rungOf(a.override) - rungOf(b.override) ||
    Number(a.ending !== null) - Number(b.ending !== null) ||
    b.override.since - a.override.since ||
    byCodeUnit(a.override.id, b.override.id)
  )
}

function rungOf(override: Override): number {
  return overrideLevels.indexOf(levelOf(override.template))
}
