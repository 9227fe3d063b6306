import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import './hold.ts'
import type { Hold } from './hold.ts'

let hold: Hold
let button: HTMLButtonElement
let held: number

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  hold = document.createElement('is-hold')
  hold.label = 'Hold for å sende'
  held = 0
  hold.addEventListener('held', () => (held += 1))
  document.body.append(hold)
  await hold.updateComplete
  button = hold.shadowRoot?.querySelector('button') as HTMLButtonElement
})

afterEach(() => {
  hold.remove()
  vi.useRealTimers()
})

const pointer = (type: string) => button.dispatchEvent(new PointerEvent(type, { button: 0, bubbles: true }))
const key = (type: string, name: string, repeat = false) =>
  button.dispatchEvent(new KeyboardEvent(type, { key: name, repeat, bubbles: true, cancelable: true }))

test('held for the whole time, it sends once', () => {
  pointer('pointerdown')
  vi.advanceTimersByTime(1_199)
  expect(held).toBe(0)
  vi.advanceTimersByTime(1)
  expect(held).toBe(1)
  vi.advanceTimersByTime(10_000)
  expect(held).toBe(1)
})

test.each(['pointerup', 'pointerleave', 'pointercancel'])('let go too early by %s, it does nothing', (type) => {
  pointer('pointerdown')
  vi.advanceTimersByTime(1_100)
  pointer(type)
  vi.advanceTimersByTime(5_000)
  expect(held).toBe(0)
})

test.each([' ', 'Enter'])('the key «%s» held sends; its repeats do not start it anew', (name) => {
  key('keydown', name)
  for (let i = 0; i < 11; i++) {
    vi.advanceTimersByTime(100)
    key('keydown', name, true)
  }
  expect(held).toBe(0)
  vi.advanceTimersByTime(100)
  expect(held).toBe(1)
})

test('a key let go too early does nothing, and is no click either', () => {
  key('keydown', ' ')
  vi.advanceTimersByTime(400)
  expect(key('keyup', ' ')).toBe(false)
  vi.advanceTimersByTime(5_000)
  expect(held).toBe(0)
})

test('a short click of a pointer does nothing', () => {
  button.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }))
  button.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }))
  expect(held).toBe(0)
})

test('a screen reader, which cannot hold, presses twice', async () => {
  button.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }))
  await hold.updateComplete
  expect(held).toBe(0)
  expect(button.textContent).toMatch(/én gang til|once more|en gang til/)
  button.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }))
  expect(held).toBe(1)
})

test('the second press has to come soon', () => {
  button.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }))
  vi.advanceTimersByTime(5_001)
  button.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }))
  expect(held).toBe(0)
})

test('out of use, it cannot be held', async () => {
  hold.disabled = true
  await hold.updateComplete
  pointer('pointerdown')
  vi.advanceTimersByTime(2_000)
  expect(held).toBe(0)
})
