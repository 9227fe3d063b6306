/** What the wall must never say, whatever is missing or broken: read from everything that is painted, in every state. */
import { render } from 'lit'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import '../fonts/archivo.css'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from './context.ts'
import { cases } from './pictures/cases.ts'
import { plainGlass } from './pictures/sample-glass.ts'
import './slide-view.ts'
import type { SlideView } from './slide-view.ts'
import { context, friday, programme, slide, words } from './testing/samples.ts'
import { settled, stand, textsOf } from './testing/glass.ts'

beforeAll(() => document.fonts.load("800 100px 'Archivo Variable'", 'Nå'))
afterEach(() => document.body.replaceChildren())

/** Words of machines, addresses, ids, names of files, times before zero. What a crew has written itself is theirs to say. */
const never: readonly (readonly [string, RegExp])[] = [
  ['a word of a machine', /\b(undefined|null|NaN|Infinity|Invalid Date|\[object|error|exception|failed|timeout|404|500)\b/iu],
  ['an address', /\b(https?:\/\/|www\.|localhost|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})\b/iu],
  ['a hash or an id', /\b([0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-)/iu],
  ['the name of a file', /\.(png|jpe?g|webp|webm|mp4|svg|html|json|ts|js)\b/iu],
  ['a time before zero', /[−-]\d{1,2}:\d{2}|[−-]\d+\s*(min|s|t|h)\b/u],
  ['a mark that was to be filled in', /\$\{|\{\{|%s/u],
]

function check(box: ParentNode, state: string): void {
  for (const { text } of textsOf(box)) for (const [what, forbidden] of never) expect(text, `${state}: ${what}`).not.toMatch(forbidden)
}

/** Says on purpose where to go to pair it: it stands before crew who set it up, and before nobody else. */
const speaksToCrew = new Set(['pairing'])

describe('in the moment that tries it hardest', () => {
  test.each(Object.keys(cases).filter((name) => !speaksToCrew.has(name)))('%s', async (name) => {
    check(await stand(cases[name]?.(plainGlass(false)), 1280, 720), name)
  })
})

const missing = { hash: 'a'.repeat(64), type: 'image/png', widthPx: 16, heightPx: 9 }
const kinds: Readonly<Record<SlideContent['kind'], SlideContent>> = {
  text: { kind: 'text', title: words(''), body: words(''), tone: 'night', picture: missing },
  image: { kind: 'image', picture: missing, fit: 'cover', tone: 'night', caption: words('') },
  video: { kind: 'video', video: { ...missing, type: 'video/mp4', durationMs: null }, fit: 'cover', tone: 'night' },
  programme: { kind: 'programme', heading: words(''), of: { scope: 'stage', stage: 'borte' } },
  happening: { kind: 'happening', happening: 'borte', tone: 'night' },
  countdown: { kind: 'countdown', title: words(''), to: { kind: 'happening', happening: 'borte', edge: 'end' }, finished: words('') },
  clock: { kind: 'clock', heading: words('') },
  qr: { kind: 'qr', title: words(''), caption: words(''), text: 'https://tg.no' },
  results: { kind: 'results', title: words(''), rows: [], revealed: 3 },
  layout: { kind: 'layout', tone: 'night', regions: [{ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'borte' }] },
  web: { kind: 'web', url: 'http://127.0.0.1:9/ingen' },
  stream: { kind: 'stream', url: 'http://127.0.0.1:9/ingen.m3u8', way: 'hls', fit: 'cover', instead: null },
  html: { kind: 'html', bundle: { hash: missing.hash, name: 'tavle.html' } },
  feed: { kind: 'feed', heading: words(''), items: [{ title: words(''), intro: words(''), when: '', picture: missing }] },
  data: {
    kind: 'data',
    title: words(''),
    source: '{"temp":"rubbish","none":null}',
    figures: ['/temp', '/none', '/gone/too'].map((path) => ({ label: words(''), path, before: '/none', unit: 'x', decimals: 0 })),
  },
  map: { kind: 'map', title: words(''), picture: missing, places: [], screens: [] },
  black: { kind: 'black' },
}
const whole = context({ still: false })
const states: Readonly<Record<string, StageContext>> = {
  'before anything is known': { ...whole, screen: null, event: null, programme: null },
  'without a programme': { ...whole, programme: null },
  'with an empty programme': { ...whole, programme: { stages: [], happenings: [] } },
  'with a programme of titles alone': {
    ...whole,
    programme: { stages: [], happenings: programme.happenings.map((one) => ({ ...one, description: words('') })) },
  },
  'without the time': { ...whole, isTimeProved: false },
  'a year too late': { ...whole, now: () => later(friday, 365 * 86_400_000) },
  'a year too early': { ...whole, now: () => later(friday, -365 * 86_400_000) },
  'when nobody answers': { ...whole, answers: () => Promise.resolve(false) },
}

describe.each(Object.keys(states))('%s', (state) => {
  test.each(Object.keys(kinds) as SlideContent['kind'][])('%s', async (kind) => {
    const view = document.createElement('is-slide') as SlideView
    Object.assign(view, { slide: slide(kinds[kind]), context: states[state] })
    const box = document.createElement('div')
    box.style.cssText = 'position:fixed;inline-size:1280px;block-size:720px'
    document.body.replaceChildren(box)
    render(view, box)
    await settled(box)
    check(box, `${kind} ${state}`)
  })
})

test('it finds what it looks for', () => {
  for (const text of ['undefined', 'Error: no', 'http://10.0.0.2/', 'bilde.PNG', '-3:20', '−5 min', 'f'.repeat(16), '${navn}'])
    expect(
      never.some(([, forbidden]) => forbidden.test(text)),
      text,
    ).toBe(true)
  for (const text of ['21:20–23:50', 'om 12 min', 'Lag A-12', '5. plass', '0:00', 'Nå · til 21:15'])
    expect(never.find(([, forbidden]) => forbidden.test(text))?.[0] ?? null, text).toBeNull()
})
