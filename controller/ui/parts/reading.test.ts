/** Warned of where it is too short, and left alone where it is long enough or cannot be told. */
import { describe, expect, it } from 'vitest'
import { tooShortFor } from './reading.ts'
import type { ContentJson } from './slide-editor-json.ts'

const words = (nb: string, en = '') => ({ nb, en })
const text = (title: string, body: string, english = ''): ContentJson => ({
  kind: 'text',
  title: words(title),
  body: words(body, english),
  tone: 'night',
  picture: null,
})
const news = { title: words('x'), intro: words(''), when: '', picture: null }

describe('how long it should stand (s), null: it stands long enough', () => {
  const rows: readonly (readonly [string, ContentJson, number, number | null])[] = [
    ['nothing written', text('', '  '), 1_000, null],
    ['a title of 17 letters in 3 s', text('x'.repeat(17), ''), 3_000, null],
    ['one letter more', text('x'.repeat(18), ''), 3_000, 4],
    ['a page of 340 letters in 10 s', text('', 'x'.repeat(340)), 10_000, 22],
    ['the longer language counts, not both', text('x'.repeat(34), '', 'x'.repeat(30)), 4_000, null],
    ['three pieces of news in 16 s', { kind: 'feed', heading: words(''), items: [news, news, news] }, 16_000, 24],
    ['three pieces of news in 24 s', { kind: 'feed', heading: words(''), items: [news, news, news] }, 24_000, null],
    ['what moves with the clock', { kind: 'clock', heading: words('x'.repeat(100)) }, 1_000, null],
  ]
  it.each(rows)('%s', (_, content, durationMs, expected) => expect(tooShortFor(content, durationMs)).toBe(expected))
})
