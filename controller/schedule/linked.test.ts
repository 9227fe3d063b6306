import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningEdge } from '@infoskjerm/shared/wire/api.ts'
import { expect, test } from 'vitest'
import { checkLinked, type Linked, linkedWindow } from './linked.ts'

const at = (time: string) => instant(Date.parse(`2027-03-27T${time}:00Z`))
const show: Happening = {
  ...{ id: 'demoshow', title: { nb: 'Demoshow', en: '' }, stage: null, start: at('20:00'), end: at('23:00') },
  ...{ description: { nb: '', en: '' }, tags: [], was: null, cancelled: false, open: false },
}
const edge = (text: string): HappeningEdge => {
  const [, name, offset] = /^(start|end)([+-]\d+)?$/.exec(text)!
  return { edge: name as HappeningEdge['edge'], offsetMin: Number(offset ?? 0) }
}
const linked = (from: string, until: string, happening = 'demoshow'): Linked => ({
  kind: 'happening',
  happening,
  from: edge(from),
  until: edge(until),
})
const refused = (when: Linked, happenings: readonly Happening[]) => {
  try {
    checkLinked(when, happenings)
    return null
  } catch (error) {
    const { code, path } = error as { code: string; path: string }
    return [code, path]
  }
}

const shorter = ['end-before-start', 'when.until']
test.each<[string, Linked, Happening[], string | null, readonly string[] | null]>([
  ['from a quarter before until the end', linked('start-15', 'end'), [show], '19:45–23:00', null],
  ['wherever it is moved to', linked('start-15', 'end'), [{ ...show, start: at('21:00'), end: at('23:30') }], '20:45–23:30', null],
  ['after it', linked('end', 'end+30'), [show], '23:00–23:30', null],
  ['around a moment', linked('start-10', 'start+10'), [{ ...show, end: at('20:00') }], '19:50–20:10', null],
  ['while it goes on', linked('start', 'end'), [{ ...show, open: true, end: at('23:59') }], '20:00–23:59', null],
  ['not while it is cancelled; but it may be linked to', linked('start', 'end'), [{ ...show, cancelled: true }], null, null],
  ['nothing between the edges', linked('end', 'start'), [show], null, shorter],
  ['a moment from start to end', linked('start', 'end'), [{ ...show, end: at('20:00') }], null, shorter],
  ['too late for so short a one', linked('start+60', 'end'), [{ ...show, end: at('20:30') }], null, shorter],
  ['gone', linked('start', 'end', 'kino'), [show], null, ['unknown-reference', 'when.happening']],
])('%s', (_, when, happenings, window, problem) => {
  const found = linkedWindow(when, happenings)
  const clock = (t: number) => new Date(t).toISOString().slice(11, 16)
  expect(found === null ? null : `${clock(found.from)}–${clock(found.until)}`).toBe(window)
  expect(refused(when, happenings)).toEqual(problem)
})
