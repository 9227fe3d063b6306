/** Reads what proof of play is read by: when screens were in service, and what was stepped by hand. */
import type { Cue } from '@infoskjerm/shared/model/live.ts'
import type { ScreenState } from '@infoskjerm/shared/model/screen.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { asc, eq } from 'drizzle-orm'
import { cues } from '../../cues/table.ts'
import { screens } from '../../screens/table.ts'
import type { Drizzle } from '../../storage/database.ts'
import type { Steps } from './expand.ts'
import type { Service, Turn } from './service.ts'

interface Change {
  readonly screen: string
  readonly at: number
  readonly before: ScreenState['kind'] | null
  readonly after: ScreenState['kind'] | null
}

/** The states of every screen there ever was in the event, from the audit record; of one that the record does not tell of, what it is now. */
export function readServices(db: Drizzle, event: string): ReadonlyMap<string, Service> {
  const services = new Map<string, { first: Service['first']; readonly turns: Turn[] }>()
  for (const { id, state } of db.select().from(screens).where(eq(screens.event, event)).all())
    services.set(id, { first: state.kind, turns: [] })
  const changes = db.$client
    .prepare(
      `SELECT c.row AS screen, r.at, json_extract(c.before, '$.state.kind') AS before, json_extract(c.after, '$.state.kind') AS after
       FROM changes c JOIN revisions r ON r.revision = c.revision
       WHERE c."table" = 'screens' AND json_extract(coalesce(c.after, c.before), '$.event') = ?
         AND json_extract(c.before, '$.state.kind') IS NOT json_extract(c.after, '$.state.kind')
       ORDER BY c.id`,
    )
    .all(event) as Change[]
  const told = new Set<string>()
  for (const { screen, at, before, after } of changes) {
    const service = services.get(screen) ?? { first: before, turns: [] }
    if (!told.has(screen)) service.first = before
    told.add(screen)
    service.turns.push({ at: instant(at), state: after })
    services.set(screen, service)
  }
  return services
}

/** Every step of the event's manual entries, oldest first; each holds until the next, so none says what was before it. */
export function readSteps(db: Drizzle, event: string): Steps {
  const steps: Record<string, Cue[]> = {}
  for (const { entry, item, at } of db.select().from(cues).where(eq(cues.event, event)).orderBy(asc(cues.at), asc(cues.id)).all())
    (steps[entry] ??= []).push({ item, at: instant(at), before: null })
  return steps
}
