/** Every message between a player and the gateway (rule W1). Both directions use one Socket.IO event, `m`, on the namespace `/player`; what comes in is parsed, never cast. A beat, which comes most often by far, is a short text instead of an object (`beat.ts`). */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { hash, id, instantSchema } from '../model/parts.ts'
import type { Instant } from '../time/instant.ts'
import { type Order, type Signed, signedSchema } from './pointers.ts'

/** Raised when an old player could misread what a new gateway says. */
export const protocol = 2

/** What the handshake carries (Socket.IO `auth`). A device proves itself by its secret; a crew member who previews names the screen and is known by the session cookie. */
export interface Handshake {
  readonly protocol: number
  readonly device: { readonly id: string; readonly secret: string } | null
  readonly preview: string | null
}

/** What a player holds: the newest order of each pointer by its name (`screen`, `class`, `overrides`, `live`, `source:<id>`), and the hashes of its documents. */
export interface Holds {
  readonly pointers: Readonly<Record<string, Order>>
  readonly documents: readonly string[]
}

/** From the player. */
export type PlayerMessage =
  /** First after each connect, and again whenever the player finds that something is missing. */
  | { readonly t: 'hello'; readonly holds: Holds; readonly widthPx: number; readonly heightPx: number; readonly build: string }
  /** Asks for the controller's time; `sentMs` is the player's own monotonic clock and comes back untouched. */
  | { readonly t: 'probe'; readonly sentMs: number }
  /** The override document of this order has been painted (or, after an end, is off the glass). */
  | { readonly t: 'drawn'; readonly overrides: Order; readonly at: Instant }
  /** An item could not be shown at its turn; something else stood there. */
  | { readonly t: 'substituted'; readonly slide: string; readonly why: SubstitutionReason }
  /** On change, and at most every `limits.detailsMs`. */
  | { readonly t: 'details'; readonly details: Details }
  /** Proof of play, oldest first; sent again until it is acknowledged. */
  | { readonly t: 'proof'; readonly records: readonly PlayRecord[] }

/** How a player is, beyond its beat. */
export interface Details {
  /** The newest class pointer it holds, and whether all that it needs for its first seconds is here; null before the first. */
  readonly holds: Order | null
  readonly isReady: boolean
  /** Slides that the newest manifest names whose media are not here yet (at most `limits.detailSlides`), and how many there are. */
  readonly missing: readonly string[]
  readonly missingCount: number
  /** The slide whose turn it is, but which something else stands in for; null: all is as planned. */
  readonly substituted: { readonly slide: string; readonly why: SubstitutionReason } | null
  /** How far its clock may be off (ms), and whether its time was ever proved since it started (rule T5). */
  readonly clockErrorMs: number
  readonly isTimeProved: boolean
  readonly build: string
  /** What the page has mended by itself since it was opened by hand. */
  readonly mends: Mends
  /** Until when somebody steps this screen with the keys of its box; null: nobody does. */
  readonly keysUntil: Instant | null
}

/** How often the page has helped itself: a slide that never came was skipped, the glass was built anew, the page was loaded anew. */
export interface Mends {
  readonly skipped: number
  readonly rebuilt: number
  readonly reloaded: number
  /** What the last of them was for, in a word; '' before the first. */
  readonly last: '' | 'stuck' | 'frozen' | 'error' | 'memory'
}

export const nothingMended: Mends = { skipped: 0, rebuilt: 0, reloaded: 0, last: '' }

/** What a screen showed in a stretch of time: as planned by the manifest, but for the exceptions (rule W6). Synced time; `until` ≤ `from` + `limits.proofMs`. */
export interface PlayRecord {
  /** Counts up on one device: the record is known by device and number, so that one sent twice counts once. */
  readonly number: number
  readonly manifest: string
  readonly from: Instant
  readonly until: Instant
  /** Spans inside in which something else was seen than planned. */
  readonly exceptions: readonly PlayException[]
}

export interface PlayException {
  readonly from: Instant
  readonly until: Instant
  /** `override`: an emergency message covered it. `substituted`: the item was not ready. `dark`: no frame was drawn, or nobody could see the page. */
  readonly why: 'override' | 'substituted' | 'dark'
}

export type SubstitutionReason = 'not-ready' | 'missing' | 'broken'

/** From the gateway. */
export type GatewayMessage =
  | { readonly t: 'pointer'; readonly signed: Signed }
  /** The body is the exact text whose SHA-256 is `hash`. */
  | { readonly t: 'document'; readonly hash: string; readonly body: string }
  /** The answer to a probe: when it came and when this answer left, in the controller's served time. */
  | { readonly t: 'time'; readonly sentMs: number; readonly receivedAt: number; readonly answeredAt: number }
  /** This player belongs to no screen yet: show the code. */
  | { readonly t: 'pairing'; readonly code: string; readonly leftMs: number }
  /** An operator typed the code: keep this secret and connect again with it. */
  | { readonly t: 'paired'; readonly device: string; readonly secret: string }
  /** The device is no longer known: forget the secret and everything held. */
  | { readonly t: 'unpaired' }
  /** Show the screen's name for so long; 0: no longer. */
  | { readonly t: 'identify'; readonly forMs: number }
  /** Show for so long, for crew, how the player is; 0: no longer. */
  | { readonly t: 'diagnose'; readonly forMs: number }
  /** The event is over and this box is let go: say thanks, forget the secret and everything held, and ask for nothing until started again. */
  | { readonly t: 'farewell' }
  /** Proof of play up to and with this number is stored for good; it may be forgotten. */
  | { readonly t: 'proven'; readonly number: number }
  /** Some messages were left out because the line was too slow: say hello again now. */
  | { readonly t: 'resync' }
  /** This page is of another version than the server: load it anew. */
  | { readonly t: 'outdated' }
  /** The served time was set by somebody: ask for it now. */
  | { readonly t: 'clock' }
  /** Come back after so many milliseconds; the server is full or this player talks too much. */
  | { readonly t: 'later'; readonly afterMs: number }

const order = z.object({ epoch: z.int().check(z.nonnegative()), sequence: z.int().check(z.nonnegative()) })

export const handshakeSchema: z.ZodMiniType<Handshake> = z.object({
  protocol: z.int(),
  device: z.nullable(z.object({ id, secret: z.string().check(z.maxLength(100)) })),
  preview: z.nullable(id),
})

const count = z.int().check(z.nonnegative())
const substitutionReason = z.enum(['not-ready', 'missing', 'broken'])

const detailsSchema: z.ZodMiniType<Details> = z.object({
  holds: z.nullable(order),
  isReady: z.boolean(),
  missing: z.array(id).check(z.maxLength(limits.detailSlides)),
  missingCount: z.int().check(z.nonnegative()),
  substituted: z.nullable(z.object({ slide: id, why: substitutionReason })),
  clockErrorMs: z.number().check(z.nonnegative()),
  isTimeProved: z.boolean(),
  build: z.string().check(z.maxLength(80)),
  mends: z._default(
    z.object({ skipped: count, rebuilt: count, reloaded: count, last: z.enum(['', 'stuck', 'frozen', 'error', 'memory']) }),
    nothingMended,
  ),
  keysUntil: z._default(z.nullable(instantSchema), null),
})

export const playRecordSchema: z.ZodMiniType<PlayRecord> = z.object({
  number: z.int().check(z.nonnegative()),
  manifest: hash,
  from: instantSchema,
  until: instantSchema,
  exceptions: z
    .array(z.object({ from: instantSchema, until: instantSchema, why: z.enum(['override', 'substituted', 'dark']) }))
    .check(z.maxLength(limits.proofExceptions)),
})

export const playerMessageSchema: z.ZodMiniType<PlayerMessage> = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    holds: z.object({ pointers: z.record(z.string().check(z.maxLength(80)), order), documents: z.array(hash).check(z.maxLength(64)) }),
    widthPx: z.int(),
    heightPx: z.int(),
    build: z.string().check(z.maxLength(80)),
  }),
  z.object({ t: z.literal('probe'), sentMs: z.number() }),
  z.object({ t: z.literal('drawn'), overrides: order, at: instantSchema }),
  z.object({ t: z.literal('substituted'), slide: id, why: substitutionReason }),
  z.object({ t: z.literal('details'), details: detailsSchema }),
  z.object({ t: z.literal('proof'), records: z.array(playRecordSchema).check(z.maxLength(limits.proofRecords)) }),
]) as unknown as z.ZodMiniType<PlayerMessage>

export const gatewayMessageSchema: z.ZodMiniType<GatewayMessage> = z.discriminatedUnion('t', [
  z.object({ t: z.literal('pointer'), signed: signedSchema }),
  z.object({ t: z.literal('document'), hash, body: z.string() }),
  z.object({ t: z.literal('time'), sentMs: z.number(), receivedAt: z.number(), answeredAt: z.number() }),
  z.object({ t: z.literal('pairing'), code: z.string().check(z.maxLength(16)), leftMs: z.number() }),
  z.object({ t: z.literal('paired'), device: id, secret: z.string() }),
  z.object({ t: z.literal('unpaired') }),
  z.object({ t: z.literal('identify'), forMs: z.number() }),
  z.object({ t: z.literal('diagnose'), forMs: z.number() }),
  z.object({ t: z.literal('farewell') }),
  z.object({ t: z.literal('clock') }),
  z.object({ t: z.literal('proven'), number: z.int().check(z.nonnegative()) }),
  z.object({ t: z.literal('resync') }),
  z.object({ t: z.literal('outdated') }),
  z.object({ t: z.literal('later'), afterMs: z.number() }),
]) as unknown as z.ZodMiniType<GatewayMessage>

/** The name under which a pointer is held and compared. */
export function pointerName(body: { kind: 'class' | 'screen' | 'overrides' | 'live' } | { kind: 'source'; source: string }): string {
  return body.kind === 'source' ? `source:${body.source}` : body.kind
}
