/** The door for who holds a key: the secret is the proof, and guessing it is held up. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { currentEvent } from '../../storage/current-event.ts'
import type { World } from '../../world.ts'
import { keyWith } from '../keys/store.ts'
import type { TakeoverKeyRow } from '../table.ts'

/** The key that a secret opens now. Problems: `key` where it opens none or has run out, `too-many`. */
export type StageDoor = (secret: string, address: string) => Promise<TakeoverKeyRow>

export function createStageDoor(world: World): StageDoor {
  const unknown = new RateLimiterMemory({ points: limits.keyTries, duration: 15 * 60 })
  return async (secret, address) => {
    await countTry(() => unknown.consume(address))
    const key = keyWith(world.store.db, secret)
    // Who knew it once is not guessing: a page left open asks on after the key has run out.
    if (key !== null) await unknown.reward(address)
    return demandOpen(world, key)
  }
}

/** The key, where it opens anything now. Problem `key`. */
export function demandOpen({ store, wallMs }: World, key: TakeoverKeyRow | null): TakeoverKeyRow {
  if (key === null || key.expiresAt <= wallMs() || key.event !== currentEvent(store.db).id) throw keyIsOver()
  return key
}

/** The one refusal of every key that opens nothing, so that nobody learns which there were. */
export function keyIsOver(): Problem {
  return new Problem(410, 'key', 'This link is used up, too old or unknown. Ask the crew for a new one.')
}

/** The try is counted before the secret is looked at, so that many at once gain nothing. */
async function countTry(consume: () => Promise<unknown>): Promise<void> {
  try {
    await consume()
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const minutes = Math.ceil(refused.msBeforeNext / minuteMs)
    throw new Problem(429, 'too-many', `Too many unknown links. Try again in ${minutes} min.`, '', { minutes })
  }
}
