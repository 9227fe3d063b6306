/** The sheet for inviting, in a real browser: what a shift leader is offered, what an administrator is, and what is sent. */
import type { Session, User } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { assumeVenue } from '../venue.ts'
import type { PeopleRows } from '../views/people-model.ts'
import { setLanguage } from '../words/words.ts'
import './invite-editor.ts'
import type { InviteEditor } from './invite-editor.ts'

const user = {
  id: 'kari',
  username: 'kari',
  name: 'Kari',
  role: 'see',
  mayStartOverride: false,
  mayEndOverride: false,
  language: 'nb',
} as const
const sessionOf = (all: boolean, invites: readonly string[]): Session => ({
  user: user satisfies User,
  rights: { edit: all ? 'venue' : ['hall'], all, startOverride: [], endOverride: [] },
  areas: ['hall'],
  invites,
  practice: false,
})
const rows: PeopleRows = {
  crews: [
    { id: 'info', name: 'Info', parent: null },
    { id: 'scene', name: 'Scene', parent: null },
  ],
  memberships: [{ id: 'm', user: 'kari', crew: 'info', rank: 'shift-leader', from: null, until: null }],
  grants: [{ id: 'g', to: { kind: 'crew', crew: 'info', rank: 'member' }, right: 'edit', areas: ['hall'], from: null, until: null }],
}
const sent: { role: string; into: { crew: string; rank: string; until: string | null } | null }[] = []

beforeEach(() => {
  setLanguage('nb')
  sent.length = 0
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(body as string) as never)
    const value = {
      ...sent.at(-1),
      id: 'i',
      link: 'https://hallen.test/invitation/abc',
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }
    return Promise.resolve(new Response(JSON.stringify({ revision: 1, value, operation: null })))
  })
})
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

async function open(session: Session): Promise<InviteEditor> {
  assumeVenue({ user, session, areas: [{ id: 'hall', name: 'Hallen', position: 0 }], ready: true })
  const editor = document.createElement('is-invite-editor')
  Object.assign(editor, { rows, open: true })
  document.body.append(editor)
  await editor.updateComplete
  return editor
}
const root = (editor: InviteEditor) => editor.shadowRoot as ShadowRoot
const button = (editor: InviteEditor, text: string) =>
  [...root(editor).querySelectorAll('button')].find((one) => one.textContent?.trim() === text) as HTMLButtonElement

test('a shift leader chooses nothing but how long, and says what the other will be able to do', async () => {
  const editor = await open(sessionOf(false, ['info']))
  expect(root(editor).querySelectorAll('input[name=crew]').length).toBe(0)
  expect(root(editor).querySelectorAll('details').length).toBe(0)
  expect(root(editor).querySelector('[role=status]')?.textContent).toMatch(/^De kan vise beskjeder og endre skjermer i Hallen til .+\.$/)
  button(editor, 'Vis koden').click()
  await vi.waitFor(() => expect(root(editor).querySelector('svg')).not.toBeNull())
  const [invitation] = sent
  expect(invitation).toMatchObject({ role: 'see', mayStartOverride: false, into: { crew: 'info', rank: 'member' } })
  const hours = (Date.parse(invitation?.into?.until ?? '') - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(7.7)
  expect(hours).toBeLessThanOrEqual(8)
  expect(root(editor).querySelector<HTMLInputElement>('#link')?.value).toBe('https://hallen.test/invitation/abc')
})

test('an administrator chooses any crew, or none and rights of their own', async () => {
  const editor = await open(sessionOf(true, []))
  const crews = [...root(editor).querySelectorAll<HTMLInputElement>('input[name=crew]')]
  expect(crews.map((one) => one.parentElement?.textContent)).toEqual(['Info', 'Scene', 'Ikke i noe crew'])
  expect(crews.map(({ checked }) => checked)).toEqual([true, false, false])
  crews[2]?.click()
  await editor.updateComplete
  button(editor, 'Vis koden').click()
  await vi.waitFor(() => expect(sent).toMatchObject([{ role: 'edit', into: null }]))
})

test('who will only be able to look, is told so before', async () => {
  const editor = await open(sessionOf(true, []))
  root(editor).querySelectorAll<HTMLInputElement>('input[name=crew]')[1]?.click()
  await editor.updateComplete
  expect(root(editor).querySelector('[role=status]')?.textContent).toBe('De kan se alt, men ikke endre noe.')
})

test('without a time nothing is sent', async () => {
  const editor = await open(sessionOf(false, ['info']))
  const shift = root(editor).querySelector('is-shift')
  ;[...(shift?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])].at(-1)?.click()
  await editor.updateComplete
  expect(button(editor, 'Vis koden').disabled).toBe(true)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(sent).toEqual([])
})
