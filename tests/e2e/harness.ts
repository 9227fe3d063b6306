/** Starts the real controller on a fresh data folder and real Chromium pages beside it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'

export const repository = join(import.meta.dirname, '..', '..')
export const adminPassword = 'et-langt-passord'

const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--host-resolver-rules=MAP hallen.test 127.0.0.1',
]

export interface RunningController {
  readonly port: number
  readonly tlsPort: number
  readonly origin: string
  readonly dataFolder: string
  readonly output: () => string
  /** Sends the process a message, where `preload` listens to one. */
  readonly tell: (message: number) => void
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** Starts again on the same ports and data; resolves when ready. */
  readonly restart: () => Promise<void>
  /** Ends the process and removes the data. */
  readonly close: () => Promise<void>
}

/** `host`: where it listens. `preload`: a module that is loaded before it; null for none. */
export interface Starting {
  readonly host: string
  readonly preload: string | null
}

/** A controller on free ports; ready when this resolves. */
export async function startController({ host, preload }: Starting = { host: '127.0.0.1', preload: null }): Promise<RunningController> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'infoskjerm-e2e-'))
  const [port, tlsPort] = [await freePort(), await freePort()]
  let output = ''
  let child: ChildProcess | null = null

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['--import', 'tsx', ...(preload === null ? [] : ['--import', preload]), 'controller/main.ts'], {
      cwd: repository,
      env: {
        ...process.env,
        INFOSKJERM_PORT: String(port),
        INFOSKJERM_TLS_PORT: String(tlsPort),
        INFOSKJERM_HOST: host,
        INFOSKJERM_DATA: dataFolder,
        INFOSKJERM_ADMIN_PASSWORD: adminPassword,
      },
      stdio: preload === null ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const collect = (text: Buffer): void => {
      output += text.toString()
    }
    started.stdout?.on('data', collect)
    started.stderr?.on('data', collect)
    child = started
    await ready(`http://127.0.0.1:${port}/readyz`, started, () => output)
  }
  const stop = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const running = child
    if (running === null || running.exitCode !== null || running.signalCode !== null) return
    await new Promise<void>((resolve) => {
      running.once('exit', () => resolve())
      running.kill(signal)
    })
  }
  await start()
  return {
    port,
    tlsPort,
    origin: `http://127.0.0.1:${port}`,
    dataFolder,
    output: () => output,
    tell: (message) => void child?.send(message),
    kill: () => stop('SIGKILL'),
    restart: start,
    close: async () => {
      await stop('SIGTERM')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the controller ended with code ${child.exitCode}:\n${output()}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.status === 200) return
    await pause(100)
  }
  throw new Error(`the controller was not ready within a minute:\n${output()}`)
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)))
    })
  })
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The REST API as a signed-in person uses it. */
export interface Api {
  readonly cookie: string
  readonly call: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: never }>
  /** Fails the test unless the answer is 2xx. */
  readonly ok: <T>(method: string, path: string, body?: unknown) => Promise<T>
}

export async function signIn({ origin }: Pick<RunningController, 'origin'>, username = 'admin', password = adminPassword): Promise<Api> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const call: Api['call'] = async (method, path, body) => {
    const reply = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await reply.text()
    return { status: reply.status, body: (text === '' ? null : JSON.parse(text)) as never }
  }
  return {
    cookie,
    call,
    ok: async (method, path, body) => {
      const { status, body: value } = await call(method, path, body)
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(value)}`)
      return value
    },
  }
}

/** `program`: another browser than the one of this machine. `more`: what it is started with besides. */
export async function startBrowser(program: string | null = null, more: readonly string[] = []): Promise<Browser> {
  const executablePath =
    program ?? process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: [...chromiumArgs, ...more] })
}

/** A player page in a browser profile of its own. Console errors and page errors are kept in `errors`. */
export interface PlayerPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly errors: readonly string[]
  /** The diagnostics interface: what was chosen and painted, oldest first. */
  readonly log: () => Promise<readonly { key: string; chosenAt: number; paintedAt: number | null }[]>
  /** What a person reads on the glass now. */
  readonly text: () => Promise<string>
}

export async function openPlayer(browser: Browser, url: string, size = { width: 960, height: 540 }): Promise<PlayerPage> {
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(url)
  return {
    page,
    context,
    errors,
    log: () => page.evaluate(() => (window as unknown as { infoskjerm?: { log: [] } }).infoskjerm?.log ?? []),
    text: () => page.evaluate(readGlass),
  }
}

/** Runs in the page: the visible text of every open shadow root, in order. */
function readGlass(): string {
  const words: string[] = []
  const walk = (node: Node): void => {
    if (node instanceof Text) words.push(node.data)
    if (node instanceof Element) {
      if (node.tagName === 'STYLE' || node.tagName === 'SCRIPT') return
      const style = getComputedStyle(node)
      if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) === 0) return
      if (node.shadowRoot !== null) for (const child of node.shadowRoot.childNodes) walk(child)
    }
    for (const child of node.childNodes) walk(child)
  }
  walk(document.body)
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

/** Waits until `what` holds; says what it saw last where it never does. Resolves to the milliseconds it took. */
export async function until(what: () => Promise<boolean>, seen: () => Promise<string>, withinMs: number): Promise<number> {
  const from = performance.now()
  while (performance.now() - from < withinMs) {
    if (await what()) return performance.now() - from
    await pause(20)
  }
  throw new Error(`not within ${withinMs} ms; last seen: ${await seen()}`)
}
