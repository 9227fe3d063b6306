/** What a fresh data folder begins with: the sample or the operator's own venue, and a first account. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Ingest } from '../../media/ingest.ts'
import { newPassword } from '../../people/secrets.ts'
import type { People } from '../../people/store.ts'
import { system } from '../../storage/store.ts'
import { wallClock } from '../../schedule/windows.ts'
import type { World } from '../../world.ts'
import type { Events } from '../store.ts'
import { importVenue } from './import.ts'
import { putEmptyEvent } from './store.ts'

/** Imports the venue where there is no event. `folder` null: the sample that comes with the product, for the screen on this machine only. */
export async function firstEvent(world: World, events: Events, ingest: Ingest, folder: string | null): Promise<void> {
  if (events.list().length > 0) return
  const sample = join(import.meta.dirname, '..', '..', '..', 'playlists', 'tg27')
  if (folder === null && !existsSync(join(sample, 'event.yaml'))) {
    world.log.warn({ folder: sample }, 'the sample is not there; beginning with an empty event')
    putEmptyEvent(world)
    return
  }
  // Loaded only when it is needed, which is once.
  const { loadVenue } = await import('../../../playlists/load.ts')
  await importVenue(world, await loadVenue(folder ?? sample, wallClock), ingest, folder === null ? 'local' : null)
}

/** Creates `admin` where there is no account. Answers with the password that was made up, or null where one was given or an account is there. */
export async function firstAccount(people: People, given: string | null): Promise<string | null> {
  if (people.list().length > 0) return null
  const password = given ?? newPassword()
  const rights = { role: 'all', mayStartOverride: true, mayEndOverride: true } as const
  await people.create(system, { username: 'admin', name: 'Admin', password, language: 'nb', ...rights })
  return given === null ? password : null
}
