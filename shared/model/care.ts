/** Care of a screen: how its panel is spared, turned and shown right, and what whoever stands at its box may do. */
import * as z from 'zod/mini'
import type { Instant } from '../time/instant.ts'
import { wallTime, type ZoneTable } from '../time/zone.ts'

/** Degrees clockwise by which the page turns what it draws: a panel that hangs on its side has a box that does not know. */
export const rotations = [0, 90, 180, 270] as const
export type Rotation = (typeof rotations)[number]

/** Wall times of the event's zone (`HH:MM`); an end at or before the start is on the next day. Meanwhile nothing moves or sounds, and so much light is left (per cent). */
export interface QuietHours {
  readonly from: string
  readonly until: string
  readonly lightPct: number
}

export interface ScreenCare {
  readonly rotation: Rotation
  /** How much of each edge the panel cuts off (per cent of the side). */
  readonly overscanPct: number
  /** Moves everything by a few pixels, a step a minute. */
  readonly pixelShift: boolean
  /** Dims what has stood still for long. */
  readonly dimStill: boolean
  readonly quiet: QuietHours | null
  /** Whether the keys of the box step what it shows. */
  readonly keys: boolean
  readonly sound: boolean
}

/** What a screen has until somebody says otherwise: nothing. Pictures made for the panel stand pixel by pixel. */
export const plainCare: ScreenCare = {
  rotation: 0,
  overscanPct: 0,
  pixelShift: false,
  dimStill: false,
  quiet: null,
  keys: false,
  sound: false,
}

/** Whether it is quiet at `t`. A window from a time to the same time is a whole day. */
export function isQuiet(quiet: QuietHours | null, zone: ZoneTable, t: Instant): boolean {
  if (quiet === null) return false
  const { hour, minute } = wallTime(zone, t)
  const at = hour * 60 + minute
  const from = minutesOf(quiet.from)
  const until = minutesOf(quiet.until)
  return from < until ? at >= from && at < until : at >= from || at < until
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const screenCareSchema: z.ZodMiniType<ScreenCare> = z.strictObject({
  rotation: z.union(rotations.map((one) => z.literal(one)) as unknown as readonly [z.ZodMiniType<Rotation>]),
  overscanPct: z.number().check(z.minimum(0), z.maximum(10)),
  pixelShift: z.boolean(),
  dimStill: z.boolean(),
  quiet: z.nullable(z.strictObject({ from: clock, until: clock, lightPct: z.int().check(z.minimum(0), z.maximum(100)) })),
  keys: z.boolean(),
  sound: z.boolean(),
})
