/** A simulated player: the real core and clock, driven as a page drives them, with quartz of its own and media that come when they come. */
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { LinkState } from '@infoskjerm/shared/link/player.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Random } from '@infoskjerm/shared/testing/random.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { GatewayMessage, Holds } from '@infoskjerm/shared/wire/player.ts'
import { type ClockState, errorBoundMs, learn, probePauseMs, probePauses, syncedMs } from '../../player/core/clock.ts'
import { asleep, type Effect, type Input, type PlayerState, type step } from '../../player/core/player.ts'
import type { Timeline } from './timeline.ts'

export interface BoxOptions {
  readonly timeline: Timeline
  readonly random: Random
  readonly step: typeof step
  /** What the wall clock of the box shows. */
  readonly wallMs: () => number
  /** How much faster than it should the quartz runs. */
  readonly drift: number
  /** When a medium that is asked for is here (ms); null: never. */
  readonly mediumMs: (hash: string) => number | null
  readonly say: (said: { readonly holds: Holds } | { readonly sentMs: number }) => void
  /** After every step: what was, and what is. */
  readonly stepped: (before: PlayerState, after: PlayerState) => void
}

export interface Box {
  readonly state: () => PlayerState
  readonly now: () => Instant
  /** Whether the controller has told the time since it was switched on, and how far its clock may be off (ms). */
  readonly isTimeKnown: () => boolean
  readonly clockErrorMs: () => number
  /** Synced time of the last step. */
  readonly lookedAt: () => Instant
  readonly connected: () => void
  readonly hear: (message: GatewayMessage) => void
  readonly off: () => void
  /** What it would find again after a restart. */
  readonly kept: () => Kept
}

export interface Kept {
  readonly link: LinkState | null
  readonly syncedMs: number
}

const firstProbes = 5
const slewMs = 50
const unprovedAheadMs = 14 * 86_400_000
/** A medium that never comes is given up after this (ms). */
const lostAfterMs = 20_000

/** Switches the box on. */
export function createBox({ timeline, random, step: stepBy, drift, wallMs, mediumMs, say, stepped }: BoxOptions, kept: Kept): Box {
  const bootMs = timeline.nowMs()
  const asked = new Set<string>()
  const here = new Set<string>()
  let state = asleep
  let clock: ClockState | null = null
  let link = kept.link
  let isOn = true
  let lookedAt = instant(0)
  let letWake = (): void => undefined

  const monotonicMs = (): number => (timeline.nowMs() - bootMs) * (1 + drift)
  const nowMs = (): number => (clock === null ? wallMs() : syncedMs(clock, monotonicMs()))
  const now = (): Instant => instant(Math.floor(nowMs()))
  const later = (ms: number, work: () => void): (() => void) => timeline.after(ms, () => (isOn ? work() : undefined))

  function give(input: Input): void {
    const before = state
    lookedAt = now()
    const result = stepBy(state, input, lookedAt)
    state = result.state
    for (const effect of result.effects) carryOut(effect)
    stepped(before, state)
  }

  function carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'show':
        return void later(16 + random.below(30), painted)
      case 'media':
        for (const hash of effect.hashes) fetchMedium(hash)
        return
      case 'hello':
        return say({ holds: effect.holds })
      case 'store':
        link = effect.link
        return
      case 'wake':
        return wakeAt(effect.at)
    }
  }

  function painted(): void {
    const slots = state.scene?.slots
    if (slots === undefined) return
    if (slots.override !== undefined) give({ kind: 'painted', look: slots.override.key })
    give({ kind: 'painted', look: lookOf(slots.main) })
    give({ kind: 'presented' })
  }

  function fetchMedium(hash: string): void {
    if (asked.has(hash) || state.settled.has(hash)) return
    asked.add(hash)
    const ms = here.has(hash) ? 5 : mediumMs(hash)
    if (ms !== null) {
      later(ms, () => {
        here.add(hash)
        asked.delete(hash)
        give({ kind: 'media', hash })
      })
      return
    }
    later(lostAfterMs, () => {
      asked.delete(hash)
      give({ kind: 'lost', hash })
    })
  }

  /** As the page's waker: the clock may have moved meanwhile. */
  function wakeAt(at: Instant): void {
    letWake()
    const waitMs = Math.max(0, Math.ceil(at - nowMs()))
    letWake = later(Math.min(waitMs, 60_000), () => (nowMs() >= at ? give({ kind: 'tick' }) : wakeAt(at)))
  }

  let askedAtMs = Number.NEGATIVE_INFINITY
  const probe = (): void => {
    askedAtMs = monotonicMs()
    say({ sentMs: askedAtMs })
  }
  const probeIfDue = (): void => {
    if (monotonicMs() - askedAtMs >= probePauseMs(clock, monotonicMs()) - 500) probe()
  }
  function askTime(): void {
    for (let n = 0; n < firstProbes; n++) later(n * 150, probe)
  }
  function learnTime(message: Extract<GatewayMessage, { t: 'time' }>): void {
    const isFirst = clock === null
    const beforeMs = nowMs()
    clock = learn(clock, { ...message, backMs: monotonicMs() })
    if (isFirst) give({ kind: 'time', isProved: true })
    if (isFirst || Math.abs(nowMs() - beforeMs) > slewMs) give({ kind: 'tick' })
  }
  function eachBeat(): void {
    give({ kind: 'tick' })
    probeIfDue()
    later(limits.beatMs, eachBeat)
  }
  function eachSecond(): void {
    if (probePauseMs(clock, monotonicMs()) === probePauses.unsureMs) probeIfDue()
    later(1_000, eachSecond)
  }

  if (link !== null) {
    const aheadMs = wallMs() - kept.syncedMs
    give({ kind: 'time', isProved: aheadMs >= 0 && aheadMs < unprovedAheadMs })
    give({ kind: 'restored', link })
  }
  later(random.below(limits.beatMs), eachBeat)
  later(1_000, eachSecond)

  return {
    state: () => state,
    now,
    lookedAt: () => lookedAt,
    isTimeKnown: () => clock !== null,
    clockErrorMs: () => (clock === null ? Number.POSITIVE_INFINITY : errorBoundMs(clock, monotonicMs())),
    connected: () => {
      askTime()
      give({ kind: 'connected' })
    },
    hear: (message) => {
      if (message.t === 'time') learnTime(message)
      else if (message.t === 'clock') askTime()
      else if (message.t === 'resync') give({ kind: 'connected' })
      else give({ kind: 'message', message })
    },
    off: () => {
      isOn = false
    },
    kept: () => ({ link, syncedMs: nowMs() }),
  }
}
