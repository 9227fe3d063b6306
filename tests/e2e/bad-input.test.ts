/** Every bad input is a clear problem with a code and a path, and nothing on the glass changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, type RunningController, signIn, startController } from './harness.ts'
import { entryOf, makeShow, playlistOf, type Show, textSlide } from './show.ts'

let controller: RunningController
let api: Api
let show: Show

beforeAll(async () => {
  controller = await startController()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  await api.ok('PATCH', '/events/current', { firstDay: '2027-03-24', lastDay: '2027-03-28', zone: 'Europe/Oslo' })
  show = await makeShow(api, ['Første'], 4_000)
})
afterAll(() => controller.close())

const picture = { hash: '0'.repeat(64), type: 'image/webp', widthPx: 10, heightPx: 10 }
const image = {
  ...textSlide('Bilde', 4_000),
  content: { kind: 'image', picture, fit: 'cover', tone: 'night', caption: { nb: '', en: '' } },
}
const once = (from: string, until: string) => ({ when: { kind: 'once', from, until } })

describe('bad input', () => {
  it.each<[string, () => [string, string, unknown], number, string, string]>([
    ['a missing file', () => ['POST', '/slides', image], 422, 'unknown-reference', 'content'],
    ['a duration of nothing', () => ['POST', '/slides', textSlide('Null', 0)], 422, 'duration-too-short', 'durationMs'],
    ['a text of 1 MB', () => ['POST', '/slides', textSlide('x'.repeat(1_000_000), 4_000)], 413, 'too-large', ''],
    [
      'a title of 300 characters',
      () => ['POST', '/slides', { ...textSlide('x'.repeat(300), 4_000), name: 'Lang' }],
      422,
      'too-long',
      'content.title.nb',
    ],
    ['an empty playlist in the schedule', () => ['POST', '/schedule', entryOf('Tom', 'ingen')], 422, 'unknown-reference', 'playlist'],
    [
      'a playlist inside itself',
      () => {
        const body = playlistOf('Huset', show.slides)
        const self = { ...body.items[0], id: 'selv', of: { kind: 'playlist', playlist: show.playlist } }
        return ['PUT', `/playlists/${show.playlist}/draft`, { ...body, items: [self] }]
      },
      422,
      'playlist-cycle',
      'items.0.of.playlist',
    ],
    [
      'an end before its start',
      () => ['POST', '/schedule', entryOf('Bakvendt', show.playlist, once('2027-03-26T22:00', '2027-03-26T21:00'))],
      422,
      'end-before-start',
      'when.until',
    ],
    [
      '02:30 on the night the clock jumps',
      () => ['POST', '/schedule', entryOf('Hull', show.playlist, once('2027-03-28T02:30', '2027-03-28T04:00'))],
      422,
      'time-does-not-exist',
      'when.from',
    ],
    ['wrong JSON', () => ['POST', '/slides', '{"name":'], 400, 'json', ''],
    ['a slide that is not there', () => ['GET', '/slides/finnes-ikke', undefined], 404, 'not-found', ''],
    ['a route that is not there', () => ['GET', '/fnord', undefined], 404, 'not-found', ''],
  ])('%s', async (_, request, status, code, path) => {
    const before = await api.ok('GET', '/schedule')
    const [method, url, body] = request()
    const answer = await api.call(method, url, body)
    expect(answer).toMatchObject({ status, body: { status, code, path } })
    expect((answer.body as { detail: string }).detail.length).toBeGreaterThan(10)
    expect(await api.ok('GET', '/schedule')).toEqual(before)
  })

  it('02:30 on the night the clock jumps is answered with its two neighbours', async () => {
    const answer = await api.call('POST', '/schedule', entryOf('Hull', show.playlist, once('2027-03-28T02:30', '2027-03-28T04:00')))
    expect((answer.body as { params: unknown }).params).toMatchObject({
      before: expect.stringContaining('01:59'),
      after: expect.stringContaining('03:00'),
    })
  })

  it('a wrong password', async () => {
    const answer = await fetch(`${controller.origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: 'feil passord her' }),
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'wrong-password' })
  })

  it('an empty playlist: publishing it under a schedule entry is refused', async () => {
    await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Huset', []))
    const answer = await api.call('POST', '/publish', { slides: [], playlists: [show.playlist] })
    expect(answer).toMatchObject({ status: 422, body: { code: 'playlist-empty' } })
    await api.ok('DELETE', `/playlists/${show.playlist}/draft`)
  })
})
