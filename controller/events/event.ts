/** What comes in about events and areas. */
import { name } from '@infoskjerm/shared/model/parts.ts'
import * as z from 'zod/mini'

/** A date that exists, `2027-03-24`. */
const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)),
)

const zone = z.string().check(z.refine(isZone))

export const eventChangeSchema = z.partial(
  z.strictObject({
    name,
    venueName: name,
    firstDay: day,
    lastDay: day,
    zone,
    dayBreak: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  }),
)

export const newAreaSchema = z.strictObject({ name })

export const areaChangeSchema = z.partial(z.strictObject({ name, position: z.int().check(z.nonnegative(), z.maximum(10_000)) }))

export const sampleSchema = z.strictObject({ reach: z.enum(['local', 'all']) })

export type EventChange = z.infer<typeof eventChangeSchema>
export type AreaChange = z.infer<typeof areaChangeSchema>

/** Whether the name is one of the IANA time zone database. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const phaseSchema = z.strictObject({ phase: z.enum(['setup', 'running', 'ended']) })

export const nextEventSchema = z.strictObject({ name, firstDay: day })
