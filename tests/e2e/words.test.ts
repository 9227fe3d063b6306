/** Every crew page in both languages, on a phone, with all that can be opened in it: nothing that only developers say, no id, no raw error, nothing untranslated. */
import { strangersFound } from '../../controller/ui/words/glossary.ts'
import { viewPaths } from '../../controller/ui/router.ts'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrew } from './crew.ts'
import { type Api, type RunningController, signIn, startBrowser, startController } from './harness.ts'
import { entryOf } from './show.ts'

const languages = ['nb', 'en'] as const
type Language = (typeof languages)[number]

const phone = { width: 390, height: 844 }

/** What must not stand anywhere, and what it would be. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['a value that is missing', /\b(undefined|NaN|Infinity)\b|\[object|\bnull\b|Invalid Date/],
  ['an error as it was thrown', /\b(TypeError|ReferenceError|SyntaxError|Error:|Exception|stack)\b|\bat \S+\.(ts|js):\d+/],
  ['an HTTP code', /\bHTTP\b|\bstatus \d{3}\b|\b(400|401|403|404|409|410|422|429|500|502|503)\b(?! ?(kB|MB|px|s|min))/],
  ['an id', /\b(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{16}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-|\b[0-9a-f]{32,}\b/],
  ['a key of the word list', /\b[a-z]+\.[a-z]+[A-Z]\w*|\b[a-z]+[a-z][A-Z][a-z]+\b/],
  [
    'a value of the code',
    /\b(in-service|out-of-service|no-power|no-network|not-needed|shift-leader|co-chief|(start|end)-override|all-clear)\b/,
  ],
]

/** Names that somebody gave, and addresses: not ours to judge. */
const given = /https?:\/\/\S+|\bSHA-256\b|\bQR\b|\b[A-Z]{2}(?::[A-Z0-9]{2})+|(?:[0-9A-F]{2}:){5,}[0-9A-F]{2}|\bAcoustic session\b/g

let controller: RunningController
let browser: Browser
let api: Api
beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await fill()
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

/** People, crews and things that stand now, so that every list has a row. */
async function fill(): Promise<void> {
  const made = async (path: string, body: object) => (await api.ok<{ value: { id: string } }>('POST', path, body)).value.id
  const [area] = await api.ok<{ id: string }[]>('GET', '/areas')
  const [screen] = await api.ok<{ id: string }[]>('GET', '/screens')
  const [slide] = await api.ok<{ id: string }[]>('GET', '/slides')
  const { now } = await api.ok<{ now: string }>('GET', '/clock')
  const until = (fromMs: number) => new Date(fromMs + 8 * 3_600_000).toISOString()
  const target = { kind: 'screen', screen: screen?.id }
  const user = await made('/users', { name: 'Kari', username: 'kari', password: 'et-langt-passord', role: 'see' })
  const crew = await made('/crews', { name: 'Info', parent: null })
  await made('/crews', { name: 'Infodesken', parent: crew })
  await made('/memberships', { user, crew, rank: 'shift-leader', from: null, until: until(Date.now()) })
  await made('/grants', { to: { kind: 'crew', crew, rank: 'co-chief' }, right: 'edit', areas: [area?.id], from: null, until: null })
  await made('/grants', { to: { kind: 'user', user }, right: 'start-override', areas: null, from: null, until: until(Date.now()) })
  const words = { nb: 'Matkø mot nord', en: '' }
  await made('/notices', { template: 'free', values: {}, words, target, until: until(Date.parse(now)) })
  const [playlist] = await api.ok<{ id: string }[]>('GET', '/playlists')
  await made('/schedule', entryOf('Premier', playlist?.id ?? '', { target, manual: true, exclusive: true }))
  await made('/takeovers', { content: { kind: 'slide', slide: slide?.id }, target, minutes: 30 })
}

/** All that a person could read or hear, opened parts included; what stands on the glass is the crew's own. */
function readPage(): string {
  const glass = new Set(['is-stage', 'is-slide', 'style', 'script'])
  const said = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description']
  const found: string[] = []
  const walk = (node: Node): void => {
    if (node instanceof Text) return void found.push(node.data)
    if (node instanceof Element) {
      if (glass.has(node.localName)) return
      for (const name of said) found.push(node.getAttribute(name) ?? '')
      if (node instanceof HTMLInputElement && !node.readOnly && node.type !== 'radio' && node.type !== 'checkbox') found.push(node.value)
      if (node instanceof HTMLDetailsElement) node.open = true
      if (node.shadowRoot !== null) for (const child of node.shadowRoot.childNodes) walk(child)
    }
    for (const child of node.childNodes) walk(child)
  }
  walk(document.body)
  return found.join('\n')
}

async function faults(page: Page, where: string, language: Language): Promise<readonly string[]> {
  const lines = (await page.evaluate(readPage)).split('\n').map((line) => line.replace(given, ' ').trim())
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => [
      ...strangersFound(line, language).map((word) => `${where}: «${word}» in «${line}»`),
      ...forbidden.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${where}: ${what} in «${line}»`),
    ])
}

/** What opens something: buttons that end in an ellipsis, and those named here. */
const opening =
  /(…|^\+.*)$|^(Ny|New|Nytt|Crew|Crews|Innlogget|Signed in|Legg til|Add|Inviter|Invite|Tidsmaskin|Hva|Gi lov til noe|Let them do something|Ta med noen|Take somebody in)\b/

/** The faults of a page, and of whatever its buttons open, one after the other. */
async function inside(page: Page, path: string, language: Language): Promise<readonly string[]> {
  const found = [...(await faults(page, path, language))]
  const names = await page.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.textContent.trim()))
  for (const name of [...new Set(names)].filter((text) => opening.test(text))) {
    const button = page.getByRole('button', { name, exact: true }).first()
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue
    await button.click({ timeout: 2_000 }).catch(() => null)
    await page.waitForTimeout(300)
    found.push(...(await faults(page, `${path} › ${name}`, language)))
    if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
    await page.waitForTimeout(300)
  }
  return found
}

/** Something that exists for each view that shows one thing; what does not exist for the rest. */
async function examples(): Promise<Readonly<Record<string, string>>> {
  const first = async (list: string) => (await api.ok<{ id: string }[]>('GET', list))[0]?.id ?? ''
  const screen = await first('/screens')
  return {
    '/slides/': await first('/slides'),
    '/playlists/': await first('/playlists'),
    '/schedule/': await first('/schedule'),
    '/steps/': (await api.ok<{ entry: string }[]>('GET', '/steps'))[0]?.entry ?? '',
    '/screens/': screen,
    '/notice/': screen,
    '/takeover/': screen,
    '/programme/': '2027-03-26',
  }
}

// Both at once: a page is mostly waited for.
it.concurrent.each(languages)('every page speaks to a volunteer, %s', { timeout: 600_000 }, async (language) => {
  const page = await openCrew(browser, controller, '/', 'admin', phone)
  await page.evaluate((chosen) => localStorage.setItem('infoskjerm.language', chosen), language)
  const ids = await examples()
  const paths = [...viewPaths.plain, ...viewPaths.single.map((path) => path + (ids[path] ?? 'nothing-there'))]
  const found: string[] = []
  for (const path of paths) {
    await page.goto(controller.origin + path)
    await page.locator('is-app main, is-app h1').first().waitFor({ timeout: 30_000 })
    await page.waitForTimeout(700)
    found.push(...(await inside(page, path, language)))
  }
  await page.context().clearCookies()
  await page.goto(controller.origin)
  await page.locator('is-app h1').first().waitFor()
  found.push(...(await faults(page, 'signed out', language)))
  await page.context().close()
  expect([...new Set(found)]).toEqual([])
})
