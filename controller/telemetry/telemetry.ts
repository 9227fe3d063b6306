/** What screens report of themselves beside what they should show. In memory alone: nothing a beat says is ever written (rule W6). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { Details } from '@infoskjerm/shared/wire/player.ts'
import { compareOrder, type Order } from '@infoskjerm/shared/wire/pointers.ts'
import type { Reported } from '../publish/outcomes.ts'
import type { World } from '../world.ts'
import type { Expectation } from './expected.ts'

export interface TelemetryOptions {
  readonly world: Pick<World, 'monotonicMs' | 'now'>
  readonly screens: () => Iterable<string>
  /** Screens with a device; `quarantined` where every box of theirs is kept out. */
  readonly paired: () => ReadonlyMap<string, { readonly local: boolean; readonly quarantined: boolean }>
  /** What the screen should show now. Null where there is no such screen. */
  readonly expected: (screen: string) => Expectation | null
}

export interface Beat {
  readonly scene: string
  readonly order: Order | null
}

export interface Telemetry {
  /** A player of the screen reached us. `near`: without encryption, or on this machine. */
  readonly connected: (screen: string, near: boolean) => void
  /** A beat came; answers whether the screen shows what it should. */
  readonly beat: (screen: string, beat: Beat) => boolean
  /** The player said how it is. */
  readonly details: (screen: string, details: Details) => void
  /** Of all screens. The answer is the same array, and what it holds of a screen the same object, while nothing of it has changed. */
  readonly statuses: () => readonly ScreenStatus[]
  readonly reported: (screen: string) => Reported
}

interface Record {
  near: boolean
  heardAt: number | null
  heardMs: number | null
  beat: Beat | null
  details: Details | null
  /** When it last showed what it should, and had what it should have it from (monotonic, ms). */
  rightMs: number
  currentMs: number
  status: ScreenStatus
}

export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { world } = options
  const records = new Map<string, Record>()
  let all: readonly ScreenStatus[] = []

  function recordOf(screen: string): Record {
    const known = records.get(screen)
    if (known !== undefined) return known
    const ms = world.monotonicMs()
    const status: ScreenStatus = {
      screen,
      state: 'silent',
      since: world.now(),
      heardAt: null,
      showing: null,
      local: false,
      details: null,
    }
    const made: Record = {
      near: false,
      heardAt: null,
      heardMs: null,
      beat: null,
      details: null,
      rightMs: ms,
      currentMs: ms,
      status,
    }
    records.set(screen, made)
    return made
  }

  /** Whether the last beat says what is expected at this moment; notes when it last did. */
  function isRight(record: Record, expected: Expectation | null, ms: number): boolean {
    const { beat } = record
    if (expected === null || beat === null) return false
    const right = beat.scene === expected.scene
    if (right) record.rightMs = ms
    if (beat.order !== null && compareOrder(beat.order, expected.order) >= 0) record.currentMs = ms
    return right
  }

  function isSilent(record: Record, ms: number): boolean {
    return record.heardMs === null || record.beat === null || ms - record.heardMs > limits.silentAfterMs
  }

  function statusOf(screen: string, ms: number, paired: ReturnType<TelemetryOptions['paired']>): ScreenStatus {
    const record = recordOf(screen)
    const expected = options.expected(screen)
    const right = isRight(record, expected, ms)
    const silent = isSilent(record, ms)
    const state = stateOf(record, silent, ms, paired.get(screen))
    const { status, heardAt, near: local } = record
    const details = paired.has(screen) ? record.details : null
    const showing = right && !silent ? (expected?.showing ?? null) : null
    const same =
      status.state === state &&
      status.heardAt === heardAt &&
      status.showing === showing &&
      status.local === local &&
      status.details === details
    if (same) return status
    const since = status.state === state ? status.since : world.now()
    record.status = { screen, state, since, heardAt, showing, local, details }
    return record.status
  }

  return {
    connected: (screen, near) => {
      recordOf(screen).near = near
    },
    beat: (screen, beat) => {
      const record = recordOf(screen)
      const ms = world.monotonicMs()
      if (isSilent(record, ms)) {
        record.rightMs = ms
        record.currentMs = ms
      }
      record.beat = beat
      record.heardMs = ms
      record.heardAt = world.now()
      return isRight(record, options.expected(screen), ms)
    },
    details: (screen, details) => {
      recordOf(screen).details = details
    },
    statuses: () => {
      const paired = options.paired()
      const ms = world.monotonicMs()
      const next: ScreenStatus[] = []
      let same = true
      for (const screen of options.screens()) {
        const status = statusOf(screen, ms, paired)
        if (all[next.length] !== status) same = false
        next.push(status)
      }
      if (same && next.length === all.length) return all
      if (records.size > next.length) forgetOthers(records, next)
      all = next
      return all
    },
    reported: (screen) => {
      const record = records.get(screen)
      const silent = record === undefined || isSilent(record, world.monotonicMs())
      return { order: record?.beat?.order ?? null, silent, details: record?.details ?? null }
    },
  }
}

function stateOf(
  { currentMs, rightMs }: Record,
  silent: boolean,
  ms: number,
  device: { readonly quarantined: boolean } | undefined,
): ScreenStatus['state'] {
  if (device === undefined) return 'unpaired'
  if (device.quarantined) return 'quarantined'
  if (silent) return 'silent'
  if (ms - currentMs > limits.wrongAfterMs) return 'old'
  return ms - rightMs > limits.wrongAfterMs ? 'wrong' : 'right'
}

/** Screens that are gone. */
function forgetOthers(records: Map<string, Record>, statuses: readonly ScreenStatus[]): void {
  const screens = new Set(statuses.map(({ screen }) => screen))
  for (const screen of records.keys()) if (!screens.has(screen)) records.delete(screen)
}
