/** Takes pointers and documents in the order in which they came, each document only if its text is what its hash says. */
import { documentOf } from '@infoskjerm/shared/link/published.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Note } from './kept.ts'

/** Pointers that name no document, overrides above all, never wait. Over plain HTTP browsers have no SHA-256, and it would prove nothing: whoever could change the document could change this page. */
export function createProving(take: (message: GatewayMessage) => void, note: Note): (message: GatewayMessage) => void {
  let last: Promise<void> | null = null

  const wait = (work: () => Promise<void> | void): void => {
    const mine = (last ?? Promise.resolve()).then(work).finally(() => {
      if (last === mine) last = null
    })
    last = mine
  }

  return (message) => {
    if (message.t === 'document' && isSecureContext)
      wait(async () => {
        if ((await sha256(message.body)) === message.hash) take(message)
        else note('a document is not what its hash says', message.hash)
      })
    else if (last !== null && message.t === 'pointer' && documentOf(message.signed) !== null) wait(() => take(message))
    else take(message)
  }
}

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
