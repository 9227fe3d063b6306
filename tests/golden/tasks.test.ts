import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { taskTable } from '../e2e/hands/docs.ts'

test('docs/tasks.md says what the tests count', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/tasks.md'), 'utf8')
  expect(page).toContain(taskTable())
})
