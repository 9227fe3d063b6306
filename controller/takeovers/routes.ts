/** `/takeovers`: screens lent for a while; by the crew here, by who holds a key beneath. */
import { targetOf } from './keys/target.ts'
import type { TakeoverBody, TakeoverKeyBody } from '@infoskjerm/shared/wire/api.ts'
import { areaRoute, type Call, type Route, route } from '../http/route.ts'
import type { Ingest } from '../media/ingest.ts'
import { type NewEnd, newEndSchema } from '../notices/body.ts'
import { areasChosen, areasStanding } from '../screens/areas-met.ts'
import type { Written } from '../storage/store.ts'
import { type World, written } from '../world.ts'
import { takeoverBodySchema, takeoverKeyBodySchema } from './body.ts'
import { createKey, deleteKey, listKeys, readKey } from './keys/store.ts'
import { keyResource, takeoverResources } from './resource.ts'
import { stageRoutes } from './stage/routes.ts'
import { changeTakeover, createTakeover, endTakeover, readTakeover, recentTakeovers } from './store.ts'
import type { TakeoverRow } from './table.ts'

export interface TakeoverOptions {
  readonly world: World
  readonly ingest: Ingest
  readonly linkOrigin: (request: Request) => string
}

export function takeoverRoutes(options: TakeoverOptions): readonly Route[] {
  return [...crewRoutes(options.world), ...keyRoutes(options), ...stageRoutes(options.world, options.ingest)]
}

function crewRoutes(world: World): readonly Route[] {
  const { db } = world.store
  const touches = (call: Call<unknown>) => areasStanding(db, call.rights, readTakeover(db, idOf(call)).target)
  const answer = (committed: Written<TakeoverRow>) =>
    written(world, { ...committed, value: takeoverResources(world, [committed.value])[0] })
  return [
    route<null>({
      method: 'get',
      path: '/takeovers',
      who: 'signed-in',
      summary: 'Take-overs that run or ended in the last hour, newest first.',
      body: null,
      handle: () => takeoverResources(world, recentTakeovers(world)),
    }),
    areaRoute<TakeoverBody>({
      method: 'post',
      path: '/takeovers',
      who: 'edit',
      touches: ({ body, rights }) => areasChosen(db, rights, body.target),
      summary: 'Takes screens over at once, for so many minutes; over an earlier one it wins.',
      body: takeoverBodySchema,
      handle: ({ author, body }) => answer(createTakeover(world, author, body)),
    }),
    areaRoute<null>({
      method: 'post',
      path: '/takeovers/{id}/end',
      who: 'edit',
      touches,
      summary: 'Gives the screens back: to an earlier take-over that still runs, otherwise to where the show would be.',
      body: null,
      handle: (call) => answer(endTakeover(world, call.author, idOf(call))),
    }),
    areaRoute<NewEnd>({
      method: 'patch',
      path: '/takeovers/{id}',
      who: 'edit',
      touches,
      summary: 'Lets a take-over stand longer or shorter.',
      body: newEndSchema,
      handle: (call) => answer(changeTakeover(world, call.author, idOf(call), call.body.until)),
    }),
  ]
}

function keyRoutes({ world, linkOrigin }: TakeoverOptions): readonly Route[] {
  const { db } = world.store
  return [
    areaRoute<null>({
      method: 'get',
      path: '/takeover-keys',
      who: 'edit',
      touches: () => [],
      summary: 'Keys of stage crews that have not run out; their links are not kept.',
      body: null,
      handle: () => listKeys(world).map((row) => keyResource(world, row, null)),
    }),
    areaRoute<TakeoverKeyBody>({
      method: 'post',
      path: '/takeover-keys',
      who: 'edit',
      touches: ({ body, rights }) => areasChosen(db, rights, targetOf(body.screens)),
      summary: 'Makes a link with which a stage crew takes over these screens without an account.',
      body: takeoverKeyBodySchema,
      handle: ({ author, body, raw }) => {
        const { value, ...committed } = createKey(world, author, body)
        const link = `${linkOrigin(raw)}/stage/${value.secret}`
        return written(world, { ...committed, value: keyResource(world, value.row, link) })
      },
    }),
    areaRoute<null>({
      method: 'delete',
      path: '/takeover-keys/{id}',
      who: 'edit',
      touches: (call) => areasStanding(db, call.rights, targetOf(readKey(db, idOf(call)).screens)),
      summary: 'Takes a key back; what was made with it runs on.',
      body: null,
      handle: (call) => written(world, deleteKey(world, call.author, idOf(call))),
    }),
  ]
}

function idOf({ params }: Call<unknown>): string {
  return params['id'] ?? ''
}
