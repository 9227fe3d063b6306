/** How much of an inner list a visit plays, in a real browser. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setLanguage } from '../words/words.ts'
import './playlists-take.ts'

beforeEach(() => setLanguage('nb'))
afterEach(() => document.body.replaceChildren())

async function mount(value: number | null) {
  const element = document.createElement('is-take')
  element.value = value
  element.name = 'Sponsorer'
  element.editable = true
  const told: (number | null)[] = []
  element.addEventListener('take', (event) => {
    element.value = (event as CustomEvent<number | null>).detail
    told.push(element.value)
  })
  document.body.append(element)
  await element.updateComplete
  return { element, told, root: element.shadowRoot! }
}

test('the whole list has no number, the next few have one', async () => {
  const { element, told, root } = await mount(null)
  expect(root.querySelector('input')).toBe(null)
  await userEvent.selectOptions(root.querySelector('select')!, 'De neste')
  await element.updateComplete
  expect(root.querySelector('input')?.value).toBe('1')
  await userEvent.selectOptions(root.querySelector('select')!, 'Hele listen')
  expect(told).toEqual([1, null])
})

test('the number is stepped by press and by key, and never goes under one', async () => {
  const { element, told, root } = await mount(2)
  const [fewer, more] = [...root.querySelectorAll('button')]
  await userEvent.click(more!)
  await userEvent.click(fewer!)
  await element.updateComplete
  root.querySelector('input')!.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
  expect(told).toEqual([3, 2, 1, 2])
  await userEvent.click(fewer!)
  await element.updateComplete
  expect(fewer!.disabled).toBe(true)
})

test('what is no number changes nothing', async () => {
  const { told, root } = await mount(3)
  await userEvent.fill(root.querySelector('input')!, '')
  await userEvent.fill(root.querySelector('input')!, '0')
  await userEvent.fill(root.querySelector('input')!, '12')
  expect(told).toEqual([12])
})
