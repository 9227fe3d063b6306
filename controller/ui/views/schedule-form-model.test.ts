import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryBody } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import { edgesOn, type EntryForm, entryOf, formOf, gapsOf, newForm, problemsOf } from './schedule-form-model.ts'

const event = { zone: 'Europe/Oslo', dayBreak: '05:00', firstDay: '2027-03-24', lastDay: '2027-03-28' }
const friday = instant(Date.parse('2027-03-26T21:41:00Z'))
const form = (change: Partial<EntryForm>): EntryForm => ({ ...newForm(event, null, friday), playlist: 'kveld', ...change })
const daily = (from: string, until: string, except: readonly string[] = []): Partial<EntryForm> => ({
  kind: 'daily',
  daily: { from, until, firstDay: '2027-03-24', lastDay: '2027-03-28', except },
})
const oneNight = (from: string, until: string): Partial<EntryForm> =>
  daily(from, until, ['2027-03-24', '2027-03-25', '2027-03-26', '2027-03-28'])
const once = (fromDay: string, from: string, untilDay: string, until: string): Partial<EntryForm> => ({
  kind: 'once',
  once: { from: { day: fromDay, time: from }, until: { day: untilDay, time: until } },
})
const kinds = (change: Partial<EntryForm>) => problemsOf(form(change), event).map((problem) => problem.kind)

describe('what a form is refused for', () => {
  test.each<[string, Partial<EntryForm>, string[]]>([
    ['nothing', daily('18:00', '02:00'), []],
    ['no playlist', { playlist: null, kind: 'always' }, ['playlist-missing']],
    ['nowhere', { target: { kind: 'or', of: [] }, kind: 'always' }, ['where-missing']],
    ['an end before the start', once('2027-03-26', '22:00', '2027-03-26', '21:00'), ['end-before-start']],
    ['an end at the start', once('2027-03-26', '22:00', '2027-03-26', '22:00'), ['end-before-start']],
    ['01:00 the same festival day is after 22:00', once('2027-03-26', '22:00', '2027-03-26', '01:00'), []],
    ['02:30 on 28 March 2027', once('2027-03-27', '02:30', '2027-03-27', '04:00'), ['once-gap']],
    ['02:30 each night, over the clock change: 03:00 holds on that one', daily('18:00', '02:30'), []],
    ['02:30 on that night alone', oneNight('02:30', '04:00'), ['gap']],
    ['an end at 02:30 on that night alone', oneNight('18:00', '02:30'), ['gap']],
    ['following nothing in the programme', { kind: 'happening' }, ['happening-missing']],
    ['following a happening', { kind: 'happening', linked: { ...form({}).linked, happening: 'demoshow' } }, []],
    [
      'the last day before the first',
      { kind: 'daily', daily: { ...form({}).daily, firstDay: '2027-03-28', lastDay: '2027-03-24' } },
      ['last-before-first'],
    ],
  ])('%s', (_, change, expected) => expect(kinds(change)).toEqual(expected))

  test('[T3] a time that does not exist comes with its two neighbours', () => {
    expect(gapsOf(form(daily('02:30', '04:00')), event)).toEqual([
      { edge: 'from', night: '2027-03-27', before: Date.parse('2027-03-28T00:59:00Z'), after: Date.parse('2027-03-28T01:00:00Z') },
    ])
    expect(gapsOf(form(daily('18:00', '03:00')), event)).toEqual([])
  })
})

describe('the edges of a day', () => {
  test.each([
    ['18:00', '02:00', '2027-03-26', '2027-03-26'],
    ['23:00', '08:00', '2027-03-26', '2027-03-27'],
    ['05:00', '05:00', '2027-03-26', '2027-03-27'],
    ['01:00', '04:00', '2027-03-26', '2027-03-26'],
    ['12:00', '13:00', '2027-03-26', '2027-03-26'],
  ])('%s–%s', (from, until, fromDay, untilDay) => {
    expect(edgesOn('2027-03-26', { from, until }, '05:00')).toEqual({
      from: { day: fromDay, time: from },
      until: { day: untilDay, time: until },
    })
  })
})

const rule = (text: string): EntryBody['when'] => ({
  ...{ kind: 'rule', from: '22:00', until: '02:00', firstDay: '2027-03-24', rule: text },
  ...{ except: ['2027-03-26'], extra: ['2027-04-02'] },
})

describe('an entry', () => {
  const common = {
    name: 'Kveldsprogram',
    playlist: 'kveld',
    target: { kind: 'all' },
    slot: 'main',
    band: 'event',
    exclusive: true,
    manual: false,
    armed: null,
    weight: 2,
  } as const
  test.each<[string, EntryBody['when']]>([
    ['always', { kind: 'always' }],
    ['once, after midnight', { kind: 'once', from: '2027-03-27T01:30', until: '2027-03-27T03:00' }],
    ['daily', { kind: 'daily', from: '18:00', until: '02:00', firstDay: '2027-03-24', lastDay: '2027-03-28', except: ['2027-03-26'] }],
    ['on weekdays, so many times', rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=6')],
    ['every third day', rule('FREQ=DAILY;INTERVAL=3')],
    ['on the last Sunday of a month until a day', rule('FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20271231')],
    ['on the same date each month', rule('FREQ=MONTHLY')],
    ['by a rule that the form has no fields for', rule('FREQ=MONTHLY;BYDAY=1SU,3SU;UNTIL=20271231T120000Z;WKST=SU')],
  ])('comes out of the form as it went in: %s', (_, when) => {
    expect(entryOf(formOf({ ...common, when }, event, friday), event, 'Kveld')).toEqual({ ...common, when })
  })

  test.each([
    ['sharing', { exclusive: false, manual: false }],
    ['alone', { exclusive: true, manual: false }],
    ['manual', { exclusive: true, manual: true }],
  ] as const)('[E9] %s: what is stepped by hand always has the place to itself', (sharing, shared) => {
    const made = entryOf(form({ kind: 'always', sharing }), event, 'Kveld')
    expect(made).toMatchObject(shared)
    expect(formOf(made, event, friday).sharing).toBe(sharing)
  })

  test('is named after its playlist unless somebody named it', () => {
    expect(entryOf(form({ name: null }), event, 'Kveld').name).toBe('Kveld')
    expect(entryOf(form({ name: '  ' }), event, 'Kveld').name).toBe('Kveld')
    expect(entryOf(form({ name: ' Fest ' }), event, 'Kveld').name).toBe('Fest')
  })

  test('added today begins at the next five minutes and lasts an hour', () => {
    expect(newForm(event, '2027-03-26', friday).once).toEqual({
      from: { day: '2027-03-26', time: '22:45' },
      until: { day: '2027-03-26', time: '23:45' },
    })
    expect(newForm(event, '2027-03-27', friday).once.from).toEqual({ day: '2027-03-27', time: '18:00' })
  })
})

test.each([
  ['23:57', '2027-03-26T22:57:00Z', '2027-03-26', '00:00'],
  ['04:58, in the last minutes of the festival day', '2027-03-27T03:58:00Z', '2027-03-27', '05:00'],
  ['22:40 sharp', '2027-03-26T21:40:00Z', '2027-03-26', '22:45'],
])('a new entry made at %s begins at the next five minutes', (_, now, day, time) => {
  expect(newForm(event, null, instant(Date.parse(now))).once.from).toEqual({ day, time })
})

describe('following the programme', () => {
  const linked = { happening: 'demoshow', from: { edge: 'start', offsetMin: -15 }, until: { edge: 'end', offsetMin: 0 } } as const

  test('goes out as it came in', () => {
    const entry = entryOf(form({ kind: 'happening', linked }), event, 'Kveld')
    expect(entry.when).toEqual({ kind: 'happening', ...linked })
    expect(formOf(entry, event, friday)).toMatchObject({ kind: 'happening', linked })
  })

  test('nought minutes before is nought', () => {
    const { when } = entryOf(form({ kind: 'happening', linked: { ...linked, from: { edge: 'start', offsetMin: -0 } } }), event, 'Kveld')
    expect(when.kind === 'happening' && Object.is(when.from.offsetMin, 0)).toBe(true)
  })
})
