import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { expect, it } from 'vitest'
import { shownBy } from './running-shown.ts'

const screen = (id: string, kind = 'in-service') => ({ id, state: { kind } }) as unknown as ScreenResource
const status = (id: string, state: ScreenStatus['state']) => ({ screen: id, state }) as unknown as ScreenStatus
const screens = [screen('a'), screen('b'), screen('c'), screen('borte', 'out-of-service'), screen('utenfor')]
const ids = ['a', 'b', 'c', 'borte']

it.each<[string, string, readonly [string, ScreenStatus['state'], string | null][], string[]]>([
  [
    'all show it',
    'notice-x',
    [
      ['a', 'right', 'notice-x'],
      ['b', 'right', 'notice-x'],
      ['c', 'right', 'notice-x'],
    ],
    [],
  ],
  [
    'one has no contact',
    'notice-x',
    [
      ['a', 'right', 'notice-x'],
      ['b', 'silent', 'notice-x'],
      ['c', 'right', 'notice-x'],
    ],
    ['b'],
  ],
  [
    'one shows something old',
    'notice-x',
    [
      ['a', 'old', 'notice-x'],
      ['b', 'right', 'notice-x'],
      ['c', 'right', 'notice-x'],
    ],
    ['a'],
  ],
  [
    'one is taken over',
    'notice-x',
    [
      ['a', 'right', 'takeover-y'],
      ['b', 'right', 'notice-x'],
      ['c', 'right', 'notice-x'],
    ],
    ['a'],
  ],
  [
    'one shows the notice it takes turns with',
    'notice-x',
    [
      ['a', 'right', 'notice-z'],
      ['b', 'right', 'notice-x'],
      ['c', 'right', 'notice-x'],
    ],
    [],
  ],
  [
    'a newer take-over stands before it',
    'takeover-x',
    [
      ['a', 'right', 'takeover-y'],
      ['b', 'right', 'takeover-x'],
      ['c', 'right', 'takeover-x'],
    ],
    ['a'],
  ],
  ['nobody has said anything', 'notice-x', [], ['a', 'b', 'c']],
])('%s', (_, entry, said, missing) => {
  const statuses = said.map(([id, state]) => status(id, state))
  const shown = shownBy(entry, ids, screens, statuses, ({ id }) => said.find(([one]) => one === id)?.[2] ?? null)
  expect(shown.meant.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(shown.missing.map(({ id }) => id)).toEqual(missing)
})
