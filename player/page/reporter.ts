/** Tells the controller how this player is (details), and what it has shown (proof of play), until that is stored for good (rule W6). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Mends, PlayerMessage } from '@infoskjerm/shared/wire/player.ts'
import { detailsOf } from '../core/details.ts'
import type { PlayerState } from '../core/player.ts'
import { batchOf, beginProof, finish, observe, type ProofState, proven, seenOf } from '../core/proof.ts'
import type { Kept, KeptProof } from './kept.ts'

export interface ReporterOptions {
  readonly state: () => PlayerState
  readonly now: () => Instant
  readonly clockErrorMs: () => number
  readonly send: (message: PlayerMessage) => void
  readonly kept: Kept
  readonly before: KeptProof | null
  readonly build: string
  readonly mends: () => Mends
}

export interface Reporter {
  /** Something in the details has changed. */
  readonly changed: () => void
  readonly connected: () => void
  /** Called whenever what is seen may have changed, and every few seconds. `darkSince`: since when nobody sees anything; null: it is seen. */
  readonly observe: (darkSince: Instant | null) => void
  readonly proven: (number: number) => void
  /** The page is left: what was seen up to now is kept. */
  readonly close: () => void
}

/** Changes that come together are told together (ms). */
const togetherMs = 1_000
/** All screens end a record at the same instant; they tell of it spread over so long (ms). What is not acknowledged is told again after as long. */
const spreadMs = 60_000

export function createReporter({ state, now, clockErrorMs, send, kept, before, build, mends }: ReporterOptions): Reporter {
  let proof = beginProof(before, now())
  let toldAtMs = Number.NEGATIVE_INFINITY
  let timer = 0
  let sendsAtMs = 0

  /** Whether the records changed. */
  const take = (next: ProofState): boolean => {
    const changes = next.records !== proof.records
    proof = next
    if (changes) void kept.keepProof({ next: proof.next, records: proof.records })
    return changes
  }
  const tell = (): void => {
    timer = 0
    toldAtMs = performance.now()
    send({ t: 'details', details: { ...detailsOf(state()), clockErrorMs: Math.min(clockErrorMs(), 1e9), build, mends: mends() } })
  }
  const sendProof = (): void => {
    const records = batchOf(proof)
    sendsAtMs = performance.now() + spreadMs
    if (records.length > 0) send({ t: 'proof', records })
  }
  const changed = (): void => {
    if (timer === 0) timer = window.setTimeout(tell, Math.max(togetherMs, toldAtMs + limits.detailsMs - performance.now()))
  }

  return {
    changed,
    connected: () => {
      changed()
      sendProof()
    },
    observe: (darkSince) => {
      const at = now()
      if (take(observe(proof, seenOf(state(), darkSince, at), at))) sendsAtMs = performance.now() + Math.random() * spreadMs
      if (proof.records.length > 0 && performance.now() > sendsAtMs) sendProof()
    },
    proven: (number) => {
      const waited = proof.records.length
      take(proven(proof, number))
      if (proof.records.length < waited) sendProof()
    },
    close: () => take(finish(proof, now())),
  }
}
