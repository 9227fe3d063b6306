/** The file of proofs over the life of the controller: opened, written, begun anew where it is broken, kept small where the disk is nearly full. What goes wrong with it stops nothing else. */
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs } from '@infoskjerm/shared/time/instant.ts'
import { NewerFile } from '../../storage/database.ts'
import type { World } from '../../world.ts'
import { type BegunAnew, isBroken, openTelemetry } from './database.ts'
import type { Plays, Taken, Verdict } from './store.ts'

export interface KeptFileOptions {
  readonly world: Pick<World, 'now' | 'wallMs' | 'log' | 'store'>
  readonly file: string
  /** The text of a published manifest; null where nobody knows it. */
  readonly manifestOf: (hash: string) => string | null
}

/** What an operator should know of the file. */
export interface FileState {
  readonly begunAnew: BegunAnew | null
  /** Since when nothing could be written (wall clock, ms); null: it works. */
  readonly failingAt: number | null
}

export interface KeptFile {
  /** What is written so far. Another after the file was begun anew. */
  readonly plays: () => Plays
  /** Writes the records and answers what became of each; null where nothing could be written, and the same may be tried again later. */
  readonly keep: (taken: readonly Taken[]) => readonly Verdict[] | null
  /** Forgets what is older than is kept. */
  readonly tidy: () => void
  /** Where the disk is nearly full, forgets the oldest day, so that new records have its pages; the last days stay. */
  readonly makeRoom: () => Promise<void>
  readonly state: () => FileState
  readonly close: () => void
}

/** What is remembered of the file outside of it: that there is one, and that it was begun anew. */
interface Remembered {
  readonly made: boolean
  readonly begunAnew: BegunAnew | null
}

const setting = 'telemetry'

/** That proof was lost is said for so long (ms). */
const saidForMs = 14 * dayMs

/** So much stays however full the disk is (ms). */
const spareMs = 2 * dayMs

/** Stands in while there is no file to be had: nothing is known, and nothing can be kept. */
const nowhere: Plays = {
  keep: noFile,
  page: () => [],
  manifest: noFile,
  oldest: () => null,
  prune: () => {},
  close: () => {},
}

function noFile(): never {
  throw new Error('there is no file of proofs')
}

/** Throws `NewerFile`. */
export function openKeptFile({ world, file, manifestOf }: KeptFileOptions): KeptFile {
  const { log, store } = world
  let plays = nowhere
  let failingAt: number | null = null

  const remembered = (): Remembered => store.setting<Remembered>(setting, { made: false, begunAnew: null })
  const lately = (one: BegunAnew | null): BegunAnew | null => (one !== null && world.wallMs() - one.at < saidForMs ? one : null)

  /** Throws `NewerFile`; whatever else keeps a file from being opened (a full disk) is in the log, and is tried again with the next records. */
  function open(): void {
    try {
      const opened = openTelemetry(file, remembered().made, world.wallMs())
      plays = opened.plays
      const { begunAnew } = opened
      if (begunAnew !== null) log.error({ file, ...begunAnew }, 'proof of play was begun anew: what was kept before is not in it')
      if (begunAnew !== null || !remembered().made)
        store.setSetting(setting, { made: true, begunAnew: begunAnew ?? remembered().begunAnew })
    } catch (error) {
      if (error instanceof NewerFile) throw error
      fail(error)
    }
  }

  function fail(error: unknown): void {
    if (failingAt === null) log.error({ err: error, file }, 'proof of play could not be written')
    failingAt ??= world.wallMs()
  }

  function beginAnew(): void {
    try {
      plays.close()
    } catch (error) {
      log.warn({ err: error, file }, 'a broken file could not be closed as one should')
    }
    plays = nowhere
    open()
  }

  open()
  return {
    plays: () => plays,
    keep: (taken) => {
      try {
        const verdicts = plays.keep(taken, manifestOf)
        failingAt = null
        return verdicts
      } catch (error) {
        fail(error)
        if (plays === nowhere) open()
        else if (isBroken(error)) beginAnew()
        return null
      }
    },
    tidy: () => plays.prune(world.now() - limits.proofKeptMs),
    makeRoom: async () => {
      const { bavail, bsize } = await statfs(dirname(file))
      if (bavail * bsize >= limits.diskReserveBytes) return
      const oldest = plays.oldest()
      if (oldest !== null && oldest < world.now() - spareMs) plays.prune(oldest + dayMs)
    },
    state: () => ({ begunAnew: lately(remembered().begunAnew), failingAt }),
    close: () => plays.close(),
  }
}
