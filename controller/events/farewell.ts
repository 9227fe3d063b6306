/** Letting the boxes go when the event is over: they say thanks, and forget their keys and everything they hold. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { devices } from '../screens/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Author, Store, Written } from '../storage/store.ts'
import type { World } from '../world.ts'

/** Hashes of the secrets of boxes that were let go: one that was off then is told when it comes back. */
const setting = 'farewell'

/** Lets every box go. Problem `conflict` while the event is not over. */
export function letBoxesGo(world: World, author: Author): Written<{ readonly boxes: number }> {
  const { store } = world
  if (currentEvent(store.db).phase !== 'ended') throw new Problem(409, 'conflict', 'End the event first.', 'phase')
  const gone = store.db.select().from(devices).all()
  // Before the rows go, so that no box hears only that it is unknown.
  const known = store.setting<readonly string[]>(setting, [])
  store.setSetting(setting, [...gone.map(({ secretHash }) => secretHash), ...known].slice(0, limits.screens))
  return store.write(author, 'event.farewell', (tx) => {
    for (const { id } of gone) tx.remove('devices', id)
    return { boxes: gone.length }
  })
}

/** Whether the box was let go that is known by this hash of its secret. */
export function wasLetGo(store: Store, secretHash: string): boolean {
  return store.setting<readonly string[]>(setting, []).includes(secretHash)
}
