/** Two languages on one slide: both at once where there is room for both, otherwise one after the other. */
import type { Words } from '@infoskjerm/shared/model/words.ts'

/** No language stands for less than this (ms). */
export const leastMs = 5_000
/** About how long one stands in a long turn (ms). */
const mostMs = 12_000
/** So many characters of running text in both languages together still stand at once, large enough to be read across a hall. */
const atOnce = 320

/** How long each language stands (ms) on a slide that stands for `durationMs`; null: both at once, or there is only one. */
export function languageMs(title: Words, body: Words, durationMs: number): number | null {
  const isWhole = (['nb', 'en'] as const).every(
    (language) => body[language].trim() !== '' && (title[language].trim() !== '' || title.nb.trim() === ''),
  )
  if (!isWhole || body.nb.length + body.en.length <= atOnce) return null
  // Where there is not time for both, both stand, smaller. Otherwise each has an even share of the turn, and none longer than somebody waits for their own.
  if (durationMs < 2 * leastMs) return null
  const pairs = Math.max(1, Math.floor(durationMs / (2 * mostMs)))
  return durationMs / (2 * pairs)
}

/** Which language stands, so long after the turn began. Norwegian first. */
export function languageAt(eachMs: number, elapsedMs: number): 'nb' | 'en' {
  return Math.floor(elapsedMs / eachMs) % 2 === 0 ? 'nb' : 'en'
}
