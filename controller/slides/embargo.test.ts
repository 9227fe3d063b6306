/** Walks every answer there is, looking for what nobody but editors may know yet. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { MediaResource, ScreenResource, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import Sqlite from 'better-sqlite3'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createRig, type Rig } from '../testing/rig.ts'

// A whole controller starts here, and a picture is decoded, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const nobody = { nb: '', en: '' }
const text = (name: string, nb: string): SlideBody => ({
  name,
  content: { kind: 'text', title: { nb, en: '' }, body: nobody, tone: 'night', picture: null },
  variants: [],
  durationMs: 10_000,
  validFrom: null,
  validUntil: null,
  sponsor: null,
  embargo: false,
  audience: 'everyone',
})

let rig: Rig
let ids: Readonly<Record<'stage' | 'lobby' | 'winner' | 'held' | 'open' | 'list' | 'entry' | 'other', string>>
/** What must not be read, by what it is. */
let secrets: Readonly<Record<string, string>>

const post = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await rig.as('edit', 'POST', path, body)
  expect(answer.status, `${path} ${answer.text}`).toBe(200)
  return (answer.json() as Written<T>).value
}
const screen = async (name: string) => (await post<ScreenResource>('/screens', { name, area: 'hall' })).id
const slide = async (body: SlideBody) => (await post<SlideResource>('/slides', body)).id
const entry = async (name: string, playlist: string) => {
  const rule = {
    slot: 'main',
    band: 'normal',
    exclusive: false,
    manual: false,
    armed: { kind: 'all' },
    weight: 1,
    when: { kind: 'always' },
  }
  return (await post<{ id: string }>('/schedule', { name, playlist, target: { kind: 'all' }, ...rule })).id
}
const listOf = async (name: string, ...slides: string[]) => {
  const items = slides.map((id) => ({ id, of: { kind: 'slide', slide: id }, durationMs: null, validFrom: null, validUntil: null }))
  return (await post<{ id: string }>('/playlists', { name, order: 'sequence', items })).id
}
const upload = async (background: string) => {
  const png = await sharp({ create: { width: 20, height: 10, channels: 3, background } })
    .png()
    .toBuffer()
  return post<MediaResource>(`/media?name=${background.slice(1)}.png`, png)
}
const picture = ({ hash, type, widthPx, heightPx }: MediaResource) => ({ hash, type, widthPx, heightPx })

beforeAll(async () => {
  rig = await createRig()
  const [photo, twin, poster] = [await upload('#112233'), await upload('#445566'), await upload('#778899')]
  const plain = text('Premie', 'Vinneren er Kjell Krabbe')
  const image = { kind: 'image' as const, picture: picture(photo), fit: 'cover' as const, tone: 'night' as const }
  const winner = await slide({
    ...plain,
    variants: [
      { for: 'portrait', content: { ...image, caption: { nb: 'Krabbeportrett', en: '' } } },
      { for: 'lofi', content: { ...image, picture: picture(twin), caption: nobody } },
    ],
    validUntil: '2027-03-28T19:19:19.000Z' as never,
    embargo: true,
  })
  const held = await slide(text('Tilbaketrukket', 'Åpen i dag'))
  const open = await slide({
    ...text('Åpen', 'Velkommen inn'),
    variants: [{ for: 'lofi', content: { ...image, picture: picture(twin), caption: nobody } }],
  })
  const list = await listOf('Utdeling', winner, held, open)
  const around = await listOf('Huset', held, open)
  await post('/publish', { slides: [winner, held, open], playlists: [list, around] })
  const draft = { ...plain, content: { ...plain.content, title: { nb: 'Nei, det er Berit Blekksprut', en: '' } }, embargo: true }
  expect((await rig.as('edit', 'PUT', `/slides/${winner}/draft`, draft)).status).toBe(200)
  const stricter = { ...text('Tilbaketrukket', 'Åpen i dag'), embargo: true }
  expect((await rig.as('edit', 'PUT', `/slides/${held}/draft`, stricter)).status).toBe(200)
  const [stage, lobby] = [await screen('Scenen'), await screen('Lobbyen')]
  ids = { stage, lobby, winner, held, open, list, entry: await entry('Utdeling', list), other: await entry('Huset', around) }
  secrets = {
    published: 'Krabbe',
    draft: 'Blekksprut',
    variant: 'Krabbeportrett',
    validity: '19:19:19',
    picture: photo.hash,
    thumbnail: photo.thumbnail ?? 'no thumbnail',
    'a draft that is stricter than what is published': 'Åpen i dag',
  }
  expect(poster.hash).not.toBe(photo.hash)
})
afterAll(() => rig.close())

/** Every GET of the API with every id that there is in the place of its parameter. */
async function answers(who: 'see' | 'edit'): Promise<readonly { readonly path: string; readonly status: number; readonly text: string }[]> {
  const { paths } = (await rig.ask({ path: '/api/v1/openapi.json' })).json() as { paths: Record<string, Record<string, unknown>> }
  const gets = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []))
  const asked = gets.flatMap((path) => (path.includes('{') ? Object.values(ids).map((id) => path.replaceAll(/\{\w+\}/g, id)) : [path]))
  const found = []
  for (const path of asked) {
    const { status, text: body } = await rig.as(who, 'GET', path)
    found.push({ path, status, text: body })
  }
  return found
}

/** Where which secret can be read. */
async function leaks(who: 'see' | 'edit'): Promise<readonly string[]> {
  return (await answers(who)).flatMap(({ path, text: body }) =>
    Object.entries(secrets).flatMap(([what, secret]) => (body.includes(secret) ? [`${what}: ${path}`] : [])),
  )
}

let sizeInches = 40

/** What a paired player is given: its messages, and every document that they name. */
async function told(screenId: string): Promise<string> {
  const database = new Sqlite(join(rig.folder, 'infoskjerm.sqlite'))
  const secretHash = createHash('sha256').update('hysj').digest('hex')
  database
    .prepare('INSERT OR REPLACE INTO devices (id, screen, secret_hash, local, paired_at) VALUES (?, ?, ?, 0, 0)')
    .run('d', screenId, secretHash)
  database.close()
  // The controller looks again whenever a screen has changed.
  sizeInches += 1
  expect((await rig.as('all', 'PATCH', `/screens/${screenId}`, { sizeInches })).status).toBe(200)
  const state = await rig.ask({ path: '/player/v1/state', headers: { 'x-device': 'd', 'x-secret': 'hysj' } })
  const hashes = [...new Set(state.text.match(/[0-9a-f]{64}/g) ?? [])]
  const documents = await Promise.all(hashes.map((hash) => rig.ask({ path: `/player/v1/documents/${hash}` })))
  return [state, ...documents].map(({ text: body }) => body).join('\n')
}

const readBy = async (who: 'see' | 'edit') => (await rig.as(who, 'GET', `/slides/${ids.winner}`)).json() as SlideResource

describe('[E9] before anything is armed', () => {
  test('the walk does find what editors may see, so that it would find a leak', async () => {
    const found = await leaks('edit')
    for (const what of Object.keys(secrets))
      expect(
        found.some((leak) => leak.startsWith(`${what}: `)),
        what,
      ).toBe(true)
    const answered = (await answers('see')).filter(({ status }) => status === 200).map(({ path }) => path)
    for (const path of ['/slides', '/media', '/airtime', '/lint', '/audit', `/screens/${ids.stage}/scene`, `/slides/${ids.winner}/reach`])
      expect(answered).toContain(path)
  })

  test('who may only see reads the name, and nothing else, in any answer', async () => {
    expect(await leaks('see')).toEqual([])
    expect(await readBy('see')).toMatchObject({
      draft: { name: 'Premie', content: { kind: 'text', title: { nb: 'Holdes tilbake', en: 'Held back' } }, variants: [], embargo: true },
      published: { name: 'Premie', content: { title: { nb: 'Holdes tilbake', en: 'Held back' } }, validUntil: null },
    })
  })

  test('a picture that also stands in the open may be seen', async () => {
    const names = ((await rig.as('see', 'GET', '/media')).json() as MediaResource[]).map(({ name }) => name)
    expect(names.sort()).toEqual(['445566.png', '778899.png'])
  })

  test('a paired player is told nothing of it, and goes on with the rest', async () => {
    const body = await told(ids.stage)
    for (const secret of Object.values(secrets)) expect(body).not.toContain(secret)
    expect(body).toContain('Velkommen inn')
  })

  test('writing an entry arms nothing', async () => {
    const {
      id: _,
      windows: _w,
      screens: _s,
      ...body
    } = ((await rig.as('edit', 'GET', '/schedule')).json() as { id: string; windows: null; screens: null }[])[0]!
    const path = `/schedule/${ids.entry}`
    const written = (await rig.as('edit', 'PUT', path, { ...body, name: 'Utdeling', playlist: ids.list, armed: { kind: 'all' } })).json()
    expect(written).toMatchObject({ value: { armed: null } })
    expect(await leaks('see')).toEqual([])
  })
})

describe('[E9] armed for the stage', () => {
  let revision: number
  beforeAll(async () => {
    const answer = await rig.as('edit', 'POST', `/schedule/${ids.entry}/arm`, { target: { kind: 'screen', screen: ids.stage } })
    expect(answer.status, answer.text).toBe(200)
    ;({ revision } = answer.json() as { revision: number })
  })

  test('the stage gets it, and no other screen', async () => {
    expect(await told(ids.stage)).toContain('Kjell Krabbe')
    const lobby = await told(ids.lobby)
    for (const secret of Object.values(secrets)) expect(lobby).not.toContain(secret)
  })

  test('what is out may be read, the draft may not', async () => {
    const slideSeen = await readBy('see')
    expect(slideSeen.published?.content).toMatchObject({ title: { nb: 'Vinneren er Kjell Krabbe' } })
    expect(slideSeen.draft?.content).toMatchObject({ title: { nb: 'Holdes tilbake' } })
  })

  test('an edit of the entry leaves it armed', async () => {
    const rows = (await rig.as('edit', 'GET', '/schedule')).json() as { id: string; windows: null; screens: null }[]
    const { id: _, windows: _w, screens: _s, ...body } = rows.find(({ id }) => id === ids.entry)!
    const written = (await rig.as('edit', 'PUT', `/schedule/${ids.entry}`, { ...body, weight: 2, armed: null })).json()
    expect(written).toMatchObject({ value: { armed: { kind: 'screen', screen: ids.stage }, weight: 2 } })
  })

  test('disarmed it is gone again, and both are in the record under their names', async () => {
    expect((await rig.as('edit', 'POST', `/schedule/${ids.entry}/disarm`)).json()).toMatchObject({ value: { armed: null } })
    expect(await told(ids.stage)).not.toContain('Krabbe')
    expect(await leaks('see')).toEqual([])
    const record = (await rig.as('see', 'GET', '/audit?limit=20')).json() as { what: string; revision: number }[]
    expect(record.map(({ what }) => what)).toEqual(expect.arrayContaining(['schedule.arm', 'schedule.disarm']))
    expect(record.some((row) => row.revision === revision)).toBe(true)
  })

  test.each([
    ['a screen that is not there', { target: { kind: 'screen', screen: 'nowhere' } }, 'target.screen'],
    ['no target', {}, 'target'],
  ])('%s is refused', async (_, body, path) => {
    const answer = await rig.as('edit', 'POST', `/schedule/${ids.entry}/arm`, body)
    expect([answer.status, (answer.json() as { path: string }).path]).toEqual([422, path])
  })
})
