/** Takes records of what was shown from players, writes them a few seconds' worth at a time, and acknowledges what is stored for good. */
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs } from '@infoskjerm/shared/time/instant.ts'
import type { PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import type { World } from '../../world.ts'
import { NewerFile } from '../../storage/database.ts'
import { type BegunAnew, isBroken, openTelemetry } from './database.ts'
import { type Absurd, absurdity } from './honest.ts'
import type { Plays, Taken, Verdict } from './store.ts'

export interface TakingOptions {
  readonly world: Pick<World, 'now' | 'wallMs' | 'log' | 'store'>
  readonly file: string
  /** The text of a published manifest; null where nobody knows it. */
  readonly manifestOf: (hash: string) => string | null
  /** Runs `work` every so often until the answer is called. */
  readonly every: (ms: number, work: () => void) => () => void
}

/** What an operator should know of the file. */
export interface PlaysState {
  readonly begunAnew: BegunAnew | null
  /** Since when nothing could be written (wall clock, ms); null: it works. */
  readonly failingAt: number | null
  /** Records that wait to be written, and that were refused, by reason, since the start. */
  readonly waiting: number
  readonly refused: Readonly<Record<string, number>>
}

export interface Taking {
  /** Takes records of one device, oldest first. `proven` is called with the number of the last one once they are stored, or refused for good; never for what found no room: the box sends that again. */
  readonly take: (device: string, screen: string, records: readonly PlayRecord[], proven: (number: number) => void) => void
  /** What is written so far. Another after a broken file was set aside. */
  readonly plays: () => Plays
  readonly state: () => PlaysState
  /** Writes what waits, and closes the file. */
  readonly close: () => void
}

/** A commit costs two pages and a flush to the disk, however few records it holds; boxes keep theirs until they hear of it. */
const commitMs = 2_000
const mostInCommit = 1_000
const tidyMs = 60 * 60_000
const roomMs = 60_000

/** What is remembered of the file outside of it: that there is one, and that it was begun anew. */
interface Remembered {
  readonly made: boolean
  readonly begunAnew: BegunAnew | null
}

const setting = 'telemetry'

/** That proof was lost is said for so long (ms). */
const saidForMs = 14 * dayMs

/** Stands in while there is no file to be had: nothing is known, and nothing can be kept. */
const nowhere: Plays = {
  keep: () => {
    throw new Error('there is no file of proofs')
  },
  page: () => [],
  manifest: () => {
    throw new Error('there is no file of proofs')
  },
  oldest: () => null,
  prune: () => {},
  close: () => {},
}

/** `isHonest` false: it only waits to be acknowledged in its turn. */
interface Waiting extends Taken {
  readonly isHonest: boolean
  readonly proven: (number: number) => void
}

/** Throws `NewerFile`. */
export function createTaking(options: TakingOptions): Taking {
  const { world, file } = options
  const { log, store } = world
  let plays = nowhere
  let failingAt: number | null = null
  let waiting: Waiting[] = []
  /** Devices some of whose records found no room: what they sent after those must not be acknowledged first. */
  const turnedAway = new Set<string>()
  const refused: Partial<Record<Absurd | Verdict, number>> = {}

  const lately = (one: BegunAnew | null): BegunAnew | null => (one !== null && world.wallMs() - one.at < saidForMs ? one : null)
  const remembered = (): Remembered => store.setting<Remembered>(setting, { made: false, begunAnew: null })

  /** Throws `NewerFile`; whatever else keeps a file from being opened (a full disk) is in the log, and is tried again with the next commit. */
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

  function refuse(why: Absurd | Verdict, { device, screen, record }: Taken): void {
    if (refused[why] === undefined)
      log.warn(
        { why, device, screen, from: record.from, until: record.until },
        'a record of what was shown is refused; more like it are only counted',
      )
    refused[why] = (refused[why] ?? 0) + 1
  }

  /** Refused for good and stored are the same to a box: it need not send it again. */
  function commit(): void {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostInCommit)
      const honest = batch.filter(({ isHonest }) => isHonest)
      const verdicts = write(honest)
      if (verdicts === null) return
      waiting = waiting.slice(batch.length)
      honest.forEach((one, at) => {
        const verdict = verdicts[at]!
        if (verdict === 'overlaps' || verdict === 'unknown-manifest') refuse(verdict, one)
      })
      const last = new Map(batch.map(({ proven, record }) => [proven, record.number]))
      for (const [proven, number] of last) proven(number)
    }
    turnedAway.clear()
  }

  /** Null where nothing could be written; it waits for the next time. */
  function write(batch: readonly Waiting[]): readonly Verdict[] | null {
    try {
      const verdicts = plays.keep(batch, options.manifestOf)
      failingAt = null
      return verdicts
    } catch (error) {
      fail(error)
      if (plays === nowhere) open()
      else if (isBroken(error)) beginAnew()
      return null
    }
  }

  function isHonest(one: Taken): boolean {
    const why = absurdity(one.record, world.now())
    if (why !== null) refuse(why, one)
    return why === null
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
  const stops = [
    options.every(commitMs, commit),
    options.every(tidyMs, () => plays.prune(world.now() - limits.proofKeptMs)),
    options.every(
      roomMs,
      () => void makeRoom(file, () => plays, world).catch((error: unknown) => log.error({ err: error }, 'free disk is not known')),
    ),
  ]
  return {
    take: (device, screen, records, proven) => {
      if (turnedAway.has(device)) return
      const room = limits.proofQueue - waiting.length
      if (records.length > room) turnedAway.add(device)
      for (const record of records.slice(0, room)) {
        const taken = { device, screen, record }
        waiting.push({ ...taken, isHonest: isHonest(taken), proven })
      }
      if (waiting.length >= mostInCommit && failingAt === null) commit()
    },
    plays: () => plays,
    state: () => ({
      begunAnew: lately(remembered().begunAnew),
      failingAt,
      waiting: waiting.length,
      refused: refused as PlaysState['refused'],
    }),
    close: () => {
      for (const stop of stops) stop()
      commit()
      plays.close()
    },
  }
}

/** Where the disk is nearly full the oldest day is forgotten, so that new records have its pages; the last day stays. */
async function makeRoom(file: string, plays: () => Plays, { now }: Pick<World, 'now'>): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file))
  if (bavail * bsize >= limits.diskReserveBytes) return
  const oldest = plays().oldest()
  if (oldest !== null && oldest < now() - 2 * dayMs) plays().prune(oldest + dayMs)
}
