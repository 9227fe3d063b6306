import { afterEach, beforeEach, expect, test } from 'vitest'
import { context, override, scene, showing, words } from '../stage/testing/samples.ts'
import { createGlass, type Glass } from './glass.ts'

let root: HTMLElement
let glass: Glass
beforeEach(() => {
  root = document.createElement('div')
  document.body.append(root)
  glass = createGlass(root, { painted: () => undefined, presented: () => undefined, substituted: () => undefined })
  glass.setContext(context())
})
afterEach(() => root.remove())

const named = { pairing: null, name: { name: 'Skilt E12', area: 'Inngang' }, offline: false }
const isNamed = (): boolean => root.querySelector('is-name-board') !== null

test('a name that stands until switched off gives way to a message of danger, and comes back after it', () => {
  const calm = scene(showing('a', { kind: 'text', title: words('Alfa', ''), body: words('', ''), tone: 'night', picture: null }))
  const danger = { ...calm, slots: { ...calm.slots, override: override('evacuate') } }
  glass.show(calm)
  glass.setOver(named)
  expect(isNamed()).toBe(true)
  glass.show(danger)
  expect(isNamed()).toBe(false)
  glass.setOver(named)
  expect(isNamed()).toBe(false)
  glass.show(calm)
  expect(isNamed()).toBe(true)
  glass.setOver({ ...named, name: null })
  expect(isNamed()).toBe(false)
})
