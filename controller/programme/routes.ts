/** `/programme`: the event's own timetable, as it was announced and as it stands, and what people do to it. */
import type { CorrectionsBody, HappeningBody, ProgrammeTableBody } from '@infoskjerm/shared/wire/api.ts'
import { areaRoute, type Route, route } from '../http/route.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { World } from '../world.ts'
import { correctHappenings, isStale } from './correct.ts'
import { happeningBodySchema, correctionsSchema, tableSchema } from './body.ts'
import { changeHappening, createHappening, deleteHappening } from './happenings.ts'
import { importTable, tryTable } from './import-table.ts'
import { type Announced, readAnnounced } from './store.ts'
import { areasOfBody, areasOfCorrections, areasOfHappening } from './touches.ts'
import { written } from '../world.ts'

export function programmeRoutes(world: World): readonly Route[] {
  const { db } = world.store
  return [
    route<null>({
      method: 'get',
      path: '/programme',
      who: 'signed-in',
      summary:
        'Stages and happenings of the current event: as announced, what was corrected, and as screens have them now, which is also their order.',
      body: null,
      handle: () => {
        const { stages, happenings } = readAnnounced(db, currentEvent(db).id)
        return { stages, happenings: happenings.map(resourceOf) }
      },
    }),
    areaRoute<CorrectionsBody>({
      method: 'put',
      path: '/programme/corrections',
      who: 'edit',
      touches: ({ body, rights }) => areasOfCorrections(db, rights, body),
      summary: 'Corrects happenings, or takes corrections away, all as one deed.',
      body: correctionsSchema,
      handle: ({ author, body }) => {
        const committed = correctHappenings(world, author, body)
        return written(world, { ...committed, value: committed.value.map(resourceOf) })
      },
    }),
    ...handRoutes(world),
    route<ProgrammeTableBody>({
      method: 'post',
      path: '/programme/table',
      who: 'edit',
      summary:
        'Replaces what was pasted before with this table; what was typed by hand and corrected stays. With `?dry=1` nothing is stored.',
      body: tableSchema,
      handle: ({ author, body, query }) =>
        query['dry'] === '1'
          ? { revision: 0, value: tryTable(world, body), operation: null }
          : written(world, importTable(world, author, body)),
    }),
  ]
}

function handRoutes(world: World): readonly Route[] {
  const { db } = world.store
  return [
    areaRoute<HappeningBody>({
      method: 'post',
      path: '/programme/happenings',
      who: 'edit',
      touches: ({ body, rights }) => areasOfBody(db, rights, body),
      summary: 'Adds a happening typed by hand; a stage called by a new name is made.',
      body: happeningBodySchema,
      handle: ({ author, body }) => {
        const committed = createHappening(world, author, body)
        return written(world, { ...committed, value: resourceOf(committed.value) })
      },
    }),
    areaRoute<HappeningBody>({
      method: 'put',
      path: '/programme/happenings/{id}',
      who: 'edit',
      touches: ({ body, params, rights }) => [...areasOfHappening(db, rights, params['id'] ?? ''), ...areasOfBody(db, rights, body)],
      summary: 'Changes what is announced of a happening; corrections stay above it.',
      body: happeningBodySchema,
      handle: ({ author, body, params }) => {
        const committed = changeHappening(world, author, params['id'] ?? '', body)
        return written(world, { ...committed, value: resourceOf(committed.value) })
      },
    }),
    areaRoute<null>({
      method: 'delete',
      path: '/programme/happenings/{id}',
      who: 'edit',
      touches: ({ params, rights }) => areasOfHappening(db, rights, params['id'] ?? ''),
      summary: 'Takes a happening out of the programme; entries that follow it no longer apply.',
      body: null,
      handle: ({ author, params }) => written(world, deleteHappening(world, author, params['id'] ?? '')),
    }),
  ]
}

function resourceOf(one: Announced): object {
  const { origin, planned, correction, now } = one
  const said = correction === null ? null : { ...correction.correction, by: correction.by, at: correction.at, stale: isStale(one) }
  return { id: planned.id, origin, planned, correction: said, now }
}
