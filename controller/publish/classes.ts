/** Classes: screens that the same entries and placed slides are meant for, and that stand before the same people, share one manifest. */
import { createHash } from 'node:crypto'
import type { Audience } from '@infoskjerm/shared/model/screen.ts'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { PlacementRow } from '../placements/table.ts'
import type { ScreenRow } from '../screens/table.ts'
import type { Content, ContentEntry } from './content.ts'

export interface ScreenClass {
  readonly id: string
  /** Sorted by id, as the screens are. */
  readonly entries: readonly ContentEntry[]
  readonly placements: readonly PlacementRow[]
  readonly audience: Audience
  readonly screens: readonly ScreenRow[]
  /** Ids of the entries through which slides under embargo may come on these screens (rule E9). */
  readonly armed: ReadonlySet<string>
}

/** Every screen is in exactly one class; the id says nothing but which entries it is and what is armed, so that it stays the same while only content changes. */
export function classesOf(content: Content): readonly ScreenClass[] {
  const entries = [...content.entries.values()].sort(byId)
  const placements = [...content.placements.values()].sort(byId)
  const classes = new Map<string, ScreenClass & { readonly screens: ScreenRow[] }>()
  for (const screen of [...content.screens.values()].sort(byId)) {
    const meant = entries.filter((entry) => matches(entry.target, screen))
    const armed = new Set(meant.filter((entry) => isArmed(entry, screen)).map((entry) => entry.id))
    const placed = placements.filter((placement) => matches(placement.target, screen))
    const { audience } = screen
    const id = classId({ event: content.event.id, audience, entries: meant.map(idOf) }, placed.map(idOf), armed)
    const existing = classes.get(id)
    if (existing === undefined) classes.set(id, { id, entries: meant, placements: placed, audience, screens: [screen], armed })
    else existing.screens.push(screen)
  }
  return [...classes.values()]
}

function isArmed({ armed }: ContentEntry, screen: Placed): boolean {
  return armed !== null && matches(armed, screen)
}

function classId(common: object, placements: readonly string[], armed: ReadonlySet<string>): string {
  const text = canonicalJson({
    ...common,
    ...(armed.size === 0 ? {} : { armed: [...armed] }),
    ...(placements.length === 0 ? {} : { placements }),
  })
  return `c${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

function idOf({ id }: { readonly id: string }): string {
  return id
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
