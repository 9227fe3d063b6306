/** The player's half of the protocol: what it holds, and what a message makes of it (rule W2). Nothing older ever replaces something newer. */
import { limits } from '../limits.ts'
import { compareOrder, type Signed } from '../wire/pointers.ts'
import { type GatewayMessage, type Holds, pointerName } from '../wire/player.ts'
import { documentOf } from './published.ts'

export interface LinkState {
  /** The newest pointer of each name. */
  readonly pointers: Readonly<Record<string, Signed>>
  /** Documents by hash, as their exact text. */
  readonly documents: Readonly<Record<string, string>>
}

export const nothingHeld: LinkState = { pointers: {}, documents: {} }

export interface Received {
  readonly state: LinkState
  /** Names of the pointers that changed, or whose document came. */
  readonly changed: readonly string[]
  /** A pointer is here whose document is not: say hello again. */
  readonly incomplete: boolean
}

/** Takes a pointer or a document; other messages change nothing here. Nothing is dropped: a later pointer of the same round trip may name what an earlier one let go. */
export function receive(state: LinkState, message: GatewayMessage): Received {
  switch (message.t) {
    case 'document':
      return withDocument(state, message.hash, message.body)
    case 'pointer':
      return withPointer(state, message.signed)
    default:
      return { state, changed: [], incomplete: false }
  }
}

/** Without the documents that no pointer names any more; `keep` names those that are still on the glass. Called before a hello, so that what is said to be held stays held until the answer is in. */
export function tidy(state: LinkState, keep: readonly string[]): LinkState {
  const named = new Set(keep)
  for (const signed of Object.values(state.pointers)) {
    const hash = documentOf(signed)
    if (hash !== null) named.add(hash)
  }
  const documents = Object.fromEntries(Object.entries(state.documents).filter(([hash]) => named.has(hash)))
  return { ...state, documents }
}

/** What the player says in its hello. */
export function holdsOf(state: LinkState): Holds {
  const pointers = Object.fromEntries(
    Object.entries(state.pointers).map(([name, { body }]) => [name, { epoch: body.epoch, sequence: body.sequence }]),
  )
  return { pointers, documents: Object.keys(state.documents) }
}

/** The text of the document a pointer names; null where it names none or it is not here. */
export function documentFor(state: LinkState, signed: Signed): string | null {
  const hash = documentOf(signed)
  return hash === null ? null : (state.documents[hash] ?? null)
}

function withPointer(state: LinkState, signed: Signed): Received {
  const name = pointerName(signed.body)
  const held = state.pointers[name]
  const unchanged: Received = { state, changed: [], incomplete: false }
  if (held !== undefined && held.body.venue === signed.body.venue && compareOrder(signed.body, held.body) <= 0) return unchanged
  const pointers = { ...state.pointers, [name]: signed }
  const hash = documentOf(signed)
  const incomplete = hash !== null && state.documents[hash] === undefined
  return { state: { ...state, pointers }, changed: [name], incomplete }
}

/** A document that no pointer names yet is kept: its pointer is on its way. Beyond `limits.heldDocuments` the one that came first of those that nothing names is let go; if a pointer should name it again, it is asked for again. */
function withDocument(state: LinkState, hash: string, body: string): Received {
  if (state.documents[hash] !== undefined) return { state, changed: [], incomplete: false }
  const changed = Object.entries(state.pointers).flatMap(([name, signed]) => (documentOf(signed) === hash ? [name] : []))
  const documents = { ...state.documents, [hash]: body }
  letGo(documents, state.pointers)
  return { state: { ...state, documents }, changed, incomplete: false }
}

/** Lets the oldest that nothing names go, where there are too many; the newest stays. */
function letGo(documents: Record<string, string>, pointers: LinkState['pointers']): void {
  const hashes = Object.keys(documents)
  if (hashes.length <= limits.heldDocuments) return
  const named = new Set(Object.values(pointers).map(documentOf))
  const oldest = hashes.slice(0, -1).find((hash) => !named.has(hash))
  if (oldest !== undefined) delete documents[oldest]
}
