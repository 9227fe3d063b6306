import { expect, test } from 'vitest'
import { sizeNameOf, tagsOf, withExit } from './screen-form.ts'

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
