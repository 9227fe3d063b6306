/** `/audit` and `/undo`. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'
import { type Call, type Route, route } from '../http/route.ts'
import type { Standings } from '../people/standings.ts'
import { type World, written } from '../world.ts'
import { createAudit } from './store.ts'
import type { Undoer } from './take-back.ts'

const undoSchema = z.strictObject({ revision: z.int().check(z.positive()) })

export function auditRoutes(world: World, standings: Standings): readonly Route[] {
  const audit = createAudit(world.store)
  const undoer = ({ user, rights }: Call<unknown>): Undoer => ({ id: (user as User).id, rights, leads: standings.of(user as User).leads })
  return [
    route<null>({
      method: 'get',
      path: '/audit',
      who: 'signed-in',
      summary: 'Who changed what, newest first: `?limit=` rows, those `?before=` a revision.',
      body: null,
      handle: (call) => audit.list(undoer(call), numberOf(call.query['limit'], 100, 'limit'), numberOf(call.query['before'], 0, 'before')),
    }),
    route({
      method: 'post',
      path: '/undo',
      who: 'signed-in',
      summary: 'Takes a revision back, as a new one, by whoever could have done it; refused where somebody changed the same since.',
      body: undoSchema,
      handle: (call) => written(world, audit.undo(undoer(call), call.author, call.body.revision)),
    }),
  ]
}

function numberOf(text: string | undefined, otherwise: number, path: string): number {
  if (text === undefined) return otherwise
  if (!/^\d{1,12}$/.test(text)) throw new Problem(422, 'invalid', `A whole number, at most ${limits.pageRows} for limit.`, path)
  return Number(text)
}
