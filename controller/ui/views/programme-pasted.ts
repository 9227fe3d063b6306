/** A pasted table as happenings, row by row, with what is wrong in each. Pure. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { headerIndex, splitTable } from '@infoskjerm/shared/model/pasted-table.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource, HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { type EventDays, readClock, readDay, readMoment, weekdayOf } from './programme-cells.ts'
import { addDays, calendarDate, type FestivalTime, festivalTime, meaningOf } from './schedule-wall.ts'

export const columns = ['day', 'start', 'end', 'nb', 'stage', 'en', 'description'] as const
export type Column = (typeof columns)[number]

export type CellProblem =
  | { readonly kind: 'title' | 'titleLong' | 'descriptionLong' | 'placeLong' | 'day' | 'start' }
  | { readonly kind: 'dayUnknown' | 'time'; readonly text: string }
  /** `weekday`: 0 Monday – 6 Sunday, what the date is. */
  | { readonly kind: 'weekday'; readonly text: string; readonly weekday: number }
  | { readonly kind: 'gap'; readonly time: string; readonly before: Instant; readonly after: Instant }

/** One row as it was written; `body` null where something is wrong. `row` counts from 1 with the row of headings, as the spreadsheet does. */
export interface PastedRow {
  readonly row: number
  readonly title: string
  readonly body: HappeningBody | null
  readonly problems: readonly CellProblem[]
}

/** `headings` false: none were found, and the columns are taken in the order of `columns`. `missing`: columns that must be there and are not. */
export interface PastedProgramme {
  readonly rows: readonly PastedRow[]
  readonly headings: boolean
  readonly missing: readonly Column[]
}

type Calendar = EventDays & Pick<EventResource, 'zone' | 'dayBreak'>

const names: Readonly<Record<Column, readonly string[]>> = {
  day: ['dag', 'dato', 'day', 'date', 'når', 'when'],
  start: [
    'start',
    'fra',
    'from',
    'starttid',
    'begynner',
    'begins',
    'start time',
    'tid',
    'klokka',
    'klokken',
    'kl',
    'klokkeslett',
    'time',
    'starts',
  ],
  end: ['slutt', 'til', 'end', 'to', 'until', 'sluttid', 'slutter', 'end time', 'ends', 'stopp', 'stop'],
  nb: [
    'tittel',
    'title',
    'navn',
    'name',
    'hva',
    'what',
    'norsk',
    'tittel norsk',
    'norsk tittel',
    'title norwegian',
    'norwegian',
    'programpunkt',
    'punkt',
    'event',
    'arrangement',
    'aktivitet',
    'activity',
  ],
  en: ['engelsk', 'english', 'tittel engelsk', 'engelsk tittel', 'title english', 'english title', 'title en', 'tittel en', 'en'],
  stage: ['scene', 'sted', 'stage', 'place', 'hvor', 'where', 'location', 'lokasjon', 'rom', 'room'],
  description: ['beskrivelse', 'description', 'om', 'about', 'tekst', 'text', 'info'],
}

/** Reads a table. An empty day is that of the row above; a row with nothing but a day in it is a heading for those below. */
export function readPasted(text: string, calendar: Calendar): PastedProgramme {
  const table = splitTable(text)
  const header = table.length === 0 ? null : headerIndex(table[0] ?? [], names)
  const places: Readonly<Record<Column, number | null>> = header ?? inOrder(Math.max(0, ...table.map((cells) => cells.length)))
  const missing = (['start', 'nb'] as const).filter((column) => places[column] === null && !(column === 'nb' && places.en !== null))
  if (table.length === 0 || missing.length > 0) return { rows: [], headings: header !== null, missing: table.length === 0 ? [] : missing }
  const rows: PastedRow[] = []
  let day = ''
  table.forEach((cells, index) => {
    if (header !== null && index === 0) return
    const alone = headingDay(cells, calendar)
    if (alone !== null) {
      day = alone
      return
    }
    const cell = (column: Column): string => cells[places[column] ?? -1] ?? ''
    if (cell('day') !== '') day = cell('day')
    rows.push(readRow(index + 1, cell, day, calendar))
  })
  return { rows, headings: header !== null, missing: [] }
}

/** The body that is sent: only where every row is sound. */
export function bodiesOf({ rows }: PastedProgramme): readonly HappeningBody[] | null {
  const bodies = rows.flatMap(({ body }) => (body === null ? [] : [body]))
  return bodies.length === rows.length && bodies.length > 0 ? bodies : null
}

function readRow(row: number, cell: (column: Column) => string, day: string, calendar: Calendar): PastedRow {
  const problems: CellProblem[] = []
  const [nb, en] = cell('nb') === '' ? [cell('en'), ''] : [cell('nb'), cell('en')]
  if (nb === '') problems.push({ kind: 'title' })
  if (Math.max(nb.length, en.length) > limits.titleLength) problems.push({ kind: 'titleLong' })
  if (cell('description').length > limits.bodyLength) problems.push({ kind: 'descriptionLong' })
  if (cell('stage').length > limits.nameLength) problems.push({ kind: 'placeLong' })
  const span = readSpan(cell('start'), cell('end'), day, calendar)
  problems.push(...span.problems)
  const { start, end } = span
  const sound = problems.length === 0 && start !== null && end !== null
  return {
    row,
    title: nb,
    problems,
    body: sound
      ? {
          title: { nb, en },
          stage: cell('stage') === '' ? null : cell('stage'),
          start,
          end,
          description: { nb: cell('description'), en: '' },
        }
      : null,
  }
}

interface Span {
  readonly start: Instant | null
  readonly end: Instant | null
  readonly problems: readonly CellProblem[]
}

function readSpan(startText: string, endText: string, dayText: string, calendar: Calendar): Span {
  const problems: CellProblem[] = []
  const from = startOf(startText, dayText, calendar)
  if ('kind' in from) return { start: null, end: null, problems: [from] }
  const until = endText === '' ? from : endOf(endText, from, calendar)
  if ('kind' in until) problems.push(until)
  const at = (time: FestivalTime | CellProblem): Instant | null => {
    if ('kind' in time) return null
    const meaning = meaningOf(time, calendar.zone, calendar.dayBreak)
    if (meaning.kind === 'exists') return meaning.at
    problems.push({ kind: 'gap', time: time.time, before: meaning.before, after: meaning.after })
    return null
  }
  const start = at(from)
  return { start, end: until === from ? start : at(until), problems }
}

/** The day is a festival day: 01:30 on Saturday is the night that ends it (rule T6). A date written with the time in one cell is the calendar's. */
function startOf(text: string, dayText: string, calendar: Calendar): FestivalTime | CellProblem {
  if (text === '') return { kind: 'start' }
  const moment = readMoment(text, calendar)
  if (moment !== null) return festivalTime(moment.date, moment.time, calendar.dayBreak)
  if (dayText === '') return { kind: 'day' }
  const day = readDay(dayText, calendar)
  if (day.kind === 'unknown') return { kind: 'dayUnknown', text: dayText }
  if (day.kind === 'weekday') return { kind: 'weekday', text: dayText, weekday: weekdayOf(day.day) }
  const time = readClock(text)
  return time === null ? { kind: 'time', text } : { day: day.day, time }
}

/** An end before the start is on the next day; one at the start is no end at all: a moment. */
function endOf(text: string, from: FestivalTime, calendar: Calendar): FestivalTime | CellProblem {
  const moment = readMoment(text, calendar)
  if (moment !== null) return festivalTime(moment.date, moment.time, calendar.dayBreak)
  const time = readClock(text)
  if (time === null) return { kind: 'time', text }
  const date = calendarDate(from, calendar.dayBreak)
  return festivalTime(time < from.time ? addDays(date, 1) : date, time, calendar.dayBreak)
}

/** The text of a row that holds a day and nothing else. */
function headingDay(cells: readonly string[], calendar: Calendar): string | null {
  const [only, ...more] = cells.filter((cell) => cell !== '')
  return only !== undefined && more.length === 0 && readDay(only, calendar).kind === 'day' ? only : null
}

function inOrder(width: number): Readonly<Record<Column, number | null>> {
  return Object.fromEntries(columns.map((column, index) => [column, index < width ? index : null])) as Record<Column, number | null>
}
