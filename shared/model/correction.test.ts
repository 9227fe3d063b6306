import { describe, expect, test } from 'vitest'
import { instant, later, minuteMs } from '../time/instant.ts'
import { type Correction, corrected, correctionSchema, delayed, followers, goingOn, nothingCorrected, nowhere, over } from './correction.ts'
import type { Happening } from './programme.ts'

const at = (time: string) => instant(Date.parse(`2027-03-26T${time}:00Z`))
const planned = (id: string, start: string, end: string, change: Partial<Happening> = {}): Happening => ({
  id,
  title: { nb: id, en: '' },
  stage: 'hoved',
  start: at(start),
  end: at(end),
  description: { nb: '', en: '' },
  tags: [],
  was: null,
  cancelled: false,
  open: false,
  ...change,
})
const show = planned('show', '20:00', '21:30')
const said = (change: Partial<Correction>): Correction => ({ ...nothingCorrected, ...change })
const told = ({ start, end, stage, open, cancelled, was }: Happening) => ({
  ...{ time: `${clock(start)}–${clock(end)}`, stage, open, cancelled },
  was: was === null ? null : `${clock(was.start)} ${was.stage}`,
})
const clock = (t: number) => new Date(t).toISOString().slice(11, 16)
const plain = { time: '20:00–21:30', stage: 'hoved', open: false, cancelled: false, was: null }

describe('a happening as it stands', () => {
  test.each<[string, Happening, Partial<Correction>, Partial<ReturnType<typeof told>>]>([
    ['nothing corrected', show, {}, {}],
    ['later', show, { start: at('20:20'), end: at('21:50') }, { time: '20:20–21:50', was: '20:00 hoved' }],
    ['ends later only: what was announced of its start holds', show, { end: at('21:50') }, { time: '20:00–21:50' }],
    ['another stage', show, { stage: 'lounge' }, { stage: 'lounge', was: '20:00 hoved' }],
    ['no place at all', show, { stage: nowhere }, { stage: null, was: '20:00 hoved' }],
    ['goes on: ends when nobody would believe it any more', show, { open: true }, { time: '20:00–01:30', open: true }],
    ['cancelled', show, { cancelled: true }, { cancelled: true }],
    ['a start after the end that a new import gives', show, { start: at('22:00') }, { time: '22:00–22:00', was: '20:00 hoved' }],
    [
      'what the import itself said was announced first, stays so',
      { ...show, was: { start: at('19:00'), stage: 'hoved' } },
      { start: at('20:20') },
      { time: '20:20–21:30', was: '19:00 hoved' },
    ],
    ['cancelled by the import, whatever a person said before', { ...show, cancelled: true }, { stage: null }, { cancelled: true }],
  ])('%s', (_, happening, correction, expected) => {
    expect(told(corrected(happening, said(correction)))).toEqual({ ...plain, ...expected })
  })
})

describe('one thumb', () => {
  const press = (minutes: number, now: string, before: Correction = nothingCorrected, happening = show) =>
    delayed(corrected(happening, before), before, minutes, at(now))

  test.each<[string, Correction, Partial<Correction>]>([
    ['before it begins both ends move', press(20, '19:40'), { start: at('20:20'), end: at('21:50') }],
    ['told as it should begin, it has not begun', press(20, '20:04'), { start: at('20:20'), end: at('21:50') }],
    ['once it has begun only its end moves', press(20, '20:05'), { end: at('21:50') }],
    ['pressed twice it adds up', press(10, '19:50', press(5, '19:40')), { start: at('20:15'), end: at('21:45') }],
    [
      'a moment is always ahead',
      press(10, '23:00', nothingCorrected, planned('doors', '18:00', '18:00')),
      { start: at('18:10'), end: at('18:10') },
    ],
    [
      'one that goes on stays open, and what it would end by moves',
      press(5, '21:40', goingOn(nothingCorrected)),
      { end: at('21:35'), open: true },
    ],
    [
      'one that moved stays where it is',
      press(5, '19:00', said({ stage: 'lounge' })),
      { start: at('20:05'), end: at('21:35'), stage: 'lounge' },
    ],
    ['still on', goingOn(said({ cancelled: true })), { open: true }],
    ['over', over(goingOn(nothingCorrected), at('22:10')), { end: at('22:10') }],
  ])('%s', (_, made, expected) => {
    expect(made).toEqual(said(expected))
  })
})

describe('what follows on the stage', () => {
  const all = [
    planned('before', '18:00', '19:00'),
    show,
    planned('beside', '20:00', '20:30'),
    planned('after', '21:30', '22:30'),
    planned('off', '22:30', '23:00', { cancelled: true }),
    planned('elsewhere', '21:30', '22:30', { stage: 'lounge' }),
    { ...planned('night', '22:00', '23:00'), start: later(at('23:00'), 120 * minuteMs), end: later(at('23:00'), 180 * minuteMs) },
    { ...planned('tomorrow', '22:00', '23:00'), start: later(at('23:00'), 300 * minuteMs), end: later(at('23:00'), 360 * minuteMs) },
  ]
  const dayEnd = later(at('23:00'), 300 * minuteMs)
  const ids = (happening: Happening) => followers(happening, all, dayEnd).map(({ id }) => id)

  test('[T6] all that begin after it until day-break, but neither what is cancelled nor what runs beside it', () => {
    expect(ids(show)).toEqual(['after', 'night'])
    expect(ids(planned('after', '21:30', '22:30'))).toEqual(['night'])
  })

  test('nothing where no stage is known', () => expect(ids({ ...show, stage: null })).toEqual([]))
})

test.each<[string, unknown, boolean]>([
  ['a correction', nothingCorrected, true],
  ['half of one', { start: null, end: null, open: false }, false],
  ['a time that is no instant', { ...nothingCorrected, start: '22:20' }, false],
  ['a stage that is no id', { ...nothingCorrected, stage: 'Hoved scenen' }, false],
  ['something more', { ...nothingCorrected, title: 'x' }, false],
])('parsed: %s', (_, value, fits) => expect(correctionSchema.safeParse(value).success).toBe(fits))
