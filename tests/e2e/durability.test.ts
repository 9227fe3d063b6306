/** What was acknowledged is there, whenever the power goes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, type RunningController, signIn, startController } from './harness.ts'

/** Acknowledged writes after which the controller is killed: 200 in all. */
const killAfter = [7, 40, 1, 33, 25, 60, 3, 31]

let controller: RunningController
let api: Api

beforeAll(async () => {
  controller = await startController()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
})
afterAll(() => controller.close())

/** Names that were answered with success. Goes on without a pause until the controller is gone; `onCount` kills it in the middle of a later write. */
async function writeUntilGone(first: number, count: number): Promise<string[]> {
  const acknowledged: string[] = []
  let killed: Promise<void> | null = null
  for (let n = first; ; n++) {
    const name = `w${n}`
    try {
      await api.ok('POST', '/areas', { name })
    } catch (error) {
      if (killed === null) throw error
      await killed
      return acknowledged
    }
    acknowledged.push(name)
    if (acknowledged.length === count) killed = controller.kill()
  }
}

describe('200 acknowledged writes between eight times kill -9', () => {
  it('none is lost, each has its record, and the session goes on', async () => {
    const acknowledged: string[] = []
    for (const [round, count] of killAfter.entries()) {
      acknowledged.push(...(await writeUntilGone(round * 1_000, count)))
      await controller.restart()
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(200)
    const stored = new Set((await api.ok<{ name: string }[]>('GET', '/areas')).map(({ name }) => name))
    const records = await api.ok<{ changes: { name: string | null }[] }[]>('GET', '/audit?limit=500')
    const recorded = new Set(records.flatMap(({ changes }) => changes.map(({ name }) => name)))
    expect(acknowledged.filter((name) => !stored.has(name) || !recorded.has(name))).toEqual([])
  })
})
