import type { HappeningResource, ProgrammeResource, ProgrammeTableResult } from '@infoskjerm/shared/wire/api.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { expect, test } from 'vitest'
import type { PracticeGround } from './practice-ground.ts'
import { tablePasted } from './practice-table.ts'

const row = (title: string, start: string, end: string, stage: string | null = 'Hovedscenen') => ({
  title: { nb: title, en: '' },
  stage,
  start: `2027-03-26T${start}:00.000Z`,
  end: `2027-03-26T${end}:00.000Z`,
  description: { nb: '', en: '' },
})
const happening = (id: string, said: ReturnType<typeof row>, origin: HappeningResource['origin'] = 'table'): HappeningResource => {
  const planned = { ...said, id, stage: 's', tags: [], was: null, cancelled: false, open: false }
  return { id, origin, planned, correction: null, now: planned }
}
const programme: ProgrammeResource = {
  stages: [{ id: 's', name: { nb: 'Hovedscenen', en: 'Main stage' }, letter: 'A', area: null }],
  happenings: [
    happening('demo', row('Demoshow', '21:30', '23:00')),
    happening('konsert', row('Konsert', '18:00', '19:00')),
    happening('hand', row('Frokost', '08:00', '09:00'), 'hand'),
  ],
}
const ground = {
  programme,
  event: { zone: 'Europe/Oslo', dayBreak: '05:00' },
  now: instant(0),
  who: 'Kari',
} as unknown as PracticeGround
const paste = (rows: readonly object[], allowFewer = false, from = ground) => {
  const { value, effect } = tablePasted({ rows, allowFewer }, 'ovelse-1', from)
  return { result: value as ProgrammeTableResult, after: effect.over('/programme', programme) as ProgrammeResource }
}

test('what stays keeps its id, what moves on its day is changed, the rest comes and goes; what was typed by hand stays', () => {
  const { result, after } = paste([row('Demoshow', '22:00', '23:30'), row('Quiz', '12:00', '13:00', 'Kafeen')])
  expect(result).toEqual({ added: ['ovelse-1-2'], changed: ['demo'], removed: ['konsert'], stages: ['Kafeen'] })
  expect(after.happenings.map(({ id }) => id).toSorted()).toEqual(['demo', 'hand', 'ovelse-1-2'])
  expect(after.stages.map(({ name, letter }) => [name.nb, letter])).toEqual([
    ['Hovedscenen', 'A'],
    ['Kafeen', 'B'],
  ])
  expect(after.happenings.find(({ id }) => id === 'demo')?.now.start).toBe('2027-03-26T22:00:00.000Z')
})

test('the same table once more changes nothing', () => {
  const rows = [row('demoshow ', '21:30', '23:00', 'main  STAGE'), row('Konsert', '18:00', '19:00')].map((one, index) =>
    index === 0 ? { ...one, title: { nb: 'Demoshow', en: '' } } : one,
  )
  expect(paste(rows).result).toEqual({ added: [], changed: [], removed: [], stages: [] })
})

test('a correction stays above what the table says', () => {
  const correction = { start: '2027-03-26T22:15:00.000Z', end: null, stage: null, open: false, cancelled: false }
  const said = { ...correction, by: 'Ola', at: '2027-03-26T12:00:00.000Z', stale: false }
  const corrected = {
    ...programme,
    happenings: programme.happenings.map((one) => (one.id === 'demo' ? { ...one, correction: said } : one)),
  }
  const { effect } = tablePasted({ rows: [row('Demoshow', '21:45', '23:00'), row('Konsert', '18:00', '19:00')] }, 'ovelse-1', ground)
  const demo = (effect.over('/programme', corrected) as ProgrammeResource).happenings.find(({ id }) => id === 'demo')
  expect(demo).toMatchObject({
    planned: { start: '2027-03-26T21:45:00.000Z' },
    now: { start: '2027-03-26T22:15:00.000Z' },
    correction: { stale: true },
  })
})

test('losing more than half must be meant', () => {
  expect(() => paste([row('Quiz', '12:00', '13:00')])).toThrow(
    expect.objectContaining({ code: 'fewer-happenings', params: { had: 2, would: 0 } }),
  )
  expect(paste([row('Quiz', '12:00', '13:00')], true).result.removed).toEqual(['demo', 'konsert'])
})

test('an end before its start is refused, with the row', () => {
  expect(() => paste([row('Quiz', '13:00', '12:00')])).toThrow(expect.objectContaining({ code: 'end-before-start', path: 'rows.0.end' }))
})
