/** `/overrides` and `/override-templates`. */
import { id } from '@infoskjerm/shared/model/parts.ts'
import type { Ending } from '@infoskjerm/shared/model/override.ts'
import { overrideTemplates } from '@infoskjerm/shared/model/override-templates.ts'
import { targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { OverridesResource } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import { areaRoute, type Route, route } from '../http/route.ts'
import { areasMet } from '../screens/areas-met.ts'
import { type World, written } from '../world.ts'
import { endOverride, type NewOverride, startOverride, targetOf } from './store.ts'

const newOverrideSchema: z.ZodMiniType<NewOverride> = z.strictObject({
  template: id,
  target: targetSchema,
  status: z.enum(['actual', 'exercise']),
})

const endingSchema: z.ZodMiniType<{ readonly ending: Ending }> = z.strictObject({
  ending: z.enum(['all-clear', 'mistake', 'exercise-over']),
})

export function overrideRoutes(world: World, resource: () => OverridesResource): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/overrides',
      who: 'signed-in',
      summary: 'Emergency messages in force, with the screens that have drawn each.',
      body: null,
      handle: resource,
    }),
    areaRoute<NewOverride>({
      method: 'post',
      path: '/overrides',
      who: 'start-override',
      touches: ({ body }) => areasMet(world.store.db, body.target),
      summary: 'Sends an emergency message at once.',
      body: newOverrideSchema,
      handle: ({ author, body }) => written(world, startOverride(world, author, body)),
    }),
    areaRoute<{ readonly ending: Ending }>({
      method: 'post',
      path: '/overrides/{id}/end',
      who: 'end-override',
      touches: ({ params }) => areasMet(world.store.db, targetOf(world.store.db, params['id'] ?? '')),
      summary: 'Ends an emergency message in words: all-clear, mistake, or exercise-over.',
      body: endingSchema,
      handle: ({ author, params, body }) => written(world, endOverride(world, author, params['id'] ?? '', body.ending)),
    }),
    route<null>({
      method: 'get',
      path: '/override-templates',
      who: 'signed-in',
      summary: 'The prepared messages; all of them are on every screen beforehand.',
      body: null,
      handle: () => overrideTemplates,
    }),
  ]
}
