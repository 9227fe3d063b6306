import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import './sheet.ts'
import type { Sheet } from './sheet.ts'

afterEach(() => document.body.replaceChildren())

async function opened(): Promise<{ sheet: Sheet; before: HTMLButtonElement; dialog: HTMLDialogElement }> {
  document.body.innerHTML = '<button id="before">Åpne</button><is-sheet><input id="name" /><button slot="footer">Lagre</button></is-sheet>'
  const before = document.querySelector('#before') as HTMLButtonElement
  const sheet = document.querySelector('is-sheet') as Sheet
  before.focus()
  sheet.heading = 'Ny skjerm'
  sheet.open = true
  await sheet.updateComplete
  return { sheet, before, dialog: sheet.shadowRoot?.querySelector('dialog') as HTMLDialogElement }
}

test('it opens over the page, named by its heading, with the focus inside', async () => {
  const { sheet, dialog } = await opened()
  expect(dialog.matches(':modal')).toBe(true)
  expect(dialog.getAttribute('aria-labelledby')).toBe('heading')
  expect(sheet.shadowRoot?.activeElement?.textContent).toBe('Ny skjerm')
})

test('Escape asks its owner; it stays open until the owner says so', async () => {
  const { sheet, dialog } = await opened()
  let asked = 0
  sheet.addEventListener('close', () => (asked += 1))
  await userEvent.keyboard('{Escape}')
  expect(asked).toBe(1)
  expect(dialog.open).toBe(true)
})

test('closed, the focus is back where it was', async () => {
  const { sheet, before, dialog } = await opened()
  sheet.open = false
  await sheet.updateComplete
  expect(dialog.open).toBe(false)
  expect(document.activeElement).toBe(before)
})

test('Tab reaches the field and the footer, and nothing behind', async () => {
  const { before } = await opened()
  const reached: (Element | null)[] = []
  for (let i = 0; i < 6; i++) {
    await userEvent.keyboard('{Tab}')
    reached.push(document.activeElement)
  }
  expect(reached).toContain(document.querySelector('#name'))
  expect(reached).toContain(document.querySelector('[slot=footer]'))
  expect(reached).not.toContain(before)
})
