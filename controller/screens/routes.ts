/** `/screens`: the screens, their players, and what each shows at any time. */
import { explain } from '@infoskjerm/shared/engine/explain.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import type { Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { timeline } from '@infoskjerm/shared/engine/timeline.ts'
import type { Live } from '@infoskjerm/shared/model/live.ts'
import type { Exit, ScreenBody } from '@infoskjerm/shared/model/screen.ts'
import { dayMs, type Instant, later, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { ServiceBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { parseInstant } from '../http/instants.ts'
import { areaRoute, type Call, type Route, route } from '../http/route.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { Written } from '../storage/store.ts'
import { type World, written } from '../world.ts'
import {
  completed,
  exitsSeenSchema,
  namesSchema,
  type NewScreen,
  newScreenSchema,
  type PairRequest,
  pairRequestSchema,
  plannedListSchema,
  type ScreenChange,
  screenChangeSchema,
  serviceSchema,
} from './body.ts'
import type { Pairing } from './pairing.ts'
import { putList } from './list.ts'
import type { Names } from './names.ts'
import {
  changeScreen,
  confirmExits,
  createScreen,
  deleteScreen,
  listDevices,
  listScreens,
  movedScreen,
  readScreen,
  releaseScreen,
  serveScreen,
  unpairScreen,
} from './store.ts'
import type { ScreenRow } from './table.ts'

export interface ScreenRouteOptions {
  readonly world: World
  readonly publisher: Publisher
  readonly pairing: Pairing
  readonly identify: (screen: string) => void
  /** Shows on the screen, for crew, how its player is. */
  readonly diagnose: (screen: string) => void
  readonly names: Names
}

/** The longest timeline that is worked out at once (ms). */
const longestTimelineMs = 14 * dayMs

export function screenRoutes(options: ScreenRouteOptions): readonly Route[] {
  return [
    ...readRoutes(options),
    ...writeRoutes(options),
    ...placeRoutes(options),
    ...playerRoutes(options),
    ...nameRoutes(options),
    ...timeRoutes(options),
  ]
}

function resource({ world, publisher }: ScreenRouteOptions): (row: ScreenRow) => object {
  const paired = new Set(listDevices(world.store.db).map((device) => device.screen))
  return ({ event: _event, ...row }) => ({
    ...row,
    class: publisher.publication().screens.get(row.id)?.pointer.body.class ?? '',
    paired: paired.has(row.id),
  })
}

function readRoutes(options: ScreenRouteOptions): readonly Route[] {
  const { db } = options.world.store
  return [
    route<null>({
      method: 'get',
      path: '/screens',
      who: 'signed-in',
      summary: 'All screens of the current event.',
      body: null,
      handle: () => listScreens(db).map(resource(options)),
    }),
    route<null>({
      method: 'get',
      path: '/screens/{id}',
      who: 'signed-in',
      summary: 'One screen.',
      body: null,
      handle: (call) => resource(options)(readScreen(db, idOf(call))),
    }),
  ]
}

/** Whom a screen stands before is changed by those alone who may everything: words for crew must not end before the public by a slip. */
function protectAudience({ rights }: Call<unknown>, before: ScreenBody['audience'], after: ScreenBody['audience'] | undefined): void {
  if (after !== undefined && after !== before && !rights.all)
    throw new Problem(403, 'forbidden', 'Only somebody who may everything says whom a screen stands before.', 'audience')
}

function areaOf({ world }: ScreenRouteOptions): (call: Pick<Call<unknown>, 'params'>) => readonly string[] {
  return (call) => [readScreen(world.store.db, call.params['id'] ?? '').area]
}

function writeRoutes(options: ScreenRouteOptions): readonly Route[] {
  const { world } = options
  const here = areaOf(options)
  return [
    areaRoute<NewScreen>({
      method: 'post',
      path: '/screens',
      who: 'edit',
      summary: 'Adds a screen; name and area are enough.',
      body: newScreenSchema,
      touches: ({ body }) => [body.area],
      handle: (call) => {
        protectAudience(call, 'public', call.body.audience)
        return answer(options, createScreen(world, call.author, completed(call.body)))
      },
    }),
    route({
      method: 'post',
      path: '/screens/list',
      who: 'edit',
      summary: 'A list of planned screens: makes what is new, changes what has the same name, makes areas as needed.',
      body: plannedListSchema,
      handle: ({ author, body }) => written(world, putList(world, author, body.rows)),
    }),
    areaRoute<ScreenChange>({
      method: 'patch',
      path: '/screens/{id}',
      who: 'edit',
      summary: 'Changes the fields that are given.',
      body: screenChangeSchema,
      touches: (call) => [...here(call), ...(call.body.area === undefined ? [] : [call.body.area])],
      handle: (call) => {
        protectAudience(call, readScreen(world.store.db, idOf(call)).audience, call.body.audience)
        return answer(options, changeScreen(world, call.author, idOf(call), call.body))
      },
    }),
    areaRoute<null>({
      method: 'delete',
      path: '/screens/{id}',
      who: 'edit',
      summary: 'Deletes the screen and lets its players go.',
      body: null,
      touches: here,
      handle: (call) => written(world, deleteScreen(world, call.author, idOf(call))),
    }),
  ]
}

/** What somebody says who stands before the screen. */
function placeRoutes(options: ScreenRouteOptions): readonly Route[] {
  const { world } = options
  const touches = areaOf(options)
  return [
    areaRoute<ServiceBody>({
      method: 'post',
      path: '/screens/{id}/service',
      who: 'edit',
      summary: 'Puts the screen in service, out of service (why, and a line of note), or back to planned.',
      body: serviceSchema,
      touches,
      handle: (call) => answer(options, serveScreen(world, call.author, idOf(call), call.body)),
    }),
    areaRoute<{ readonly exits: readonly Pick<Exit, 'name' | 'direction'>[] }>({
      method: 'post',
      path: '/screens/{id}/exits/confirm',
      who: 'edit',
      summary: 'Says that one stands before the screen and that these are the ways out; they must be the stored ones.',
      body: exitsSeenSchema,
      touches,
      handle: (call) => answer(options, confirmExits(world, call.author, idOf(call), call.body.exits)),
    }),
    areaRoute<null>({
      method: 'post',
      path: '/screens/{id}/moved',
      who: 'edit',
      summary: 'Says that the screen was moved, turned or replaced: its ways out become unconfirmed.',
      body: null,
      touches,
      handle: (call) => answer(options, movedScreen(world, call.author, idOf(call))),
    }),
  ]
}

function nameRoutes({ names, world }: ScreenRouteOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/names',
      who: 'signed-in',
      summary: 'Whether every screen shows its name.',
      body: null,
      handle: () => names.read(),
    }),
    areaRoute<{ readonly shown: boolean }>({
      method: 'put',
      path: '/names',
      who: 'edit',
      summary: 'Shows the name of every screen on it until this is switched off.',
      body: namesSchema,
      touches: () => [],
      handle: ({ author, body }) => written(world, names.set(author, body.shown)),
    }),
  ]
}

function answer(options: ScreenRouteOptions, committed: Written<ScreenRow>): unknown {
  return written(options.world, { ...committed, value: resource(options)(committed.value) })
}

function playerRoutes(options: ScreenRouteOptions): readonly Route[] {
  const { world } = options
  const { db } = world.store
  const touches = areaOf(options)
  return [
    areaRoute<null>({
      method: 'post',
      path: '/screens/{id}/identify',
      who: 'edit',
      touches,
      summary: 'Shows the screen’s name on it for ten seconds.',
      body: null,
      handle: (call) => {
        const { id } = readScreen(world.store.db, idOf(call))
        options.identify(id)
        return { screen: id }
      },
    }),
    areaRoute<null>({
      method: 'post',
      path: '/screens/{id}/diagnose',
      who: 'edit',
      touches,
      summary: 'Shows on the screen for a minute, for crew who stand before it, how its player is.',
      body: null,
      handle: (call) => {
        const { id } = readScreen(world.store.db, idOf(call))
        options.diagnose(id)
        return { screen: id }
      },
    }),
    areaRoute<PairRequest>({
      method: 'post',
      path: '/screens/pair',
      who: 'edit',
      touches: ({ body }) => [body.screen === null ? body.area : readScreen(db, body.screen).area].filter((area) => area !== null),
      summary: 'Pairs the player that shows this code with a screen, or with a new one.',
      body: pairRequestSchema,
      handle: ({ author, body }) => {
        const committed = options.pairing.pair(author, body)
        return written(world, { ...committed, value: resource(options)(committed.value) })
      },
    }),
    areaRoute<null>({
      method: 'delete',
      path: '/screens/{id}/device',
      who: 'edit',
      touches,
      summary: 'Takes the screen’s player away; it shows a code again.',
      body: null,
      handle: (call) => written(world, unpairScreen(world, call.author, idOf(call))),
    }),
    areaRoute<null>({
      method: 'post',
      path: '/screens/{id}/release',
      who: 'edit',
      touches,
      summary: 'Lets the screen’s player in again that was kept out because it sent far too much.',
      body: null,
      handle: (call) => written(world, releaseScreen(world, call.author, idOf(call))),
    }),
  ]
}

function timeRoutes(options: ScreenRouteOptions): readonly Route[] {
  const at = (call: Call<null>) => momentOf(call, 'at', options.world.now())
  return [
    route<null>({
      method: 'get',
      path: '/screens/{id}/scene',
      who: 'signed-in',
      summary: 'What the screen shows at an instant (`at`, now by default), and until when.',
      body: null,
      handle: (call) => {
        const t = at(call)
        const { plan, live } = planOf(options, call, t, later(t, dayMs))
        const scene = resolve(plan, live, t)
        return { screen: idOf(call), at: t, hash: sceneHash(scene), ...scene, names: namesOf(plan) }
      },
    }),
    route<null>({
      method: 'get',
      path: '/screens/{id}/timeline',
      who: 'signed-in',
      summary: 'What the screen shows from `from` to `to`: entries, and single items for at most an hour.',
      body: null,
      handle: (call) => {
        const from = momentOf(call, 'from', options.world.now())
        const to = momentOf(call, 'to', later(from, dayMs))
        if (to <= from) throw new Problem(422, 'end-before-start', 'The end must come after the start.', 'to')
        if (to - from > longestTimelineMs) throw new Problem(422, 'invalid', 'A timeline covers at most 14 days.', 'to')
        const { plan, live } = planOf(options, call, from, to)
        return { screen: idOf(call), from, until: to, ...timeline(plan, live, from, to), names: namesOf(plan) }
      },
    }),
    route<null>({
      method: 'get',
      path: '/screens/{id}/explain',
      who: 'signed-in',
      summary: 'Why the screen shows what it shows at an instant (`at`, now by default): the losers and the rule that beat each.',
      body: null,
      handle: (call) => {
        const t = at(call)
        const { plan, live } = planOf(options, call, t, later(t, secondMs))
        return { screen: idOf(call), at: t, ...explain(plan, live, t), names: namesOf(plan) }
      },
    }),
  ]
}

/** Names for the ids that an answer mentions, so that it can be put into words without a second question. */
function namesOf({ manifest }: Plan): Readonly<Record<'entries' | 'playlists' | 'slides', Readonly<Record<string, string>>>> {
  const named = (all: Readonly<Record<string, { readonly name: string }>>) =>
    Object.fromEntries(Object.entries(all).map(([id, { name }]) => [id, name]))
  return {
    entries: Object.fromEntries(manifest.entries.map(({ id, name }) => [id, name])),
    playlists: named(manifest.playlists),
    slides: named(manifest.slides),
  }
}

function planOf({ world, publisher }: ScreenRouteOptions, call: Call<null>, from: Instant, until: Instant): { plan: Plan; live: Live } {
  const planned = publisher.planOf(readScreen(world.store.db, idOf(call)).id, from, until)
  if (planned === null) throw new Problem(404, 'not-found', 'The screen does not belong to the current event.', '', { id: idOf(call) })
  return planned
}

function momentOf(call: Call<null>, name: string, otherwise: Instant): Instant {
  const text = call.query[name]
  return text === undefined || text === '' ? otherwise : parseInstant(text, name)
}

function idOf(call: Pick<Call<unknown>, 'params'>): string {
  return call.params['id'] ?? ''
}
