/** Counts what each connection sends before any of it is parsed, and cuts those that send too much (rule W7). */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Bucket, createBucket } from './bucket.ts'

/** What of an Engine.IO connection is needed. */
export interface Connection {
  readonly remoteAddress: string
  readonly on: {
    (event: 'packet', listener: (packet: { readonly type: string }) => void): unknown
    (event: 'close', listener: () => void): unknown
  }
  readonly close: (discard?: boolean) => void
}

export interface Meter {
  /** From here on the connection draws on this bucket, and `onOver` is called when it is empty. */
  readonly attribute: (connection: object, bucket: Bucket, onOver: () => void) => void
  readonly watch: (connection: Connection) => void
  /** Messages refused since the start. */
  readonly refused: () => number
}

export function createMeter(monotonicMs: () => number): Meter {
  let refused = 0
  const watched = new WeakMap<object, { bucket: Bucket; onOver: () => void }>()
  return {
    watch: (connection) => {
      const anonymous = createBucket(limits.playerBurst, limits.playerMessagesPerSecond, monotonicMs())
      const state = { bucket: anonymous, onOver: () => connection.close(true) }
      watched.set(connection, state)
      connection.on('packet', ({ type }) => {
        if (type !== 'message' || state.bucket.take(monotonicMs())) return
        refused++
        state.onOver()
      })
    },
    attribute: (connection, bucket, onOver) => {
      const state = watched.get(connection)
      if (state === undefined) throw new Error('a connection that nobody watches')
      Object.assign(state, { bucket, onOver })
    },
    refused: () => refused,
  }
}
