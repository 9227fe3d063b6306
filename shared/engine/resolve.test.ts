/** What a person in the hall would see, rule by rule. Slides take 10 s where nothing else is said. */
import { describe, expect, test } from 'vitest'
import { glass, glassAt, sceneAt } from '../testing/ask.ts'
import { daily, entryOf, itemOf, manifestOf, once, s, slideOf } from '../testing/build.ts'
import { dayMs, hourMs, instant } from '../time/instant.ts'
import { compile } from './compile.ts'
import { covers } from './plan.ts'
import { resolve } from './resolve.ts'
import { quiet } from '../model/live.ts'

const house = entryOf('house', { band: 'house' })

describe('[E2] bands', () => {
  const manifest = manifestOf({
    entries: [house, entryOf('n', { when: once(100, 200) }), entryOf('t', { band: 'takeover', when: once(145, 165) })],
    playlists: { house: 'a b c', n: 'x y', t: 'z' },
  })

  test.each([
    [99.999, 'house:a'],
    [100, 'n:x'],
    [144.999, 'n:x'],
    [145, 't:z'],
    [165, 'n:x'],
    [199.999, 'n:y'],
    [200, 'house:c'],
  ])('a higher band cuts at once, comes and goes to the millisecond, and what it covers runs on: %d s → %s', (at, seen) => {
    expect(glass(manifest, s(at))).toBe(seen)
  })

  test('a turn that comes back from under another is the same turn', () => {
    const before = sceneAt(manifest, s(144)).slots.main
    expect(sceneAt(manifestOf({ ...manifest, entries: manifest.entries.slice(0, 2) }), s(148)).slots.main).toEqual(before)
    expect(sceneAt(manifest, s(144)).until).toBe(s(145))
  })

  test('an entry with nothing to show wins nothing', () => {
    const entries = [house, entryOf('empty', { band: 'event' }), entryOf('gone', { band: 'takeover', playlist: 'nowhere' })]
    expect(glass(manifestOf({ entries, playlists: { house: 'a', empty: '' } }), s(5))).toBe('house:a')
  })

  test('slots are places apart', () => {
    const both = manifestOf({ entries: [house, entryOf('line', { slot: 'ticker' })], playlists: { house: 'a', line: 'b' } })
    expect(glass(both, s(5), 'main')).toBe('house:a')
    expect(glass(both, s(5), 'ticker')).toBe('line:b')
    expect(glass(both, s(5), 'corner')).toBe('–')
  })
})

describe('[E2] validity', () => {
  test('of an item decides whether its next turn comes, and never cuts it on the glass', () => {
    const items = [itemOf('a'), itemOf('b', { validUntil: s(15) }), itemOf('c', { validFrom: s(45) })]
    const manifest = manifestOf({ entries: [house], playlists: { house: items } })
    expect(glassAt(manifest, 9, 15, 19, 20, 30, 49, 50, 60)).toBe('house:a house:b house:b house:a house:a house:a house:c house:a')
  })

  test('of a slide cuts it even on the glass, and the next follows at once', () => {
    const manifest = manifestOf({
      entries: [house],
      playlists: { house: 'a b c' },
      slides: { b: slideOf(10, { validUntil: s(13) }) },
    })
    expect(glassAt(manifest, 12.999, 13, 22.999, 23, 33)).toBe('house:b house:c house:c house:a house:c')
    expect(sceneAt(manifest, s(11)).until).toBe(s(13))
  })

  test('while nothing is valid a rotation stands still, and goes on where it was', () => {
    const list = [itemOf('a', { validUntil: s(12) }), itemOf('b', { validUntil: s(12) }), itemOf('c', { validFrom: s(50) })]
    const manifest = manifestOf({ entries: [house], playlists: { house: list } })
    expect(glassAt(manifest, 19, 20, 49.999, 50)).toBe('house:b nothing-scheduled nothing-scheduled house:c')
    expect(sceneAt(manifest, s(20)).until).toBe(s(50))
  })

  test('of a visit: what is left of it does not come', () => {
    const list = [itemOf('@in', { validUntil: s(15) }), itemOf('z')]
    const manifest = manifestOf({ entries: [house], playlists: { house: list, in: 'a b c' } })
    expect(glassAt(manifest, 15, 20, 30)).toBe('house:in/b house:z house:z')
  })
})

describe('[E3] exclusive and shared', () => {
  test('the exclusive entry that started last wins; at the same start the smaller id', () => {
    const entries = [
      entryOf('shared'),
      entryOf('early', { exclusive: true, when: once(100, 400) }),
      entryOf('late-b', { exclusive: true, when: once(200, 300) }),
      entryOf('late-a', { exclusive: true, when: once(200, 250) }),
    ]
    const manifest = manifestOf({ entries, playlists: { shared: 's', early: 'e', 'late-a': 'a', 'late-b': 'b' } })
    expect(glassAt(manifest, 99, 100, 200, 250, 300, 400)).toBe('shared:s early:e late-a:a late-b:b early:e shared:s')
  })

  test('an entry that ends is gone at its end, also among those that share', () => {
    const entries = [entryOf('a'), entryOf('b', { when: once(0, 15) })]
    const manifest = manifestOf({ entries, playlists: { a: 'x', b: 'y' } })
    expect(glassAt(manifest, 5, 14.999, 15)).toBe('a:x b:y a:x')
  })

  test('windows that touch are one where entries share, and two occurrences of an exclusive one', () => {
    const when = [...once(0, 15), ...once(15, 100)]
    const shared = manifestOf({ entries: [entryOf('a', { when })], playlists: { a: 'x y' } })
    expect(glassAt(shared, 14, 15, 20)).toBe('a:y a:y a:x')
    const exclusive = manifestOf({ entries: [entryOf('a', { exclusive: true, when })], playlists: { a: 'x y' } })
    expect(glassAt(exclusive, 14, 15, 25)).toBe('a:y a:x a:y')
  })

  test('an entry that joins those that share waits for the item on the glass', () => {
    const entries = [entryOf('a'), entryOf('b', { when: once(15, 100) })]
    const manifest = manifestOf({ entries, playlists: { a: 'x', b: 'y' } })
    expect(glassAt(manifest, 15, 19.999, 20, 30)).toBe('a:x a:x b:y a:x')
  })
})

describe('[E4] sharing', () => {
  test('whole turns in proportion to weight ÷ length, evenly spread', () => {
    const entries = [entryOf('a', { weight: 3 }), entryOf('b', { weight: 1 })]
    const manifest = manifestOf({ entries, playlists: { a: 'v w x', b: 'y' } })
    expect(glassAt(manifest, 0, 10, 20, 30, 40, 50)).toBe('a:v a:w b:y a:x a:v a:w')
    const long = manifestOf({ entries: [entryOf('a'), entryOf('b')], playlists: { a: 'x', b: 'y' }, slides: { x: 30 } })
    expect(glassAt(long, 0, 10, 39, 40, 50, 60, 70)).toBe('b:y a:x a:x b:y b:y a:x a:x')
  })

  test('a visit is the whole pass and one unbroken turn', () => {
    const entries = [entryOf('a'), entryOf('b')]
    const manifest = manifestOf({ entries, playlists: { a: '@in x', in: 'p q', b: 'y' } })
    const seen = [...new Set([0, 10, 20, 30, 40, 50, 60].map((at) => glass(manifest, s(at))))]
    expect(seen).toContain('a:in/p')
    for (let at = 0; at < 600; at += 10) {
      if (glass(manifest, s(at)) === 'a:in/p') expect(glass(manifest, s(at + 10))).toBe('a:in/q')
    }
  })

  test('a list inside itself ends at the deepest level instead of never', () => {
    const manifest = manifestOf({ entries: [house], playlists: { house: 'a @house' } })
    expect(glassAt(manifest, 0, 10, 20, 30, 40)).toBe('house:a house:house/a house:house/house/a house:house/house/house/a house:a')
  })
})

describe('[E7] beginnings', () => {
  test('a shared rotation starts at day-break, an exclusive one at its occurrence', () => {
    const entries = [house, entryOf('x', { exclusive: true, when: daily(3_605, 4_000, 3) })]
    const manifest = manifestOf({ entries, playlists: { house: 'a b c', x: 'p q' } })
    const day = dayMs / 1_000
    expect(glassAt(manifest, day - 10, day, day + 10, day + 3_604.999, day + 3_605, day + 3_615)).toBe(
      'house:c house:a house:b house:a x:p x:q',
    )
  })

  test('days go on by 24 h beyond the day-breaks that are known', () => {
    const manifest = manifestOf({ entries: [house], playlists: { house: 'a b c' } })
    for (const day of [-2, 40, 4_000]) expect(glass(manifest, instant(day * dayMs + 15_000))).toBe('house:b')
  })
})

describe('[E10] never black', () => {
  const nothing = manifestOf({ entries: [], playlists: {} })

  test.each([
    [5 * dayMs, 'nothing-scheduled'],
    [6 * dayMs - 1, 'nothing-scheduled'],
    [6 * dayMs, 'closed'],
  ])('with nothing at all the fallback stands: %d ms → %s', (at, seen) => {
    expect(glass(nothing, instant(at))).toBe(seen)
  })

  test('the change from nothing to closed is in until', () => {
    expect(sceneAt(nothing, instant(6 * dayMs - 1000)).until).toBe(6 * dayMs)
  })
})

describe('[E1] plans', () => {
  const manifest = manifestOf({ entries: [house], playlists: { house: 'a b c' } })
  const plan = compile(manifest, { from: s(100), until: s(104) })

  test('a plan covers its window, says so, and refuses the rest', () => {
    expect([99.999, 100, 103.999, 104].map((at) => covers(plan, s(at)))).toEqual([false, true, true, false])
    expect(() => resolve(plan, quiet, s(104))).toThrow('the plan covers')
    expect(() => compile(manifest, { from: s(1), until: s(1) })).toThrow('empty')
  })

  test('until never passes the end of the plan', () => {
    expect(resolve(plan, quiet, s(103)).until).toBe(s(104))
  })

  test('a turn ends when its item ends, wherever the plan does', () => {
    const main = resolve(plan, quiet, s(103)).slots.main
    expect(main).toMatchObject({ since: s(100), until: s(110) })
  })

  test('[E6] ten years into one occurrence the position is still arithmetic', () => {
    const years = 10 * 365 * dayMs
    const entries = [entryOf('x', { exclusive: true, when: [{ start: s(0), lengthMs: years, everyMs: years, count: 1 }] })]
    const far = manifestOf({ entries, playlists: { x: 'a b c' } })
    expect(glass(far, instant(years - 2 * hourMs))).toBe(`x:${'abc'[((years - 2 * hourMs) / 10_000) % 3]}`)
  })
})

test('[E5] lists of lists of lists cost what they hold, not what they would play', () => {
  const names = (prefix: string): string => Array.from({ length: 60 }, (_, n) => `${prefix}${n}`).join(' ')
  const level = (here: string, below: string): [string, string][] =>
    names(here)
      .split(' ')
      .map((id) => [id, names(below)])
  const playlists = Object.fromEntries([['house', names('@p')], ...level('p', '@q'), ...level('q', '@r'), ...level('r', 's')])
  const long = entryOf('long', { exclusive: true, when: once(0, 60 ** 3 * 20), playlist: 'house' })
  expect(glass(manifestOf({ entries: [long], playlists }), s(60 ** 3 * 10 - 5))).toBe('long:p0/q59/r59/s59')
})
