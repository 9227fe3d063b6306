import { lacking } from '@infoskjerm/shared/link/poll.ts'
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { holdsOf, type LinkState, nothingHeld, receive } from '@infoskjerm/shared/link/player.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestWorld } from '../testing/world.ts'
import { author, createHall, createTestVenue, type Hall, slide } from './testing.ts'

let world: TestWorld
let hall: Hall
let device: Readonly<Record<string, string>>

beforeEach(async () => {
  world = createTestVenue()
  hall = await createHall(world)
  const fresh = hall.connect({})
  const { code } = await fresh.hears<{ code: string }>(({ t }) => t === 'pairing')
  hall.call('post', '/screens/pair', { code: code.toLowerCase(), screen: 'a1', name: null, area: null })
  const paired = await fresh.hears<{ device: string; secret: string }>(({ t }) => t === 'paired')
  device = { 'x-device': paired.device, 'x-secret': paired.secret }
})
afterEach(async () => {
  await hall.close()
  world.close()
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Response =>
  hall.realtime.playerHttp(path, new Request('http://x/', { headers })) ?? new Response(null, { status: 404 })

/** What a player does whose socket is down: the pointers, then each document that it lacks. */
async function poll(state: LinkState, etag: string): Promise<{ state: LinkState; etag: string; status: number; fetched: number }> {
  const answer = get('state', { ...device, 'if-none-match': etag })
  const messages = answer.status === 200 ? ((await answer.json()) as GatewayMessage[]) : []
  let held = messages.reduce((before, message) => receive(before, message).state, state)
  const hashes = lacking(held)
  for (const hash of hashes) held = receive(held, { t: 'document', hash, body: await get(`documents/${hash}`).text() }).state
  return { state: held, etag: answer.headers.get('etag') ?? '', status: answer.status, fetched: hashes.length }
}

function publishSlide(id: string, name: string): void {
  world.store.write(author, 'draft', (tx) => tx.put('slides', { ...tx.need('slides', id, ''), draft: slide(name) }))
  hall.call('post', '/publish', { slides: [id], playlists: [] })
}

it('[W2] two polls make a player complete, and a third costs nothing', async () => {
  const first = await poll(nothingHeld, '')
  expect([first.status, first.fetched]).toEqual([200, 2])
  const { publisher } = hall.realtime
  const published = { pointers: publisher.pointersFor('a1', false) ?? [], document: publisher.document }
  expect(missing(published, holdsOf(first.state))).toEqual([])
  const again = await poll(first.state, first.etag)
  expect([again.status, again.fetched]).toEqual([304, 0])
})

it('[W2] after a publish the pointers come anew, and the one document that is new', async () => {
  const first = await poll(nothingHeld, '')
  publishSlide('s1', 'Nytt')
  const next = await poll(first.state, first.etag)
  expect([next.status, next.fetched]).toEqual([200, 1])
})

it('[W2] a document that was lost on the way is fetched at the next poll, though no pointer changed', async () => {
  const first = await poll(nothingHeld, '')
  const holed = { ...first.state, documents: {} }
  expect(await poll(holed, first.etag)).toMatchObject({ status: 304, fetched: 2, state: first.state })
})

it('[O] [W2] an override comes by the poll alone', async () => {
  const first = await poll(nothingHeld, '')
  hall.call('post', '/overrides', { template: 'evacuate', target: { kind: 'all' }, status: 'actual' })
  const next = await poll(first.state, first.etag)
  const body = next.state.pointers['overrides']?.body
  expect(body?.kind === 'overrides' ? body.document.overrides.map(({ template }) => template) : []).toEqual(['evacuate'])
  expect(next.fetched).toBe(0)
})

it('[W3] pointers need the device and are never stored; documents need nobody and never change', () => {
  expect(get('state', device).headers.get('cache-control')).toBe('no-store')
  expect(get('state', { ...device, 'if-none-match': get('state', device).headers.get('etag') ?? '' }).headers.get('cache-control')).toBe(
    'no-store',
  )
  const hash = hall.realtime.publisher.publication().classes.values().next().value?.hash ?? ''
  expect(get(`documents/${hash}`).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(get(`documents/${hash.slice(1)}0`).status).toBe(404)
})
