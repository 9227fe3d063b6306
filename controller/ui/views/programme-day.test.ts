import { type Correction, corrected, nothingCorrected } from '@infoskjerm/shared/model/correction.ts'
import type { Happening, Stage } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, test } from 'vitest'
import { programmeDays, stageDays, standing } from './programme-day.ts'
import { changed, changeOf, type Item, type Timetable } from './programme-model.ts'
import { festivalTimeAt } from './schedule-wall.ts'

const at = (text: string): Instant => instant(Date.parse(`${text}:00+01:00`))
const now = at('2027-03-26T22:40')
const festivalDate = (t: Instant): string => festivalTimeAt(t, 'Europe/Oslo', '05:00').day

const happening = (id: string, start: string, end: string, stage: string | null = 'hoved'): Happening => ({
  id,
  title: { nb: id, en: '' },
  stage,
  start: at(start),
  end: at(end),
  description: { nb: '', en: '' },
  tags: [],
  was: null,
  cancelled: false,
  open: false,
})
const item = (planned: Happening, said: Partial<Correction> = {}): Item => {
  const correction = { ...nothingCorrected, ...said }
  const none = Object.keys(said).length === 0
  return {
    id: planned.id,
    origin: 'table',
    planned,
    correction: none ? null : { ...correction, by: 'Kari', at: now, stale: false },
    now: none ? planned : corrected(planned, correction),
  }
}
const stage = (id: string): Stage => ({ id, name: { nb: id, en: '' }, letter: 'A', area: null })
const demo = happening('demoshow', '2027-03-26T22:40', '2027-03-27T01:30')

describe('how a happening stands', () => {
  test.each<[string, Happening, Partial<Correction>, string, number]>([
    ['begins this very minute', demo, {}, 'now', 0],
    ['an hour away', happening('a', '2027-03-26T23:40', '2027-03-27T00:30'), {}, 'soon', 0],
    ['further away', happening('a', '2027-03-26T23:41', '2027-03-27T00:30'), {}, 'later', 0],
    ['ends this very minute', happening('a', '2027-03-26T21:00', '2027-03-26T22:40'), {}, 'over', 0],
    ['a moment nine minutes ago', happening('a', '2027-03-26T22:31', '2027-03-26T22:31'), {}, 'now', 0],
    ['a moment ten minutes ago', happening('a', '2027-03-26T22:30', '2027-03-26T22:30'), {}, 'over', 0],
    ['put off by twenty minutes', demo, { start: at('2027-03-26T23:00') }, 'soon', 20],
    ['brought forward', demo, { start: at('2027-03-26T22:30') }, 'now', -10],
    ['goes on for ten minutes more', demo, { end: at('2027-03-27T01:40') }, 'now', 10],
    ['goes on, nobody knows how long', happening('a', '2027-03-26T21:00', '2027-03-26T22:30'), { open: true }, 'open', 0],
    ['cancelled', demo, { cancelled: true }, 'cancelled', 0],
    ['cancelled, and its time has passed', happening('a', '2027-03-26T21:00', '2027-03-26T22:00'), { cancelled: true }, 'over', 0],
  ])('%s', (_, planned, said, phase, lateMin) => {
    const it = item(planned, said)
    expect(standing(it.now, it.planned, now)).toEqual({ phase, lateMs: lateMin * minuteMs, moved: false })
  })

  test('moved to another stage', () => {
    const it = item(demo, { stage: 'lounge' })
    expect(standing(it.now, it.planned, now).moved).toBe(true)
  })
})

describe('a day, stage by stage', () => {
  const timetable: Timetable = {
    stages: [stage('hoved'), stage('kreativia'), stage('lounge')],
    items: [
      item(happening('i-gar', '2027-03-25T20:00', '2027-03-25T21:00')),
      item(happening('siden-i-gar', '2027-03-25T12:00', '2027-03-27T12:00', null)),
      item(happening('ferdig', '2027-03-26T18:00', '2027-03-26T19:00')),
      item(demo),
      item(happening('natta', '2027-03-27T04:30', '2027-03-27T06:00', 'kreativia')),
      item(happening('i-morgen', '2027-03-27T05:00', '2027-03-27T06:00', 'kreativia')),
    ],
  }
  const told = (day: string) =>
    stageDays(timetable, day, now, festivalDate).map(({ stage, coming, over }) => [
      stage?.id ?? null,
      coming.map(({ id }) => id),
      over.map(({ id }) => id),
    ])

  test('[T6] today: what is over apart, the night until day-break with it, and what still goes on from yesterday', () => {
    expect(told('2027-03-26')).toEqual([
      ['hoved', ['demoshow'], ['ferdig']],
      ['kreativia', ['natta'], []],
      [null, ['siden-i-gar'], []],
    ])
  })

  test('another day holds only what begins on it', () => {
    expect(told('2027-03-27')).toEqual([['kreativia', ['i-morgen'], []]])
    expect(told('2027-03-25')).toEqual([
      ['hoved', [], ['i-gar']],
      [null, ['siden-i-gar'], []],
    ])
  })

  test('the days are those of the event and any other on which something happens', () => {
    expect(programmeDays(timetable, ['2027-03-26', '2027-03-27'], festivalDate)).toEqual(['2027-03-25', '2027-03-26', '2027-03-27'])
  })
})

describe('the answer assumed ahead of the controller', () => {
  const timetable: Timetable = {
    stages: [stage('hoved')],
    items: [item(demo), item(happening('dj', '2027-03-26T22:50', '2027-03-27T02:00'))],
  }

  test('a correction stands at once, in its new place, with who and when', () => {
    const [first, second] = changed(
      timetable,
      [{ happening: 'demoshow', correction: { ...nothingCorrected, start: at('2027-03-26T23:00') } }],
      'Kari',
      now,
    ).items
    expect(first?.id).toBe('dj')
    expect(second).toMatchObject({ id: 'demoshow', correction: { by: 'Kari', at: now }, now: { start: at('2027-03-26T23:00') } })
  })

  test('taken away, it stands as planned', () => {
    const [first] = changed(
      { ...timetable, items: [item(demo, { cancelled: true })] },
      [{ happening: 'demoshow', correction: null }],
      'Kari',
      now,
    ).items
    expect(first).toMatchObject({ correction: null, now: demo })
  })

  test.each<[string, Partial<Correction>, Correction | null]>([
    ['back to what is planned is no correction', { start: demo.start, end: demo.end, stage: 'hoved' }, null],
    ['only what differs is said', { start: at('2027-03-26T23:00'), end: demo.end }, { ...nothingCorrected, start: at('2027-03-26T23:00') }],
    ['cancelled is said whatever the times are', { start: demo.start, cancelled: true }, { ...nothingCorrected, cancelled: true }],
  ])('%s', (_, said, correction) => {
    expect(changeOf(item(demo), { ...nothingCorrected, ...said })).toEqual({ happening: 'demoshow', correction })
  })
})
