/** The crew pages for people who use a keyboard, a screen reader or poor eyes: no violation of WCAG 2.2 AA that a machine can find. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminPassword, type RunningController, signIn, startBrowser, startController } from './harness.ts'
import { entryOf, makePlaylist } from './show.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const views = [
  ...['/', '/notice', '/takeover', '/new', '/programme', '/slides', '/playlists', '/schedule', '/media', '/screens', '/round'],
  ...['/override', '/people', '/history', '/settings', '/more'],
]

/** An entry that is stepped by hand; there is none in the sample. */
let steps = ''
let controller: RunningController
let browser: Browser

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  const api = await signIn(controller)
  const { playlist } = await makePlaylist(api, 'Premier', ['Tredjeplass', 'Andreplass', 'Vinneren'], 5_000)
  const entry = entryOf('Premieutdeling', playlist, { band: 'takeover', exclusive: true, manual: true })
  steps = `/steps/${(await api.ok<{ value: { id: string } }>('POST', '/schedule', entry)).value.id}`
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

/** What axe finds, as `rule: element`. Only the glass itself is left out: it is a picture of the wall, hidden from screen readers. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Axe = { run: (context: unknown, options: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }
    const { axe } = window as unknown as { axe: Axe }
    const result = await axe.run(
      { exclude: ['is-stage', 'is-slide'] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    )
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`))
  })
}

describe.each([
  // Tall enough that nothing lies beneath the button that stays at the foot.
  ['a desktop in the light', { viewport: { width: 1440, height: 1600 }, colorScheme: 'light' }],
  ['a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)('on %s', (_, settings) => {
  it('every view is free of violations', async () => {
    const context = await browser.newContext({ ...settings, locale: 'nb-NO' })
    const page = await context.newPage()
    await page.goto(controller.origin)
    await page.getByLabel('Brukernavn').fill('admin')
    expect(await violations(page), 'sign-in').toEqual([])
    await page.getByLabel('Passord').fill(adminPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const view of [...views, steps]) {
      await page.goto(`${controller.origin}${view}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page), view).toEqual([])
    }
    await context.close()
  })
})
