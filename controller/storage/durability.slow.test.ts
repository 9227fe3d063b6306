import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestWorld } from '../testing/world.ts'
import { openDatabase } from './database.ts'

/** Acknowledged writes after which the writer is killed, eight times over: 200 in all. */
const killAfter = [7, 40, 1, 33, 25, 60, 3, 31]

test('200 acknowledged writes between eight times kill -9: none is lost, and each has its record', async () => {
  const world = createTestWorld()
  const acknowledged: number[] = []
  for (const count of killAfter) acknowledged.push(...(await writeUntilKilled(world.dataFolder, (acknowledged.at(-1) ?? -1) + 1000, count)))
  const database = openDatabase(join(world.dataFolder, 'infoskjerm.sqlite'))
  const column = (sql: string) => new Set(database.db.$client.prepare(sql).pluck().all() as string[])
  const [stored, recorded] = [column('SELECT id FROM areas'), column('SELECT row FROM changes WHERE "table" = \'areas\'')]
  expect(acknowledged.length).toBeGreaterThanOrEqual(200)
  expect(acknowledged.filter((n) => !stored.has(`w${n}`) || !recorded.has(`w${n}`))).toEqual([])
  expect(database.db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
  world.close()
}, 120_000)

/** Numbers that the writer said were stored, at least `count` of them, before it was killed. */
function writeUntilKilled(folder: string, first: number, count: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const writer = fileURLToPath(new URL('testing/writer.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), writer, folder, `${first}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.split('\n').length > count) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      // The last line may be cut in the middle.
      const numbers = said.split('\n').slice(0, -1).map(Number)
      if (numbers.length >= count) resolve(numbers)
      else reject(new Error(`the writer ended after ${numbers.length} writes`))
    })
  })
}
