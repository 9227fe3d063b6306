/** The vector file, as a real browser answers it. */
import { expect, test } from 'vitest'
import vectors from '../testing/fixtures/vectors.json'
import type { Live } from '../model/live.ts'
import { manifestSchema } from '../model/manifest.ts'
import { answersTo } from '../testing/vectors.ts'

test.each(vectors)('[E11] the browser says what Node says: seed $seed', ({ manifest, cues, scenes }) => {
  const instants = scenes.map(([t]) => Number(t))
  expect(answersTo(manifestSchema.parse(manifest), cues as unknown as Live['cues'], instants)).toEqual(scenes)
})
