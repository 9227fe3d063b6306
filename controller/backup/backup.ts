/** Hourly copies of a database, each proved before it counts; the newest ones are kept. */
import { fork } from 'node:child_process'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hourMs } from '@infoskjerm/shared/time/instant.ts'
import type { Logger } from 'pino'
import { flush } from '../media/files.ts'

export interface BackupOptions {
  /** The file; its copies carry its name. */
  readonly database: string
  readonly folder: string
  /** Copies that are kept. */
  readonly most: number
  readonly wallMs: () => number
  readonly log: Logger
}

export interface BackupState {
  /** When the newest proved copy was made (wall clock, ms); null before the first. */
  readonly madeAt: number | null
  /** What went wrong the last time, or null. */
  readonly failed: string | null
}

export interface Backups {
  readonly state: () => BackupState
  /** Makes one now. Never throws: a failure is in the log and in the state. */
  readonly make: () => Promise<void>
  /** Stops the timer, waits for a copy under way, and makes a last one where the newest is over an hour old. */
  readonly close: () => Promise<void>
}

function nameOf(database: string): string {
  return basename(database, '.sqlite')
}

/** When a file was made, if it is a copy of that database. */
function stampOf(database: string, file: string): string | null {
  const name = nameOf(database)
  return file.startsWith(`${name}-`) ? (/^(\d{4}-\d{2}-\d{2}T\d{6})Z\.sqlite$/.exec(file.slice(name.length + 1))?.[1] ?? null) : null
}

/** Begins at once where the newest copy is older than an hour. */
export async function startBackups(options: BackupOptions): Promise<Backups> {
  const { folder, wallMs, log } = options
  let state: BackupState = { madeAt: null, failed: null }
  let running: Promise<void> | null = null
  const isDue = (): boolean => state.madeAt === null || wallMs() - state.madeAt >= hourMs

  const attempt = async (): Promise<void> => {
    try {
      const madeAt = wallMs()
      await copyTo(options, `${nameOf(options.database)}-${stamp(madeAt)}.sqlite`)
      await removeOld(options)
      state = { madeAt, failed: null }
    } catch (error) {
      state = { ...state, failed: error instanceof Error ? error.message : String(error) }
      log.error({ err: error, folder }, 'backup failed')
    }
  }
  const make = (): Promise<void> => {
    running ??= attempt().finally(() => {
      running = null
    })
    return running
  }

  state = { madeAt: await newest(options), failed: null }
  const timer = setInterval(() => {
    if (isDue()) void make()
  }, hourMs / 60).unref()
  return {
    state: () => state,
    make,
    close: async () => {
      clearInterval(timer)
      await running
      if (isDue()) await make()
    },
  }
}

/** Copies under a temporary name, proves the copy, and gives it its name. Throws what went wrong. */
async function copyTo({ database, folder }: BackupOptions, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `${name}.part`)
  await rm(temporary, { force: true })
  try {
    await runChild(database, temporary)
    await rename(temporary, join(folder, name))
    await flush(folder)
  } finally {
    await rm(temporary, { force: true })
  }
}

function runChild(database: string, copy: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [database, copy], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(reason(said, code)))))
  })
}

/** The line that names the error, out of what Node prints when a process ends by one. */
function reason(said: string, code: number | null): string {
  return /^\w*Error.*$/m.exec(said)?.[0] ?? `the copying process ended with ${code ?? 'a signal'}`
}

async function removeOld({ database, folder, most }: BackupOptions): Promise<void> {
  const names = (await readdir(folder)).filter((name) => stampOf(database, name) !== null).sort()
  for (const name of names.slice(0, -most)) await rm(join(folder, name), { force: true })
}

async function newest({ database, folder }: BackupOptions): Promise<number | null> {
  await mkdir(folder, { recursive: true })
  const stamps = (await readdir(folder)).flatMap((name) => stampOf(database, name) ?? []).sort()
  const last = stamps.at(-1)
  return last === undefined ? null : Date.parse(last.replace(/T(\d{2})(\d{2})(\d{2})$/, 'T$1:$2:$3Z'))
}

/** `2027-03-26T214000Z`: sorts by time and is a file name everywhere. */
function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(':', '')}Z`
}
