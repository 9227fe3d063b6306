/** The vector file, as Node answers it. After a change of a rule: `npx vitest run --project unit shared/engine/vectors -u`. */
import { expect, test } from 'vitest'
import { vectorOf } from '../testing/vectors.ts'

test('[E11] the vectors are what the engine answers', async () => {
  const vectors = Array.from({ length: 28 }, (_, n) => vectorOf(n + 1))
  const text = `[\n${vectors.map((vector) => JSON.stringify(vector)).join(',\n')}\n]\n`
  expect(text.length).toBeLessThan(200_000)
  await expect(text).toMatchFileSnapshot('../testing/fixtures/vectors.json')
})
