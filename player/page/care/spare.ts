/** How a panel is spared: everything moves by a few pixels, what stands still for long is dimmed, and at night little light is left. Pure, by synced time, so that screens beside each other agree. */
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { isQuiet, plainCare, type ScreenCare } from '@infoskjerm/shared/model/care.ts'
import type { Slot } from '@infoskjerm/shared/model/manifest.ts'
import { type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { ZoneTable } from '@infoskjerm/shared/time/zone.ts'

/** Furthest shift to each side (px at 1080p); a twelfth of the smallest safe area, so that no word comes near an edge. */
export const mostShiftPx = 4
/** What has stood unchanged for so long is dimmed (ms), down to so much of its light, over so long (ms). */
export const stillAfterMs = 10 * minuteMs
export const wornLight = 0.6
export const wearMs = minuteMs

/** Since when each slot has looked as it does. */
export type Standing = Readonly<Partial<Record<Slot, { readonly look: string; readonly since: Instant }>>>

export function standingIn(before: Standing, scene: Scene, now: Instant): Standing {
  const slots = Object.entries(scene.slots) as [Slot, Scene['slots'][Slot]][]
  return Object.fromEntries(
    slots.flatMap(([slot, content]) => {
      if (content === undefined) return []
      const look = lookOf(content)
      const old = before[slot]
      return [[slot, old?.look === look && old.since <= now ? old : { look, since: now }]]
    }),
  )
}

/** How the glass stands at one moment. Lengths in px at 1080p, light in shares of all of it. */
export interface Spared {
  readonly rotation: ScreenCare['rotation']
  readonly overscanPct: number
  /** Null: nothing is shifted at all. */
  readonly shift: { readonly x: number; readonly y: number } | null
  readonly light: number
  /** Nothing moves or sounds. */
  readonly isQuiet: boolean
  readonly sound: boolean
  /** Light left in each slot that is worn; empty: all of it everywhere. */
  readonly wear: Readonly<Partial<Record<Slot, number>>>
}

/** A message of danger lifts the quiet and the dimming; the panel stays turned as it hangs. `zone` null: nobody knows the hour yet. */
export function spared(
  care: ScreenCare,
  { scene, standing, zone, now }: { scene: Scene | null; standing: Standing; zone: ZoneTable | null; now: Instant },
): Spared {
  const { rotation, overscanPct } = care
  const isDanger = scene?.slots.override !== undefined
  const quiet = !isDanger && zone !== null && isQuiet(care.quiet, zone, now)
  return {
    rotation,
    overscanPct,
    shift: care.pixelShift ? shiftAt(now) : null,
    light: quiet ? (care.quiet?.lightPct ?? 100) / 100 : 1,
    isQuiet: quiet,
    sound: care.sound && !quiet && !isDanger,
    wear: care.dimStill && !isDanger ? wearOf(standing, now) : {},
  }
}

export const unspared: Spared = spared(plainCare, { scene: null, standing: {}, zone: null, now: 0 as Instant })

/** Where everything stands: line by line over a small square, one pixel a minute, there and back again. */
export function shiftAt(now: Instant): { readonly x: number; readonly y: number } {
  const minute = Math.floor(now / minuteMs)
  const line = Math.floor(minute / side)
  const along = minute - line * side - mostShiftPx
  return { x: line % 2 === 0 ? along : -along, y: toAndFro(line) }
}

const side = 2 * mostShiftPx + 1

function toAndFro(step: number): number {
  const at = ((step % (4 * mostShiftPx)) + 4 * mostShiftPx) % (4 * mostShiftPx)
  return (at <= 2 * mostShiftPx ? at : 4 * mostShiftPx - at) - mostShiftPx
}

function wearOf(standing: Standing, now: Instant): Spared['wear'] {
  const worn: Partial<Record<Slot, number>> = {}
  for (const [slot, one] of Object.entries(standing) as [Slot, { readonly since: Instant }][]) {
    const share = Math.min(1, Math.max(0, (now - one.since - stillAfterMs) / wearMs))
    if (slot !== 'override' && share > 0) worn[slot] = Math.round((1 - share * (1 - wornLight)) * 100) / 100
  }
  return worn
}
