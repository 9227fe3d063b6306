/** Classes: screens that the same schedule entries are meant for share one manifest. */
import { createHash } from 'node:crypto'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { ScheduleRow } from '../schedule/table.ts'
import type { ScreenRow } from '../screens/table.ts'
import type { Content } from './content.ts'

export interface ScreenClass {
  readonly id: string
  /** Sorted by id, as the screens are. */
  readonly entries: readonly ScheduleRow[]
  readonly screens: readonly ScreenRow[]
  /** Ids of the entries through which slides under embargo may come on these screens (rule E9). */
  readonly armed: ReadonlySet<string>
}

/** Every screen is in exactly one class; the id says nothing but which entries it is and what is armed, so that it stays the same while only content changes. */
export function classesOf(content: Content): readonly ScreenClass[] {
  const entries = [...content.entries.values()].sort(byId)
  const classes = new Map<string, ScreenClass & { readonly screens: ScreenRow[] }>()
  for (const screen of [...content.screens.values()].sort(byId)) {
    const meant = entries.filter((entry) => matches(entry.target, screen))
    const armed = new Set(meant.filter((entry) => isArmed(entry, screen)).map((entry) => entry.id))
    const id = classId(content.event.id, screen.audience, meant, armed)
    const existing = classes.get(id)
    if (existing === undefined) classes.set(id, { id, entries: meant, screens: [screen], armed })
    else existing.screens.push(screen)
  }
  return [...classes.values()]
}

function isArmed({ armed }: ScheduleRow, screen: Placed): boolean {
  return armed !== null && matches(armed, screen)
}

function classId(event: string, audience: string, entries: readonly ScheduleRow[], armed: ReadonlySet<string>): string {
  const common = { event, audience, entries: entries.map((entry) => entry.id) }
  const text = canonicalJson(armed.size === 0 ? common : { ...common, armed: [...armed] })
  return `c${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
