/** `/rounds`: a walk past the screens; those not seen yet show their names. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { hash, id } from '@infoskjerm/shared/model/parts.ts'
import { type Target, targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { RoundResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import * as z from 'zod/mini'
import { areaRoute, type Route, route } from '../../http/route.ts'
import { type World, written } from '../../world.ts'
import { areasMet } from '../areas-met.ts'
import { endRound, listRounds, readRound, type Round, see, type Sighting, startRound } from './store.ts'

const startSchema: z.ZodMiniType<{ readonly target: Target }> = z.strictObject({ target: targetSchema })

const sightingSchema: z.ZodMiniType<Sighting> = z.strictObject({
  screen: id,
  seen: z.boolean(),
  note: z._default(z.string().check(z.maxLength(limits.titleLength)), ''),
  picture: z._default(z.nullable(hash), null),
})

/** `statuses`: what the screens say of themselves at this moment. */
export function roundRoutes(world: World, statuses: () => readonly ScreenStatus[]): readonly Route[] {
  const { db } = world.store
  const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? ''
  const areasOf = (params: Readonly<Record<string, string>>) => {
    const of = readRound(db, idOf(params)).round.screens.map((screen): Target => ({ kind: 'screen', screen }))
    return areasMet(db, { kind: 'or', of })
  }
  return [
    route<null>({
      method: 'get',
      path: '/rounds',
      who: 'signed-in',
      summary: 'The round under way first, then the latest, with what was seen.',
      body: null,
      handle: () => listRounds(db).map(resource),
    }),
    areaRoute<{ readonly target: Target }>({
      method: 'post',
      path: '/rounds',
      who: 'edit',
      summary: 'Begins a round past these screens, in walking order; each shows its name until it was seen.',
      body: startSchema,
      touches: ({ body }) => areasMet(db, body.target),
      handle: ({ author, body }) => {
        const committed = startRound(world, author, body.target)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    areaRoute<Sighting>({
      method: 'post',
      path: '/rounds/{id}/sightings',
      who: 'edit',
      summary: 'Says what one saw of a screen; kept beside what its box reports.',
      body: sightingSchema,
      touches: ({ body }) => areasMet(db, { kind: 'screen', screen: body.screen }),
      handle: ({ author, params, body }) => {
        const reported = statuses().find(({ screen }) => screen === body.screen) ?? null
        const committed = see(world, author, idOf(params), body, reported)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    areaRoute<null>({
      method: 'post',
      path: '/rounds/{id}/end',
      who: 'edit',
      summary: 'Ends a round; the names go.',
      body: null,
      touches: ({ params }) => areasOf(params),
      handle: ({ author, params }) => {
        const committed = endRound(world, author, idOf(params))
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
  ]
}

function resource({ round, sightings }: Round): RoundResource {
  const text = (ms: number): string => new Date(ms).toISOString()
  return {
    id: round.id,
    startedAt: text(round.startedAt),
    by: round.by,
    endedAt: round.endedAt === null ? null : text(round.endedAt),
    screens: round.screens,
    sightings: sightings.map(({ screen, at, by, seen, note, picture, state, heardAt }) => ({
      screen,
      at: text(at),
      by,
      seen,
      note,
      picture,
      reported: { state, heardAt: heardAt === null ? null : text(heardAt) },
    })),
  }
}
