import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import './sheet.ts'
import type { Sheet } from './sheet.ts'
import { toast, type Toasts } from './toast.ts'

afterEach(() => document.body.replaceChildren())

async function opened(): Promise<{ sheet: Sheet; outer: Toasts }> {
  document.body.innerHTML = '<is-sheet></is-sheet><is-toasts></is-toasts>'
  const sheet = document.querySelector('is-sheet') as Sheet
  const outer = document.querySelector('is-toasts') as Toasts
  sheet.open = true
  await sheet.updateComplete
  return { sheet, outer }
}

test('over an open sheet, which makes all else inert, *Angre* can be pressed', async () => {
  const { sheet } = await opened()
  toast('Lagret', { undo: null })
  await page
    .getByRole('status')
    .getByRole('button', { name: /Lukk|Close/ })
    .click({ timeout: 3_000 })
  const inner = sheet.shadowRoot?.querySelector('is-toasts') as Toasts
  await inner.updateComplete
  expect(inner.matches(':popover-open')).toBe(false)
})

test('what is being said is said on when the sheet closes', async () => {
  const { sheet, outer } = await opened()
  toast('Skjermen er lagret', { undo: 7 })
  sheet.open = false
  await sheet.updateComplete
  await outer.updateComplete
  expect(outer.matches(':popover-open')).toBe(true)
  expect(outer.shadowRoot?.textContent).toContain('Skjermen er lagret')
})
