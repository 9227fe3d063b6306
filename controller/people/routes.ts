/** `/session`, `/users`, `/tokens` and `/invitations`. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import type { Access } from './access/store.ts'
import { writeCookie } from './cookie.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { newTokenSchema, newUserSchema, ownChangeSchema, signInSchema, userChangeSchema } from './person.ts'
import { isEncrypted, letIn } from './let-in.ts'
import { isPassword } from './secrets.ts'
import type { SignIn } from './sign-in.ts'
import type { People } from './store.ts'

export interface PeopleOptions {
  readonly world: World
  readonly people: People
  readonly access: Access
  readonly signIn: SignIn
  /** The origin that a link must have to work on another machine, given the request that asks for it. */
  readonly linkOrigin: (request: Request) => string
}

export function peopleRoutes(options: PeopleOptions): readonly Route[] {
  return [...sessionRoutes(options), ...userRoutes(options), ...tokenRoutes(options), ...invitationRoutes(options)]
}

function sessionRoutes({ people, signIn, world }: PeopleOptions): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/session',
      who: 'anyone',
      summary: 'Signs in: answers with the account and sets a cookie.',
      body: signInSchema,
      handle: async (call) => {
        const { user, secret } = await signIn.signIn(call.body.username, call.body.password, call.address)
        return letIn(signIn, call, user, secret)
      },
    }),
    route<null>({
      method: 'get',
      path: '/session',
      who: 'signed-in',
      summary: 'Who is signed in.',
      body: null,
      handle: ({ user }) => ({ user }),
    }),
    route({
      method: 'patch',
      path: '/session',
      who: 'signed-in',
      summary: 'Changes one’s own name, language or password.',
      body: ownChangeSchema,
      handle: async (call) => {
        const { password, ...change } = call.body
        if (password !== undefined && !(await isPassword(people.passwordHashOf(call.author.id), password.old)))
          throw new Problem(401, 'wrong-password', 'The old password is wrong.', 'password.old')
        const done = await people.change(call.author, call.author.id, { ...change, password: password?.new })
        if (password !== undefined) letIn(signIn, call, done.value, null)
        return written(world, done)
      },
    }),
    route<null>({
      method: 'delete',
      path: '/session',
      who: 'anyone',
      summary: 'Signs out.',
      body: null,
      handle: (call) => {
        signIn.signOut(call.raw.headers.get('cookie'), isEncrypted(call))
        call.headers.append('set-cookie', writeCookie(null, isEncrypted(call)))
      },
    }),
  ]
}

function userRoutes({ people, world }: PeopleOptions): readonly Route[] {
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
      summary: 'Changes an account; a new password signs it out everywhere.',
      body: userChangeSchema,
      handle: async ({ author, params, body }) => written(world, await people.change(author, params['id'] ?? '', body)),
    }),
    route<null>({
      method: 'delete',
      path: '/users/{id}',
      who: 'all',
      summary: 'Removes an account and signs it out; the last one that may everything stays.',
      body: null,
      handle: ({ author, params }) => written(world, people.remove(author, params['id'] ?? '')),
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
