/** `/session` and `/sessions`: signing in and out, practising, and where one is signed in. */
import type { Rfc3339, SessionResource, User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { type Call, type Route, route } from '../http/route.ts'
import { written } from '../world.ts'
import { writeCookie } from './cookie.ts'
import { give, isEncrypted, visitorOf } from './let-in.ts'
import { ownChangeSchema, practiceSchema, signInSchema } from './person.ts'
import type { PeopleOptions } from './routes.ts'
import { sessionFor } from './session.ts'
import type { SessionRow } from './table.ts'

export function sessionRoutes(options: PeopleOptions): readonly Route[] {
  return [...ownRoutes(options), ...practiceRoutes(options), ...listRoutes(options)]
}

function ownRoutes(options: PeopleOptions): readonly Route[] {
  const { people, signIn, standings, world, sessionsEnded } = options
  return [
    route({
      method: 'post',
      path: '/session',
      who: 'anyone',
      summary: 'Signs in: answers with the account and what it may, and sets a cookie.',
      body: signInSchema,
      handle: async (call) => {
        const { user, secret } = await signIn.signIn(call.body.username, call.body.password, visitorOf(call))
        return give(options, call, user, secret, false)
      },
    }),
    route<null>({
      method: 'get',
      path: '/session',
      who: 'signed-in',
      summary: 'Who is signed in, and what they may.',
      body: null,
      handle: (call) => sessionFor(standings, call.user as User, sessionOf(options, call)?.practice ?? false),
    }),
    route({
      method: 'patch',
      path: '/session',
      who: 'signed-in',
      summary: 'Changes one’s own name, language or password; a new password signs out everywhere else and ends one’s tokens.',
      body: ownChangeSchema,
      handle: async (call) => {
        const { password, ...change } = call.body
        if (password !== undefined) await signIn.prove(call.user as User, password.old, call.address)
        const staying = sessionOf(options, call)?.idHash ?? null
        const done = await people.change(call.author, call.author.id, { ...change, password: password?.new }, staying)
        if (password !== undefined) sessionsEnded()
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
        sessionsEnded()
      },
    }),
  ]
}

function practiceRoutes(options: PeopleOptions): readonly Route[] {
  const { access, standings } = options
  return [
    route({
      method: 'put',
      path: '/session/practice',
      who: 'signed-in',
      summary: 'Begins or ends practising: while it lasts this browser can send nothing.',
      body: practiceSchema,
      handle: (call) => {
        const session = sessionOf(options, call)
        if (session === null) throw new Problem(409, 'conflict', 'Only a browser that is signed in can practise.')
        access.setPractice(session.idHash, call.body.on)
        return sessionFor(standings, call.user as User, call.body.on)
      },
    }),
  ]
}

function listRoutes(options: PeopleOptions): readonly Route[] {
  const { access, people, sessionsEnded } = options
  const mine = ({ rights, author }: Call<unknown>): readonly SessionRow[] =>
    access.sessions().filter(({ user }) => people.byId(user) !== null && (rights.all || user === author.id))
  return [
    route<null>({
      method: 'get',
      path: '/sessions',
      who: 'signed-in',
      summary: 'Browsers that are signed in: one’s own, or everybody’s for those who may everything.',
      body: null,
      handle: (call) => {
        const current = sessionOf(options, call)?.id ?? null
        return mine(call).map((row) => shape(row, current))
      },
    }),
    route<null>({
      method: 'delete',
      path: '/sessions/{id}',
      who: 'signed-in',
      summary: 'Signs a browser out: one of one’s own, or anybody’s for those who may everything.',
      body: null,
      handle: (call) => {
        const id = call.params['id'] ?? ''
        const row = mine(call).find((session) => session.id === id)
        if (row === undefined) throw new Problem(404, 'not-found', 'This browser is not signed in.', '', { id })
        access.removeSession(row.idHash)
        sessionsEnded()
      },
    }),
  ]
}

function sessionOf({ signIn }: PeopleOptions, call: Call<unknown>): SessionRow | null {
  if (call.raw.headers.has('authorization')) return null
  return signIn.sessionOf(call.raw.headers.get('cookie'), isEncrypted(call))
}

function shape({ id, user, createdAt, seenAt, expiresAt, address, browser }: SessionRow, current: string | null): SessionResource {
  return {
    id,
    user,
    since: text(createdAt),
    seenAt: text(Math.max(createdAt, seenAt)),
    expiresAt: text(expiresAt),
    address,
    browser,
    current: id === current,
  }
}

function text(ms: number): Rfc3339 {
  return new Date(ms).toISOString()
}
