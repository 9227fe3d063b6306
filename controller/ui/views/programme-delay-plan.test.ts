import { corrected, nothingCorrected } from '@infoskjerm/shared/model/correction.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, test } from 'vitest'
import { changesOf, planDelay } from './programme-delay-plan.ts'
import type { Item, Timetable } from './programme-model.ts'

const at = (clock: string, day = '26'): Instant => instant(Date.parse(`2027-03-${day}T${clock}:00+01:00`))
const wall = (t: Instant | null | undefined) => (t === null || t === undefined ? null : new Date(t + 3_600_000).toISOString().slice(8, 16))
const item = (id: string, start: Instant, end: Instant, more: Partial<Happening> = {}): Item => {
  const planned: Happening = {
    ...{
      id,
      title: { nb: id, en: '' },
      stage: 'hoved',
      start,
      end,
      description: { nb: '', en: '' },
      tags: [],
      was: null,
      cancelled: false,
      open: false,
    },
    ...more,
  }
  return { id, origin: 'table', planned, correction: null, now: planned }
}

const compo = item('compo', at('22:00'), at('23:10'))
const konsert = item('konsert', at('23:20'), at('00:50', '27'))
const natt = item('natt', at('01:00', '27'), at('02:00', '27'))
const timetable: Timetable = {
  stages: [],
  items: [
    item('ferdig', at('20:00'), at('21:00')),
    compo,
    item('lounge', at('23:00'), at('23:30'), { stage: 'lounge' }),
    konsert,
    item('avlyst', at('00:10', '27'), at('00:40', '27'), { cancelled: true }),
    natt,
    item('i-morgen', at('12:00', '27'), at('13:00', '27')),
  ],
}
const dayEnd = at('05:00', '27')

describe('what a delay moves', () => {
  test('what has not begun begins and ends later; the rest of the stage until day-break may follow', () => {
    const plan = planDelay(konsert, 20, timetable, at('22:40'), dayEnd)
    expect(changesOf(plan, false).map(({ happening, correction }) => [happening, wall(correction?.start), wall(correction?.end)])).toEqual([
      ['konsert', '26T23:40', '27T01:10'],
    ])
    expect(changesOf(plan, true).map(({ happening, correction }) => [happening, wall(correction?.start), wall(correction?.end)])).toEqual([
      ['konsert', '26T23:40', '27T01:10'],
      ['natt', '27T01:20', '27T02:20'],
    ])
    expect(plan.overlaps).toBe(true)
  })

  test('what has begun ends later and keeps its start; what follows begins later', () => {
    const plan = planDelay(compo, 20, timetable, at('22:40'), dayEnd)
    expect(plan.rest.map(({ before, after }) => [before.id, wall(before.now.start), wall(after.now.start)])).toEqual([
      ['konsert', '26T23:20', '26T23:40'],
      ['natt', '27T01:00', '27T01:20'],
    ])
    expect(changesOf(plan, false)).toEqual([{ happening: 'compo', correction: { ...nothingCorrected, end: at('23:30') } }])
  })

  test('a second delay counts from where it stands', () => {
    const correction = { ...nothingCorrected, start: at('23:30'), end: at('01:00', '27') }
    const late: Item = {
      ...konsert,
      correction: { ...correction, by: 'Kari', at: at('22:30'), stale: false },
      now: corrected(konsert.planned, correction),
    }
    const plan = planDelay(late, 5, { ...timetable, items: [late] }, at('22:40'), dayEnd)
    expect([wall(plan.first.before.now.start), wall(plan.first.after.now.start)]).toEqual(['26T23:30', '26T23:35'])
  })

  test.each([
    [5, false],
    [10, false],
    [11, true],
  ])('alone %d minutes later it runs into the next: %s', (minutes, overlaps) => {
    expect(planDelay(compo, minutes, timetable, at('22:40'), dayEnd).overlaps).toBe(overlaps)
  })

  test('the last on its stage, and what has no stage, move alone', () => {
    expect(planDelay(natt, 20, timetable, at('22:40'), dayEnd).rest).toEqual([])
    const loose = item('loose', at('22:50'), at('23:00'), { stage: null })
    expect(planDelay(loose, 20, { ...timetable, items: [...timetable.items, loose] }, at('22:40'), dayEnd).rest).toEqual([])
  })
})
