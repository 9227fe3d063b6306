/** Which entries stand on the glass at an instant, and what would stand there without one of them: asked of the same engine the screens use. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import type { Entry, Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { occurrenceAt } from '@infoskjerm/shared/time/series.ts'

/** The screens of one class and what they hold. */
export interface Held {
  readonly manifest: Manifest
  readonly screens: readonly string[]
}

/** What comes on so many screens; `names` is empty where only name and clock remain. */
export interface Replacement {
  readonly names: readonly string[]
  readonly screens: readonly string[]
}

/** Plans are asked for every few seconds and depend on nothing but the manifest. */
const plans = new WeakMap<Manifest, Plan>()

/** The screens on which each entry has its place in the rotation at `t`, by entry. Those that share it all have. */
export function showingAt(held: readonly Held[], t: Instant): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { manifest, screens } of held)
    for (const entry of onGlass(manifest, t)) found.set(entry.id, [...(found.get(entry.id) ?? []), ...screens])
  return found
}

/** What comes instead at `t` where `entry` is taken away, for the screens on which it stands now; screens with the same answer together. */
export function replacementsOf(entry: string, held: readonly Held[], t: Instant): readonly Replacement[] {
  const found = new Map<string, Replacement>()
  for (const { manifest, screens } of held) {
    if (!onGlass(manifest, t).some((one) => one.id === entry)) continue
    const without = { ...manifest, entries: manifest.entries.filter((one) => one.id !== entry), anchors: [] }
    const names = onGlass(without, t).map((one) => one.name)
    const key = names.join('\n')
    found.set(key, { names, screens: [...(found.get(key)?.screens ?? []), ...screens] })
  }
  return [...found.values()]
}

function onGlass(manifest: Manifest, t: Instant): readonly Entry[] {
  const { main } = resolve(planOf(manifest, t), quiet, t).slots
  if (main.kind !== 'slide') return []
  const shown = manifest.entries.find((entry) => entry.id === main.entry)
  if (shown === undefined || shown.exclusive) return shown === undefined ? [] : [shown]
  return manifest.entries.filter(
    (entry) => entry.slot === 'main' && entry.band === shown.band && (entry.id === shown.id || (!entry.exclusive && isOn(entry, t))),
  )
}

function isOn({ when }: Entry, t: Instant): boolean {
  return when === 'always' || when.some((series) => occurrenceAt(series, t) !== null)
}

function planOf(manifest: Manifest, t: Instant): Plan {
  const known = plans.get(manifest)
  if (known !== undefined && covers(known, t)) return known
  const made = compile(manifest, { from: later(t, -6 * hourMs), until: later(t, 6 * hourMs) })
  plans.set(manifest, made)
  return made
}
