import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limits } from '@infoskjerm/shared/limits.ts'
import { expect, test } from 'vitest'
import { createWebhook, type Outcome } from './webhook.ts'

test('an address that never answers is given up in time, and closing waits for nothing', { timeout: 2 * limits.webhookMs }, async () => {
  const server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const outcomes: Outcome[] = []
  const webhook = createWebhook({
    url: () => `http://127.0.0.1:${port}/`,
    nowMs: () => 7,
    onOutcome: (outcome) => outcomes.push(outcome),
    after: () => () => {},
  })
  const message = { content: 'Hei', text: 'Hei', infoskjerm: {} }
  const began = performance.now()
  expect(await webhook.attempt(message)).toEqual({ at: 7, taken: false, status: null })
  expect(performance.now() - began).toBeGreaterThan(limits.webhookMs - 100)
  const second = webhook.attempt(message)
  webhook.close()
  expect((await second).taken).toBe(false)
  // What ends because everything ends is no outcome.
  expect(outcomes).toHaveLength(1)
  server.closeAllConnections()
  server.close()
})
