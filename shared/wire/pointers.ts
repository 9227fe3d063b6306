/** Pointers: the small signed documents that say which content-addressed document holds (rule W3). */
import * as z from 'zod/mini'
import { hash, id, instantSchema, name } from '../model/parts.ts'
import { plainCare, type ScreenCare, screenCareSchema } from '../model/care.ts'
import { type LiveDocument, liveDocumentSchema } from '../model/live.ts'
import { type OverrideDocument, overrideDocumentSchema } from '../model/override.ts'
import { type Audience, type Exit, type Variant } from '../model/screen.ts'
import type { Instant } from '../time/instant.ts'

/** Place of a pointer in the venue's one order; compared as a pair, epoch first. */
export interface Order {
  readonly epoch: number
  readonly sequence: number
}

/** Which manifest a class of screens shows from `activeFrom` on. `hash` null: nothing at all is meant for the class; it shows the fallback. */
export interface ClassPointer extends Order {
  readonly kind: 'class'
  readonly venue: string
  readonly class: string
  readonly hash: string | null
  readonly activeFrom: Instant
}

/** Who a screen is: all that a manifest must not hold. */
export interface ScreenPointer extends Order {
  readonly kind: 'screen'
  readonly venue: string
  readonly screen: string
  readonly class: string
  readonly name: string
  readonly area: { readonly id: string; readonly name: string }
  readonly tags: readonly string[]
  readonly exits: readonly Exit[]
  readonly audience: Audience
  readonly variant: Variant
  readonly care: ScreenCare
}

/** Which document of a source holds. */
export interface SourcePointer extends Order {
  readonly kind: 'source'
  readonly venue: string
  readonly source: string
  readonly hash: string
}

/** The override document travels whole: it must need no second fetch. */
export interface OverridePointer extends Order {
  readonly kind: 'overrides'
  readonly venue: string
  readonly document: OverrideDocument
}

/** Cues and slips travel whole too: whoever steps a stage's slides does not wait for a fetch. */
export interface LivePointer extends Order {
  readonly kind: 'live'
  readonly venue: string
  readonly document: LiveDocument
}

export type Pointer = ClassPointer | ScreenPointer | SourcePointer | OverridePointer | LivePointer

/** A pointer with an Ed25519 signature over the UTF-8 of its canonical JSON (RFC 8785, RFC 8032); `key` is the SHA-256 of the public key in hex, `signature` is base64url. */
export interface Signed<P extends Pointer = Pointer> {
  readonly body: P
  readonly key: string
  readonly signature: string
}

/** Negative when a comes before b. */
export function compareOrder(a: Order, b: Order): number {
  return a.epoch - b.epoch || a.sequence - b.sequence
}

const order = { epoch: z.int().check(z.nonnegative()), sequence: z.int().check(z.nonnegative()) }
const exit: z.ZodMiniType<Exit> = z.object({
  name,
  direction: z.enum(['left', 'right', 'up', 'down']),
  confirmed: z.nullable(z.object({ by: z.string(), at: instantSchema })),
})

export const pointerSchema: z.ZodMiniType<Pointer> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('class'), venue: id, class: id, hash: z.nullable(hash), activeFrom: instantSchema, ...order }),
  z.object({
    kind: z.literal('screen'),
    venue: id,
    screen: id,
    class: id,
    name,
    area: z.object({ id, name }),
    tags: z.array(id),
    exits: z.array(exit),
    audience: z.enum(['public', 'crew']),
    variant: z.object({
      profile: z.enum(['standard', 'lofi']),
      widthPx: z.int(),
      heightPx: z.int(),
      distance: z.enum(['near', 'passage', 'hall']),
    }),
    care: z._default(screenCareSchema, plainCare),
    ...order,
  }),
  z.object({ kind: z.literal('source'), venue: id, source: id, hash, ...order }),
  z.object({ kind: z.literal('overrides'), venue: id, document: overrideDocumentSchema, ...order }),
  z.object({ kind: z.literal('live'), venue: id, document: liveDocumentSchema, ...order }),
]) as unknown as z.ZodMiniType<Pointer>

export const signedSchema: z.ZodMiniType<Signed> = z.object({
  body: pointerSchema,
  key: hash,
  signature: z.string().check(z.maxLength(100)),
})
