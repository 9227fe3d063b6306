/** The programme: the event's own timetable, as screens receive it. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { Instant } from '../time/instant.ts'
import { id, instantSchema, name } from './parts.ts'
import { type Words, words } from './words.ts'

/** A stage or place. The letter hangs also on the map and the signposts. `area` is the area of the hall it lies in, where there is one. */
export interface Stage {
  readonly id: string
  readonly name: Words
  readonly letter: string
  readonly area: string | null
}

/** One happening as it stands now. `end` equal to `start` is a moment. `was` holds what was first announced, where it differs; `cancelled` keeps it visible, struck through. `open`: it goes on until somebody says that it is over; `end` is then the latest that anybody would believe. */
export interface Happening {
  readonly id: string
  readonly title: Words
  readonly stage: string | null
  readonly start: Instant
  readonly end: Instant
  readonly description: Words
  readonly tags: readonly string[]
  readonly was: { readonly start: Instant; readonly stage: string | null } | null
  readonly cancelled: boolean
  readonly open: boolean
}

/** The document a screen holds of the programme, content-addressed. Happenings are sorted by start, then id by code unit. */
export interface Programme {
  readonly stages: readonly Stage[]
  readonly happenings: readonly Happening[]
}

export const stageSchema: z.ZodMiniType<Stage> = z.strictObject({
  id,
  name: words(limits.nameLength),
  letter: z.string().check(z.maxLength(2)),
  area: z.nullable(id),
})

export const happeningSchema: z.ZodMiniType<Happening> = z.strictObject({
  id,
  title: words(limits.titleLength),
  stage: z.nullable(id),
  start: instantSchema,
  end: instantSchema,
  description: words(limits.bodyLength),
  tags: z.array(name),
  was: z.nullable(z.strictObject({ start: instantSchema, stage: z.nullable(id) })),
  cancelled: z.boolean(),
  open: z._default(z.boolean(), false),
})

export const programmeSchema: z.ZodMiniType<Programme> = z.strictObject({
  stages: z.array(stageSchema),
  happenings: z.array(happeningSchema),
})
