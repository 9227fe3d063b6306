/** Asking by plain GET while the socket is down (rule W2): the pointers first, then the documents that they name and the player does not have. */
import type { Signed } from '../wire/pointers.ts'
import { type GatewayMessage, pointerName } from '../wire/player.ts'
import type { LinkState } from './player.ts'
import { documentOf } from './published.ts'

/** The pointers as messages, in the order in which they count. */
export function pointerMessages(pointers: readonly Signed[]): readonly GatewayMessage[] {
  return pointers.map((signed) => ({ t: 'pointer', signed }))
}

/** An entity tag of the pointers: their places in the venue's one order are enough, for no two pointers share one. */
export function pointersTag(pointers: readonly Signed[]): string {
  const orders = pointers.map(({ body }) => `${pointerName(body)}.${body.epoch.toString(36)}.${body.sequence.toString(36)}`)
  return `"${orders.sort().join('-')}"`
}

/** Hashes of the documents that pointers name and that are not here, each once. */
export function lacking({ pointers, documents }: LinkState): readonly string[] {
  const hashes = Object.values(pointers).map(documentOf)
  return [...new Set(hashes)].filter((hash) => hash !== null && documents[hash] === undefined) as readonly string[]
}
