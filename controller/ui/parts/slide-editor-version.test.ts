import { expect, test } from 'vitest'
import type { ContentJson, SlideJson } from './slide-editor-json.ts'
import { addVersion, mayVary, removeVersion, versionOf, withVersion } from './slide-editor-version.ts'

const text = (title: string) =>
  ({ kind: 'text', title: { nb: title, en: '' }, body: { nb: '', en: '' }, tone: 'night', picture: null }) as const satisfies ContentJson
const slide: SlideJson = {
  name: 'Vann',
  content: text('Drikk vann'),
  variants: [],
  durationMs: 10_000,
  validFrom: null,
  validUntil: null,
  sponsor: null,
  embargo: false,
  audience: 'everyone',
}
const both = addVersion(slide, 'portrait')

test('a version begins as a copy', () => {
  expect(both.variants).toEqual([{ for: 'portrait', content: slide.content }])
  expect(addVersion(both, 'portrait')).toBe(both)
})

test('[E8] what is written on a version stays there; everything else is the slide’s', () => {
  const edited = { ...versionOf(both, 'portrait'), content: text('Vann'), durationMs: 5_000 }
  const after = withVersion(both, 'portrait', edited)
  expect(after.content).toEqual(text('Drikk vann'))
  expect(after.variants).toEqual([{ for: 'portrait', content: text('Vann') }])
  expect(after.durationMs).toBe(5_000)
  expect(versionOf(after, 'portrait').content).toEqual(text('Vann'))
})

test('what is written on the others leaves the version alone', () => {
  const after = withVersion(both, null, { ...both, content: text('Ta et glass') })
  expect(after.content).toEqual(text('Ta et glass'))
  expect(after.variants).toEqual(both.variants)
})

test('a version that is gone is the slide again', () => {
  expect(removeVersion(both, 'portrait')).toEqual(slide)
  expect(versionOf(slide, 'portrait')).toBe(slide)
})

test('words and pictures have versions, clocks shape themselves', () => {
  expect([mayVary(slide.content), mayVary({ kind: 'clock', heading: { nb: '', en: '' } })]).toEqual([true, false])
})
