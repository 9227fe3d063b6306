/** Everything behind the two ports in one place: which door a request came through, and who answers it. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { Metrics } from '../observability/metrics.ts'
import { type Env, insecure } from './api.ts'
import { type Doors, factsOf, isLoopbackAddress } from './doors.ts'
import { notBuilt, type Pages } from './pages.ts'
import { problemFrom, problemResponse } from './problems.ts'
import { unsecret } from './unsecret.ts'

export interface AppOptions {
  readonly api: Hono<Env>
  readonly doors: Doors
  readonly crewPages: Pages
  readonly playerPages: Pages
  /** `/player/v1/…`: what players fetch when the socket is down. `path` is below it; null where there is no such thing. */
  readonly playerHttp: (path: string, request: Request) => Promise<Response | null> | Response | null
  readonly media: (hash: string, request: Request) => Promise<Response | null>
  /** What is to be said about readiness; `ready` false answers 503. */
  readonly readiness: () => { readonly ready: boolean; readonly detail: Readonly<Record<string, unknown>> }
  readonly metrics: Metrics
  readonly log: Logger
  /** Where the crew pages are for a request that came over plain HTTP from another machine. */
  readonly crewOrigin: (host: string | null) => string
}

export function createApp(options: AppOptions): Hono<Env> {
  const { doors, metrics, log } = options
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const began = performance.now()
    await next()
    const seconds = (performance.now() - began) / 1000
    metrics.httpSeconds.observe({ method: c.req.method, status: c.res.status }, seconds)
    log.debug({ method: c.req.method, path: unsecret(c.req.path), status: c.res.status, ms: Math.round(seconds * 1000) }, 'http')
  })
  app.onError((error, c) => {
    const problem = problemFrom(error)
    if (problem !== null) return problemResponse(problem)
    log.error({ err: error, method: c.req.method, path: unsecret(c.req.path) }, 'request failed')
    return problemResponse(new Problem(500, 'internal', 'Something went wrong here. It is in the log of the controller.'))
  })

  // Browsers ask for it by themselves; the pages name their own.
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'cache-control': 'public, max-age=86400' }))
  mountProbes(app, options)
  mountPlayer(app, options)

  // Everything from here on exists only over TLS or on this machine.
  app.use(async (c, next) => {
    if (doors.doorOf(factsOf(c.env.incoming)) === 'crew') return next()
    if (c.req.path.startsWith('/api/') || !isReading(c)) return problemResponse(insecure())
    return c.redirect(`${options.crewOrigin(c.req.header('host') ?? null)}${c.req.path}`, 308)
  })
  app.route('/api/v1', options.api)
  app.get('/api/docs', (c) => options.api.fetch(new Request(new URL('/docs', c.req.url), c.req.raw), c.env))
  app.get('*', async (c) => {
    const found = await options.crewPages(pathOf(c), c.req.raw)
    if (found !== null) return found
    if (/\.\w+$/.test(c.req.path)) return nothingHere()
    return (await options.crewPages('index.html', c.req.raw)) ?? notBuilt()
  })
  app.notFound(() => nothingHere())
  return app
}

/** For supervisors; figures only for this machine. */
function mountProbes(app: Hono<Env>, { readiness, metrics }: AppOptions): void {
  app.get('/livez', (c) => c.text('ok'))
  app.get('/readyz', (c) => {
    const { ready, detail } = readiness()
    return c.json({ ready, ...detail }, ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const { peerAddress, forwarded } = factsOf(c.env.incoming)
    if (!isLoopbackAddress(peerAddress) || forwarded) return nothingHere()
    return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
  })
}

/** What a player needs, over either port. */
function mountPlayer(app: Hono<Env>, { playerPages, playerHttp, media }: AppOptions): void {
  app.get('/player', (c) => c.redirect('/player/', 308))
  app.get('/player/v1/*', async (c) => (await playerHttp(pathOf(c).slice('player/v1/'.length), c.req.raw)) ?? nothingHere())
  app.get('/player/*', async (c) => {
    const path = pathOf(c).slice('player/'.length)
    if (path === '') return (await playerPages('index.html', c.req.raw)) ?? notBuilt()
    return (await playerPages(path, c.req.raw)) ?? nothingHere()
  })
  app.get('/media/:hash{[0-9a-f]+}', async (c) => (await media(c.req.param('hash'), c.req.raw)) ?? nothingHere())
}

function isReading(c: Context<Env>): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD'
}

function pathOf(c: Context<Env>): string {
  return c.req.path.replace(/^\/+/, '')
}

function nothingHere(): Response {
  return problemResponse(new Problem(404, 'not-found', 'There is nothing at this address.'))
}
