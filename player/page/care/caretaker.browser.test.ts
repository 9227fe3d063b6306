import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asleep, type Input, type PlayerState } from '../../core/player.ts'
import { context, override, scene, showing, words } from '../../stage/testing/samples.ts'
import { createGlass, type Glass } from '../glass.ts'
import { guard } from '../guard.ts'
import { type Caretaker, createCaretaker } from './caretaker.ts'
import { frozenMs, stuckMs } from './watchdog.ts'

/** Real frames and a real stage; only the seconds between two looks are made short. */
const text = (title: string) =>
  scene(showing(title, { kind: 'text', title: words(title, ''), body: words('', ''), tone: 'night', picture: null }))
const [calm, stuck] = [text('Alfa'), text('Beta')]

let root: HTMLElement
let glass: Glass
let caretaker: Caretaker
let state: PlayerState
let given: Input[]
/** How often it was told that something was mended. */
let told: number
let heapBytes: number
let silentMs: number
let reloads: number

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
/** What the glass shows in words; a stage that is gone shows nothing. */
const read = (node: Node = root): string =>
  node instanceof Text
    ? node.data
    : node instanceof Element && node.tagName === 'STYLE'
      ? ''
      : [...(node instanceof Element && node.shadowRoot !== null ? node.shadowRoot.childNodes : []), ...node.childNodes].map(read).join('')
const standsWhole = (title: string) => vi.waitFor(() => expect(read()).toContain(title), { timeout: 5_000 })

/** Seconds pass; in each the browser has time for the frames it was asked for. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    vi.advanceTimersByTime(1_000)
    for (let frames = 0; frames < 3; frames++) await nextFrame()
  }
}
let nextFrame: () => Promise<unknown> = frame

const wants = (next: Scene, painted: Scene): void => {
  state = { ...state, scene: next, standing: { ...state.standing, main: lookOf(painted.slots.main) } }
}

beforeEach(async () => {
  sessionStorage.clear()
  given = []
  told = reloads = silentMs = 0
  heapBytes = 30_000_000
  nextFrame = frame
  root = document.createElement('div')
  root.style.cssText = 'position:fixed;inset:0'
  document.body.append(root)
  glass = createGlass(root, { painted: () => undefined, presented: () => undefined, substituted: () => undefined })
  glass.setContext(context())
  glass.show(calm)
  await standsWhole('Alfa')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  state = { ...asleep }
  wants(calm, calm)
  caretaker = createCaretaker({
    ...{ root, glass, isPreview: true, browser: { reload: () => void reloads++, heapBytes: () => heapBytes } },
    state: () => state,
    now: () => instant(0),
    give: (input) => void given.push(input),
    changed: () => undefined,
    mended: () => void told++,
    facts: () => ({ build: '', clockErrorMs: 0, reconnects: 0, silentMs }),
    note: () => undefined,
  })
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  root.remove()
})

test('a good show is let be', async () => {
  await pass(60_000)
  expect([given, caretaker.mends().last, read().includes('Alfa')]).toEqual([[], '', true])
})

test('a slide that never comes is skipped, then the glass is built anew; what stood before stands all the while', async () => {
  wants(stuck, calm)
  await pass(stuckMs + 1_000)
  expect(given).toEqual([{ kind: 'substituted', slide: stuck.slots.main.kind === 'slide' ? stuck.slots.main.slideId : '', why: 'broken' }])
  expect([caretaker.mends(), read().includes('Alfa')]).toEqual([{ skipped: 1, rebuilt: 0, reloaded: 0, last: 'stuck' }, true])
  const before = root.querySelector('is-stage')
  await pass(20_000)
  expect([caretaker.mends(), told]).toEqual([{ skipped: 1, rebuilt: 1, reloaded: 0, last: 'stuck' }, 2])
  expect(root.querySelector('is-stage')).not.toBe(before)
  await standsWhole('Alfa')
})

test('a glass that paints nothing is built anew, with the scene it had', async () => {
  const before = root.querySelector('is-stage')
  const paint = window.requestAnimationFrame
  nextFrame = () => Promise.resolve()
  window.requestAnimationFrame = () => 0
  await pass(frozenMs + 2_000)
  window.requestAnimationFrame = paint
  expect(caretaker.mends()).toEqual({ skipped: 0, rebuilt: 1, reloaded: 0, last: 'frozen' })
  expect(root.querySelector('is-stage')).not.toBe(before)
  await standsWhole('Alfa')
})

test('what a layer throws is caught: the glass is built anew, once, and stands whole', async () => {
  const noted: string[] = []
  guard({
    rebuild: () => {
      caretaker.rebuilt()
      glass.rebuild()
    },
    note: (what) => void noted.push(what),
    monotonicMs: () => 0,
  })
  const before = root.querySelector('is-stage')
  const fail = (reason: string) => window.dispatchEvent(new ErrorEvent('error', { message: reason, cancelable: true }))
  fail('a layer threw')
  fail('and again at once')
  expect([noted.length, caretaker.mends()]).toEqual([2, { skipped: 0, rebuilt: 1, reloaded: 0, last: 'error' }])
  expect(root.querySelector('is-stage')).not.toBe(before)
  await standsWhole('Alfa')
})

test('a page that leaks begins anew between two items, once it is sure of it, and not where it would find nobody', async () => {
  const covered: Scene = { ...stuck, slots: { ...stuck.slots, override: override('evacuate') } }
  caretaker.shown(calm)
  heapBytes = limits.pageHeapBytes + 1
  await pass(61_000)
  caretaker.shown(stuck)
  expect(reloads, 'one look alone may meet what is about to be collected').toBe(0)
  wants(stuck, stuck)
  await pass(60_000)
  expect(reloads, 'in the middle of an item').toBe(0)
  caretaker.shown(covered)
  expect(reloads, 'under a message').toBe(0)
  silentMs = 60_000
  caretaker.shown(calm)
  expect(reloads, 'without the controller').toBe(0)
  silentMs = 0
  caretaker.shown(stuck)
  expect([reloads, caretaker.mends()]).toEqual([1, { skipped: 0, rebuilt: 0, reloaded: 1, last: 'memory' }])
})
