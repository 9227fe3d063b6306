import { expect, test } from 'vitest'
import { createDocuments } from './documents.ts'

test('a text is read once, what is not there each time, and the oldest is forgotten', () => {
  const read: string[] = []
  const size: Readonly<Record<string, number>> = { a: 20_000_000, b: 9_000_000, c: 9_000_000 }
  const documents = createDocuments((hash) => {
    read.push(hash)
    const length = size[hash]
    return length === undefined ? null : 'x'.repeat(length)
  })
  for (const hash of ['a', 'a', 'none', 'none', 'b', 'c', 'b', 'a']) documents(hash)
  expect(read.join(' ')).toBe('a none none b c a')
})
