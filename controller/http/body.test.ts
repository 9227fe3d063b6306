import { limits } from '@infoskjerm/shared/limits.ts'
import { expect, test } from 'vitest'
import { readJson } from './body.ts'

const request = (body: string) =>
  new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
const inside = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test.each([
  ['as deep as may be', inside(limits.jsonDepth)],
  ['brackets in words', JSON.stringify({ name: '['.repeat(limits.jsonDepth + 1) })],
  ['quotes in words', JSON.stringify({ name: '\\"{'.repeat(limits.jsonDepth + 1) })],
  ['many beside each other', JSON.stringify(Array.from({ length: 1_000 }, () => [{}]))],
])('%s', async (_, text) => {
  expect(await readJson(request(text))).toEqual(JSON.parse(text))
})

test.each([
  ['too deep', inside(limits.jsonDepth + 1)],
  ['as deep as fits', '{"a":['.repeat(limits.jsonBodyBytes / 6)],
  ['a string without end', `"${'\\'.repeat(limits.jsonBodyBytes - 1)}`],
])('%s is refused', async (_, text) => {
  await expect(readJson(request(text))).rejects.toMatchObject({ status: 400, code: 'json' })
})
