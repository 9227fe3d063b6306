import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBallast } from './ballast.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-ballast-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const laid = () => existsSync(join(folder, 'ballast'))
const full = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })

test('a write that finds the disk full is done again with the ballast gone, and the next start lays it down anew', () => {
  const { despiteFullDisk } = createBallast(folder)
  const stored = despiteFullDisk(() => {
    if (laid()) throw full()
    return 'stored'
  })
  expect([stored, laid()]).toEqual(['stored', false])
  createBallast(folder)
  expect(laid()).toBe(true)
})

test('what fails for another reason, or still, fails; ballast is given up only for want of room', () => {
  const { despiteFullDisk } = createBallast(folder)
  expect(() =>
    despiteFullDisk(() => {
      throw new Error('refused')
    }),
  ).toThrow('refused')
  expect(laid()).toBe(true)
  expect(() =>
    despiteFullDisk(() => {
      throw full()
    }),
  ).toThrow('full')
})
