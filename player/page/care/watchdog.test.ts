import { describe, expect, it } from 'vitest'
import { beginWatch, frozenMs, type Help, look, type Look, stuckMs, type Watch } from './watchdog.ts'

/** Looks once a second for so long; what help was called for, and at which second. */
function watched(seconds: number, at: (second: number) => Partial<Look>): readonly (readonly [number, Help, string])[] {
  let watch: Watch = beginWatch(0)
  const called: [number, Help, string][] = []
  for (let second = 1; second <= seconds; second++) {
    const result = look(watch, { nowMs: second * 1_000, hasPainted: true, isSeen: true, wanted: 'a', painted: 'a', ...at(second) })
    watch = result.watch
    if (result.help !== null) called.push([second, result.help, result.why])
  }
  return called
}

describe('the watchdog', () => {
  it('lets a good show be, for an hour', () => expect(watched(3_600, () => ({}))).toEqual([]))

  it('skips a slide that never comes, then builds anew, then loads anew', () =>
    expect(watched(stuckMs / 1_000 + 60, () => ({ painted: 'before' }))).toEqual([
      [35, 'skip', 'stuck'],
      [55, 'rebuild', 'stuck'],
      [75, 'reload', 'stuck'],
      [95, 'reload', 'stuck'],
    ]))

  it('leaves it at the skip where that helped', () =>
    expect(watched(300, (second) => ({ painted: second > 36 ? 'a' : 'before' }))).toEqual([[35, 'skip', 'stuck']]))

  it('builds a frozen glass anew, and loads the page where that does not help', () =>
    expect(watched(frozenMs / 1_000 + 25, () => ({ hasPainted: false }))).toEqual([
      [10, 'rebuild', 'frozen'],
      [30, 'reload', 'frozen'],
    ]))

  it.each<[string, (second: number) => Partial<Look>]>([
    ['nobody could see it', () => ({ isSeen: false, hasPainted: false, painted: 'before' })],
    ['the computer slept', (second) => ({ nowMs: second * 60_000, painted: 'before' })],
    ['a frame was missed now and then', (second) => ({ hasPainted: second % 5 === 0 })],
    ['a slide took its time', (second) => ({ painted: second % 60 < 30 ? 'before' : 'a' })],
    ['nothing is wanted yet', () => ({ wanted: null, painted: null })],
  ])('does nothing where %s', (_, at) => expect(watched(200, at)).toEqual([]))
})
