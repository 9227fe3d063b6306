/** Whether a pointer from the wire may be obeyed: signed by the pinned key, for this venue and this screen, and not older than what the box has kept (rule S3). */
import { createHash, type KeyObject, verify } from 'node:crypto'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import { compareOrder, type Order, type Pointer, type Signed, signedSchema } from '@infoskjerm/shared/wire/pointers.ts'

/** Whom this box obeys, and who it is. */
export interface Bond {
  /** The controller's Ed25519 key, pinned when the box was paired. */
  readonly pinned: KeyObject
  readonly venue: string
  /** null: no place yet. */
  readonly screen: string | null
  /** The highest epoch ever obeyed. */
  readonly epoch: number
}

/** The pointer obeyed last in a stream (see `streamOf`). */
export interface Obeyed extends Order {
  readonly signature: string
}

export type Refusal = 'malformed' | 'wrong-key' | 'bad-signature' | 'wrong-venue' | 'wrong-screen' | 'older' | 'forked'
export type Judgement = { readonly kind: 'obey'; readonly signed: Signed } | { readonly kind: 'refuse'; readonly why: Refusal }

/** What a pointer replaces: one of the same stream. Orders are compared within a stream, for streams overtake each other on the way. */
export function streamOf(body: Pointer): string {
  switch (body.kind) {
    case 'class':
      return `class:${body.class}`
    case 'screen':
      return `screen:${body.screen}`
    case 'source':
      return `source:${body.source}`
    case 'overrides':
    case 'live':
      return body.kind
  }
}

/** Judges what came in; nothing of it is used before this says `obey`. `obeyed` answers for a stream, null where nothing was. */
export function judge(raw: unknown, bond: Bond, obeyed: (stream: string) => Obeyed | null): Judgement {
  const parsed = signedSchema.safeParse(raw)
  if (!parsed.success) return refuse('malformed')
  const signed = parsed.data
  if (signed.key !== fingerprintOf(bond.pinned)) return refuse('wrong-key')
  if (!isSignedBy(raw, signed.signature, bond.pinned)) return refuse('bad-signature')
  const { body } = signed
  if (body.venue !== bond.venue) return refuse('wrong-venue')
  if (body.kind === 'screen' && body.screen !== bond.screen) return refuse('wrong-screen')
  const before = obeyed(streamOf(body))
  if (body.epoch < bond.epoch || (before !== null && compareOrder(body, before) < 0)) return refuse('older')
  // One place in the order is given out once: two contents there mean two controllers with one key.
  if (before !== null && compareOrder(body, before) === 0 && before.signature !== signed.signature) return refuse('forked')
  return { kind: 'obey', signed }
}

const refuse = (why: Refusal): Judgement => ({ kind: 'refuse', why })

/** Over the body as it came: parsing fills in what an older controller did not sign, and drops what a newer one did. */
function isSignedBy(raw: unknown, signature: string, pinned: KeyObject): boolean {
  const { body } = raw as { readonly body: unknown }
  return verify(null, Buffer.from(canonicalJson(body), 'utf8'), pinned, Buffer.from(signature, 'base64url'))
}

function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}
