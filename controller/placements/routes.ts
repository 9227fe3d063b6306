/** `/placements`: one slide among what rotates, from thought to glass in one call. */
import { slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import { matches, targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { PlacementBody } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import { instantText } from '../http/instants.ts'
import { demandIn } from '../http/rights.ts'
import { areaRoute, type Call, type Route, route } from '../http/route.ts'
import { isInPlaylist } from '../playlists/store.ts'
import { areasChosen, areasStanding } from '../screens/areas-met.ts'
import { listScreens } from '../screens/store.ts'
import { type World, written } from '../world.ts'
import { changePlacement, endPlacement, listPlacements, place, readPlacement } from './store.ts'
import type { PlacementRow } from './table.ts'

/** `until` must be given: no end is a choice. */
const placementSchema: z.ZodMiniType<PlacementBody> = z.strictObject({
  slide: slideBodySchema,
  target: targetSchema,
  from: z._default(z.nullable(instantText), null),
  until: z.nullable(instantText),
})

export function placementRoutes(world: World): readonly Route[] {
  const { db } = world.store
  const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? ''
  const areasOf = ({ params, rights }: Call<unknown>) => areasStanding(db, rights, readPlacement(db, idOf(params)).target)
  const resource = ({ event: _event, ...row }: PlacementRow) => ({
    ...row,
    screens: listScreens(db)
      .filter((screen) => matches(row.target, screen))
      .map(({ id }) => id),
  })
  return [
    route<null>({
      method: 'get',
      path: '/placements',
      who: 'signed-in',
      summary: 'Slides placed among what rotates that are not over, the newest first.',
      body: null,
      handle: () => listPlacements(db, world.now()).map(resource),
    }),
    areaRoute<PlacementBody>({
      method: 'post',
      path: '/placements',
      who: 'edit',
      summary: 'Makes a slide and shows it on these screens among what rotates there, until `until` (null: without end).',
      body: placementSchema,
      touches: ({ body, rights }) => areasChosen(db, rights, body.target),
      handle: ({ author, body }) => {
        const committed = place(world, author, body)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    areaRoute<PlacementBody>({
      method: 'put',
      path: '/placements/{id}',
      who: 'edit',
      summary: 'Changes the slide, where it goes and for how long; it holds at once.',
      body: placementSchema,
      touches: (call) => {
        const { body, params, rights } = call
        // What a playlist shows too is changed wherever that is shown.
        if (isInPlaylist(db, readPlacement(db, idOf(params)).slide)) demandIn(rights, 'edit', null)
        return [...areasChosen(db, rights, body.target), ...areasOf(call)]
      },
      handle: ({ author, body, params }) => {
        const committed = changePlacement(world, author, idOf(params), body)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    areaRoute<null>({
      method: 'post',
      path: '/placements/{id}/end',
      who: 'edit',
      summary: 'Takes the slide off the screens; it stays in the library.',
      body: null,
      touches: areasOf,
      handle: ({ author, params }) => written(world, endPlacement(world, author, idOf(params))),
    }),
  ]
}
