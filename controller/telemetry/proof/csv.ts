/** Rows as comma-separated values (RFC 4180): lines end with CRLF, and what holds a comma, a quote or a line break stands in quotes. */
import { type ProofRow, proofLosses } from '@infoskjerm/shared/wire/api.ts'

/** What ids are called. */
export interface Names {
  readonly sponsor: (id: string) => string
  readonly screen: (id: string) => string
}

const header = [
  'day',
  'sponsor',
  'slide',
  'screen',
  'planned_s',
  'shown_s',
  ...proofLosses.map((why) => `lost_${why.replaceAll('-', '_')}_s`),
  'sponsor_id',
  'slide_id',
  'screen_id',
]

/** The lines one after another, the header first. */
export function* csvLines(rows: Iterable<ProofRow>, names: Names): Generator<string> {
  yield line(header)
  for (const { day, sponsor, slide, name, screen, plannedMs, shownMs, lostMs } of rows) {
    const times = [plannedMs, shownMs, ...proofLosses.map((why) => lostMs[why])].map((ms) => (ms / 1_000).toFixed(1))
    const ids = [sponsor ?? '', slide, screen]
    yield line([day, sponsor === null ? '' : names.sponsor(sponsor), name, names.screen(screen), ...times, ...ids])
  }
}

function line(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`
}

/** A field that a spreadsheet would take for a formula is told apart by an apostrophe: names are written by many. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
