/** For tests: a hall with a screen before everybody and one before crew alone, in each of two areas. */
import type { Audience } from '@infoskjerm/shared/model/screen.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Author } from '../storage/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { completed } from '../screens/body.ts'

export const kari: Author = { id: 'kari', name: 'Kari' }
export const ola: Author = { id: 'ola', name: 'Ola' }

/** Screens `hall-open`, `hall-crew`, `stage-open` and `stage-crew`, named in capitals; areas `hall` and `stage`. */
export function createHallWorld(): TestWorld {
  const world = createTestWorld()
  world.store.write(kari, 'set-up', (tx) => {
    tx.put('areas', { id: 'stage', event: 'tg', name: 'Scenen', position: 1 })
    for (const area of ['hall', 'stage'])
      for (const audience of ['public', 'crew'] as const) {
        const id = `${area}-${audience === 'public' ? 'open' : 'crew'}`
        tx.put('screens', { ...completed({ name: id.toUpperCase(), area, audience }), id, event: 'tg', local: false })
      }
  })
  return world
}

export const screen = (id: string): Target => ({ kind: 'screen', screen: id })
export const area = (id: string): Target => ({ kind: 'area', area: id })
export const before = (audience: Audience): Target => ({ kind: 'audience', audience })
