import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { OverridePointer } from '@infoskjerm/shared/wire/pointers.ts'
import { expect, test } from 'vitest'
import { createProgress } from './progress.ts'

test('a screen that claims to have drawn what was never sent has drawn nothing', () => {
  const override = { id: 'o', template: 'evacuate', target: { kind: 'all' }, status: 'actual', since: instant(0), ending: null } as const
  const pointer: OverridePointer = { kind: 'overrides', venue: 'v', epoch: 1, sequence: 5, document: { overrides: [override] } }
  const progress = createProgress({
    pointer: () => pointer,
    screens: () => [{ id: 'a', area: 'hall', tags: [], audience: 'public' }],
    silent: () => false,
  })
  const drawn = () => progress.read()[0]?.drawn
  expect(drawn()).toEqual([])
  progress.drawn('a', { epoch: 9, sequence: 999 })
  expect(drawn()).toEqual([])
  progress.drawn('a', { epoch: 1, sequence: 4 })
  expect(drawn()).toEqual([])
  progress.drawn('a', { epoch: 1, sequence: 5 })
  expect(drawn()).toEqual(['a'])
})
