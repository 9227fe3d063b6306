/** `/audit` and `/undo`. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import { createAudit } from './store.ts'

const undoSchema = z.strictObject({ revision: z.int().check(z.positive()) })

export function auditRoutes(world: World): readonly Route[] {
  const audit = createAudit(world.store)
  return [
    route<null>({
      method: 'get',
      path: '/audit',
      who: 'signed-in',
      summary: 'Who changed what, newest first: `?limit=` rows, those `?before=` a revision.',
      body: null,
      handle: ({ user, query }) => audit.list(user as User, numberOf(query['limit'], 100, 'limit'), numberOf(query['before'], 0, 'before')),
    }),
    route({
      method: 'post',
      path: '/undo',
      who: 'edit',
      summary: 'Takes a revision back, as a new one; refused where somebody changed the same since.',
      body: undoSchema,
      handle: ({ user, author, body }) => written(world, audit.undo(user as User, author, body.revision)),
    }),
  ]
}

function numberOf(text: string | undefined, otherwise: number, path: string): number {
  if (text === undefined) return otherwise
  if (!/^\d{1,12}$/.test(text)) throw new Problem(422, 'invalid', `A whole number, at most ${limits.pageRows} for limit.`, path)
  return Number(text)
}
