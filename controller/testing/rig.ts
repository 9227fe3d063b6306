/** A whole controller for tests: a fresh folder, real SQLite, real ports on loopback, an event without content, and somebody of every role. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { GrantResource, Role, Written } from '@infoskjerm/shared/wire/api.ts'
import type { Config } from '../config.ts'
import { type Controller, createController } from '../controller.ts'
import { openDatabase } from '../storage/database.ts'
import { createStore, type Transaction } from '../storage/store.ts'
import { rethrow } from './world.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly bytes: Buffer
  /** The body as JSON; throws where it is none. */
  readonly json: () => unknown
}

export interface Ask {
  readonly method?: string
  readonly path: string
  /** Sent as JSON; bytes and text as they are. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly tls?: boolean
}

export interface Rig {
  readonly controller: Controller
  readonly folder: string
  readonly config: Config
  readonly ask: (ask: Ask) => Promise<Answer>
  /** Asks below `/api/v1` with the token of an account of this role; `admin` has both emergency rights, the others none. */
  readonly as: (who: Role | 'admin', method: string, path: string, body?: unknown) => Promise<Answer>
  /** Makes an account with this role and these grants, and asks below `/api/v1` with its token. */
  readonly account: (name: string, role: Role, grants: readonly RigGrant[]) => Promise<RigAccount>
  readonly close: () => Promise<void>
}

/** `areas` null: in the whole venue. */
export type RigGrant = Pick<GrantResource, 'right' | 'areas'>

export interface RigAccount {
  readonly id: string
  readonly token: string
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answer>
}

export const adminPassword = 'et-langt-passord'

/** The configuration of a rig: free ports, nothing in the log. */
export function rigConfig(folder: string): Config {
  return {
    httpPort: 0,
    tlsPort: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    backupFolder: join(folder, 'backups'),
    adminPassword,
    publicUrl: null,
    tls: null,
    redisUrl: null,
    cacheUrl: null,
    venueFolder: null,
    logLevel: 'silent',
    linkBitsPerSecond: limits.linkBitsPerSecond,
    asksVenuePages: false,
  }
}

/** `fill` puts more into the event before the controller starts. */
export async function createRig(change: Partial<Config> = {}, fill: (tx: Transaction) => void = () => undefined): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'infoskjerm-rig-'))
  putEvent(folder, fill)
  putBackup(folder)
  const config = { ...rigConfig(folder), ...change }
  const controller = await createController(config)
  // What is written has reached the screens when it is answered here, as with a person who looks up from the keyboard.
  const ask = async (one: Ask): Promise<Answer> => {
    const answer = await send(one.tls === true ? controller.tlsPort : controller.httpPort, one)
    if (one.method !== undefined && one.method !== 'GET') await controller.settled()
    return answer
  }
  const tokens = await tokensOf(ask)
  const askAs = (token: string, method: string, path: string, body?: unknown) =>
    ask({ method, path: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` }, ...(body === undefined ? {} : { body }) })
  return {
    controller,
    folder,
    config,
    ask,
    as: (who, method, path, body) => askAs(tokens[who], method, path, body),
    account: async (name, role, grants) => {
      const { id, token } = await accountWithToken(ask, tokens.admin, name, role)
      for (const grant of grants) await askAs(tokens.admin, 'POST', '/grants', { to: { kind: 'user', user: id }, ...grant })
      return { id, token, ask: (method, path, body) => askAs(token, method, path, body) }
    },
    close: async () => {
      await controller.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** One request, with every header as given. */
export function send(port: number, { method = 'GET', path, body, headers = {}, tls = false }: Ask): Promise<Answer> {
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
  const payload = raw ? body : JSON.stringify(body)
  const about =
    payload === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(payload as string | Uint8Array)}` }
  const all = { ...about, ...headers }
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers: all, agent: false as const, rejectUnauthorized: false }
    const sent = (tls ? tlsRequest : request)(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const text = bytes.toString('utf8')
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, bytes, json: () => JSON.parse(text) as unknown })
      })
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}

/** What a test asserts of a refusal. */
export function refusal(answer: Answer): { status: number; code: unknown; path: unknown } {
  const { code, path } = answer.json() as { code: unknown; path: unknown }
  return { status: answer.status, code, path }
}

function putEvent(folder: string, fill: (tx: Transaction) => void): void {
  const database = openDatabase(join(folder, 'infoskjerm.sqlite'))
  createStore(database, () => 0, rethrow).write({ id: 'test', name: 'Test' }, 'set-up', (tx) => {
    const days = { firstDay: '2027-03-24', lastDay: '2027-03-28', zone: 'Europe/Oslo', dayBreak: '05:00' }
    tx.put('events', {
      id: 'tg',
      name: 'TG27',
      venueName: 'Vikingskipet',
      ...days,
      theme: 'tg27',
      current: true,
      sampleReach: null,
      phase: 'running',
    })
    tx.put('areas', { id: 'hall', event: 'tg', name: 'Hallen', position: 0 })
    fill(tx)
  })
  database.close()
}

/** Backups of just now, so that none are made at the end of every test. */
function putBackup(folder: string): void {
  mkdirSync(join(folder, 'backups'))
  for (const name of ['infoskjerm', 'telemetry'])
    writeFileSync(join(folder, 'backups', `${name}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.sqlite`), '')
}

async function tokensOf(ask: Rig['ask']): Promise<Readonly<Record<Role | 'admin', string>>> {
  const admin = await tokenOf(ask, 'admin')
  const [see, edit, all] = await Promise.all(
    (['see', 'edit', 'all'] as const).map((role) => accountWithToken(ask, admin, role, role).then(({ token }) => token)),
  )
  return { admin, see: see ?? '', edit: edit ?? '', all: all ?? '' }
}

/** A token is made while the account may everything; it carries what the account may now. */
async function accountWithToken(ask: Rig['ask'], admin: string, username: string, role: Role): Promise<{ id: string; token: string }> {
  const headers = { authorization: `Bearer ${admin}` }
  const body = { username, name: username, password: adminPassword, role: 'all' }
  const { value } = (await ask({ method: 'POST', path: '/api/v1/users', body, headers })).json() as Written<{ id: string }>
  const token = await tokenOf(ask, username)
  await ask({ method: 'PATCH', path: `/api/v1/users/${value.id}`, body: { role }, headers })
  return { id: value.id, token }
}

async function tokenOf(ask: Rig['ask'], username: string): Promise<string> {
  const session = await ask({ method: 'POST', path: '/api/v1/session', body: { username, password: adminPassword } })
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  const made = await ask({ method: 'POST', path: '/api/v1/tokens', body: { name: 'test' }, headers: { cookie } })
  return (made.json() as Written<{ token: string }>).value.token
}
