/** `/crews`, `/memberships` and `/grants`: who is in which crew, and what that gives. */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { type World, written } from '../../world.ts'
import type { Standings } from '../standings.ts'
import { crewChangeSchema, crewSchema, grantSchema, membershipChangeSchema, membershipSchema } from './body.ts'
import { demandMayPlace, demandMayTakeOut, type Leader } from './lead.ts'
import * as crews from './store.ts'

export interface CrewOptions {
  readonly world: World
  readonly standings: Standings
}

export function crewRoutes(options: CrewOptions): readonly Route[] {
  return [...treeRoutes(options), ...membershipRoutes(options), ...grantRoutes(options)]
}

/** Whoever calls, as a leader. */
export function leaderOf(standings: Standings, { user, rights }: Pick<Call<unknown>, 'user' | 'rights'>): Leader {
  return { rights, leads: standings.of(user as User).leads }
}

function treeRoutes({ world, standings }: CrewOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/crews',
      who: 'signed-in',
      summary: 'Every crew, and the one that it belongs to.',
      body: null,
      handle: () => standings.rows().crews,
    }),
    route({
      method: 'post',
      path: '/crews',
      who: 'all',
      summary: 'Adds a crew.',
      body: crewSchema,
      handle: ({ author, body }) => written(world, crews.addCrew(world, author, body)),
    }),
    route({
      method: 'patch',
      path: '/crews/{id}',
      who: 'all',
      summary: 'Renames a crew, or moves it with everything beneath it.',
      body: crewChangeSchema,
      handle: ({ author, params, body }) => written(world, crews.changeCrew(world, author, params['id'] ?? '', body)),
    }),
    route<null>({
      method: 'delete',
      path: '/crews/{id}',
      who: 'all',
      summary: 'Removes a crew and what is granted to it; refused while crews lie beneath it or somebody is in it.',
      body: null,
      handle: ({ author, params }) => written(world, crews.removeCrew(world, author, params['id'] ?? '')),
    }),
  ]
}

function membershipRoutes({ world, standings }: CrewOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/memberships',
      who: 'signed-in',
      summary: 'Who is in which crew, or will be; what is over is left out.',
      body: null,
      handle: () => standings.rows().memberships.filter(({ until }) => until === null || until > world.wallMs()),
    }),
    route({
      method: 'post',
      path: '/memberships',
      who: 'signed-in',
      summary:
        'Puts somebody in a crew. Who leads it may do so for a member and at most 24 hours; anything else needs the right to everything.',
      body: membershipSchema,
      handle: (call) => {
        demandMayPlace(leaderOf(standings, call), call.body, world.wallMs())
        return written(world, crews.addMembership(world, call.author, call.body))
      },
    }),
    route({
      method: 'patch',
      path: '/memberships/{id}',
      who: 'signed-in',
      summary: 'Changes somebody’s rank or time in a crew, by the same rule.',
      body: membershipChangeSchema,
      handle: (call) => {
        const before = crews.readMembership(world.store.db, call.params['id'] ?? '')
        const { rank = before.rank, from = before.from, until = before.until } = call.body
        const after = { ...before, rank, from, until }
        const leader = leaderOf(standings, call)
        demandMayTakeOut(leader, before)
        demandMayPlace(leader, after, world.wallMs())
        return written(world, crews.changeMembership(world, call.author, after))
      },
    }),
    route<null>({
      method: 'delete',
      path: '/memberships/{id}',
      who: 'signed-in',
      summary: 'Takes somebody out of a crew. Who leads it may do so for a member; anything else needs the right to everything.',
      body: null,
      handle: (call) => {
        const before = crews.readMembership(world.store.db, call.params['id'] ?? '')
        demandMayTakeOut(leaderOf(standings, call), before)
        return written(world, crews.removeMembership(world, call.author, before.id))
      },
    }),
  ]
}

function grantRoutes({ world, standings }: CrewOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/grants',
      who: 'signed-in',
      summary: 'What is granted to persons, crews and ranks, and where.',
      body: null,
      handle: () => standings.rows().grants,
    }),
    route({
      method: 'post',
      path: '/grants',
      who: 'all',
      summary: 'Grants a right, in some areas or in the whole venue, for good or for a while.',
      body: grantSchema,
      handle: ({ author, body }) => written(world, crews.addGrant(world, author, body)),
    }),
    route<null>({
      method: 'delete',
      path: '/grants/{id}',
      who: 'all',
      summary: 'Takes a grant back.',
      body: null,
      handle: ({ author, params }) => written(world, crews.removeGrant(world, author, params['id'] ?? '')),
    }),
  ]
}
