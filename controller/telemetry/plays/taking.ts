/** Takes records of what was shown from players, writes them a few seconds' worth at a time, and acknowledges what is stored for good. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import { type Absurd, absurdity } from './honest.ts'
import { type FileState, type KeptFileOptions, openKeptFile } from './kept-file.ts'
import type { Plays, Taken, Verdict } from './store.ts'

export interface TakingOptions extends KeptFileOptions {
  /** Runs `work` every so often until the answer is called. */
  readonly every: (ms: number, work: () => void) => () => void
}

/** What an operator should know of proof of play. */
export interface PlaysState extends FileState {
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

/** `isHonest` false: it only waits to be acknowledged in its turn. */
interface Waiting extends Taken {
  readonly isHonest: boolean
  readonly proven: (number: number) => void
}

/** Throws `NewerFile`. */
export function createTaking(options: TakingOptions): Taking {
  const { world, every } = options
  const file = openKeptFile(options)
  let waiting: Waiting[] = []
  /** Devices some of whose records found no room: what they sent after those must not be acknowledged first. */
  const turnedAway = new Set<string>()
  const refused: Partial<Record<Absurd | Verdict, number>> = {}

  function refuse(why: Absurd | Verdict, { device, screen, record: { from, until } }: Taken): void {
    if (refused[why] === undefined)
      world.log.warn({ why, device, screen, from, until }, 'a record of what was shown is refused; more like it are only counted')
    refused[why] = (refused[why] ?? 0) + 1
  }

  function isHonest(one: Taken): boolean {
    const why = absurdity(one.record, world.now())
    if (why !== null) refuse(why, one)
    return why === null
  }

  /** Refused for good and stored are the same to a box: it need not send it again. */
  function commit(): void {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostInCommit)
      const honest = batch.filter((one) => one.isHonest)
      const verdicts = file.keep(honest)
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

  const complain = (error: unknown): void => world.log.error({ err: error }, 'it is not known how full the disk is')
  const stops = [every(commitMs, commit), every(tidyMs, file.tidy), every(roomMs, () => void file.makeRoom().catch(complain))]
  return {
    take: (device, screen, records, proven) => {
      if (turnedAway.has(device)) return
      const room = limits.proofQueue - waiting.length
      if (records.length > room) turnedAway.add(device)
      for (const record of records.slice(0, room)) {
        const taken = { device, screen, record }
        waiting.push({ ...taken, isHonest: isHonest(taken), proven })
      }
      if (waiting.length >= mostInCommit && file.state().failingAt === null) commit()
    },
    plays: file.plays,
    state: () => ({ ...file.state(), waiting: waiting.length, refused: { ...refused } as PlaysState['refused'] }),
    close: () => {
      for (const stop of stops) stop()
      commit()
      file.close()
    },
  }
}
