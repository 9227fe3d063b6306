import { expect, test } from 'vitest'
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import {
  changesOf,
  exitsNamed,
  inputOf,
  isUnconfirmed,
  newScreen,
  sameExits,
  sizeNameOf,
  tagsOf,
  walking,
  withExit,
} from './screen-form.ts'

test.each([
  ['inngang, sponsor', ['inngang', 'sponsor']],
  ['Stor LED, Inngang øst', ['stor-led', 'inngang-ost']],
  [' , , ', []],
  ['a, A', ['a']],
  ['--Æra!--', ['aera']],
])('«%s» gives the tags %j', (text, tags) => {
  expect(tagsOf(text)).toEqual(tags)
})

test.each([
  [1920, 1080, 'wide'],
  [1080, 1920, 'tall'],
  [3840, 2160, 'wide4k'],
  [1366, 768, 'other'],
] as const)('%i × %i is called %s', (widthPx, heightPx, name) => {
  expect(sizeNameOf({ widthPx, heightPx })).toBe(name)
})

test('an exit that is turned has to be confirmed again', () => {
  const exits = [{ name: 'Nord', direction: 'left' as const, confirmed: { by: 'Kari', at: '2027-03-26T20:00:00Z' } }]
  expect(withExit(exits, 0, { name: 'Nord', direction: 'right' })).toEqual([{ name: 'Nord', direction: 'right', confirmed: null }])
})

const screen = (change: Partial<ScreenResource>): ScreenResource => ({
  ...newScreen('gangen'),
  name: 'Skilt',
  id: 'skilt',
  class: '',
  paired: false,
  local: false,
  care: plainCare,
  state: { kind: 'in-service' },
  ...change,
})

test('only what was changed is sent, so that a form left open undoes nobody’s work', () => {
  const stored = screen({ distance: 'hall' })
  expect(changesOf(inputOf(stored), stored)).toEqual({})
  expect(changesOf({ ...inputOf(stored), name: 'Skilt E12', tags: ['skilt'] }, stored)).toEqual({ name: 'Skilt E12', tags: ['skilt'] })
})

test('a form left open does not carry how the panel hangs back with it', () => {
  const opened = inputOf(screen({}))
  expect(changesOf({ ...opened, name: 'Ny' }, screen({ care: { ...plainCare, rotation: 90 } }))).toEqual({ name: 'Ny' })
})

test('one walks by number, then by name', () => {
  const screens = [screen({ name: 'B', position: 1 }), screen({ name: 'C', position: 0 }), screen({ name: 'A', position: 1 })]
  expect(walking(screens).map(({ name }) => name)).toEqual(['C', 'A', 'B'])
})

const exit = (name: string, by: string | null) => ({
  name,
  direction: 'left' as const,
  confirmed: by === null ? null : { by, at: '2027-03-26T20:00:00Z' },
})

test.each([
  ['none', [], 'in-service', false],
  ['one that nobody has seen', [exit('Nord', 'Kari'), exit('Sør', null)], 'in-service', true],
  ['all seen', [exit('Nord', 'Kari')], 'in-service', false],
  ['unseen on a planned screen', [exit('Nord', null)], 'planned', false],
] as const)('exits, %s: unconfirmed is %o of %s', (_, exits, kind, is) => {
  expect(isUnconfirmed({ exits, state: { kind } })).toBe(is)
})

test('who has confirmed them makes exits no others; a name or an order does', () => {
  expect(sameExits([exit(' Nord ', null)], [exit('Nord', 'Kari')])).toBe(true)
  expect(sameExits([exit('Nord', null)], [exit('Sør', null)])).toBe(false)
  expect(sameExits([], [exit('Nord', null)])).toBe(false)
  expect(exitsNamed([exit('Nord', null), exit(' ', null)])).toBe(false)
})
