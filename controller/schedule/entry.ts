/** Parses a schedule entry as it comes in over REST. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { bands, entrySlots } from '@infoskjerm/shared/model/manifest.ts'
import { id, name } from '@infoskjerm/shared/model/parts.ts'
import { targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { EntryBody, HappeningEdge, When } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const dayAndTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/))

const edge: z.ZodMiniType<HappeningEdge> = z.strictObject({
  edge: z.enum(['start', 'end']),
  offsetMin: z.int().check(z.minimum(-limits.linkedMinutes), z.maximum(limits.linkedMinutes)),
})

export const whenSchema: z.ZodMiniType<When> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('once'), from: dayAndTime, until: dayAndTime }),
  z.strictObject({
    kind: z.literal('daily'),
    from: time,
    until: time,
    firstDay: day,
    lastDay: day,
    except: z.array(day).check(z.maxLength(limits.pageRows)),
  }),
  z.strictObject({
    kind: z.literal('rule'),
    from: time,
    until: time,
    firstDay: day,
    rule: z.string().check(z.minLength(1), z.maxLength(limits.titleLength)),
    except: z.array(day).check(z.maxLength(limits.pageRows)),
    extra: z.array(day).check(z.maxLength(limits.pageRows)),
  }),
  z.strictObject({ kind: z.literal('happening'), happening: id, from: edge, until: edge }),
])

export const entryBodySchema: z.ZodMiniType<EntryBody> = z.strictObject({
  name,
  playlist: id,
  target: targetSchema,
  slot: z.enum(entrySlots),
  band: z.enum(bands),
  exclusive: z.boolean(),
  manual: z._default(z.boolean(), false),
  armed: z._default(z.nullable(targetSchema), null),
  weight: z.number().check(z.positive(), z.maximum(1_000)),
  when: whenSchema,
})
