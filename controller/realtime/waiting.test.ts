import { limits } from '@infoskjerm/shared/limits.ts'
import { describe, expect, it } from 'vitest'
import { createBucket, createBuckets } from './bucket.ts'
import { createWaitingRoom } from './waiting.ts'

/** Codes that are known and all different: the first is `BCDFGHJK`, then the digits of a number that counts up. */
function counter(): (below: number) => number {
  let drawn = 0
  return (below) => {
    const code = Math.floor(drawn / 8)
    const place = drawn++ % 8
    return code === 0 ? place : Math.floor(code / below ** place) % below
  }
}

describe('[S2] codes', () => {
  it('are eight consonants, found however they are typed', () => {
    const room = createWaitingRoom(counter())
    const own = room.enter('p1', 0)
    expect(own).toEqual({ code: 'BCDFGHJK', leftMs: limits.pairingMs })
    for (const typed of ['BCDFGHJK', 'bcdf ghjk', ' bcdf-ghjk ']) expect(room.find(typed, 1)).toBe('p1')
    expect(room.find('BCDFGHJL', 1)).toBeNull()
  })

  it('stay the same while they live, and are renewed after', () => {
    const room = createWaitingRoom(counter())
    const { code } = room.enter('p1', 0) ?? { code: '' }
    expect(room.enter('p1', 5_000)).toEqual({ code, leftMs: limits.pairingMs - 5_000 })
    expect(room.renew(limits.pairingMs - 1).size).toBe(0)
    expect(room.find(code, limits.pairingMs)).toBeNull()
    const renewed = room.renew(limits.pairingMs).get('p1')
    expect(renewed?.code).not.toBe(code)
    expect(room.find(renewed?.code ?? '', limits.pairingMs)).toBe('p1')
  })

  it('[W7] are given to so many players and no more', () => {
    const room = createWaitingRoom(counter())
    for (let player = 0; player < limits.waitingPlayers; player++) expect(room.enter(`p${player}`, 0)).not.toBeNull()
    expect(room.enter('one more', 0)).toBeNull()
    room.leave('p0')
    expect(room.enter('one more', 0)).not.toBeNull()
    expect(room.size()).toBe(limits.waitingPlayers)
  })
})

describe('[W7] token buckets', () => {
  it('give a burst, then as many as fill up', () => {
    const bucket = createBucket(3, 2, 0)
    expect([0, 0, 0, 0, 499, 500, 500, 1_000].map((ms) => bucket.take(ms))).toEqual([true, true, true, false, false, true, false, true])
  })

  it('remember a name across connections, and forget the one unused longest', () => {
    const buckets = createBuckets(1, 1, 2)
    expect(buckets.of('a', 0).take(0)).toBe(true)
    expect(buckets.of('a', 0).take(0)).toBe(false)
    buckets.of('b', 0)
    buckets.of('c', 0)
    expect(buckets.of('a', 0).take(0)).toBe(true)
  })
})
