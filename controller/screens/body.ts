/** Screens as they come in over REST: what a form leaves out has a default. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { id, name } from '@infoskjerm/shared/model/parts.ts'
import { type Exit, outOfService, type ScreenBody, screenBodySchema } from '@infoskjerm/shared/model/screen.ts'
import type { PlannedScreen, ServiceBody } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'

export type ScreenChange = Partial<ScreenBody>

/** A name and an area must be given; the rest is an ordinary landscape panel in a passage. */
export type NewScreen = ScreenChange & Pick<ScreenBody, 'name' | 'area'>

export interface PairRequest {
  readonly code: string
  /** The screen that the player belongs to; null: a new one of this name in this area. */
  readonly screen: string | null
  readonly name: string | null
  readonly area: string | null
}

const shape = (screenBodySchema as unknown as z.ZodMiniObject).shape

/** What a change leaves out stays as it is: no default stands in for it. */
const withoutDefaults = Object.fromEntries(
  Object.entries(shape).map(([field, schema]) => [field, schema instanceof z.ZodMiniDefault ? schema.def.innerType : schema]),
) as typeof shape

export const screenChangeSchema = z.partial(z.strictObject(withoutDefaults)) as unknown as z.ZodMiniType<ScreenChange>

export const newScreenSchema = z.strictObject({
  ...z.partial(z.strictObject(shape)).shape,
  name,
  area: id,
}) as unknown as z.ZodMiniType<NewScreen>

export const pairRequestSchema: z.ZodMiniType<PairRequest> = z.strictObject({
  code: z.string().check(z.maxLength(limits.nameLength)),
  screen: z.nullable(id),
  name: z.nullable(name),
  area: z.nullable(id),
})

/** The body with defaults for what was left out. */
export function completed(given: NewScreen): ScreenBody {
  return {
    tags: [],
    profile: 'standard',
    widthPx: 1_920,
    heightPx: 1_080,
    distance: 'passage',
    exits: [],
    sizeInches: null,
    position: 0,
    care: plainCare,
    audience: 'public',
    state: { kind: 'in-service' },
    ...given,
  }
}

const exitSeen = z.strictObject({ name, direction: z.enum(['left', 'right', 'up', 'down']) })

export const plannedListSchema: z.ZodMiniType<{ readonly rows: readonly PlannedScreen[] }> = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        name,
        area: name,
        portrait: z._default(z.boolean(), false),
        sizeInches: z._default(z.nullable(z.number().check(z.minimum(5), z.maximum(1_000))), null),
        distance: z._default(z.enum(['near', 'passage', 'hall']), 'passage'),
        exits: z._default(z.array(exitSeen).check(z.maxLength(2)), []),
      }),
    )
    .check(z.minLength(1), z.maxLength(limits.pageRows)),
})

export const serviceSchema: z.ZodMiniType<ServiceBody> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned') }),
  z.strictObject({ kind: z.literal('in-service') }),
  z.strictObject({
    kind: z.literal('out-of-service'),
    why: z.enum(outOfService),
    note: z._default(z.string().check(z.maxLength(limits.titleLength)), ''),
  }),
])

export const exitsSeenSchema: z.ZodMiniType<{ readonly exits: readonly Pick<Exit, 'name' | 'direction'>[] }> = z.strictObject({
  exits: z.array(exitSeen).check(z.minLength(1), z.maxLength(2)),
})

export const namesSchema: z.ZodMiniType<{ readonly shown: boolean }> = z.strictObject({ shown: z.boolean() })
