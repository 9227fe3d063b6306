/** The vector file, as a real browser answers it. */
import { expect, test } from 'vitest'
import vectors from '../testing/fixtures/vectors.json'
import { manifestSchema } from '../model/manifest.ts'
import { answersTo } from '../testing/vectors.ts'

test.each(vectors)('[E11] the browser says what Node says: seed $seed', ({ manifest, scenes }) => {
  const instants = scenes.map(([t]) => Number(t))
  expect(answersTo(manifestSchema.parse(manifest), instants)).toEqual(scenes)
})
