/** Parts that are broken on purpose: the simulation must find each of them. */
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { pointerName } from '@infoskjerm/shared/wire/player.ts'
import { describe, expect, it } from 'vitest'
import { createLanes } from '../../controller/realtime/lane.ts'
import { createRooms } from '../../controller/realtime/rooms.ts'
import { step } from '../../player/core/player.ts'
import { runSeeds, seedsFrom } from './many.ts'
import { real, type SimulatedParts, simulatedAlmanac } from './simulate.ts'

const almanac = simulatedAlmanac()
const within = 200

const broken: Readonly<Record<string, Partial<SimulatedParts>>> = {
  'a hello is answered without overrides': {
    missing: (published, holds) =>
      missing(published, holds).filter((message) => message.t !== 'pointer' || message.signed.body.kind !== 'overrides'),
  },
  'a hello is answered without documents': {
    missing: (published, holds) => missing(published, holds).filter(({ t }) => t !== 'document'),
  },
  'a hello is not answered to who holds something': {
    missing: (published, holds) => (holds.documents.length > 0 ? [] : missing(published, holds)),
  },
  'an override is not told to those who are there': {
    createRooms: (publisher, encode) => ({ ...createRooms(publisher, encode), overrides: () => undefined }),
  },
  'steps of a stage are not told': {
    createRooms: (publisher, encode) => ({ ...createRooms(publisher, encode), live: () => undefined }),
  },
  'a screen that moves stays in the room of its old class': {
    createRooms: (publisher, encode) => {
      const rooms = createRooms(publisher, encode)
      return {
        ...rooms,
        change: (change) => rooms.change({ ...change, screens: change.screens.map((one) => ({ ...one, joined: false })) }),
      }
    },
  },
  'a slow line is never told to ask anew': {
    createLanes: (options) =>
      createLanes({ ...options, encode: (message) => options.encode(message.t === 'resync' ? { t: 'proven', number: 0 } : message) }),
  },
  'a player takes what is older': {
    step: (state, input, now) => {
      if (input.kind !== 'message' || input.message.t !== 'pointer') return step(state, input, now)
      const { [pointerName(input.message.signed.body)]: _, ...pointers } = state.link.pointers
      return step({ ...state, link: { ...state.link, pointers } }, input, now)
    },
  },
  'a player goes dark while it waits': {
    step: (state, input, now) => {
      const { state: next, effects } = step(state, input, now)
      return { state: next.next !== null && next.substituted !== null ? { ...next, scene: null } : next, effects }
    },
  },
  'a player does not look again when its scene is over': {
    step: (state, input, now) => {
      const { state: next, effects } = step(state, input, now)
      return { state: next, effects: input.kind === 'tick' ? effects.filter(({ kind }) => kind !== 'wake') : effects }
    },
  },
  'a player shows each turn five seconds early': {
    step: (state, input, now) => step(state, input, (now + 5_000) as typeof now),
  },
}

describe(`what is broken is found within ${within} seeds`, () => {
  it.each(Object.entries(broken))('%s', { timeout: 120_000 }, (_, parts) => {
    expect(runSeeds(seedsFrom(1, within), { ...real, ...parts }, almanac).failure).not.toBeNull()
  })
})
