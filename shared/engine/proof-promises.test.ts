/** What the rules promise a person, measured on what the engine shows: airtime as agreed, every card in its turn, nothing twice running, rivals apart. Independent of the oracle. */
import { describe, expect, test } from 'vitest'
import type { Manifest, Tag } from '../model/manifest.ts'
import type { PlaylistBody, PlaylistItem } from '../model/playlist.ts'
import { glass } from '../testing/ask.ts'
import { entryOf, itemOf, liveOf, manifestOf, once, playlistOf, s, slideOf } from '../testing/build.ts'
import { type Random, randomFrom } from '../testing/random.ts'
import { dayMs, instant, type Instant } from '../time/instant.ts'
import { compile } from './compile.ts'
import { shuffleKey } from './order.ts'
import { reanchor } from './reanchor.ts'
import { resolve } from './resolve.ts'
import type { Showing } from './scene.ts'

/** What stands in `main`, turn by turn, until an instant. */
function turns(manifest: Manifest, until: Instant): readonly Showing[] {
  const plan = compile(manifest, { from: s(0), until })
  const seen: Showing[] = []
  for (let t = s(0); t < until;) {
    const { slots, until: next } = resolve(plan, liveOf(), t)
    if (slots.main.kind === 'slide') seen.push(slots.main)
    t = next
  }
  return seen
}

function ids(count: number, prefix: string): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}${n}`)
}

/** A list of a few cards of its own, in any order, some of them visits. */
function someList(random: Random, name: string): Readonly<Record<string, PlaylistBody>> {
  const cards = (prefix: string): PlaylistItem[] =>
    ids(1 + random.below(6), prefix).map((id) => itemOf(id, { durationMs: (5 + random.below(26)) * 1_000 }))
  const order = (): PlaylistBody['order'] => random.pick(['sequence', 'shuffle'])
  const inner = `${name}-in`
  const visit = itemOf('in', { of: { kind: 'playlist', playlist: inner, take: random.chance(0.5) ? 1 + random.below(4) : null } })
  const items = random.chance(0.4) ? [...cards(name), visit] : cards(name)
  return { [name]: { ...playlistOf(items), order: order() }, [inner]: { ...playlistOf(cards(`${name}i`)), order: order() } }
}

describe('[E4] airtime', () => {
  test('over a day every entry has the share that its weight promises, within one percentage point', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 24; seed++) {
      const random = randomFrom(seed)
      const entries = ids(2 + random.below(4), 'e').map((id) => entryOf(id, { weight: 1 + random.below(9) }))
      const playlists = Object.assign({}, ...entries.map(({ id }) => someList(random, id))) as Record<string, PlaylistBody>
      const stood = new Map<string, number>()
      for (const { entry, since, until } of turns(manifestOf({ entries, playlists }), instant(dayMs)))
        stood.set(entry, (stood.get(entry) ?? 0) + until - since)
      const weights = entries.reduce((sum, { weight }) => sum + weight, 0)
      for (const { id, weight } of entries) {
        const missed = Math.abs(stood.get(id)! / dayMs - weight / weights)
        expect({ seed, id, missed, kept: missed <= 0.01 }).toEqual({ seed, id, missed, kept: true })
      }
    }
  })
})

describe('[E5] shuffle', () => {
  const shuffled = (count: number): Manifest =>
    manifestOf({ entries: [entryOf('e')], playlists: { e: { ...playlistOf(ids(count, 'c').join(' ')), order: 'shuffle' } } })

  test.each([1, 2, 3, 4, 5, 8, 13, 60])('of %d cards: each pass holds every card once, and none comes twice running', (count) => {
    const seen = turns(shuffled(count), s(10 * count * 40)).map(({ item }) => item)
    for (let pass = 0; pass < 40; pass++)
      expect(new Set(seen.slice(pass * count, (pass + 1) * count)), `pass ${pass}`).toEqual(new Set(ids(count, 'c')))
    if (count > 1) seen.slice(1).forEach((item, n) => expect(item, `turn ${n + 1}`).not.toBe(seen[n]))
  })

  test('every card has its share of the first places, on any path', () => {
    const first = new Map<string, number>()
    for (let n = 0; n < 4_000; n++) {
      const [card] = [...ids(5, 'c')].sort(
        (a, b) => shuffleKey(`e${n % 40}/in`, Math.floor(n / 40), a) - shuffleKey(`e${n % 40}/in`, Math.floor(n / 40), b),
      )
      first.set(card!, (first.get(card!) ?? 0) + 1)
    }
    for (const [card, times] of first) expect(Math.abs(times - 800), card).toBeLessThan(110)
  })

  test('where one card leaves a long list, the others keep their order', () => {
    const without = (gone: string): Manifest => {
      const items = ids(30, 'c').flatMap((id) => (id === gone ? [] : [itemOf(id)]))
      return manifestOf({ entries: [entryOf('e')], playlists: { e: { ...playlistOf(items), order: 'shuffle' } } })
    }
    const all = turns(without('nobody'), s(300)).map(({ item }) => item)
    for (const gone of ['c7', all[0]!, all[29]!])
      expect(turns(without(gone), s(290)).map(({ item }) => item)).toEqual(all.filter((id) => id !== gone))
  })
})

describe('[E4] neighbours', () => {
  const sponsors = { p: { rivals: ['q'] }, q: { rivals: [] }, r: { rivals: ['p'] } }
  const rivals = new Set(['p p', 'q q', 'r r', 'p q', 'q p', 'r p', 'p r'])
  const grade = (a: Tag, b: Tag): number => (a.slide === b.slide ? 2 : rivals.has(`${a.sponsor} ${b.sponsor}`) ? 1 : 0)
  const tagOf = ({ slideId, slide }: Showing): Tag => ({ slide: slideId, sponsor: slide.sponsor })

  test('in a round of equals two clash only where no later turn but the last would clash less', () => {
    let clashes = 0
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed)
      const entries = ids(2 + random.below(6), 'e').map((id) => entryOf(id))
      const card = (): PlaylistItem => itemOf(`s${random.below(6)}`)
      const playlists = Object.fromEntries(entries.map(({ id }) => [id, [card()]]))
      const slides = Object.fromEntries(ids(6, 's').map((id) => [id, slideOf(10, { sponsor: random.pick([null, 'p', 'q', 'r']) })]))
      const seen = turns(manifestOf({ entries, playlists, slides, change: { sponsors } }), s(entries.length * 10 * 20)).map(tagOf)
      seen.slice(1).forEach((tag, n) => {
        const worst = grade(seen[n]!, tag)
        const lastOfRound = Math.ceil((n + 2) / entries.length) * entries.length - 1
        const others = seen.slice(n + 2, lastOfRound).map((later) => grade(seen[n]!, later))
        if (n + 1 < lastOfRound) expect({ seed, turn: n + 1, worst: Math.min(worst, ...others) }).toEqual({ seed, turn: n + 1, worst })
        if (worst > 0) clashes++
      })
    }
    expect(clashes).toBeGreaterThan(0)
  })

  test('nothing comes twice running while three entries with slides of their own share', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomFrom(seed)
      const entries = ids(3, 'e').map((id) => entryOf(id, { weight: 2 + random.below(2) }))
      const list = (id: string): PlaylistBody => ({
        ...playlistOf(ids(2 + random.below(4), id).join(' ')),
        order: random.pick(['sequence', 'shuffle']),
      })
      const seen = turns(manifestOf({ entries, playlists: Object.fromEntries(entries.map(({ id }) => [id, list(id)])) }), s(4_000))
      seen.slice(1).forEach(({ slideId }, n) => expect({ seed, n, slideId }).not.toEqual({ seed, n, slideId: seen[n]!.slideId }))
    }
  })

  test('airtime is never changed by it', () => {
    const entries = ids(5, 'e').map((id, n) => entryOf(id, { weight: n + 1 }))
    const playlists = Object.fromEntries(entries.map(({ id }, n) => [id, n % 2 === 0 ? 's0 s1' : 's1 s2 s0']))
    const count = (slides: Record<string, ReturnType<typeof slideOf>>): Record<string, number> => {
      const stood: Record<string, number> = {}
      for (const { entry } of turns(manifestOf({ entries, playlists, slides, change: { sponsors } }), s(15 * 10 * 4)))
        stood[entry] = (stood[entry] ?? 0) + 1
      return stood
    }
    const calm = ids(3, 's').map((id): [string, ReturnType<typeof slideOf>] => [id, slideOf(10)])
    const full = calm.map(([id], n): [string, ReturnType<typeof slideOf>] => [id, slideOf(10, { sponsor: ['p', 'q', null][n]! })])
    expect(count(Object.fromEntries(full))).toEqual(count(Object.fromEntries(calm)))
  })
})

describe('[E7] anchors', () => {
  const start = dayMs / 1_000 - 95
  const plan = (list: string): Manifest =>
    manifestOf({ entries: [entryOf('x', { exclusive: true, when: once(start, start + 300) })], playlists: { x: list } })
  const anchored = reanchor(plan('a b c'), plan('n a b c'), liveOf(), s(start + 15))

  test('count until the next day-break and are dropped there, also in the middle of an occurrence', () => {
    const seconds = [15, 25, 35, 85, 94, 105, 115, 205]
    const at = (manifest: Manifest): string => seconds.map((second) => glass(manifest, s(start + second)).split(':')[1]).join('')
    expect(at(plan('n a b c'))).toBe('abcnabcn')
    expect(at(anchored)).toBe('bcnabbcn')
  })

  test('and nothing stays of them: next morning all is as if nobody had edited', () => {
    const other = plan('n a b c')
    for (const second of [95, 100, 160, 299]) expect(glass(anchored, s(start + second))).toBe(glass(other, s(start + second)))
  })
})
