/** The probe of the glass can see black; how often there is any is a bench (`black_frames`). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { type Lab, openLab } from '../glass/probe.ts'
import { startBrowser } from './harness.ts'

let browser: Browser
let lab: Lab

beforeAll(async () => {
  browser = await startBrowser()
  lab = await openLab(browser)
})
afterAll(async () => {
  await lab.close()
  await browser.close()
})

test('the probe finds black where there is some', async () => {
  const { black } = await lab.probe(lab.course(2, 7, [100, 200], 0, false), 500)
  expect(black).toBeGreaterThan(0)
})
