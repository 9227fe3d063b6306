/** Crew pages in real Chromium, for accounts with the rights that a test needs. */
import type { Browser, Locator, Page } from 'playwright'
import { adminPassword, type Api, type PlayerPage, type RunningController, until } from './harness.ts'

export interface Rights {
  readonly role: 'see' | 'edit' | 'all'
  readonly mayStartOverride: boolean
  readonly mayEndOverride: boolean
}

/** Makes an account. */
export async function addUser(api: Api, username: string, rights: Rights): Promise<void> {
  await api.ok('POST', '/users', { name: username, username, password: adminPassword, ...rights })
}

/** A crew page at `path`, signed in, in Norwegian. */
export async function openCrew(
  browser: Browser,
  controller: RunningController,
  path: string,
  username = 'admin',
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'nb-NO' })
  context.setDefaultTimeout(10_000)
  const { origin } = controller
  const answer = await context.request.post(`${origin}/api/v1/session`, {
    data: { username, password: adminPassword },
    headers: { origin },
  })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
  const page = await context.newPage()
  await page.goto(origin + path)
  return page
}

/** *Angre* in the message that says `said`: an older message may still stand beside it. */
export const undoOf = (page: Page, said: string | RegExp): Locator =>
  page.locator('.toast', { hasText: said }).getByRole('button', { name: 'Angre', exact: true })

/** The code on the glass of a player that nobody has paired. */
export async function codeOn(player: PlayerPage): Promise<string> {
  let code: string | null = null
  const look = async () => {
    code = /\b[A-Z]{4}[\s·–-]?[A-Z]{4}\b/.exec(await player.text())?.[0].replace(/[^A-Z]/g, '') ?? null
    return code !== null
  }
  await until(look, player.text, 10_000)
  return code ?? ''
}
