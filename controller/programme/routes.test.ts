import type { EntryResource, HappeningResource, ProgrammeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRig, refusal, type Rig } from '../testing/rig.ts'

let rig: Rig
beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

const nothing = { start: null, end: null, stage: null, open: false, cancelled: false }
const show = {
  title: { nb: 'Show', en: 'Show' },
  stage: 'Hovedscenen',
  start: '2027-03-26T22:00:00+01:00',
  end: '2027-03-26T23:00:00+01:00',
  description: { nb: '', en: '' },
}
const id = 'show-2027-03-26'
const programme = async () => (await rig.as('see', 'GET', '/programme')).json() as ProgrammeResource
const correct = (correction: object | null, happening = id) =>
  rig.as('edit', 'PUT', '/programme/corrections', { corrections: [{ happening, correction }] })

describe('the programme over REST', () => {
  test('typed, corrected, taken back: as announced beside as it stands, times as text', async () => {
    const typed = await rig.as('edit', 'POST', '/programme/happenings', show)
    expect((typed.json() as Written<HappeningResource>).value).toMatchObject({ id, origin: 'hand', correction: null })
    const said = (
      await correct({ ...nothing, start: '2027-03-26T22:20:00+01:00', end: '2027-03-26T23:20:00+01:00' })
    ).json() as Written<unknown>
    const { stages, happenings } = await programme()
    expect(stages).toEqual([{ id: 'hovedscenen', name: { nb: 'Hovedscenen', en: '' }, letter: 'A', area: null }])
    expect(happenings[0]).toMatchObject({
      id,
      planned: { start: '2027-03-26T21:00:00.000Z', was: null },
      correction: { ...nothing, start: '2027-03-26T21:20:00.000Z', end: '2027-03-26T22:20:00.000Z', by: 'edit', stale: false },
      now: {
        start: '2027-03-26T21:20:00.000Z',
        end: '2027-03-26T22:20:00.000Z',
        was: { start: '2027-03-26T21:00:00.000Z', stage: 'hovedscenen' },
      },
    })
    await rig.as('edit', 'POST', '/undo', { revision: said.revision })
    expect((await programme()).happenings[0]?.correction).toBeNull()
  })

  test('an entry that follows it moves with it, stops while it is cancelled, and comes back', async () => {
    await rig.as('edit', 'POST', '/slides', {
      ...{
        name: 'S',
        content: { kind: 'clock', heading: { nb: '', en: '' } },
        variants: [],
        durationMs: 9_000,
        validFrom: null,
        validUntil: null,
      },
    })
    const [slide] = (await rig.as('see', 'GET', '/slides')).json() as { id: string }[]
    const items = [{ id: 'a', of: { kind: 'slide', slide: slide?.id }, durationMs: null, validFrom: null, validUntil: null }]
    const list = (await rig.as('edit', 'POST', '/playlists', { name: 'L', order: 'sequence', items })).json() as Written<{ id: string }>
    await rig.as('edit', 'POST', '/publish', { slides: [slide?.id], playlists: [list.value.id] })
    const when = (happening: string, untilMin = 0) => ({
      ...{ kind: 'happening', happening, from: { edge: 'start', offsetMin: -15 }, until: { edge: 'end', offsetMin: untilMin } },
    })
    const entry = (change: object) => ({
      ...{ name: 'E', playlist: list.value.id, target: { kind: 'all' }, slot: 'main', band: 'event', exclusive: true, weight: 1 },
      ...{ when: when(id), ...change },
    })
    const made = await rig.as('edit', 'POST', '/schedule', entry({}))
    const windows = async () =>
      ((await rig.as('see', 'GET', '/schedule')).json() as EntryResource[])[0]?.windows?.map(
        ({ from, until }) => `${from.slice(11, 16)}–${until.slice(11, 16)}`,
      )
    expect([made.status, await windows()]).toEqual([200, ['20:45–22:00']])
    await correct({ ...nothing, start: '2027-03-26T21:20:00Z', end: '2027-03-26T22:20:00Z' })
    expect(await windows()).toEqual(['21:05–22:20'])
    await correct({ ...nothing, cancelled: true })
    expect(await windows()).toEqual([])
    await correct(null)
    expect(await windows()).toEqual(['20:45–22:00'])
    const refused = async (change: object) => {
      const { code, path } = refusal(await rig.as('edit', 'POST', '/schedule', entry(change)))
      return [code, path]
    }
    expect(await refused({ when: when('kino') })).toEqual(['unknown-reference', 'when.happening'])
    expect(await refused({ when: when(id, -75) })).toEqual(['end-before-start', 'when.until'])
    expect(await refused({ when: when(id, 1_441) })).toEqual(['invalid', 'when.until.offsetMin'])
  })

  test('a dry run answers what the table would do', async () => {
    const table = { rows: [{ ...show, title: { nb: 'Quiz', en: '' } }], allowFewer: false }
    const tried = (await rig.as('edit', 'POST', '/programme/table?dry=1', table)).json() as Written<unknown>
    expect(tried).toMatchObject({
      value: { added: ['quiz-2027-03-26'], changed: [], removed: [], stages: [] },
      operation: null,
      revision: 0,
    })
    expect((await programme()).happenings).toHaveLength(1)
    const done = (await rig.as('edit', 'POST', '/programme/table', table)).json() as Written<unknown>
    expect(done.value).toEqual(tried.value)
    expect((await programme()).happenings).toHaveLength(2)
  })
})

describe('who may', () => {
  const routes = [
    ['PUT', '/programme/corrections', { corrections: [{ happening: id, correction: null }] }],
    ['POST', '/programme/happenings', show],
    ['PUT', `/programme/happenings/${id}`, show],
    ['DELETE', `/programme/happenings/${id}`, undefined],
    ['POST', '/programme/table', { rows: [show], allowFewer: true }],
    ['POST', '/programme/table?dry=1', { rows: [show], allowFewer: true }],
  ] as const
  test.each(routes)('%s %s: nobody unknown, nor who may only see', async (method, path, body) => {
    const nobody = await rig.ask({ method, path: `/api/v1${path}`, ...(body === undefined ? {} : { body }) })
    const seeing = await rig.as('see', method, path, body)
    expect([refusal(nobody).code, refusal(seeing).code]).toEqual(['sign-in', 'forbidden'])
  })
})

describe('bad input', () => {
  const row = (change: object) => ({ rows: [show, { ...show, ...change }], allowFewer: true })
  test.each<[string, string, unknown, string, string]>([
    ['PUT', '/programme/corrections', { corrections: [] }, 'invalid', 'corrections'],
    [
      'PUT',
      '/programme/corrections',
      { corrections: [{ happening: id, correction: { ...nothing, start: '22:20' } }] },
      'invalid',
      'corrections.0.correction.start',
    ],
    [
      'PUT',
      '/programme/corrections',
      { corrections: [{ happening: id, correction: { open: true } }] },
      'missing-field',
      'corrections.0.correction.start',
    ],
    [
      'PUT',
      '/programme/corrections',
      { corrections: [{ happening: id, correction: { ...nothing, was: null } }] },
      'unknown-field',
      'corrections.0.correction.was',
    ],
    ['PUT', '/programme/corrections', { corrections: [{ happening: 'Ukjent', correction: null }] }, 'invalid', 'corrections.0.happening'],
    ['POST', '/programme/happenings', { ...show, title: { nb: '  ', en: '' } }, 'too-short', 'title.nb'],
    ['POST', '/programme/happenings', { ...show, stage: '' }, 'too-short', 'stage'],
    ['POST', '/programme/happenings', { ...show, end: '2027-03-26T21:59:00+01:00' }, 'end-before-start', 'end'],
    ['POST', '/programme/happenings', { ...show, id: 'x' }, 'unknown-field', 'id'],
    ['POST', '/programme/table', { rows: [], allowFewer: true }, 'invalid', 'rows'],
    ['POST', '/programme/table', row({ start: 'lørdag' }), 'invalid', 'rows.1.start'],
    ['POST', '/programme/table', row({ end: '2027-03-26T21:59:00+01:00' }), 'end-before-start', 'rows.1.end'],
    ['POST', '/programme/table', row({ title: { nb: 'x'.repeat(500), en: '' } }), 'too-long', 'rows.1.title.nb'],
    ['POST', '/programme/table', row({ description: undefined }), 'missing-field', 'rows.1.description'],
    ['PUT', '/programme/happenings/finnes-ikke', show, 'not-found', ''],
    ['DELETE', '/programme/happenings/..%2f..%2fx', undefined, 'not-found', ''],
  ])('%s %s %j → %s %s', async (method, path, body, code, at) => {
    const answer = refusal(await rig.as('edit', method, path, body))
    expect([answer.code, answer.path]).toEqual([code, at])
  })
})
