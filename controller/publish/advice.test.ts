import { manifestOf, s } from '@infoskjerm/shared/testing/build.ts'
import { expect, test } from 'vitest'
import { rememberedLint } from './advice.ts'

test('what lint said is remembered for its period alone', () => {
  const look = rememberedLint()
  const manifest = manifestOf({ entries: [], playlists: {} })
  const hour = look(manifest, s(0), s(3_600))
  expect(look(manifest, s(0), s(3_600))).toBe(hour)
  expect(look(manifest, s(0), s(60))).toEqual([{ kind: 'only-fallback', from: s(0), until: s(60) }])
  expect(look(manifest, s(30), s(60))).toEqual([{ kind: 'only-fallback', from: s(30), until: s(60) }])
  expect(look({ ...manifest }, s(30), s(60))).not.toBe(look(manifest, s(30), s(60)))
})
