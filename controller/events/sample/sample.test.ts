import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VenueAsCode } from '../../../playlists/venue.ts'
import { openMediaFiles } from '../../media/files.ts'
import { createIngest } from '../../media/ingest.ts'
import { createEncoder, type Encoder } from '../../media/pictures/encoder.ts'
import { audited, type TableName } from '../../storage/tables.ts'
import { createTestWorld, type TestWorld } from '../../testing/world.ts'
import { createEvents } from '../store.ts'
import { importVenue } from './import.ts'
import { changeReach, emptySample } from './store.ts'

// The picture is decoded by a process of its own.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

const kari = { id: 'kari', name: 'Kari' }
const none = { nb: '', en: '' }
const always = { validFrom: null, validUntil: null }

let world: TestWorld
let encoder: Encoder
let scratch: string
beforeEach(() => {
  world = createTestWorld()
  world.store.write(kari, 'nothing', (tx) => {
    tx.remove('areas', 'hall')
    tx.remove('events', 'tg')
  })
  encoder = createEncoder()
  scratch = mkdtempSync(join(tmpdir(), 'infoskjerm-sample-'))
})
afterEach(() => {
  encoder.close()
  world.close()
  rmSync(scratch, { recursive: true })
})

async function importSample(): Promise<void> {
  const path = join(scratch, 'kart.png')
  writeFileSync(
    path,
    await sharp({ create: { width: 8, height: 6, channels: 3, background: '#123456' } })
      .png()
      .toBuffer(),
  )
  const files = await openMediaFiles(join(world.dataFolder, 'media'))
  const tools = { present: false, measure: () => Promise.reject(new Error('no video here')), poster: () => Promise.resolve(false) }
  await importVenue(world, venue(path), createIngest({ files, encoder, tools }), 'local')
}

const rows = (table: TableName) => world.store.db.select().from(audited[table]).all().length
const counts = () => Object.fromEntries((Object.keys(audited) as TableName[]).map((table) => [table, rows(table)]))

test('a venue comes in as one write, published, with its media by hash', async () => {
  const before = world.store.revision()
  await importSample()
  expect(world.store.revision()).toBe(before + 1)
  expect(createEvents(world).current()).toMatchObject({ id: 'eksempel', sample: { reach: 'local' } })
  const [slide] = world.store.db.select().from(audited.slides).all()
  const [picture] = world.store.db.select().from(audited.media).all()
  expect(slide).toMatchObject({ draft: null, published: { name: 'Kart', content: { picture: { hash: picture?.hash, widthPx: 8 } } } })
  const [entry] = world.store.db.select().from(audited.schedule).all()
  expect(entry?.armed, '[E9] no file arms an entry').toBeNull()
  expect(world.store.setting('demo', null)).toMatchObject({ friday: '2027-03-26T21:40:00.000Z', prizes: '2027-03-28T08:40:00.000Z' })
})

test('whom it reaches can be changed, and changed back', async () => {
  await importSample()
  const { revision, value } = changeReach(world, kari, 'all')
  expect(value.sample).toEqual({ reach: 'all' })
  world.store.undo(kari, revision)
  expect(createEvents(world).current().sample).toEqual({ reach: 'local' })
})

test('emptied, an empty event is left, and the accounts', async () => {
  await importSample()
  const rights = { role: 'all', mayStartOverride: true, mayEndOverride: true } as const
  world.store.write(kari, 'people', (tx) => {
    tx.put('users', { id: 'kari', username: 'kari', name: 'Kari', language: 'nb', ...rights })
    tx.put('devices', { id: 'd', screen: 'inngang', secretHash: 'x', local: true, pairedAt: 0, quarantinedAt: null })
  })
  const { value } = emptySample(world, kari)
  expect(value).toMatchObject({ name: 'Nytt arrangement', sample: null, zone: 'Europe/Oslo' })
  const left = Object.entries(counts()).filter(([, n]) => n > 0)
  expect(left).toEqual([
    ['events', 1],
    ['users', 1],
    ['settings', 1],
  ])
  expect(() => emptySample(world, kari)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

function venue(picture: string): VenueAsCode {
  const days = { firstDay: '2027-03-24', lastDay: '2027-03-28', zone: 'Europe/Oslo', dayBreak: '05:00' }
  const content = { kind: 'image', picture: { file: 'kart.png' }, fit: 'contain', tone: 'paper', caption: none } as const
  const item = { id: 'kart', of: { kind: 'slide', slide: 'kart' }, durationMs: null, ...always } as const
  return {
    event: { id: 'eksempel', name: 'Eksempel', venueName: 'Hallen', theme: 'tg27', ...days },
    areas: [{ id: 'nord', name: 'Nord', position: 0 }],
    screens: [
      {
        ...{ id: 'inngang', name: 'Inngang', area: 'nord', tags: [], profile: 'standard', widthPx: 1920, heightPx: 1080 },
        ...{ distance: 'hall', exits: [], audience: 'public', state: { kind: 'in-service' }, local: true, sizeInches: null, position: 0 },
        care: plainCare,
      },
    ],
    stages: [{ id: 'scene', name: { nb: 'Scenen', en: '' }, letter: 'A', area: 'nord' }],
    happenings: [
      {
        ...{ id: 'apning', title: { nb: 'Åpning', en: '' }, stage: 'scene', start: instant(0), end: instant(1) },
        ...{ description: none, tags: [], was: null, cancelled: false, open: false },
      },
    ],
    sponsors: [{ id: 'nordlys', name: 'Nordlys', promise: null, rivals: [] }],
    slides: [
      {
        id: 'kart',
        name: 'Kart',
        content,
        variants: [],
        durationMs: 9_000,
        sponsor: 'nordlys',
        embargo: false,
        audience: 'everyone',
        ...always,
      },
    ],
    playlists: [{ id: 'huset', name: 'Huset', order: 'sequence', items: [item] }],
    schedule: [
      {
        ...{ id: 'alltid', name: 'Alltid', playlist: 'huset', target: { kind: 'all' }, slot: 'main', band: 'house' },
        ...{ exclusive: false, manual: false, armed: { kind: 'all' }, weight: 1, when: { kind: 'always' } },
      },
    ],
    media: [{ file: 'kart.png', path: picture }],
    demo: { opening: '2027-03-24T18:40', friday: '2027-03-26T22:40', 'clock-night': '2027-03-28T01:40', prizes: '2027-03-28T10:40' },
  }
}
