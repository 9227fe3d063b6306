import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { live } from '../live.ts'
import './sheet.ts'
import type { Sheet } from './sheet.ts'
import { toast, type Toasts } from './toast.ts'

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

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

test('what concerns screens says how far it has come, and leads to where it has not', async () => {
  const { sheet, outer } = await opened()
  sheet.open = false
  await sheet.updateComplete
  const none = { waiting: 0, ready: 0, showing: 0, substituted: 0, failed: 0, 'no-contact': 0, 'not-concerned': 0 }
  const heard = vi.spyOn(live, 'operation')
  const progress = async (counts: object): Promise<string> => {
    heard.mockImplementation((id) => (id === '41' ? { pending: false, counts: { ...none, ...counts } } : null))
    outer.requestUpdate()
    await outer.updateComplete
    return outer.shadowRoot?.textContent ?? ''
  }
  toast('Ute på skjermene', { undo: 41 })
  expect(await progress({})).not.toMatch(/skjermer|screens/)
  expect(await progress({ showing: 1, waiting: 1 })).toMatch(/1 (av|of) 2/)
  expect(await progress({ showing: 2 })).toMatch(/alle 2|all 2/)
  await page.getByRole('button', { name: /Se hvilke|See which/ }).click()
  await expect.poll(() => document.querySelector('is-operation-sheet')?.operation).toBe('41')
})
