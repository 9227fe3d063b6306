/** A person at a page, counted: taps on a phone or keys on a desktop, letters typed, and the seconds that it takes. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { adminPassword, type RunningController } from '../harness.ts'
import { type TaskName, tasks } from './tasks.ts'

/** Seconds that a person needs, from the keystroke-level model (Card, Moran & Newell 1980) with what was measured on phones: to find and tap a target 1.4 s, a letter on a phone 0.3 s, a key on a desktop 0.28 s with 0.6 s to think before each group, which `keys` are here. */
export const personal = { tapS: 1.4, letterS: 0.3, keyS: 0.6 } as const

export interface Counted {
  readonly page: Page
  readonly tap: (what: Locator) => Promise<void>
  readonly type: (where: Locator, text: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** Gives a file input what the camera took: choosing it is two taps (shutter, use). */
  readonly photograph: (input: Locator, file: string) => Promise<void>
  /** Asserts that it took no more than the table says, prints the row, and closes. `glassMs`: how long after the last deed it stood on the glass. */
  readonly done: (glassMs: number | null) => Promise<void>
}

/** Somebody signed in with a phone (390 × 844, touch alone). */
export async function onPhone(browser: Browser, controller: RunningController, task: TaskName, path: string, username = 'admin') {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nb-NO' })
  return count(context, controller, task, path, username, 'taps')
}

/** Somebody signed in at a desktop who touches no mouse. */
export async function byKeyboard(browser: Browser, controller: RunningController, task: TaskName, path: string, username = 'admin') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nb-NO' })
  return count(context, controller, task, path, username, 'keys')
}

async function count(
  context: BrowserContext,
  controller: RunningController,
  task: TaskName,
  path: string,
  username: string,
  unit: 'taps' | 'keys',
): Promise<Counted> {
  context.setDefaultTimeout(15_000)
  const { origin } = controller
  const signedIn = await context.request.post(`${origin}/api/v1/session`, {
    data: { username, password: adminPassword },
    headers: { origin },
  })
  expect(signedIn.ok(), await signedIn.text()).toBe(true)
  const page = await context.newPage()
  await page.goto(origin + path)
  let deeds = 0
  let letters = 0
  let startedAt: number | null = null
  const begin = (): void => {
    startedAt ??= performance.now()
  }
  return {
    page,
    tap: async (what) => {
      if (unit === 'keys') throw new Error('a keyboard has no taps: press')
      await what.waitFor()
      begin()
      await what.tap()
      deeds += 1
    },
    type: async (where, text) => {
      await where.waitFor()
      begin()
      if (unit === 'taps') {
        await where.tap()
        deeds += 1
      }
      await where.pressSequentially(text)
      letters += text.length
    },
    press: async (key) => {
      begin()
      await page.keyboard.press(key)
      deeds += 1
    },
    photograph: async (input, file) => {
      begin()
      await input.setInputFiles(file)
      deeds += unit === 'taps' ? 2 : 1
    },
    done: async (glassMs) => {
      const robotS = startedAt === null ? 0 : (performance.now() - startedAt) / 1_000
      const most = tasks[task]
      const personS = deeds * (unit === 'taps' ? personal.tapS : personal.keyS) + letters * personal.letterS
      const row = { task, unit, deeds, letters, personS: Number(personS.toFixed(1)), robotS: Number(robotS.toFixed(1)), glassMs }
      process.stdout.write(`${JSON.stringify(row)}\n`)
      await context.close()
      expect(deeds, `${task}: ${unit}`).toBeLessThanOrEqual(most[unit])
      expect(letters, `${task}: letters`).toBeLessThanOrEqual(most.letters)
    },
  }
}
