/** The order of a list by keyboard, by lifting and by dragging, in a real browser. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setLanguage } from '../words/words.ts'
import type { Sortable } from './sortable.ts'
import './sortable.ts'

beforeEach(() => setLanguage('nb'))
afterEach(() => document.body.replaceChildren())

async function mount(...names: readonly string[]): Promise<{ element: Sortable; sorts: string[] }> {
  const element = document.createElement('is-sortable')
  element.items = names.map((name) => ({ id: name.toLowerCase(), label: name }))
  for (const name of names) {
    const row = document.createElement('div')
    row.slot = name.toLowerCase()
    row.textContent = name
    row.style.height = '60px'
    element.append(row)
  }
  const sorts: string[] = []
  element.addEventListener('sort', (event) => sorts.push((event as CustomEvent<readonly string[]>).detail.join('')))
  document.body.append(element)
  await element.updateComplete
  return { element, sorts }
}

const root = (element: Sortable): ShadowRoot => element.shadowRoot!
const handle = (element: Sortable, id: string): HTMLElement => root(element).querySelector(`.handle[data-id="${id}"]`)!
const said = (element: Sortable): string => root(element).querySelector('[aria-live]')?.textContent ?? ''
const order = (element: Sortable): string => [...root(element).querySelectorAll('slot')].map((slot) => slot.name).join('')

async function press(element: Sortable, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await userEvent.keyboard(key)
    await element.updateComplete
    await element.updateComplete
  }
}

describe('by keyboard', () => {
  test('Alt and an arrow moves a row, keeps the focus, and says the new place', async () => {
    const { element, sorts } = await mount('A', 'B', 'C')
    handle(element, 'a').focus()
    await press(element, '{Alt>}{ArrowDown}{/Alt}', '{Alt>}{ArrowDown}{/Alt}', '{Alt>}{ArrowDown}{/Alt}')
    expect(sorts).toEqual(['bac', 'bca'])
    expect(root(element).activeElement).toBe(handle(element, 'a'))
    expect(said(element)).toBe('«A» er nå på plass 3 av 3.')
  })

  test('space lifts, arrows move, space drops: one change', async () => {
    const { element, sorts } = await mount('A', 'B', 'C')
    handle(element, 'c').focus()
    await press(element, ' ', '{ArrowUp}', '{ArrowUp}')
    expect([order(element), sorts]).toEqual(['cab', []])
    await press(element, ' ')
    expect([order(element), sorts]).toEqual(['cab', ['cab']])
    expect(said(element)).toBe('«C» ligger på plass 1 av 3.')
  })

  test('Escape puts it back where it was', async () => {
    const { element, sorts } = await mount('A', 'B', 'C')
    handle(element, 'a').focus()
    await press(element, ' ', '{ArrowDown}', '{Escape}')
    expect([order(element), sorts]).toEqual(['abc', []])
  })

  test('speaks English where English is chosen', async () => {
    const { element } = await mount('A', 'B')
    setLanguage('en')
    handle(element, 'a').focus()
    await press(element, '{Alt>}{ArrowDown}{/Alt}')
    expect(said(element)).toBe('“A” is now at place 2 of 2.')
  })
})

test('a tap lifts a row and shows buttons to move it, for those who cannot drag', async () => {
  const { element, sorts } = await mount('A', 'B', 'C')
  await userEvent.click(handle(element, 'b'))
  const up = root(element).querySelector<HTMLElement>('.steps [aria-label="Flytt «B» opp"]')!
  await userEvent.click(up)
  await element.updateComplete
  await userEvent.click(handle(element, 'b'))
  expect(sorts).toEqual(['bac'])
})

describe('by dragging', () => {
  function drag(element: Sortable, id: string, byPx: number): void {
    const grip = handle(element, id)
    const box = grip.getBoundingClientRect()
    const at = (type: string, y: number): boolean =>
      grip.dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true, button: 0, pointerId: 1, clientX: box.x + 10, clientY: box.y + 20 + y }),
      )
    grip.setPointerCapture = () => undefined
    at('pointerdown', 0)
    for (let step = 1; step <= 10; step += 1) at('pointermove', (byPx * step) / 10)
    at('pointerup', byPx)
  }

  test.each([
    ['a', 45, 'bac'],
    ['a', 400, 'bca'],
    ['c', -45, 'acb'],
    ['c', -400, 'cab'],
    ['b', 20, null],
  ] as const)('%s by %i px', async (id, byPx, expected) => {
    const { element, sorts } = await mount('A', 'B', 'C')
    drag(element, id, byPx)
    await element.updateComplete
    expect(sorts).toEqual(expected === null ? [] : [expected])
  })
})
