/** Instants are whole milliseconds or nothing. */
import { expect, test } from 'vitest'
import { instant, later } from './instant.ts'

test.each([0.5, NaN, Infinity, 2 ** 60])('[T1] %d is not an instant', (ms) => {
  expect(() => instant(ms)).toThrow('not an instant')
})

test('[T1] later adds milliseconds, and takes them away', () => {
  expect([later(instant(5), 10), later(instant(5), -10)]).toEqual([15, -5])
})
