/** Proof of play (rule W6): what a screen showed, as records of at most `limits.proofMs`, kept until somebody has stored them. Pure; what is seen is handed in as it changes, and every few seconds. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { PlayException, PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import type { PlayerState } from './player.ts'

/** What is seen from now on. */
export interface Seen {
  /** Of the manifest that is current; null: nothing that could be proved. */
  readonly manifest: string | null
  /** Why people see something else than planned; null: they do not. */
  readonly why: PlayException['why'] | null
  /** Since when, where that is known only afterwards. */
  readonly since: Instant
}

/** The record that is being written. */
interface Open {
  readonly manifest: string
  readonly from: Instant
  /** When somebody last looked. */
  readonly seenAt: Instant
  readonly exceptions: readonly PlayException[]
  readonly why: Seen['why']
  readonly since: Instant
}

export interface ProofState {
  /** Number of the next record. */
  readonly next: number
  readonly open: Open | null
  /** Not acknowledged yet, oldest first. */
  readonly records: readonly PlayRecord[]
  /** Nothing before this is written again. */
  readonly until: Instant
  /** Records that found no room and were let go unsent. */
  readonly dropped: number
}

/** Of everything since the page was last seen running nobody knows what was shown. */
const gapMs = limits.silentAfterMs

/** From what was kept; a box that kept nothing counts from the time, so that no number comes twice. */
export function beginProof(kept: { readonly next: number; readonly records: readonly PlayRecord[] } | null, now: Instant): ProofState {
  const records = kept?.records ?? []
  return { next: kept?.next ?? Math.floor(now / 1_000), open: null, records, until: records.at(-1)?.until ?? (0 as Instant), dropped: 0 }
}

/** What a person before the screen sees. `darkSince`: since when no frame was drawn, or nobody could see the page; null: it is seen. */
export function seenOf(
  { show, scene, standing, substituted, hand, isTimeProved }: PlayerState,
  darkSince: Instant | null,
  now: Instant,
): Seen {
  const manifest = isTimeProved && standing.scene !== '' ? (show?.pointer.hash ?? null) : null
  const why =
    darkSince !== null
      ? 'dark'
      : scene?.slots.override !== undefined
        ? 'override'
        : substituted !== null || hand !== null
          ? 'substituted'
          : null
  return { manifest, why, since: darkSince ?? now }
}

/** Goes on with what was seen before, up to `now`, and with `seen` from there. Records end where the clock is at a multiple of `limits.proofMs`, so that those of a whole hall are worked out together. */
export function observe(before: ProofState, seen: Seen, now: Instant): ProofState {
  let state = rightOf(before, now)
  if (state.open !== null && (now < state.open.seenAt || now - state.open.seenAt > gapMs)) state = finish(state, state.open.seenAt)
  if (state.open !== null) {
    const { manifest, from, why } = state.open
    const end = ((Math.floor(from / limits.proofMs) + 1) * limits.proofMs) as Instant
    if (now >= end) state = begin(finish(state, end), { manifest, why, since: end }, end)
    if (manifest !== seen.manifest) state = finish(state, now)
  }
  if (state.open === null)
    return seen.manifest === null || now < state.until ? state : begin(state, { ...seen, manifest: seen.manifest, since: now }, now)
  const { open } = state
  if (open.why === seen.why) return { ...state, open: { ...open, seenAt: now } }
  const since = seen.why === null ? now : (Math.max(seen.since, open.why === null ? open.from : now) as Instant)
  return { ...state, open: { ...open, exceptions: excepted(open, now), why: seen.why, since, seenAt: now } }
}

/** Without the records up to and with `number`: they are stored for good. */
export function proven(state: ProofState, number: number): ProofState {
  return { ...state, records: state.records.filter((record) => record.number > number) }
}

/** The oldest records, as many as one message holds. */
export function batchOf({ records }: ProofState): readonly PlayRecord[] {
  let bytes = 200
  return records.slice(0, limits.proofRecords).filter((record, at) => {
    bytes += JSON.stringify(record).length + 1
    return at === 0 || bytes <= limits.playerMessageBytes
  })
}

function begin(state: ProofState, { manifest, why, since }: Seen & { readonly manifest: string }, from: Instant): ProofState {
  return { ...state, open: { manifest, from, seenAt: from, exceptions: [], why, since } }
}

/** Ends the record that is being written. */
export function finish(state: ProofState, until: Instant): ProofState {
  const { open, next } = state
  if (open === null || until <= open.from) return { ...state, open: null }
  const record = { number: next, manifest: open.manifest, from: open.from, until, exceptions: excepted(open, until) }
  const records = [...state.records, record]
  const kept = records.slice(-limits.proofKept)
  return { next: next + 1, open: null, records: kept, until, dropped: state.dropped + records.length - kept.length }
}

/** The exceptions with the one that lasts, up to `until`. What finds no room lengthens the last one: rather too little proved than too much. */
function excepted({ exceptions, why, since, from }: Open, until: Instant): readonly PlayException[] {
  if (why === null) return exceptions
  const last = exceptions.at(-1)
  const begins = Math.max(since, last?.until ?? from) as Instant
  if (begins >= until) return exceptions
  if (last !== undefined && exceptions.length >= limits.proofExceptions) return [...exceptions.slice(0, -1), { ...last, until }]
  return [...exceptions, { from: begins, until, why }]
}

/** What lies further ahead than clocks may differ was written by a clock that has been set back since, and nobody would take it. */
function rightOf(state: ProofState, now: Instant): ProofState {
  const ahead = later(now, limits.proofAheadMs)
  if (state.until <= ahead && (state.open?.seenAt ?? now) <= ahead) return state
  const records = state.records.filter(({ until }) => until <= ahead)
  return { ...state, open: null, records, until: Math.max(now, records.at(-1)?.until ?? now) as Instant }
}
