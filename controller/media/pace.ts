/** All media bodies together take their part of the link and no more (rule W8): documents and overrides never queue behind them. */

export interface PaceOptions {
  readonly bytesPerSecond: number
  readonly monotonicMs: () => number
  readonly after: (ms: number, work: () => void) => void
}

export interface Pace {
  /** Resolves when so many bytes may go out. Whoever asks for one piece at a time shares fairly with the others: each is served in turn. */
  readonly take: (bytes: number) => Promise<void>
}

/** So much may go out at once after a pause (ms of the rate): timers are not exact, and a picture need not dawdle on an empty link. */
const burstMs = 50

/** A token bucket, kept as the instant at which all that was promised will have gone out. */
export function createPace({ bytesPerSecond, monotonicMs, after }: PaceOptions): Pace {
  let doneAtMs = Number.NEGATIVE_INFINITY
  return {
    take: (bytes) => {
      const nowMs = monotonicMs()
      doneAtMs = Math.max(doneAtMs, nowMs - burstMs) + (bytes * 1_000) / bytesPerSecond
      const waitMs = doneAtMs - nowMs
      return waitMs <= 0 ? Promise.resolve() : new Promise((resolve) => after(waitMs, resolve))
    },
  }
}

/** Largest piece that goes out at once, so that no body holds up the others (bytes). */
const pieceBytes = 64 * 1024

/** The body, at the pace of all. It is read only as fast as it goes out. */
export function paced(body: ReadableStream<Uint8Array>, pace: Pace): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let rest: Uint8Array = new Uint8Array(0)
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (rest.length === 0) {
          const { done, value } = await reader.read()
          if (done) return controller.close()
          rest = value
        }
        const piece = rest.subarray(0, pieceBytes)
        rest = rest.subarray(piece.length)
        await pace.take(piece.length)
        controller.enqueue(piece)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
