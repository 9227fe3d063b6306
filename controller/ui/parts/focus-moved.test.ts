import { expect, test } from 'vitest'
import { moved } from './focus-moved.ts'

const middle = { xPct: 50, yPct: 50 }

test.each([
  ['ArrowLeft', false, middle, { xPct: 48, yPct: 50 }],
  ['ArrowRight', true, middle, { xPct: 60, yPct: 50 }],
  ['ArrowUp', false, { xPct: 10, yPct: 1 }, { xPct: 10, yPct: 0 }],
  ['ArrowDown', true, { xPct: 10, yPct: 95 }, { xPct: 10, yPct: 100 }],
  ['Home', false, { xPct: 3, yPct: 4 }, middle],
  ['Tab', false, middle, null],
] as const)('%s (far: %s) from %o', (key, isFar, from, to) => expect(moved(from, key, isFar)).toEqual(to))
