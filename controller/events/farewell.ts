/** Letting the boxes go when the event is over: they say thanks, and forget their keys and everything they hold. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { readOverrides } from '../overrides/store.ts'
import { devices } from '../screens/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Author, Store, Written } from '../storage/store.ts'
import type { World } from '../world.ts'

/** Hashes of the secrets of boxes that were let go: one that was off then is told when it comes back. */
const setting = 'farewell'

/** Lets every box go. Problem `conflict` while the event is not over, or a message of danger stands. */
export function letBoxesGo(world: World, author: Author): Written<{ readonly boxes: number }> {
  const { store } = world
  if (currentEvent(store.db).phase !== 'ended') throw new Problem(409, 'conflict', 'End the event first.', 'phase')
  refuseInDanger(world)
  return store.write(author, 'event.farewell', (tx) => {
    const gone = tx.db.select().from(devices).all()
    // Within the same write: no box hears only that it is unknown, and none is sent away by a write that failed.
    const known = store.setting<readonly string[]>(setting, [])
    store.setSetting(setting, [...gone.map(({ secretHash }) => secretHash), ...known].slice(0, limits.screens))
    for (const { id } of gone) tx.remove('devices', id)
    return { boxes: gone.length }
  })
}

/** Whether the box was let go that is known by this hash of its secret. */
export function wasLetGo(store: Store, secretHash: string): boolean {
  return store.setting<readonly string[]>(setting, []).includes(secretHash)
}

/** The box has been paired anew: what was said to it once is no longer true. */
export function cameBack(store: Store, secretHash: string): void {
  const known = store.setting<readonly string[]>(setting, [])
  if (known.includes(secretHash))
    store.setSetting(
      setting,
      known.filter((hash) => hash !== secretHash),
    )
}

/** What takes a message of danger off the glass, or away from those it is for, waits until it has been ended. Problem `conflict`. */
export function refuseInDanger({ store, now }: Pick<World, 'store' | 'now'>): void {
  const [standing] = readOverrides(store.db, now()).overrides.filter(({ ending }) => ending === null)
  if (standing !== undefined) throw new Problem(409, 'conflict', 'An emergency message stands. End it first.', '', { id: standing.id })
}
