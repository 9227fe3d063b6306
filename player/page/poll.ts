/** The second road (rule W2): pointers by plain GET while the socket is down, and by their hashes the documents that are not here. */
import type { Device } from './kept.ts'

export interface PollOptions {
  /** Takes a message as the socket would bring it. */
  readonly take: (raw: unknown) => void
  /** Hashes of the documents that are named and not here. */
  readonly lacking: () => readonly string[]
}

/** Asks once each time it is called. A network that is down is no error: the show goes on, and the next time comes by itself. */
export function createPoll({ take, lacking }: PollOptions): (device: Device) => Promise<void> {
  let etag = ''
  let isAsking = false
  const get = (path: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`/player/v1/${path}`, { headers, cache: 'no-store' })
  return async ({ id, secret }) => {
    if (isAsking) return
    isAsking = true
    try {
      const state = await get('state', { 'x-device': id, 'x-secret': secret, 'if-none-match': etag })
      if (state.ok) {
        const messages = (await state.json()) as unknown
        if (Array.isArray(messages)) messages.forEach(take)
        etag = state.headers.get('etag') ?? ''
      } else if (state.status !== 304) return
      for (const hash of lacking()) {
        const answer = await get(`documents/${hash}`, {})
        if (answer.ok) take({ t: 'document', hash, body: await answer.text() })
      }
    } catch (error) {
      // No network, or one that answers with pages of its own.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
    } finally {
      isAsking = false
    }
  }
}
