/** The gateway's half of the player protocol: from what is published and what a player holds, exactly what it lacks (rule W2). */
import { compareOrder, type Pointer } from '../wire/pointers.ts'
import { type GatewayMessage, type Holds, pointerName } from '../wire/player.ts'
import { documentOf, type Published } from './published.ts'

/** Overrides go first: nothing may delay them. */
const urgency: Readonly<Record<Pointer['kind'], number>> = { overrides: 0, live: 1, screen: 2, class: 3, source: 4 }

/** The messages that make the player complete, most urgent first; each document comes before the pointer that names it. Empty: it lacks nothing. */
export function missing(published: Published, holds: Holds): GatewayMessage[] {
  const messages: GatewayMessage[] = []
  const held = new Set(holds.documents)
  const ordered = [...published.pointers].sort((a, b) => urgency[a.body.kind] - urgency[b.body.kind])
  for (const signed of ordered) {
    const hash = documentOf(signed)
    if (hash !== null && !held.has(hash)) {
      const body = published.document(hash)
      if (body === null) continue
      held.add(hash)
      messages.push({ t: 'document', hash, body })
    }
    const known = holds.pointers[pointerName(signed.body)]
    if (known === undefined || compareOrder(known, signed.body) < 0) messages.push({ t: 'pointer', signed })
  }
  return messages
}
