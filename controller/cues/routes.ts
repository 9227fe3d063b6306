/** `/steps` and `/slips`: what a person steps and shifts while people watch. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { matches } from '@infoskjerm/shared/model/target.ts'
import * as z from 'zod/mini'
import { areaRoute, type Route, route } from '../http/route.ts'
import { targetOf } from '../schedule/store.ts'
import { areasMet } from '../screens/areas-met.ts'
import { listScreens } from '../screens/store.ts'
import { type World, written } from '../world.ts'
import { listSlips, listSteps, shift, step } from './store.ts'

const stepSchema: z.ZodMiniType<{ readonly item: string }> = z.strictObject({ item: z.string().check(z.minLength(1), z.maxLength(400)) })
const shiftSchema: z.ZodMiniType<{ readonly laterMs: number }> = z.strictObject({
  laterMs: z.int().check(z.minimum(-limits.slipMs), z.maximum(limits.slipMs)),
})

export interface CueRoutesOptions {
  readonly world: World
  /** Screens whose manifest holds the slide. */
  readonly screensWith: (slide: string) => readonly string[]
}

export function cueRoutes({ world, screensWith }: CueRoutesOptions): readonly Route[] {
  const { db } = world.store
  const idOf = (params: Readonly<Record<string, string>>): string => params['id'] ?? ''
  const areaOf = (screens: readonly string[]): readonly string[] => {
    const wanted = new Set(screens)
    return [...new Set(listScreens(db).flatMap(({ id, area }) => (wanted.has(id) ? [area] : [])))].sort()
  }
  return [
    route<null>({
      method: 'get',
      path: '/steps',
      who: 'signed-in',
      summary: 'Every manual entry: its items in order, and where it stands.',
      body: null,
      handle: () => {
        const screens = listScreens(db)
        return listSteps(db, ({ target }) => screens.filter((screen) => matches(target, screen)).map(({ id }) => id))
      },
    }),
    areaRoute<{ readonly item: string }>({
      method: 'put',
      path: '/steps/{id}',
      who: 'edit',
      summary: 'Steps the manual entry to an item, on all of its screens in the same frame.',
      body: stepSchema,
      touches: ({ params }) => {
        const target = targetOf(world, idOf(params))
        return target === null ? [] : areasMet(db, target)
      },
      handle: ({ author, body, params }) => {
        const committed = step(world, author, idOf(params), body.item)
        const { item, at, by } = committed.value
        return written(world, { ...committed, value: { item, at: new Date(at).toISOString(), by } })
      },
    }),
    route<null>({
      method: 'get',
      path: '/slips',
      who: 'signed-in',
      summary: 'Countdowns that end later or earlier than written.',
      body: null,
      handle: () => listSlips(db),
    }),
    areaRoute<{ readonly laterMs: number }>({
      method: 'put',
      path: '/slips/{id}',
      who: 'edit',
      summary: 'Lets the countdown on the slide end so much later than written (earlier: negative); 0 takes it back.',
      body: shiftSchema,
      touches: ({ params }) => areaOf(screensWith(idOf(params))),
      handle: ({ author, body, params }) => written(world, shift(world, author, idOf(params), body.laterMs)),
    }),
  ]
}
