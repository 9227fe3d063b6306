import { expect, test } from 'vitest'
import { droppedAt, moved } from './sortable-order.ts'

const abcd = ['a', 'b', 'c', 'd']

test.each([
  ['a', 0, 'abcd'],
  ['a', 1, 'bacd'],
  ['a', 3, 'bcda'],
  ['a', 99, 'bcda'],
  ['d', -5, 'dabc'],
  ['c', 1, 'acbd'],
  ['x', 0, 'abcd'],
])('%s to place %i', (id, to, order) => expect(moved(abcd, id, to).join('')).toBe(order))

test.each([
  ['a', 'c', 'before', 'bacd'],
  ['a', 'c', 'after', 'bcad'],
  ['d', 'a', 'before', 'dabc'],
  ['d', 'c', 'after', 'abcd'],
  ['b', 'b', 'after', 'abcd'],
  ['b', 'x', 'after', 'abcd'],
] as const)('%s dropped on %s, %s', (id, target, edge, order) => expect(droppedAt(abcd, id, target, edge).join('')).toBe(order))
