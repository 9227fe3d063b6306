import { expect, test } from 'vitest'
import { createStaleGuard } from './slide-editor-stale.ts'

const older = '2027-03-26T20:00:00Z'
const ours = '2027-03-26T20:01:00Z'

test.each([
  ['an older answer right after our save', older, 100, true],
  ['our own save coming back', ours, 100, false],
  ['somebody else’s later change', '2027-03-26T20:02:00Z', 100, false],
  ['what Angre brought back', older, 2_000, false],
])('%s', (_, changedAt, afterMs, stale) => {
  let nowMs = 0
  const guard = createStaleGuard(() => nowMs)
  expect(guard.isStale(older)).toBe(false)
  guard.saved(ours)
  nowMs = afterMs
  expect(guard.isStale(changedAt)).toBe(stale)
  guard.forget()
  expect(guard.isStale(older)).toBe(false)
})
