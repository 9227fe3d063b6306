import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('../live.ts', () => ({}))
const { isOver, progressText } = await import('./progress.ts')

const none = { waiting: 0, ready: 0, showing: 0, substituted: 0, failed: 0, 'no-contact': 0, 'not-concerned': 3 }

test.each([
  [true, {}, 'På vei til skjermene …', false],
  [false, {}, 'Ingen skjerm med boks er berørt', true],
  [false, { showing: 38, waiting: 2 }, 'Vises på 38 av 40 skjermer', false],
  [false, { showing: 38, 'no-contact': 1, failed: 1 }, 'Vises på 38 av 40 skjermer', true],
  [false, { showing: 39, ready: 1 }, 'Vises på 39 av 40 skjermer', false],
  [false, { showing: 40 }, 'Vises på alle 40 skjermer', true],
  [false, { waiting: 1 }, 'Ikke på skjermen ennå', false],
  [false, { showing: 1 }, 'Vises på skjermen', true],
])('pending %s, %j: «%s»', (pending, counts, text, over) => {
  const progress = { pending, counts: { ...none, ...counts } }
  expect([progressText(progress), isOver(progress)]).toEqual([text, over])
})
