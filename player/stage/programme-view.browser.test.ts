import { describe, expect, test } from 'vitest'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { ProgrammeContent } from '@infoskjerm/shared/model/slide.ts'
import { viewProgramme } from './programme-view.ts'
import { at, event, happening, programme } from './testing/samples.ts'

const calendar = { zone: event.zone, dayBreakMs: event.dayBreakMs }

function view(
  now: string,
  of: ProgrammeContent['of'] = { scope: 'all' },
  rows = 4,
  area: string | null = null,
  happenings: readonly Happening[] = programme.happenings,
) {
  const { lead, empty, rows: lines } = viewProgramme({ ...programme, happenings }, of, area, calendar, at(now), rows)
  return {
    lead: lead === null ? null : `${lead.state} ${lead.happening.id}`,
    empty: empty?.nb ?? null,
    rows: lines.map((line) => `${line.state} ${line.happening.id}`),
  }
}

describe('now and next', () => {
  test('featured and newest lead, the others that run are rows, then what comes', () => {
    expect(view('2027-03-26T19:37:00Z')).toEqual({
      lead: 'now fast-music',
      empty: null,
      rows: ['now cs2', 'now verksted', 'next pikselkunst', 'next demoshow'],
    })
  })

  test('from across the hall: one beside and one that comes', () => {
    expect(view('2027-03-26T19:37:00Z', { scope: 'all' }, 2).rows).toEqual(['now cs2', 'next pikselkunst'])
  })

  test('what runs for over six hours takes the headline only when it is alone', () => {
    expect(view('2027-03-26T12:00:00Z').lead).toBe('now verksted')
    expect(view('2027-03-26T18:30:00Z').lead).toBe('now cs2')
  })

  test('a moment is on for its minute and no longer', () => {
    const doors = [happening('doors', 'Dørene åpner', '', 'hovedscenen', '2027-03-26T19:00:00Z', 0)]
    expect(view('2027-03-26T19:00:59Z', { scope: 'all' }, 2, null, doors).lead).toBe('now doors')
    expect(view('2027-03-26T19:01:00Z', { scope: 'all' }, 2, null, doors)).toEqual({ lead: null, empty: 'Ikke mer i kveld', rows: [] })
  })

  test('a happening begins at its start and is over at its end', () => {
    expect(view('2027-03-26T19:49:59Z', { scope: 'stage', stage: 'kreativia' }).lead).toBe('now verksted')
    expect(view('2027-03-26T19:50:00Z', { scope: 'stage', stage: 'kreativia' }).lead).toBe('now pikselkunst')
    expect(view('2027-03-26T20:50:00Z', { scope: 'stage', stage: 'kreativia' }).lead).toBe('now verksted')
  })

  test('the stage of the screen’s own area; an area without one shows all', () => {
    expect(view('2027-03-26T19:37:00Z', { scope: 'area' }, 4, 'esport')).toEqual({ lead: 'now cs2', empty: null, rows: ['next kåring'] })
    expect(view('2027-03-26T19:37:00Z', { scope: 'area' }, 4, 'matområde').lead).toBe('now fast-music')
  })

  test('[T6] after midnight it is still tonight; at day-break it is tomorrow', () => {
    expect(view('2027-03-26T23:30:00Z', { scope: 'stage', stage: 'lounge' }).lead).toBe('next nattkino')
    expect(view('2027-03-27T03:59:00Z', { scope: 'stage', stage: 'lounge' })).toMatchObject({
      lead: null,
      empty: 'Ikke mer i kveld',
      rows: ['next frokost'],
    })
    expect(view('2027-03-27T04:00:00Z', { scope: 'stage', stage: 'lounge' }).lead).toBe('next frokost')
  })

  test('a cancelled happening never leads, is a row until half an hour after its time, and then is gone', () => {
    const quiz = { scope: 'stage', stage: 'lounge' } as const
    expect(view('2027-03-26T19:37:00Z', quiz)).toEqual({ lead: 'next nattkino', empty: null, rows: ['next pikselkunst', 'next quiz'] })
    expect(view('2027-03-26T22:14:59Z', quiz).rows).toEqual(['next quiz'])
    expect(view('2027-03-26T22:15:00Z', quiz).rows).toEqual([])
  })

  test('at the stage that it was moved from it is a row until half an hour after its time, never the headline', () => {
    const lounge = { scope: 'stage', stage: 'lounge' } as const
    const [moved] = programme.happenings.filter(({ id }) => id === 'pikselkunst')
    expect(view('2027-03-26T20:19:59Z', lounge).rows).toEqual(['next pikselkunst', 'next quiz'])
    expect(view('2027-03-26T20:20:00Z', lounge).rows).toEqual(['next quiz'])
    expect(view('2027-03-26T19:55:00Z', lounge, 4, null, [moved!])).toEqual({
      lead: null,
      empty: 'Ikke mer i kveld',
      rows: ['next pikselkunst'],
    })
    expect(view('2027-03-26T19:55:00Z', { scope: 'stage', stage: 'kreativia' }, 4, null, [moved!]).lead).toBe('now pikselkunst')
  })

  test('what goes on past its end keeps the headline, as long as it was to be', () => {
    const show = { ...happening('show', 'Show', '', 'hovedscenen', '2027-03-26T19:00:00Z', 180 + 240), open: true }
    const beside = happening('beside', 'Ved siden av', '', 'esport', '2027-03-26T18:00:00Z', 600)
    const at2240 = view('2027-03-26T22:40:00Z', { scope: 'all' }, 4, null, [beside, show])
    expect(at2240).toEqual({ lead: 'now show', empty: null, rows: ['now beside'] })
  })

  test('nothing at all', () => {
    expect(view('2027-03-26T19:37:00Z', { scope: 'all' }, 4, null, [])).toEqual({
      lead: null,
      empty: 'Ingenting på programmet nå',
      rows: [],
    })
    expect(view('2027-03-29T10:00:00Z').empty).toBe('Ingenting på programmet nå')
  })
})
