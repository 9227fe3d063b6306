import type { Anchor } from '@infoskjerm/shared/model/manifest.ts'
import { daily, entryOf, manifestOf, s, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { expect, it } from 'vitest'
import { createPress, documentOf } from './hash.ts'

const slides = { a: slideOf(10), b: slideOf(20) }
const entries = [entryOf('p'), entryOf('q', { band: 'event', when: daily(10, 60, 3) })]
const plain = { ...manifestOf({ playlists: { p: 'ab', q: 'b' }, slides, entries }), anchors: [] }
const anchors: readonly Anchor[] = [
  {
    slot: 'main',
    band: 'normal',
    exclusive: null,
    region: null,
    at: s(5),
    showing: { entry: 'p', path: 'a', startedAt: s(0) },
    last: 'p',
    tag: null,
    cursors: { p: { pass: 0, done: ['a'] } },
  },
]

it('[W3] what a press writes is the canonical text, for the first manifest and for those that share its parts', () => {
  const press = createPress()
  for (const manifest of [plain, { ...plain, entries: [...entries].reverse() }, { ...plain, slides: { ...slides, b: slideOf(30) } }]) {
    const sheet = press(manifest)
    expect(sheet.bare).toBe(documentOf(manifest).hash)
    expect(sheet.withAnchors([])).toEqual(documentOf(manifest))
    expect(sheet.withAnchors(anchors)).toEqual(documentOf({ ...manifest, anchors }))
  }
})
