/** Opens the two ports: plain HTTP and TLS, with the same app behind both. */
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './api.ts'
import type { Certificate } from './certificate.ts'

export interface Servers {
  readonly http: Server
  readonly tls: Server
  readonly listen: () => Promise<{ httpPort: number; tlsPort: number }>
  readonly close: () => Promise<void>
}

export interface ServersOptions {
  readonly app: Hono<Env>
  readonly certificate: Certificate
  readonly httpPort: number
  readonly tlsPort: number
  readonly host: string | null
}

/** A large video over a slow line takes its time (ms). */
const requestTimeout = 3_600_000
const headersTimeout = 20_000
/** A TLS handshake is a few packets (ms). */
const handshakeTimeout = 10_000

export function createServers({ app, certificate, httpPort, tlsPort, host }: ServersOptions): Servers {
  const fetch: Parameters<typeof createAdaptorServer>[0]['fetch'] = (request, env) => app.fetch(request, env as Env['Bindings'])
  const timeouts = { requestTimeout, headersTimeout }
  const http = createAdaptorServer({ fetch, createServer, serverOptions: timeouts }) as Server
  const { cert, key } = certificate
  const serverOptions = { ...timeouts, handshakeTimeout, cert, key, minVersion: 'TLSv1.2' as const }
  const tls = createAdaptorServer({ fetch, createServer: createTlsServer, serverOptions }) as unknown as Server
  return {
    http,
    tls,
    listen: async () => {
      const opened = await listen(http, httpPort, host)
      return { httpPort: opened, tlsPort: await listen(tls, tlsPort, host) }
    },
    close: async () => {
      await Promise.all([close(http), close(tls)])
    },
  }
}

function listen(server: Server, port: number, host: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Waits for answers under way; idle connections are cut. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2_000).unref()
  })
}
