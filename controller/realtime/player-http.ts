/** `/player/v1/…`: the same documents over plain GETs, for when the socket is down (rule W2). */
import { pointerMessages, pointersTag } from '@infoskjerm/shared/link/poll.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Publisher } from '../publish/publisher.ts'
import { hashOf } from '../screens/store.ts'
import type { DeviceRow } from '../screens/table.ts'

export interface PlayerHttpOptions {
  readonly publisher: Publisher
  readonly nowMs: () => number
  readonly deviceOf: (id: string, secret: string) => DeviceRow | null
  readonly isHeld: (device: DeviceRow) => boolean
  /** Whether the box known by this hash of its secret was let go when the event was over. */
  readonly wasLetGo: (secretHash: string) => boolean
}

export type PlayerHttp = (path: string, request: Request) => Response | null

/** Answers a path below `/player/v1/`; null where there is no such thing. `state` needs `x-device` and `x-secret` and holds the pointers, as messages; asked again with their ETag it is a 304 until one has changed. The documents they name are fetched by hash. */
export function createPlayerHttp(options: PlayerHttpOptions): PlayerHttp {
  const { publisher, nowMs } = options

  function state(request: Request): Response {
    const secret = request.headers.get('x-secret') ?? ''
    const device = options.deviceOf(request.headers.get('x-device') ?? '', secret)
    if (device === null && options.wasLetGo(hashOf(secret))) return json([{ t: 'farewell' } satisfies GatewayMessage], 'no-store')
    if (device === null) return json([{ t: 'unpaired' } satisfies GatewayMessage], 'no-store')
    // A screen that was made a moment ago may not be published yet; what concerns everybody is.
    const pointers = publisher.pointersFor(device.screen, options.isHeld(device)) ?? [publisher.overrides(), publisher.live()]
    const etag = pointersTag(pointers)
    const headers = { etag, 'cache-control': 'no-store' }
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
    return text(JSON.stringify(pointerMessages(pointers)), 'no-store', { etag })
  }

  function document(hash: string): Response | null {
    const body = publisher.document(hash)
    return body === null ? null : text(body, 'public, max-age=31536000, immutable', { etag: `"${hash}"` })
  }

  return (path, request) => {
    if (path === 'state') return state(request)
    if (path === 'time') {
      const receivedAt = nowMs()
      return json({ t: 'time', receivedAt, answeredAt: nowMs() }, 'no-store')
    }
    const hash = /^documents\/([0-9a-f]{64})$/.exec(path)?.[1]
    return hash === undefined ? null : document(hash)
  }
}

function json(value: unknown, caching: string): Response {
  return text(JSON.stringify(value), caching, {})
}

function text(body: string, caching: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { headers: { 'content-type': 'application/json', 'cache-control': caching, ...headers } })
}
