/** What gives way on a full disk. */
import { expect, it } from 'vitest'
import { roomFor } from './room.ts'

const held = [
  { hash: 'a', sizeBytes: 10, usedAt: 3 },
  { hash: 'b', sizeBytes: 10, usedAt: 1 },
  { hash: 'c', sizeBytes: 10, usedAt: 2 },
]
const wide = { quotaBytes: 1000, reserveBytes: 0, freeBytes: 1000 }
const none: ReadonlySet<string> = new Set()

it.each([
  { what: 'there is room', wanted: 10, room: wide, needed: none, gone: [] },
  { what: 'exactly fits', wanted: 10, room: { ...wide, quotaBytes: 40 }, needed: none, gone: [] },
  { what: 'the quota is full: the longest unused', wanted: 10, room: { ...wide, quotaBytes: 30 }, needed: none, gone: ['b'] },
  { what: 'one is not enough', wanted: 15, room: { ...wide, quotaBytes: 30 }, needed: none, gone: ['b', 'c'] },
  { what: 'the reserve is touched', wanted: 10, room: { ...wide, reserveBytes: 50, freeBytes: 55 }, needed: none, gone: ['b'] },
  { what: 'what is needed stays', wanted: 10, room: { ...wide, quotaBytes: 30 }, needed: new Set(['b', 'c']), gone: ['a'] },
  { what: 'nothing goes in vain', wanted: 21, room: { ...wide, quotaBytes: 30 }, needed: new Set(['b']), gone: null },
])('$what → $gone', ({ wanted, room, needed, gone }) => {
  expect(roomFor(wanted, room, held, needed)).toEqual(gone)
})
