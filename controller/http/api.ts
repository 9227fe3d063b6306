/** Mounts the routes of every room under `/api/v1`, denied by default: who calls, whether they may, what came in, what goes out. */
import type { Rights, User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { type Author, system } from '../storage/store.ts'
import { readJson } from './body.ts'
import { type Doors, type Facts, factsOf } from './doors.ts'
import { instantsIn, instantsOut } from './instants.ts'
import { parseBody, problemFrom, problemResponse } from './problems.ts'
import { demandIn, demandSomewhere, holdsEverywhere, noRights } from './rights.ts'
import type { Call, Route } from './route.ts'
import { unsecret } from './unsecret.ts'

export type Env = { Bindings: HttpBindings }

/** Who stands behind a request's cookie or token. */
export interface Sessions {
  readonly ofCookie: (header: string | null, encrypted: boolean) => User | null
  readonly ofToken: (token: string) => User | null
  /** What the account may do at this moment. */
  readonly rightsOf: (user: User) => Rights
  /** Whether the session behind the cookie practises: nothing it asks for is written. */
  readonly practises: (header: string | null, encrypted: boolean) => boolean
}

export interface ApiOptions {
  readonly routes: readonly Route[]
  readonly doors: Doors
  readonly sessions: Sessions
  readonly log: Logger
}

/** The REST API as an app of its own, to be mounted at `/api/v1`. */
export function createApi(options: ApiOptions): Hono<Env> {
  const api = new Hono<Env>()
  for (const route of options.routes)
    api.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => answer(options, route, c))
  api.all('*', () => problemResponse(new Problem(404, 'not-found', 'There is nothing at this address. /api/docs lists what there is.')))
  return api
}

async function answer(options: ApiOptions, route: Route, c: Context<Env>): Promise<Response> {
  const headers = new Headers()
  try {
    return await answerTo(options, route, c, headers)
  } catch (error) {
    const problem = problemFrom(error)
    if (problem !== null) return problemResponse(problem, headers)
    options.log.error({ err: error, method: c.req.method, path: unsecret(c.req.path) }, 'request failed')
    return problemResponse(new Problem(500, 'internal', 'Something went wrong here. It is in the log of the controller.'), headers)
  }
}

async function answerTo(options: ApiOptions, route: Route, c: Context<Env>, headers: Headers): Promise<Response> {
  const facts = factsOf(c.env.incoming)
  if (options.doors.doorOf(facts) !== 'crew') throw insecure()
  const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
  const user = token === null ? options.sessions.ofCookie(c.req.header('cookie') ?? null, facts.encrypted) : options.sessions.ofToken(token)
  if (token === null) refuseForgery(route, options.doors, facts, c.req.header('sec-fetch-site') ?? null)
  const rights = user === null ? noRights : options.sessions.rightsOf(user)
  demandSomewhere(user, rights, route.who)
  if (route.touches === null) demandIn(rights, route.who, null)
  refusePractice(options, route, token, c, facts)
  const call: Call<unknown> = {
    params: c.req.param() as Record<string, string>,
    query: c.req.query(),
    body: route.body === null ? null : parseBody(route.body, instantsIn(await readJson(c.req.raw))),
    user,
    rights,
    author: authorOf(user),
    raw: c.req.raw,
    address: facts.peerAddress,
    headers,
  }
  // Where something acts is asked of every screen there is; an emergency does not wait for that.
  if (route.touches !== null && !holdsEverywhere(rights, route.who)) demandIn(rights, route.who, route.touches(call))
  return respond(await route.handle(call), headers)
}

/** Who practises sends nothing, whatever the page asks for; only the session itself can be changed. */
function refusePractice({ sessions }: ApiOptions, route: Route, token: string | null, c: Context<Env>, { encrypted }: Facts): void {
  if (route.method === 'get' || token !== null || route.path === '/session' || route.path === '/session/practice') return
  if (sessions.practises(c.req.header('cookie') ?? null, encrypted))
    throw new Problem(409, 'practice', 'You are practising: nothing was sent. Leave practice to send it.')
}

/** A page of somebody else's must not write with our cookie (SameSite=Strict says so too, but not every browser is new). */
function refuseForgery(route: Route, doors: Doors, facts: Facts, fetchSite: string | null): void {
  if (route.method === 'get') return
  const foreign = fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none'
  if (foreign || !doors.isOwnOrigin(facts)) throw new Problem(403, 'forbidden', 'This came from a page that is not ours.')
}

function respond(value: unknown, headers: Headers): Response {
  if (value instanceof Response) {
    for (const [name, header] of headers) value.headers.append(name, header)
    return value
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (value === undefined) return new Response(null, { status: 204, headers })
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(instantsOut(value)), { headers })
}

function authorOf(user: User | null): Author {
  return user === null ? system : { id: user.id, name: user.name }
}

export function insecure(): Problem {
  return new Problem(403, 'insecure', 'Crew pages exist only over TLS or on this machine.')
}
