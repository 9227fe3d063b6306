import { expect, it } from 'vitest'
import { createLeak } from './leak.ts'
import { createMending, reloadRestMs } from './mends.ts'

const storeOf = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
})

it('what was mended is counted over a reload of the page', () => {
  const store = storeOf()
  createMending({ store, wallMs: () => 0 }).count('skipped', 'stuck')
  createMending({ store, wallMs: () => 0 }).count('reloaded', 'memory')
  expect(createMending({ store, wallMs: () => 0 }).read()).toEqual({ skipped: 1, rebuilt: 0, reloaded: 1, last: 'memory' })
})

it('a page that has loaded itself anew does not do so again for ten minutes', () => {
  const clock = { ms: 1_000_000 }
  const store = storeOf()
  const mending = () => createMending({ store, wallMs: () => clock.ms })
  expect(mending().mayReload()).toBe(true)
  mending().count('reloaded', 'frozen')
  expect(mending().mayReload()).toBe(false)
  clock.ms += reloadRestMs + 1
  expect(mending().mayReload()).toBe(true)
})

it.each([
  ['none', null],
  ['one that holds nonsense', storeOf(new Map([['infoskjerm.mends', '{']]))],
])('a store that is %s costs no more than the count', (_, store) => {
  const mending = createMending({ store, wallMs: () => 0 })
  mending.count('rebuilt', 'error')
  expect(mending.read()).toMatchObject({ rebuilt: 1, last: 'error' })
})

it.each<[string, readonly (number | null)[], boolean]>([
  ['little', [10, 20, 30], false],
  ['too much once', [10, 200, 30], false],
  ['too much twice in a row', [10, 200, 201], true],
  ['nothing that is told', [null, null, null], false],
])('a page that holds %s: it leaks: %s', (_, told, leaks) => {
  const left = [...told]
  const leak = createLeak(() => left.shift() ?? null, 100)
  for (const _look of told) leak.look()
  expect(leak.isDue()).toBe(leaks)
})
