/** The outgoing webhook: one message at a time, tried again for a while, never in the way of anything. */
import { limits } from '@infoskjerm/shared/limits.ts'

/** `content` and `text`: chat services take one or the other. `infoskjerm`: the same for programs. */
export interface Message {
  readonly content: string
  readonly text: string
  readonly infoskjerm: object
}

/** How the last message went: `status` null where no answer came. */
export interface Outcome {
  readonly at: number
  readonly taken: boolean
  readonly status: number | null
}

export interface WebhookOptions {
  /** Where to; null: nowhere. Asked anew for each try. */
  readonly url: () => string | null
  readonly nowMs: () => number
  /** `to`: the address that was tried. */
  readonly onOutcome: (outcome: Outcome, to: string | null) => void
  /** Calls back after so many ms, until the answer is called. */
  readonly after: (ms: number, call: () => void) => () => void
}

export interface Webhook {
  /** Queues the message. */
  readonly send: (message: Message) => void
  /** Sends at once and once; how it went. */
  readonly attempt: (message: Message) => Promise<Outcome>
  readonly close: () => void
}

/** Messages that wait at most; of more the oldest are let go. */
const mostWaiting = 50
const firstPauseMs = 2_000

export function createWebhook({ url, nowMs, onOutcome, after }: WebhookOptions): Webhook {
  const waiting: Message[] = []
  const stopped = new AbortController()
  let stopPause: (() => void) | null = null
  let busy = false

  async function attempt(message: Message): Promise<Outcome> {
    const to = url()
    const status = to === null ? null : await post(to, message, stopped.signal)
    const outcome = { at: nowMs(), taken: status !== null && status >= 200 && status < 300, status }
    if (!stopped.signal.aborted) onOutcome(outcome, to)
    return outcome
  }

  async function work(tries: number): Promise<void> {
    const [next] = waiting
    if (next === undefined || url() === null || stopped.signal.aborted) {
      waiting.length = 0
      busy = false
      return
    }
    const { taken } = await attempt(next)
    const isLast = tries + 1 >= limits.webhookTries
    if (taken || isLast) {
      waiting.shift()
      return work(0)
    }
    stopPause = after(firstPauseMs * 4 ** tries, () => void work(tries + 1))
  }

  return {
    send: (message) => {
      if (url() === null) return
      waiting.push(message)
      if (waiting.length > mostWaiting) waiting.splice(busy ? 1 : 0, 1)
      if (busy) return
      busy = true
      void work(0)
    },
    attempt,
    close: () => {
      stopped.abort()
      stopPause?.()
    },
  }
}

/** The status of the answer, or null where none came in time. Redirects are not followed: they could lead inside. */
async function post(url: string, message: Message, stopped: AbortSignal): Promise<number | null> {
  // Not `AbortSignal.any` with `AbortSignal.timeout`: Node 20 collects the latter as garbage, and then waits for ever.
  const given = new AbortController()
  const giveUp = (): void => given.abort()
  const timer = setTimeout(giveUp, limits.webhookMs)
  stopped.addEventListener('abort', giveUp)
  if (stopped.aborted) giveUp()
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: given.signal,
    })
    await answer.body?.cancel()
    return answer.status
  } catch {
    // No answer is an outcome like any other: it is reported, and tried again.
    return null
  } finally {
    clearTimeout(timer)
    stopped.removeEventListener('abort', giveUp)
  }
}
