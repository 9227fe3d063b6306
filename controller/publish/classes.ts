/** Classes: screens that the same schedule entries are meant for share one manifest. */
import { createHash } from 'node:crypto'
import { matches } from '@infoskjerm/shared/model/target.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { ScheduleRow } from '../schedule/table.ts'
import type { ScreenRow } from '../screens/table.ts'
import type { Content } from './content.ts'

export interface ScreenClass {
  readonly id: string
  /** Sorted by id, as the screens are. */
  readonly entries: readonly ScheduleRow[]
  readonly screens: readonly ScreenRow[]
}

/** Every screen is in exactly one class; the id says nothing but which entries it is, so that it stays the same while only content changes. */
export function classesOf(content: Content): readonly ScreenClass[] {
  const entries = [...content.entries.values()].sort(byId)
  const classes = new Map<string, { readonly id: string; readonly entries: readonly ScheduleRow[]; readonly screens: ScreenRow[] }>()
  for (const screen of [...content.screens.values()].sort(byId)) {
    const meant = entries.filter((entry) => matches(entry.target, screen))
    const id = classId(content.event.id, screen.audience, meant)
    const existing = classes.get(id)
    if (existing === undefined) classes.set(id, { id, entries: meant, screens: [screen] })
    else existing.screens.push(screen)
  }
  return [...classes.values()]
}

function classId(event: string, audience: string, entries: readonly ScheduleRow[]): string {
  const text = canonicalJson({ event, audience, entries: entries.map((entry) => entry.id) })
  return `c${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
