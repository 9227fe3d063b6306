/** `/schedule`: entries, with the windows they turn out to have and the screens they meet. */
import { matches, type Target, targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { EntryBody, EntryResource } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import type { EventRow } from '../events/table.ts'
import { type Route, route } from '../http/route.ts'
import type { ScreenRow } from '../screens/table.ts'
import { type Author, type World, written } from '../world.ts'
import { entryBodySchema } from './entry.ts'
import { armEntry, changeEntry, createEntry, deleteEntry, readSchedule } from './store.ts'
import type { ScheduleRow } from './table.ts'
import { windowsOf } from './windows.ts'

interface Arming {
  readonly target: Target
}

const armingSchema: z.ZodMiniType<Arming> = z.strictObject({ target: targetSchema })

export function scheduleRoutes(world: World): readonly Route[] {
  const resource = (row: ScheduleRow) => {
    const { event, screens } = readSchedule(world)
    return resourceOf(row, event, screens)
  }
  return [
    route<null>({
      method: 'get',
      path: '/schedule',
      who: 'signed-in',
      summary: 'All entries of the current event.',
      body: null,
      handle: () => {
        const { entries, event, screens } = readSchedule(world)
        return entries.map((row) => resourceOf(row, event, screens))
      },
    }),
    route<EntryBody>({
      method: 'post',
      path: '/schedule',
      who: 'edit',
      summary: 'Adds an entry; it holds at once.',
      body: entryBodySchema,
      handle: ({ author, body }) => {
        const committed = createEntry(world, author, body)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    route<EntryBody>({
      method: 'put',
      path: '/schedule/{id}',
      who: 'edit',
      summary: 'Changes an entry; it holds at once.',
      body: entryBodySchema,
      handle: ({ author, body, params }) => {
        const committed = changeEntry(world, author, params['id'] ?? '', body)
        return written(world, { ...committed, value: resource(committed.value) })
      },
    }),
    ...armRoutes(world, resource),
    route<null>({
      method: 'delete',
      path: '/schedule/{id}',
      who: 'edit',
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
    route<Arming>({
      method: 'post',
      path: '/schedule/{id}/arm',
      who: 'edit',
      summary: 'Lets slides under embargo come through this entry, on the screens of `target` alone.',
      body: armingSchema,
      handle: ({ author, body, params }) => arm(author, params['id'] ?? '', body.target),
    }),
    route<null>({
      method: 'post',
      path: '/schedule/{id}/disarm',
      who: 'edit',
      summary: 'Takes slides under embargo off every screen where this entry let them come.',
      body: null,
      handle: ({ author, params }) => arm(author, params['id'] ?? '', null),
    }),
  ]
}

function resourceOf(row: ScheduleRow, event: EventRow, screens: readonly ScreenRow[]): EntryResource {
  const { event: _, ...body } = row
  const windows = row.when.kind === 'always' ? null : windowsOf(row.when, event)
  return {
    ...body,
    windows: windows === null ? null : windows.map(({ from, until }) => ({ from: rfc3339(from), until: rfc3339(until) })),
    screens: screens.filter((screen) => matches(row.target, screen)).map((screen) => screen.id),
  }
}

function rfc3339(t: number): string {
  return new Date(t).toISOString()
}
