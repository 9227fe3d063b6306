/** `/events`, `/areas` and `/sample`. */
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import { areaChangeSchema, eventChangeSchema, newAreaSchema, nextEventSchema, phaseSchema, sampleSchema } from './event.ts'
import { letBoxesGo } from './farewell.ts'
import { nextEvent } from './next/store.ts'
import { changeReach, emptySample } from './sample/store.ts'
import { createEvents, type Events } from './store.ts'

export function eventRoutes(world: World): readonly Route[] {
  const events = createEvents(world)
  return [...readAndChange(world, events), ...lifeRoutes(world, events), ...areaRoutes(world, events), ...sampleRoutes(world)]
}

function readAndChange(world: World, events: Events): readonly Route[] {
  const change = (path: string, idOf: (params: Readonly<Record<string, string>>) => string) =>
    route({
      method: 'patch',
      path,
      who: 'all',
      summary: 'Changes name, venue, days, time zone or day-break.',
      body: eventChangeSchema,
      handle: ({ author, params, body }) => written(world, events.change(author, idOf(params), body)),
    })
  return [
    route<null>({
      method: 'get',
      path: '/events',
      who: 'signed-in',
      summary: 'Every event, newest first.',
      body: null,
      handle: () => events.list(),
    }),
    route<null>({
      method: 'get',
      path: '/events/current',
      who: 'signed-in',
      summary: 'The event that screens show.',
      body: null,
      handle: () => events.current(),
    }),
    change('/events/current', () => events.current().id),
    change('/events/{id}', (params) => params['id'] ?? ''),
  ]
}

function lifeRoutes(world: World, events: Events): readonly Route[] {
  return [
    route({
      method: 'put',
      path: '/events/current/phase',
      who: 'all',
      summary: 'Set-up (nothing alarms), running, or ended: every screen says thanks, nothing alarms.',
      body: phaseSchema,
      handle: ({ author, body }) => written(world, events.enter(author, body.phase)),
    }),
    route<null>({
      method: 'post',
      path: '/events/current/farewell',
      who: 'all',
      summary: 'Lets every box go: it says thanks, and forgets its key and everything it holds. Only after the event has been ended.',
      body: null,
      handle: ({ author }) => written(world, letBoxesGo(world, author)),
    }),
    route({
      method: 'post',
      path: '/events/next',
      who: 'all',
      summary: 'Copies the current event to another year, its dates moved by whole days, without sponsors, notices and happenings.',
      body: nextEventSchema,
      handle: ({ author, body }) => written(world, nextEvent(world, author, body)),
    }),
  ]
}

function areaRoutes(world: World, events: Events): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/areas',
      who: 'signed-in',
      summary: 'The areas of the hall, in the order the crew gave them.',
      body: null,
      handle: () => events.areas(),
    }),
    route({
      method: 'post',
      path: '/areas',
      who: 'edit',
      summary: 'Adds an area.',
      body: newAreaSchema,
      handle: ({ author, body }) => written(world, events.addArea(author, body.name)),
    }),
    route({
      method: 'patch',
      path: '/areas/{id}',
      who: 'edit',
      summary: 'Renames or moves an area.',
      body: areaChangeSchema,
      handle: ({ author, params, body }) => written(world, events.changeArea(author, params['id'] ?? '', body)),
    }),
    route<null>({
      method: 'delete',
      path: '/areas/{id}',
      who: 'edit',
      summary: 'Deletes an area; refused while screens are in it.',
      body: null,
      handle: ({ author, params }) => written(world, events.removeArea(author, params['id'] ?? '')),
    }),
  ]
}

function sampleRoutes(world: World): readonly Route[] {
  return [
    route({
      method: 'put',
      path: '/sample',
      who: 'all',
      summary: 'Whom the sample reaches: the screen on this machine, or every paired screen.',
      body: sampleSchema,
      handle: ({ author, body }) => written(world, changeReach(world, author, body.reach)),
    }),
    route<null>({
      method: 'delete',
      path: '/sample',
      who: 'all',
      summary: 'Empties the sample: an empty event is left, and the accounts.',
      body: null,
      handle: ({ author }) => written(world, emptySample(world, author)),
    }),
  ]
}
