/** Never less than five seconds each, whatever the slide's length. */
import { describe, expect, it } from 'vitest'
import { languageAt, languageMs, leastMs } from './languages.ts'

const long = { nb: 'x'.repeat(200), en: 'x'.repeat(200) }
const short = { nb: 'Hei', en: 'Hi' }
const none = { nb: '', en: '' }

describe('how long each stands (ms); null: both at once, or there is only one', () => {
  const rows: readonly (readonly [string, Parameters<typeof languageMs>, number | null])[] = [
    ['short words', [short, short, 20_000], null],
    ['no English body', [short, { nb: 'x'.repeat(900), en: '' }, 20_000], null],
    ['no English title: it would be mixed', [{ nb: 'Hei', en: '' }, long, 20_000], null],
    ['no title at all', [none, long, 20_000], 10_000],
    ['ten seconds', [short, long, 10_000], 5_000],
    ['less than ten', [short, long, 9_999], null],
    ['a minute', [short, long, 60_000], 15_000],
  ]
  it.each(rows)('%s', (_, given, expected) => expect(languageMs(...given)).toBe(expected))
})

it('[accessibility] in turns of every length from ten seconds to ten minutes, each stands at least five seconds, and both equally long', () => {
  for (let durationMs = 10_000; durationMs <= 600_000; durationMs += 997) {
    const eachMs = languageMs(short, long, durationMs) ?? 0
    expect(eachMs).toBeGreaterThanOrEqual(leastMs)
    const parts = durationMs / eachMs
    expect([Math.abs(parts - Math.round(parts)) < 1e-6, Math.round(parts) % 2]).toEqual([true, 0])
  }
})

it('Norwegian first, then by turns', () => {
  expect([0, 4_999, 5_000, 9_999, 10_000].map((ms) => languageAt(5_000, ms))).toEqual(['nb', 'nb', 'en', 'en', 'nb'])
})
