/** What screens report of themselves beside what they should show. In memory alone: nothing a beat says is ever written (rule W6). */
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { compareOrder, type Order } from '@infoskjerm/shared/wire/pointers.ts'
import type { Reported } from '../publish/operations.ts'
import type { World } from '../world.ts'

export interface TelemetryOptions {
  readonly world: World
  readonly screens: () => Iterable<string>
  /** Screens with a device. */
  readonly paired: () => ReadonlyMap<string, { readonly local: boolean }>
  /** What the screen should show now, and the order it should have that from. Null where there is no such screen. */
  readonly expected: (screen: string) => { readonly scene: Scene; readonly order: Order } | null
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
  readonly statuses: () => readonly ScreenStatus[]
  readonly reported: (screen: string) => Reported
}

interface Record {
  near: boolean
  heardAt: number | null
  heardMs: number | null
  beat: Beat | null
  /** When it last showed what it should, and had what it should have it from (monotonic, ms). */
  rightMs: number
  currentMs: number
  state: ScreenStatus['state']
  since: number
}

export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { world } = options
  const records = new Map<string, Record>()

  function recordOf(screen: string): Record {
    const known = records.get(screen)
    if (known !== undefined) return known
    const ms = world.monotonicMs()
    const made: Record = {
      near: false,
      heardAt: null,
      heardMs: null,
      beat: null,
      rightMs: ms,
      currentMs: ms,
      state: 'silent',
      since: world.now(),
    }
    records.set(screen, made)
    return made
  }

  /** Whether the last beat says what is expected at this moment. */
  function compare(screen: string, record: Record): { readonly right: boolean; readonly scene: Scene | null } {
    const expected = options.expected(screen)
    if (expected === null || record.beat === null) return { right: false, scene: null }
    const ms = world.monotonicMs()
    const right = record.beat.scene === sceneHash(expected.scene)
    if (right) record.rightMs = ms
    if (record.beat.order !== null && compareOrder(record.beat.order, expected.order) >= 0) record.currentMs = ms
    return { right, scene: expected.scene }
  }

  function isSilent(record: Record): boolean {
    return record.heardMs === null || record.beat === null || world.monotonicMs() - record.heardMs > limits.silentAfterMs
  }

  function stateOf(record: Record, isPaired: boolean): ScreenStatus['state'] {
    const ms = world.monotonicMs()
    if (!isPaired) return 'unpaired'
    if (isSilent(record)) return 'silent'
    if (ms - record.currentMs > limits.wrongAfterMs) return 'old'
    return ms - record.rightMs > limits.wrongAfterMs ? 'wrong' : 'right'
  }

  function statusOf(screen: string, isPaired: boolean): ScreenStatus {
    const record = recordOf(screen)
    const { right, scene } = compare(screen, record)
    const state = stateOf(record, isPaired)
    if (state !== record.state) {
      record.state = state
      record.since = world.now()
    }
    const main = scene?.slots.main
    const showing = right && !isSilent(record) && main?.kind === 'slide' && scene?.slots.override === undefined ? main.slide.name : null
    return { screen, state, since: record.since, heardAt: record.heardAt, showing, local: record.near, details: null }
  }

  return {
    connected: (screen, near) => {
      recordOf(screen).near = near
    },
    beat: (screen, beat) => {
      const record = recordOf(screen)
      const ms = world.monotonicMs()
      if (isSilent(record)) {
        record.rightMs = ms
        record.currentMs = ms
      }
      record.beat = beat
      record.heardMs = ms
      record.heardAt = world.now()
      return compare(screen, record).right
    },
    statuses: () => {
      const paired = options.paired()
      const screens = new Set(options.screens())
      for (const screen of records.keys()) if (!screens.has(screen)) records.delete(screen)
      return [...screens].map((screen) => statusOf(screen, paired.has(screen)))
    },
    reported: (screen) => {
      const record = records.get(screen)
      return { order: record?.beat?.order ?? null, silent: record === undefined || isSilent(record) }
    },
  }
}
