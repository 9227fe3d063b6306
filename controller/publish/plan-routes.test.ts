import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import type { AirtimeResource, LintResource } from '@infoskjerm/shared/wire/api.ts'
import type { SponsorPromise } from '@infoskjerm/shared/model/sponsor.ts'
import { noOverrides } from '@infoskjerm/shared/model/override.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { instantsOut } from '../http/instants.ts'
import type { Call } from '../http/route.ts'
import { readProgramme } from '../programme/store.ts'
import { author, createTestVenue, entryRow, list, slide } from '../realtime/testing.ts'
import type { TestWorld } from '../testing/world.ts'
import { createSigner } from './keys.ts'
import { planRoutes } from './plan-routes.ts'
import { atOnce } from './pace.ts'
import { createPublisher, type Publisher } from './publisher.ts'

// Every manifest is compiled for five days here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let world: TestWorld
let publisher: Publisher
beforeEach(() => {
  world = createTestVenue()
  publisher = createPublisher({
    world,
    signer: createSigner(world.dataFolder),
    pace: atOnce,
    readProgramme: (event) => readProgramme(world.store.db, event),
    readOverrides: () => noOverrides,
    readLive: () => nothingLive,
  })
})
afterEach(() => world.close())

const write = (work: Parameters<TestWorld['store']['write']>[2]) => world.store.write(author, 'test', work)
const get = async <T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> => {
  const found = planRoutes(world, publisher).find((route) => route.path === path)
  return instantsOut(await found?.handle({ query } as unknown as Call<unknown>)) as T
}
const airtime = (query: Readonly<Record<string, string>> = {}) => get<AirtimeResource>('/airtime', query).then(({ sponsors }) => sponsors)
const lint = (query: Readonly<Record<string, string>> = {}) => get<LintResource>('/lint', query).then(({ findings }) => findings)

/** The house plays s1 and s2, ten seconds each; s1 is `sun`’s. */
const promise = (given: Partial<SponsorPromise>) =>
  write((tx) => {
    const all: SponsorPromise = { amount: { kind: 'share', percent: 50 }, where: { kind: 'all' }, hours: null, ...given }
    tx.put('sponsors', { id: 'sun', event: 'tg', name: 'Sun', promise: all, rivals: [] })
    tx.put('slides', { id: 's1', event: 'tg', draft: null, published: { ...slide('s1'), sponsor: 'sun' }, changedAt: 0, changedBy: '' })
  })
/** The foyer shows something else from 18 to 20, each day. */
const foyerEvenings = () =>
  write((tx) =>
    tx.put('schedule', {
      ...entryRow('evening', 'extra', {
        kind: 'daily',
        from: '18:00',
        until: '20:00',
        firstDay: '2027-03-24',
        lastDay: '2027-03-28',
        except: [],
      }),
      ...{ target: { kind: 'area', area: 'foyer' }, band: 'normal' },
    }),
  )

describe('/airtime', () => {
  it('is of the event, from its first day-break to the one after its last day', async () => {
    expect(await get<AirtimeResource>('/airtime')).toMatchObject({
      from: '2027-03-24T04:00:00.000Z',
      until: '2027-03-29T03:00:00.000Z',
      sponsors: [],
    })
  })

  it('is half of the hall where one of two slides is the sponsor’s', async () => {
    promise({})
    const [sun] = await airtime({ from: '2027-03-26T10:00:00Z', to: '2027-03-26T11:00:00Z' })
    const hall = { ms: 1_800_000, share: 0.5, slides: { s1: 1_800_000 } }
    expect(sun?.screens).toEqual([
      { screen: 'a1', ...hall },
      { screen: 'a2', ...hall },
      { screen: 'b1', ...hall },
    ])
    expect(sun?.promise).toEqual({ kept: true, wanted: 0.5, got: 0.5, screen: 'a1' })
  })

  it('a screen that is covered for a while is the worst off, and its promise is not kept', async () => {
    promise({})
    foyerEvenings()
    const [sun] = await airtime()
    expect(sun?.promise).toMatchObject({ kept: false, wanted: 0.5, screen: 'b1' })
    expect(sun?.promise?.got).toBeCloseTo(0.5 * (1 - 10 / 119), 4)
  })

  it('only the screens that were meant count, others are told all the same', async () => {
    promise({ where: { kind: 'area', area: 'hall' } })
    foyerEvenings()
    const [sun] = await airtime()
    expect(sun?.promise).toMatchObject({ kept: true, screen: 'a1' })
    expect(sun?.screens.map(({ screen }) => screen)).toEqual(['a1', 'a2', 'b1'])
  })

  it('within the hours of the promise', async () => {
    promise({ hours: { from: '18:00', until: '20:00' } })
    foyerEvenings()
    const [sun] = await airtime()
    expect(sun?.screens.map(({ ms }) => ms / 3_600_000)).toEqual([5, 5, 0])
    expect(sun?.promise).toEqual({ kept: false, wanted: 0.5, got: 0, screen: 'b1' })
  })

  it('minutes are those of the worst festival day: the night of the clock change is an hour shorter', async () => {
    promise({ amount: { kind: 'minutes', perDay: 715 } })
    expect((await airtime())[0]?.promise).toMatchObject({ kept: false, wanted: 715, got: 690 })
  })

  it('without a promise nothing is judged, and hours that lie outside measure nothing', async () => {
    promise({ hours: { from: '18:00', until: '20:00' } })
    const [sun] = await airtime({ from: '2027-03-26T10:00:00Z', to: '2027-03-26T11:00:00Z' })
    expect(sun).toMatchObject({ promise: null, screens: [{ ms: 0, share: 0 }, { ms: 0 }, { ms: 0 }] })
    write((tx) => tx.put('sponsors', { ...tx.need('sponsors', 'sun', ''), promise: null }))
    expect((await airtime())[0]).toMatchObject({ promise: null, screens: [{ share: 0.5 }, { share: 0.5 }, { share: 0.5 }] })
  })

  it('[E8] slides in the regions of a layout have their part of its time', async () => {
    promise({})
    const region = { xPct: 0, yPct: 0, widthPct: 50, heightPct: 100 }
    write((tx) => {
      const content = {
        kind: 'layout' as const,
        tone: 'night' as const,
        regions: [
          { ...region, playlist: 'extra' },
          { ...region, playlist: 'gone' },
        ],
      }
      const stamp = { event: 'tg', draft: null, changedAt: 0, changedBy: '' }
      tx.put('slides', { id: 's3', ...stamp, published: { ...slide('s3'), sponsor: 'sun' } })
      tx.put('slides', { id: 's1', ...stamp, published: { ...slide('s1'), content } })
      tx.put('playlists', { id: 'house', ...stamp, published: list('Huset', 's1') })
    })
    expect((await airtime({ from: '2027-03-26T10:00:00Z', to: '2027-03-26T11:00:00Z' }))[0]?.screens[0]).toMatchObject({ share: 1 })
  })
})

describe('/lint', () => {
  it('finds nothing where all is well', async () => expect(await lint()).toEqual([]))

  it('says each thing once, with the screens that it concerns', async () => {
    write((tx) => tx.put('schedule', { ...entryRow('always', 'house', { kind: 'always' }), target: { kind: 'area', area: 'hall' } }))
    foyerEvenings()
    const found = await lint({ from: '2027-03-26T10:00:00Z', to: '2027-03-26T20:00:00Z' })
    expect(found).toEqual([
      { finding: { kind: 'only-fallback', from: '2027-03-26T10:00:00.000Z', until: '2027-03-26T17:00:00.000Z' }, screens: ['b1'] },
      { finding: { kind: 'only-fallback', from: '2027-03-26T19:00:00.000Z', until: '2027-03-26T20:00:00.000Z' }, screens: ['b1'] },
    ])
    write((tx) => tx.remove('schedule', 'always'))
    expect(await lint({ from: '2027-03-26T20:00:00Z', to: '2027-03-26T21:00:00Z' })).toEqual([
      expect.objectContaining({ screens: ['a1', 'a2', 'b1'] }),
    ])
  })
})

describe.each(['/airtime', '/lint'])('what %s refuses', (path) => {
  it.each([
    ['an end before the start', { from: '2027-03-26T10:00:00Z', to: '2027-03-26T10:00:00Z' }, 'end-before-start', 'to'],
    ['a time without its offset', { from: '2027-03-26T10:00:00' }, 'invalid', 'from'],
    ['more than two months', { from: '2027-01-01T00:00:00Z', to: '2027-03-05T00:00:00Z' }, 'invalid', 'to'],
  ])('%s', async (_, query, code, field) => {
    await expect(get(path, query as unknown as Record<string, string>)).rejects.toThrow(expect.objectContaining({ code, path: field }))
  })
})
