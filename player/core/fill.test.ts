import { limits } from '@infoskjerm/shared/limits.ts'
import { expect, it } from 'vitest'
import { firstFillMs } from './fill.ts'

it('[W4] a hall that is switched on does not ask at once: devices begin spread over the whole time, each at its own', () => {
  const begins = Array.from({ length: 500 }, (_, at) => firstFillMs(`device-${at}`))
  const quarters = [0, 1, 2, 3].map((part) => begins.filter((ms) => Math.floor((ms * 4) / limits.firstFillSpreadMs) === part).length)
  for (const count of quarters) expect(count).toBeGreaterThan(80)
  expect(firstFillMs('device-1')).toBe(begins[1])
})
