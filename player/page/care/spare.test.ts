import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { overrideOf } from '@infoskjerm/shared/testing/build.ts'
import { distantFuture, type Instant, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, it } from 'vitest'
import { mostShiftPx, shiftAt, spared, standingIn, stillAfterMs, wearMs, wornLight } from './spare.ts'

const utc = { name: 'UTC', firstOffsetMs: 0, changes: [] }
const main = { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' } as const
const scene: Scene = { slots: { main }, until: distantFuture }
const danger: Scene = {
  slots: { main, override: { kind: 'override', key: 'o', override: overrideOf('o'), ending: null, since: instant(0) } },
  until: distantFuture,
}
const night = { ...plainCare, quiet: { from: '23:00', until: '08:00', lightPct: 20 }, sound: true }
const midnight = instant(0)
const noon = instant(12 * 60 * minuteMs)
const at = (care: typeof plainCare, of: Scene, now: Instant) => spared(care, { scene: of, standing: {}, zone: utc, now })

describe('quiet hours on the glass', () => {
  it('dim, still and silent, and back by day', () => {
    expect(at(night, scene, midnight)).toMatchObject({ light: 0.2, isQuiet: true, sound: false })
    expect(at(night, scene, noon)).toMatchObject({ light: 1, isQuiet: false, sound: true })
  })
  it('a message of danger has all the light, at once', () =>
    expect(at(night, danger, midnight)).toMatchObject({ light: 1, isQuiet: false, sound: false }))
  it('nothing is dimmed while nobody knows the hour', () =>
    expect(spared(night, { scene, standing: {}, zone: null, now: midnight })).toMatchObject({ light: 1, isQuiet: false }))
  it('sound is off until it is switched on', () => expect(at(plainCare, scene, noon).sound).toBe(false))
})

describe('the shift against burn-in', () => {
  const steps = Array.from({ length: 9 * 16 + 1 }, (_, minute) => shiftAt(instant(minute * minuteMs)))
  it('never goes further than it may', () => {
    for (const { x, y } of steps) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(mostShiftPx)
  })
  it('moves by one pixel at a time', () => {
    for (const [at, { x, y }] of steps.entries()) {
      const next = steps[at + 1]
      if (next !== undefined) expect(Math.max(Math.abs(next.x - x), Math.abs(next.y - y))).toBeLessThanOrEqual(1)
    }
  })
  it('comes to every place of its square', () =>
    expect(new Set(steps.map(({ x, y }) => `${x} ${y}`)).size).toBe((2 * mostShiftPx + 1) ** 2))
  it('is none where it was not switched on', () => expect(at(plainCare, scene, noon).shift).toBeNull())
})

describe('what stands still for long', () => {
  const still = { ...plainCare, dimStill: true }
  const standing = standingIn({}, scene, instant(0))
  const light = (ms: number, of = scene) =>
    spared(still, { scene: of, standing: standingIn(standing, scene, instant(ms)), zone: utc, now: instant(ms) }).wear

  it.each([
    [stillAfterMs, undefined],
    [stillAfterMs + wearMs / 2, (1 + wornLight) / 2],
    [stillAfterMs + wearMs, wornLight],
    [stillAfterMs * 100, wornLight],
  ])('after %i ms has %s of its light', (ms, expected) => expect(light(ms).main).toBe(expected))
  it('is not dimmed under a message of danger', () => expect(light(stillAfterMs * 2, danger)).toEqual({}))
  it('begins anew when something else comes', () => {
    const other: Scene = { ...scene, slots: { main: { ...main, reason: 'closed' } } }
    const slide = { ...other, slots: { main: { ...main, key: 'fallback' as const } } }
    expect(standingIn(standing, slide, instant(5)).main?.since).toBe(0)
  })
  it('is left alone where it was not switched on', () =>
    expect(spared(plainCare, { scene, standing, zone: utc, now: instant(stillAfterMs * 2) }).wear).toEqual({}))
})
