/** `/schedule`: entries, with the windows they turn out to have and the screens they meet. */
import { matches, type Target, targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { EntryBody, EntryResource } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import { areaRoute, type Call, type Route, route } from '../http/route.ts'
import { areasChosen, areasStanding } from '../screens/areas-met.ts'
import { type Author, type World, written } from '../world.ts'
import { entryBodySchema } from './entry.ts'
import { linkedWindow } from './linked.ts'
import type { Window } from './series.ts'
import { armEntry, changeEntry, createEntry, deleteEntry, readSchedule, type Schedule, targetOf } from './store.ts'
import type { ScheduleRow } from './table.ts'
import { windowsOf } from './windows.ts'

interface Arming {
  readonly target: Target
}

const armingSchema: z.ZodMiniType<Arming> = z.strictObject({ target: targetSchema })

export function scheduleRoutes(world: World): readonly Route[] {
  const resource = (row: ScheduleRow) => resourceOf(row, readSchedule(world))
  return [
    route<null>({
      method: 'get',
      path: '/schedule',
      who: 'signed-in',
      summary: 'All entries of the current event.',
      body: null,
      handle: () => {
        const read = readSchedule(world)
        return read.entries.map((row) => resourceOf(row, read))
      },
    }),
    areaRoute<EntryBody>({
      method: 'post',
      path: '/schedule',
      who: 'edit',
      touches: (call) => areasOf(world, call, [call.body.target]),
      summary: 'Adds an entry; it holds at once.',
      body: entryBodySchema,
      handle: ({ author, body }) => {
        const committed = createEntry(world, author, body)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    areaRoute<EntryBody>({
      method: 'put',
      path: '/schedule/{id}',
      who: 'edit',
      touches: (call) => areasOf(world, call, [call.body.target]),
      summary: 'Changes an entry; it holds at once.',
      body: entryBodySchema,
      handle: ({ author, body, params }) => {
        const committed = changeEntry(world, author, params['id'] ?? '', body)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    ...armRoutes(world, resource),
    areaRoute<null>({
      method: 'delete',
      path: '/schedule/{id}',
      who: 'edit',
      touches: (call) => areasOf(world, call, []),
      summary: 'Removes an entry; what lies beneath it shows at once.',
      body: null,
      handle: ({ author, params }) => written(world, deleteEntry(world, author, params['id'] ?? '')),
    }),
  ]
}

function armRoutes(world: World, resource: (row: ScheduleRow) => EntryResource): readonly Route[] {
  const arm = (author: Author, id: string, target: Target | null) => {
    const committed = armEntry(world, author, id, target)
    return written(world, { ...committed, value: resource(committed.value) })
  }
  return [
    areaRoute<Arming>({
      method: 'post',
      path: '/schedule/{id}/arm',
      who: 'edit',
      touches: (call) => areasOf(world, call, []),
      summary: 'Lets slides under embargo come through this entry, on the screens of `target` alone.',
      body: armingSchema,
      handle: ({ author, body, params }) => arm(author, params['id'] ?? '', body.target),
    }),
    areaRoute<null>({
      method: 'post',
      path: '/schedule/{id}/disarm',
      who: 'edit',
      touches: (call) => areasOf(world, call, []),
      summary: 'Takes slides under embargo off every screen where this entry let them come.',
      body: null,
      handle: ({ author, params }) => arm(author, params['id'] ?? '', null),
    }),
  ]
}

/** Where the entry acts that the path names (nowhere, if there is none), and where one for these targets would. */
function areasOf(world: World, { params, rights }: Call<unknown>, targets: readonly Target[]): readonly string[] {
  const { db } = world.store
  const before = params['id'] === undefined ? null : targetOf(world, params['id'])
  const standing = before === null ? [] : areasStanding(db, rights, before)
  return [...new Set([...standing, ...targets.flatMap((target) => areasChosen(db, rights, target))])]
}

function resourceOf(row: ScheduleRow, schedule: Schedule): EntryResource {
  const { event: _, ...body } = row
  return {
    ...body,
    windows: windowsFor(row, schedule)?.map(({ from, until }) => ({ from: rfc3339(from), until: rfc3339(until) })) ?? null,
    screens: schedule.screens.filter((screen) => matches(row.target, screen)).map((screen) => screen.id),
  }
}

/** Null where the entry always applies; none while the happening that it follows is cancelled or gone. */
function windowsFor({ when }: ScheduleRow, { event, happenings }: Schedule): readonly Window[] | null {
  if (when.kind === 'always') return null
  if (when.kind !== 'happening') return windowsOf(when, event)
  const window = linkedWindow(when, happenings)
  return window === null ? [] : [window]
}

function rfc3339(t: number): string {
  return new Date(t).toISOString()
}
