/** Everything about people: `/users` and `/tokens` here, sessions, crews and invitations beside. */
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import type { Access } from './access/store.ts'
import { crewRoutes } from './crews/routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { newTokenSchema, newUserSchema, userChangeSchema } from './person.ts'
import { sessionRoutes } from './session-routes.ts'
import type { SignIn } from './sign-in.ts'
import type { Standings } from './standings.ts'
import type { People } from './store.ts'

export interface PeopleOptions {
  readonly world: World
  readonly people: People
  readonly access: Access
  readonly signIn: SignIn
  readonly standings: Standings
  /** Somebody was signed out: sockets that live by their session go too. */
  readonly sessionsEnded: () => void
  /** The origin that a link must have to work on another machine, given the request that asks for it. */
  readonly linkOrigin: (request: Request) => string
}

export function peopleRoutes(options: PeopleOptions): readonly Route[] {
  return [...sessionRoutes(options), ...userRoutes(options), ...tokenRoutes(options), ...crewRoutes(options), ...invitationRoutes(options)]
}

function userRoutes({ people, world, sessionsEnded }: PeopleOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/users',
      who: 'signed-in',
      summary: 'Every account.',
      body: null,
      handle: () => people.list(),
    }),
    route({
      method: 'post',
      path: '/users',
      who: 'all',
      summary: 'Creates an account with a password.',
      body: newUserSchema,
      handle: async ({ author, body }) => written(world, await people.create(author, body)),
    }),
    route({
      method: 'patch',
      path: '/users/{id}',
      who: 'all',
      summary: 'Changes an account; a new password signs it out everywhere and ends its tokens.',
      body: userChangeSchema,
      handle: async ({ author, params, body }) => {
        const done = await people.change(author, params['id'] ?? '', body, null)
        if (body.password !== undefined) sessionsEnded()
        return written(world, done)
      },
    }),
    route<null>({
      method: 'delete',
      path: '/users/{id}',
      who: 'all',
      summary: 'Removes an account and signs it out; the last one that may everything stays.',
      body: null,
      handle: ({ author, params }) => {
        const done = people.remove(author, params['id'] ?? '')
        sessionsEnded()
        return written(world, done)
      },
    }),
  ]
}

function tokenRoutes({ access, world }: PeopleOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/tokens',
      who: 'all',
      summary: 'One’s own tokens for programs.',
      body: null,
      handle: ({ author }) => access.tokensOf(author.id),
    }),
    route({
      method: 'post',
      path: '/tokens',
      who: 'all',
      summary: 'Creates a token for a program, with one’s own rights; it is shown this once.',
      body: newTokenSchema,
      handle: ({ author, body }) => written(world, access.addToken(author, body.name)),
    }),
    route<null>({
      method: 'delete',
      path: '/tokens/{id}',
      who: 'all',
      summary: 'Revokes a token.',
      body: null,
      handle: ({ author, params }) => written(world, access.removeToken(author, params['id'] ?? '')),
    }),
  ]
}
