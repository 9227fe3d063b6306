import { limits } from '@infoskjerm/shared/limits.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import { describe, expect, it } from 'vitest'
import { batchOf, beginProof, finish, observe, type ProofState, proven, type Seen, seenOf } from './proof.ts'
import { hashOf, overrides, picture, player, publishes, screen } from './testing/player.ts'
import { entryOf, manifestOf, overrideOf } from '@infoskjerm/shared/testing/build.ts'

const minute = 60_000
const [one, two] = [hashOf('1'), hashOf('2')]

/** Looks every 5 s up to `until`, and at each instant of the table; answers with records in minutes. */
function watched(
  until: number,
  seen: readonly (readonly [at: number, manifest: string | null, why: Seen['why']])[],
  begun = beginProof(null, instant(0)),
) {
  let state: ProofState = begun
  const moments = new Set([...seen.map(([at]) => at), until])
  for (let at = seen[0]?.[0] ?? 0; at < until; at += 5_000) moments.add(at)
  for (const at of [...moments].sort((a, b) => a - b)) {
    const now = seen.findLast(([from]) => from <= at)
    if (now !== undefined) state = observe(state, { manifest: now[1], why: now[2], since: instant(at) }, instant(at))
  }
  return finish(state, state.open?.seenAt ?? instant(until))
}
const inMinutes = (records: readonly PlayRecord[]) =>
  records.map(({ manifest, from, until, exceptions }) =>
    [
      manifest[0],
      `${from / minute}–${until / minute}`,
      ...exceptions.map((span) => `${span.why} ${span.from / minute}–${span.until / minute}`),
    ].join(' '),
  )

describe('[W6] proof of play', () => {
  it('ends a record where the clock is at a multiple of five minutes, on every box alike', () => {
    expect(inMinutes(watched(12 * minute, [[3 * minute, one, null]]).records)).toEqual(['1 3–5', '1 5–10', '1 10–12'])
  })

  it('ends one where the manifest changes', () => {
    expect(
      inMinutes(
        watched(4 * minute, [
          [0, one, null],
          [90_000, two, null],
        ]).records,
      ),
    ).toEqual(['1 0–1.5', '2 1.5–4'])
  })

  it('notes what people saw instead, span by span', () => {
    const seen = watched(4 * minute, [
      [0, one, null],
      [minute, one, 'override'],
      [2 * minute, one, null],
      [3 * minute, one, 'substituted'],
    ])
    expect(inMinutes(seen.records)).toEqual(['1 0–4 override 1–2 substituted 3–4'])
  })

  it('carries an exception over the end of a record', () => {
    const seen = watched(7 * minute, [
      [0, one, null],
      [4 * minute, one, 'override'],
      [6 * minute, one, null],
    ])
    expect(inMinutes(seen.records)).toEqual(['1 0–5 override 4–5', '1 5–7 override 5–6'])
  })

  it('passes from one exception to another without a hole', () => {
    const seen = watched(4 * minute, [
      [0, one, 'dark'],
      [minute, one, 'override'],
      [2 * minute, one, null],
    ])
    expect(inMinutes(seen.records)).toEqual(['1 0–4 dark 0–1 override 1–2'])
  })

  it('knows nothing of the time in which the page did not run', () => {
    const before = watched(minute, [[0, one, null]])
    const after = watched(10 * minute, [[8 * minute, one, null]], before)
    expect(inMinutes(after.records)).toEqual(['1 0–1', '1 8–10'])
    const slept = observe(
      observe(beginProof(null, instant(0)), { manifest: one, why: null, since: instant(0) }, instant(0)),
      { manifest: one, why: null, since: instant(0) },
      instant(10_000),
    )
    expect(inMinutes(observe(slept, { manifest: one, why: null, since: instant(minute) }, instant(minute)).records)).toEqual([
      '1 0–0.16666666666666666',
    ])
  })

  it('is dark from the last frame on, which is known only afterwards', () => {
    let state = beginProof(null, instant(0))
    for (const at of [0, 5_000, 10_000]) state = observe(state, { manifest: one, why: null, since: instant(at) }, instant(at))
    state = observe(state, { manifest: one, why: 'dark', since: instant(4_000) }, instant(15_000))
    state = observe(state, { manifest: one, why: null, since: instant(20_000) }, instant(20_000))
    expect(finish(state, instant(25_000)).records[0]?.exceptions).toEqual([{ from: 4_000, until: 20_000, why: 'dark' }])
  })

  it('never proves the same time twice, whatever became of the clock', () => {
    const before = watched(4 * minute, [[0, one, null]])
    const setBack = watched(6 * minute, [[3 * minute, one, null]], before)
    expect(inMinutes(setBack.records)).toEqual(['1 0–4', '1 4–5', '1 5–6'])
  })

  it('forgets what a clock wrote that was far ahead', () => {
    const before = watched(500 * minute, [[499 * minute, one, null]])
    expect(inMinutes(watched(3 * minute, [[minute, one, null]], before).records)).toEqual(['1 1–3'])
  })

  it('says too little rather than too much where exceptions find no room', () => {
    const flicker = Array.from({ length: 120 }, (_, at) => [at * 2_000, one, at % 2 === 0 ? null : ('dark' as const)] as const)
    const [record] = watched(4 * minute, flicker).records
    expect(record?.exceptions).toHaveLength(limits.proofExceptions)
    expect(record?.exceptions.at(-1)?.until).toBe(4 * minute)
  })

  it('counts on after a reload, and from the time where nothing was kept', () => {
    expect(beginProof({ next: 7, records: [] }, instant(minute)).next).toBe(7)
    expect(beginProof(null, instant(90 * minute)).next).toBe(5_400)
    const { records } = watched(12 * minute, [[0, one, null]])
    expect(records.map(({ number }) => number)).toEqual([0, 1, 2])
  })

  it('keeps records until they are acknowledged, and so many at most', () => {
    const all = watched(21 * minute, [[0, one, null]])
    expect(proven(all, 2).records.map(({ number }) => number)).toEqual([3, 4])
    const long = watched((limits.proofKept + 10) * limits.proofMs, [[0, one, null]])
    expect([long.records.length, long.records[0]?.number, long.dropped]).toEqual([limits.proofKept, 10, 10])
  })

  it('sends no more at once than one message holds, the oldest first, and always one', () => {
    const record = (number: number, spans: number): PlayRecord => ({
      number,
      manifest: one,
      from: instant(0),
      until: instant(minute),
      exceptions: Array.from({ length: spans }, (_, at) => ({ from: instant(at), until: instant(at + 1), why: 'substituted' as const })),
    })
    const batch = (records: PlayRecord[]) => batchOf({ ...beginProof(null, instant(0)), records })
    expect(batch(Array.from({ length: 300 }, (_, at) => record(at, 0)))).toHaveLength(limits.proofRecords)
    const heavy = batch(Array.from({ length: 20 }, (_, at) => record(at, 50)))
    expect(heavy.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6].slice(0, heavy.length))
    expect(heavy.length).toBeGreaterThan(2)
    expect(JSON.stringify(['m', { t: 'proof', records: heavy }]).length).toBeLessThan(limits.playerMessageBytes)
    expect(batch([record(0, 400)])).toHaveLength(1)
  })

  it('any sequence of looks: records in order, apart, none too long, exceptions inside', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed)
      let state = beginProof(null, instant(0))
      let now = 0
      for (let look = 0; look < 400; look++) {
        now += random() < 0.02 ? (random() - 0.4) * 1_000_000 : random() * 6_000
        const at = instant(Math.max(0, Math.floor(now)))
        const why = ([null, null, null, 'override', 'substituted', 'dark'] as const)[Math.floor(random() * 6)] ?? null
        const manifest = random() < 0.05 ? null : random() < 0.9 ? one : two
        state = observe(state, { manifest, why, since: instant(Math.max(0, at - Math.floor(random() * 8_000))) }, at)
      }
      let last = 0
      for (const { from, until, exceptions } of state.records) {
        expect(from, `seed ${seed}`).toBeGreaterThanOrEqual(last)
        expect(until - from, `seed ${seed}`).toBeGreaterThan(0)
        expect(until - from, `seed ${seed}`).toBeLessThanOrEqual(limits.proofMs)
        let end: Instant = from
        for (const span of exceptions) {
          expect(span.from, `seed ${seed}`).toBeGreaterThanOrEqual(end)
          expect(span.until, `seed ${seed}`).toBeGreaterThan(span.from)
          end = span.until
        }
        expect(end, `seed ${seed}`).toBeLessThanOrEqual(until)
        last = until
      }
    }
  })
})

describe('[W6] what is seen of a player', () => {
  const house = manifestOf({ entries: [entryOf('m')], playlists: { m: 'a b' }, slides: { b: picture('b1') } })

  it.each<[string, (is: ReturnType<typeof player>) => void, number | null, Pick<Seen, 'manifest' | 'why'>]>([
    ['before anything is painted nothing is proved', () => undefined, null, { manifest: null, why: null }],
    ['as planned', (is) => is.give(2_020, { kind: 'painted', look: is.mainKey() }), null, { manifest: one, why: null }],
    [
      'under an override',
      (is) => {
        is.give(2_020, { kind: 'painted', look: is.mainKey() })
        is.hear(3_000, overrides(2, overrideOf('e')))
      },
      null,
      { manifest: one, why: 'override' },
    ],
    [
      'with something else in its place',
      (is) => {
        is.give(2_020, { kind: 'painted', look: is.mainKey() })
        is.give(10_000, { kind: 'tick' })
      },
      null,
      { manifest: one, why: 'substituted' },
    ],
    ['where nobody sees it', (is) => is.give(2_020, { kind: 'painted', look: is.mainKey() }), 5_000, { manifest: one, why: 'dark' }],
    [
      'while the time is not known',
      (is) => {
        is.give(2_020, { kind: 'painted', look: is.mainKey() })
        is.give(2_030, { kind: 'time', isProved: false })
      },
      null,
      { manifest: null, why: null },
    ],
  ])('%s', (_, happens, dark, seen) => {
    const is = player()
    is.hear(2_000, screen, ...publishes('1', house, 1))
    happens(is)
    expect(seenOf(is.state(), dark === null ? null : instant(dark), instant(15_000))).toMatchObject(seen)
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
