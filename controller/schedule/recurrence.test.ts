/** Recurrence rules against occurrence lists that were computed with python-dateutil (2.9.0) and zoneinfo for the rule strings of RFC 5545, section 3.8.5.3. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayMs, hourMs, instant } from '@infoskjerm/shared/time/instant.ts'
import type { Series } from '@infoskjerm/shared/time/series.ts'
import type { When } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseRule } from './recurrence.ts'
import { type EventTimes, type WallWhen, checkWhen, horizonOf, seriesOf, windowsOf, zoneTable } from './windows.ts'

interface Vector {
  readonly name: string
  readonly tzid: string
  readonly dtstart: string
  readonly rrule: string
  readonly exdate: readonly string[]
  readonly rdate: readonly string[]
  readonly occurrences: readonly { readonly local: string; readonly utc: string; readonly gap: boolean }[]
}

const fixture = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'))
const { vectors } = fixture('rrule-vectors.json') as { vectors: readonly Vector[] }
const oslo = fixture('europe-oslo-dst.json') as {
  transitions: readonly { utc: string; offset_after: string }[]
  wallclock_intervals: readonly { start_local: string; end_local: string; elapsed_seconds: number }[]
}

const event: EventTimes = { zone: 'Europe/Oslo', dayBreak: '05:00', firstDay: '2027-03-24', lastDay: '2027-03-28' }

type Rule = Extract<When, { kind: 'rule' }>
const ruled = (rule: string, change: Partial<Rule> = {}): Rule => ({
  kind: 'rule',
  from: '18:00',
  until: '23:00',
  firstDay: '2027-03-24',
  rule,
  except: [],
  extra: [],
  ...change,
})

function refusal(run: () => unknown): [string, string, unknown] | null {
  try {
    run()
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, error.path, error.params['part']]
  }
}

const expand = (series: readonly Series[]) =>
  series
    .flatMap((one) => Array.from({ length: one.count }, (_, k) => ({ from: one.start + k * one.everyMs, lengthMs: one.lengthMs })))
    .sort((a, b) => a.from - b.from)

/** The first instant after the gap that the wall time lies in (rule T3). */
function afterGap(local: string, zone: string): number {
  const before = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'earlier' })
  return before.getTimeZoneTransition('next')!.epochMilliseconds
}

const unsupported: Readonly<Record<string, string>> = {
  'rfc5545: 2nd & 15th': 'BYMONTHDAY',
  'rfc5545: 1st & last day': 'BYMONTHDAY',
  'rfc5545: yearly jun jul': 'FREQ=YEARLY',
  'rfc5545: yearday 1,100,200': 'FREQ=YEARLY',
  'rfc5545: weekno 20 mo': 'FREQ=YEARLY',
  'rfc5545: thursdays in march': 'FREQ=YEARLY',
  'rfc5545: sat after 1st sun': 'BYMONTHDAY',
  'rfc5545: us election day': 'FREQ=YEARLY',
  'rfc5545: 2nd-last weekday': 'BYSETPOS',
  'rfc5545: every 90 min x4': 'FREQ=MINUTELY',
  'oslo hourly through spring gap (wall clock; 02:00 does not exist)': 'FREQ=HOURLY',
  'feb 29 yearly': 'FREQ=YEARLY',
}

describe('[T1] every vector is either what was computed, or refused by name', () => {
  test.each(vectors.filter(({ name }) => name in unsupported))('$name', ({ name, rrule }) => {
    const [code, path, part] = refusal(() => parseRule(rrule, 'when.rule')) ?? []
    // A rule with several such parts may name any of them.
    expect([code, path]).toEqual(['rule-unsupported', 'when.rule'])
    expect(rrule).toContain(String(part))
    expect(rrule).toContain(unsupported[name])
  })

  test.each(vectors.filter(({ name }) => !(name in unsupported)))('$name', ({ tzid, dtstart, rrule, exdate, rdate, occurrences }) => {
    const [firstDay = '', start = ''] = dtstart.split('T')
    const day = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
    const hour = (Number(start.slice(0, 2)) + 2) % 24
    const when = ruled(rrule, {
      ...{ firstDay, from: start.slice(0, 5), until: `${String(hour).padStart(2, '0')}:00` },
      except: exdate.map(day),
    })
    const from = instant(Date.parse(`${firstDay}T00:00:00Z`) - 2 * dayMs)
    const until = instant(Date.parse(occurrences.at(-1)!.utc) + 1)
    const starts = expand(seriesOf(when, { ...event, zone: tzid }, zoneTable(tzid, from, until), { from, until }) as readonly Series[])
    // An extra date at another time of day is an entry of its own here.
    const others = new Set(rdate.map((text) => `${day(text)}T${text.slice(9, 11)}:${text.slice(11, 13)}:00`))
    const wanted = occurrences.filter(({ local }) => !others.has(local))
    expect(starts.map((one) => one.from)).toEqual(wanted.map(({ local, utc, gap }) => (gap ? afterGap(local, tzid) : Date.parse(utc))))
  })

  test('the table of a zone has the changes of the time zone database', () => {
    const { changes } = zoneTable('Europe/Oslo', instant(Date.parse('2023-01-01')), instant(Date.parse('2037-12-31')))
    expect(changes.map(({ at }) => new Date(at).toISOString().replace('.000', ''))).toEqual(oslo.transitions.map(({ utc }) => utc))
    expect(changes.map(({ offsetMs }) => `${offsetMs / hourMs}:00:00`)).toEqual(oslo.transitions.map((one) => one.offset_after))
  })

  test.each(oslo.wallclock_intervals)('[T3] $start_local–$end_local lasts $elapsed_seconds s', (interval) => {
    const [firstDay = '', from = ''] = interval.start_local.split('T')
    const when = ruled('FREQ=DAILY;COUNT=1', { firstDay, from: from.slice(0, 5), until: interval.end_local.slice(11, 16) })
    const lengths = windowsOf(when, event).map((window) => (window.until - window.from) / 1_000)
    expect(lengths).toEqual([interval.elapsed_seconds])
  })
})

describe('[T1] what is refused, with the part that is to blame', () => {
  test.each<[string, string, string]>([
    ['', 'rule-malformed', ''],
    ['DAILY', 'rule-malformed', 'DAILY'],
    ['FREQ=SOMETIMES', 'rule-unsupported', 'FREQ=SOMETIMES'],
    ['INTERVAL=2', 'rule-malformed', 'FREQ'],
    ['FREQ=DAILY;INTERVAL=0', 'rule-malformed', 'INTERVAL=0'],
    ['FREQ=DAILY;INTERVAL=1.5', 'rule-malformed', 'INTERVAL=1.5'],
    ['FREQ=DAILY;COUNT=1000000', 'rule-malformed', 'COUNT=1000000'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270401', 'rule-malformed', 'COUNT'],
    ['FREQ=DAILY;UNTIL=20270231', 'rule-malformed', 'UNTIL=20270231'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'rule-malformed', 'UNTIL=tomorrow'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'rule-malformed', 'FREQ'],
    ['FREQ=WEEKLY;BYDAY=XX', 'rule-malformed', 'BYDAY=XX'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'rule-unsupported', 'BYDAY=2MO'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'rule-malformed', 'BYDAY=6MO'],
    ['FREQ=MONTHLY;BYMONTHDAY=3', 'rule-unsupported', 'BYMONTHDAY'],
    ['FREQ=DAILY;BYHOUR=9', 'rule-unsupported', 'BYHOUR'],
    ['FREQ=DAILY;X-NOTE=1', 'rule-unsupported', 'X-NOTE'],
    ['FREQ=DAILY;WKST=XX', 'rule-malformed', 'WKST=XX'],
    ['FREQ=DAILY;UNTIL=20270301', 'rule-empty', ''],
  ])('%s → %s', (rule, code, part) => {
    const [saidCode, path, saidPart] = refusal(() => checkWhen(ruled(rule), event)) ?? []
    expect([saidCode, path, saidPart ?? '']).toEqual([code, 'when.rule', part])
  })

  test.each([
    ['a first day that does not exist', { firstDay: '2027-02-30' }, 'when.firstDay'],
    ['an exception that does not exist', { except: ['2027-02-30'] }, 'when.except.0'],
    ['an extra day that does not exist', { extra: ['2027-03-27', '2027-02-30'] }, 'when.extra.1'],
  ] as const)('%s', (_, change, path) => {
    expect(refusal(() => checkWhen(ruled('FREQ=DAILY', change), event))?.slice(0, 2)).toEqual(['invalid', path])
  })
})

describe('[T2] rules as series', () => {
  const horizon = horizonOf('Europe/Oslo', instant(Date.parse('2027-03-26T21:40:00Z')))
  const zone = zoneTable('Europe/Oslo', horizon.from, horizon.until)
  const series = (when: WallWhen) => seriesOf(when, event, zone, horizon) as readonly Series[]

  test('five weekdays are five series a side of each clock change', () => {
    const when = ruled('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', { firstDay: '2020-01-01' })
    expect(zone.changes).toHaveLength(3)
    expect(series(when).length).toBeLessThanOrEqual(5 * 4)
    expect(series(when).reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(290)
  })

  test('also where the clocks change in the first week', () => {
    expect(series(ruled('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', { firstDay: '2027-03-24' })).length).toBeLessThanOrEqual(3 + 5 * 3)
  })

  test('days left out and added, whatever the rule says of them', () => {
    const when = ruled('FREQ=DAILY;COUNT=4', { except: ['2027-03-25'], extra: ['2027-03-25', '2027-03-30', '2027-03-22'] })
    const days = windowsOf(when, event).map(({ from }) => new Date(from).toISOString().slice(0, 10))
    expect(days).toEqual(['2027-03-22', '2027-03-24', '2027-03-25', '2027-03-26', '2027-03-27', '2027-03-30'])
  })

  test('of a rule that has run for years those around the event are told', () => {
    const windows = windowsOf(ruled('FREQ=DAILY', { firstDay: '1990-01-01' }), event)
    const days = windows.map(({ from }) => new Date(from).toISOString().slice(0, 10))
    expect([days[0], days.at(-1)]).toEqual(['2027-03-22', '2027-03-30'])
  })

  test('what happens only years from now is no empty rule', () => {
    const rare = ruled('FREQ=MONTHLY;INTERVAL=12;BYDAY=5MO', { firstDay: '2027-02-01' })
    expect(refusal(() => checkWhen(rare, event))).toBeNull()
  })

  test('UNTIL in universal time and on the wall: an occurrence at that very instant is the last', () => {
    const last = (until: string) => new Date(windowsOf(ruled(`FREQ=DAILY;UNTIL=${until}`), event).at(-1)!.from).toISOString()
    expect(last('20270326T170000Z')).toBe('2027-03-26T17:00:00.000Z')
    expect(last('20270326T165959Z')).toBe('2027-03-25T17:00:00.000Z')
    expect(last('20270326T180000')).toBe('2027-03-26T17:00:00.000Z')
    expect(last('20270326')).toBe('2027-03-26T17:00:00.000Z')
  })

  test('a start after midnight stands on its calendar day', () => {
    const [window] = windowsOf(ruled('FREQ=DAILY;COUNT=1', { from: '01:00', until: '02:00' }), event)
    expect(new Date(window!.from).toISOString()).toBe('2027-03-24T00:00:00.000Z')
  })

  test('equal rules are equal series on every day of a month', () => {
    const when = ruled('FREQ=MONTHLY;BYDAY=-1SU,1MO', { firstDay: '1990-01-01', from: '22:00', until: '02:30' })
    const on = (day: string) => {
      const span = horizonOf('Europe/Oslo', instant(Date.parse(day)))
      return seriesOf(when, event, zoneTable('Europe/Oslo', span.from, span.until), span)
    }
    expect(on('2027-03-01T12:00:00Z')).toEqual(on('2027-03-31T20:00:00Z'))
  })

  test.each(['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca'])(
    'series and windows say the same all year, clock changes and all, in %s',
    (name) => {
      const span = { from: instant(Date.parse('2027-01-01')), until: instant(Date.parse('2028-02-01')) }
      const table = zoneTable(name, span.from, span.until)
      for (const [rule, from, until] of [
        ['FREQ=DAILY', '02:10', '02:40'],
        ['FREQ=DAILY;INTERVAL=3', '01:45', '03:15'],
        ['FREQ=WEEKLY;BYDAY=SA,SU', '22:00', '02:30'],
        ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', '00:00', '00:00'],
        ['FREQ=MONTHLY;BYDAY=1SU,-1SU', '02:00', '03:00'],
      ] as const) {
        const when = ruled(rule, { firstDay: '2027-01-01', from, until })
        const there = { ...event, zone: name, firstDay: '2027-01-01', lastDay: '2028-01-31' }
        const told = expand(seriesOf(when, there, table, span) as readonly Series[])
        const windows = windowsOf(when, there).filter((one) => one.until > span.from && one.from < span.until)
        expect(told.slice(0, windows.length)).toEqual(windows.map((one) => ({ from: one.from, lengthMs: one.until - one.from })))
        for (const [at, one] of told.entries())
          if (at > 0) expect(one.from).toBeGreaterThanOrEqual(told[at - 1]!.from + told[at - 1]!.lengthMs)
      }
    },
  )
})
