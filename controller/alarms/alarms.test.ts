import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { EventPhase } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { ScreenState } from '@infoskjerm/shared/model/screen.ts'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changes, type Snapshot } from '../audit/table.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createAlarms, type Alarms } from './alarms.ts'
import { type Telling, tell } from './telling.ts'
import { servingSince, troublesOf, type Watched } from './troubles.ts'
import { linesOf } from './words.ts'

const inService = { kind: 'in-service' } as const
const away = { kind: 'out-of-service', by: 'Kari', since: instant(0), why: 'broken', note: '' } as const
const watched = (id: string, area = 'inn', state: ScreenState = inService): [string, Watched] => [
  id,
  { id, name: id.toUpperCase(), area, state },
]
const status = (screen: string, state: ScreenStatus['state'], since = 0, heardAt: number | null = null): ScreenStatus => ({
  screen,
  state,
  since,
  heardAt,
  showing: null,
  local: false,
  details: null,
})
const names = (troubles: readonly { screen: string }[]) => troubles.map(({ screen }) => screen)

describe('a trouble', () => {
  const hall = new Map([watched('a'), watched('b'), watched('c', 'inn', away), watched('d', 'inn', { kind: 'planned' })])
  test.each<[string, readonly ScreenStatus[], EventPhase, number, readonly string[]]>([
    ['is what has lasted', [status('a', 'wrong', 0)], 'running', 30_000, ['a']],
    ['is not what has just begun', [status('a', 'wrong', 0)], 'running', 29_999, []],
    ['counts silence from the last word', [status('a', 'silent', 40_000, 10_000)], 'running', 40_000, ['a']],
    ['is not what is right', [status('a', 'right', 0)], 'running', 1e9, []],
    ['is not what is out of service or planned', ['c', 'd'].map((id) => status(id, 'silent')), 'running', 1e9, []],
    ['is nothing during set-up', [status('a', 'silent')], 'setup', 1e9, []],
    ['is nothing when the event is over', [status('a', 'silent')], 'ended', 1e9, []],
    ['is not a screen that nobody knows', [status('x', 'silent')], 'running', 1e9, []],
  ])('%s', (_, statuses, phase, now, expected) => expect(names(troublesOf(statuses, hall, phase, now, new Map()))).toEqual(expected))

  test('of a screen put back in service gets the same patience as any other', () => {
    const silent = [status('a', 'silent', 20_000, 10_000)]
    const back = servingSince(servingSince(null, new Map([watched('a', 'inn', away)]), 0), new Map([watched('a')]), 100_000)
    const asked = [100_000, 129_999, 130_000].map((now) => names(troublesOf(silent, hall, 'running', now, back)))
    expect(asked).toEqual([[], [], ['a']])
  })

  test('of a screen that served before the first look is as old as it is', () => {
    const serving = servingSince(servingSince(null, hall, 100_000), hall, 105_000)
    expect(names(troublesOf([status('a', 'silent', 20_000, 10_000)], hall, 'running', 105_000, serving))).toEqual(['a'])
  })
})

describe('what is told', () => {
  const hall = new Map([watched('a'), watched('b'), watched('e', 'ut')])
  const trouble = (screen: string, since = 0) => ({
    screen,
    name: screen.toUpperCase(),
    area: hall.get(screen)!.area,
    kind: 'silent' as const,
    since,
  })
  /** Steps through looks of 5 s; each is the screens in trouble. */
  const through = (looks: readonly (readonly string[])[], screens: ReadonlyMap<string, Watched> = hall, first: Telling = {}) => {
    let telling = first
    return looks.map((screensInTrouble, index) => {
      const step = tell(
        telling,
        screensInTrouble.map((id) => trouble(id)),
        new Set([...screens.keys()].filter((id) => !screensInTrouble.includes(id))),
        screens,
        (index + 1) * 5_000,
      )
      telling = step.telling
      return step.news.map(({ area, begun, ended }) => `${area} +${names(begun).join()} -${names(ended).join()}`)
    })
  }
  test('each trouble once, its end once, by area', () => {
    expect(through([['a', 'b', 'e'], ['a', 'b', 'e'], ['b'], ['b'], ['b'], ['b'], ['b']])).toEqual([
      [],
      ['inn +a,b -', 'ut +e -'],
      ...[[], [], []],
      ['inn + -a', 'ut + -e'],
      [],
    ])
  })
  test('a screen that comes and goes is one trouble', () => {
    expect(through([['a'], ['a'], [], ['a'], [], [], ['a'], [], [], [], []]).flat()).toEqual(['inn +a -', 'inn + -a'])
  })
  test('one loss that straddles two looks is one message, in every area', () => {
    expect(through([['a'], ['a', 'b', 'e'], ['a', 'b', 'e']])).toEqual([[], ['inn +a,b -', 'ut +e -'], []])
  })
  test('what is well again before anybody was told is told to nobody', () => {
    expect(through([['a'], [], [], [], [], []]).flat()).toEqual([])
  })
  test('taken out of service, it is no news', () => {
    const { telling } = tell({}, [trouble('a')], new Set(), hall, 5_000)
    expect(through([[], [], [], []], new Map([watched('a', 'inn', away)]), telling).flat()).toEqual([])
  })
  test('a screen is not back before it says so itself', () => {
    const { telling } = tell({}, [trouble('a')], new Set(), hall, 5_000)
    const told = tell(telling, [trouble('a')], new Set(), hall, 10_000).telling
    const later = tell(told, [], new Set(['b']), hall, 60_000)
    expect([later.news, tell(later.telling, [], new Set(['b']), hall, 120_000)]).toEqual([[], { telling: told, news: [] }])
  })
  test('in words: where, which, since when, what to do', () => {
    const clock = (ms: number) => `20:${ms / 60_000}`
    const begun = [trouble('a', 31 * 60_000), { ...trouble('b', 40 * 60_000), kind: 'old' as const }]
    const many = Array.from({ length: 8 }, (_, n) => ({ ...trouble('a', 33 * 60_000), name: `B${n}` }))
    const ended = [{ screen: 'a', name: 'A', forMs: 6 * 60_000 }]
    const news = [
      { area: 'inn', begun, ended },
      { area: 'ut', begun: many, ended: [] },
    ]
    expect(linesOf(news, (area) => (area === 'inn' ? 'Inngang' : 'Ute'), clock)).toEqual([
      'Inngang: B viser gammelt innhold siden 20:40. Sjekk nettet, og start boksen på nytt om det varer.',
      'Inngang: A svarer ikke siden 20:31. Sjekk strøm, så kabel.',
      'Inngang: A er tilbake etter 6 min.',
      'Ute: 8 skjermer svarer ikke siden 20:33 (B0, B1, B2, B3, B4, B5 og 2 til). Sjekk strøm, så kabel.',
    ])
  })
})

describe('the webhook', () => {
  let server: Server
  let origin: string
  let world: TestWorld
  let alarms: Alarms
  let statuses: ScreenStatus[]
  let phase: EventPhase
  let looks: () => void
  let pauses: (() => void)[]
  const got: { path: string; body: { content: string; text: string; infoskjerm: object } }[] = []
  const answers: Record<string, number> = { '/ok': 204, '/broken': 500, '/moved': 302 }

  beforeAll(async () => {
    server = createServer((request, answer) => {
      let text = ''
      request.on('data', (chunk: Buffer) => (text += chunk.toString()))
      request.on('end', () => {
        got.push({ path: request.url ?? '', body: JSON.parse(text) as (typeof got)[number]['body'] })
        answer.writeHead(answers[request.url ?? ''] ?? 404, { location: '/ok' }).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const start = () =>
    createAlarms({
      world,
      statuses: () => statuses,
      hall: () => ({ phase, zone: 'Europe/Oslo', screens: new Map([watched('a')]), areaName: () => 'Inngang' }),
      every: (_, work) => {
        looks = work
        return () => {}
      },
      after: (_, call) => {
        pauses.push(call)
        return () => {}
      },
    })
  beforeEach(() => {
    world = createTestWorld()
    statuses = []
    phase = 'running'
    pauses = []
    got.length = 0
    alarms = start()
  })
  afterEach(() => {
    alarms.close()
    world.close()
  })
  const arrived = async (count: number) => {
    for (let tries = 0; got.length < count && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(got).toHaveLength(count)
  }

  test('tells of a trouble once and of its end once, and a restart tells nothing again', async () => {
    alarms.setUrl(kari, `${origin}/ok`)
    statuses = [status('a', 'silent', world.now() - 60_000)]
    looks()
    looks()
    await arrived(1)
    expect(got[0]?.body.content).toMatch(/^Inngang: A svarer ikke siden \d\d:\d\d\. Sjekk strøm, så kabel\.$/)
    expect(got[0]?.body.text).toBe(got[0]?.body.content)
    alarms.close()
    alarms = start()
    // A controller that has just started has heard nobody yet.
    statuses = [status('a', 'silent', world.now())]
    looks()
    world.pass(20_000)
    looks()
    world.pass(20_000)
    looks()
    await arrived(1)
    statuses = [status('a', 'right', world.now())]
    looks()
    world.pass(20_000)
    looks()
    looks()
    await arrived(2)
    expect(got[1]?.body.content).toBe('Inngang: A er tilbake etter 2 min.')
    expect(alarms.webhook().last).toMatchObject({ taken: true, status: 204 })
  })

  test('is tried again while it is broken, and says how it went', async () => {
    alarms.setUrl(kari, `${origin}/broken`)
    statuses = [status('a', 'silent', world.now() - 60_000)]
    looks()
    looks()
    await arrived(1)
    expect(alarms.webhook().last).toMatchObject({ taken: false, status: 500 })
    answers['/broken'] = 200
    pauses.shift()?.()
    await arrived(2)
    expect([alarms.webhook().last?.taken, pauses]).toEqual([true, []])
    answers['/broken'] = 500
  })

  test('a redirect is not followed, and no address tells nobody', async () => {
    alarms.setUrl(kari, `${origin}/moved`)
    await expect(alarms.test()).rejects.toMatchObject({ code: 'webhook', params: { status: 302 } })
    expect(got.map(({ path }) => path)).toEqual(['/moved'])
    alarms.setUrl(kari, null)
    statuses = [status('a', 'silent', world.now() - 60_000)]
    looks()
    await arrived(1)
    await expect(alarms.test()).rejects.toMatchObject({ code: 'missing-field' })
  })

  test('nothing listens there: a test says so', async () => {
    alarms.setUrl(kari, 'http://127.0.0.1:9/')
    await expect(alarms.test()).rejects.toMatchObject({ code: 'webhook', params: {} })
  })

  test('a test says that it is one', async () => {
    alarms.setUrl(kari, `${origin}/ok`)
    expect((await alarms.test()).last?.taken).toBe(true)
    expect(got[0]?.body).toMatchObject({ content: expect.stringContaining('Prøve') as string, infoskjerm: { kind: 'test' } })
  })

  test('the address is in the record with who changed it, and comes back with how it last went there', async () => {
    const { revision: set } = alarms.setUrl(kari, `${origin}/ok`)
    await alarms.test()
    expect(alarms.setUrl(kari, `${origin}/ok`).revision).toBe(0)
    const { revision: moved } = alarms.setUrl(kari, `${origin}/broken`)
    expect(alarms.webhook()).toEqual({ url: `${origin}/broken`, last: null })
    world.store.undo(kari, moved)
    expect(alarms.webhook()).toMatchObject({ url: `${origin}/ok`, last: { taken: true, status: 204 } })
    const { revision: none } = alarms.setUrl(kari, null)
    world.store.undo(kari, none)
    const rows = world.store.db.select().from(changes).where(eq(changes.table, 'settings')).all()
    expect(rows.map(({ revision, before, after }) => [revision, urlIn(before), urlIn(after)])).toEqual([
      [set, null, `${origin}/ok`],
      [moved, `${origin}/ok`, `${origin}/broken`],
      [moved + 1, `${origin}/broken`, `${origin}/ok`],
      [none, `${origin}/ok`, null],
      [none + 1, null, `${origin}/ok`],
    ])
  })
})

const kari = { id: 'kari', name: 'Kari' }

/** The address in a row of the record. */
function urlIn(row: Snapshot | null): string | null {
  return (row?.['value'] as { url: string | null } | undefined)?.url ?? null
}
