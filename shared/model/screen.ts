/** Screens: named places that show something. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { Instant } from '../time/instant.ts'
import { plainCare, type ScreenCare, screenCareSchema } from './care.ts'
import { id, instantSchema, name } from './parts.ts'

/** How far away people stand: at arm's length, in a passage (5–7 m), across the hall (15–18 m). Templates choose from it how much to show. */
export type Distance = 'near' | 'passage' | 'hall'

/** `lofi`: still pictures and cuts, for weak boxes. */
export type Profile = 'standard' | 'lofi'

export type Audience = 'public' | 'crew'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** A way out as seen by somebody who stands before the screen. An arrow is shown only when a person confirmed it on the spot. */
export interface Exit {
  readonly name: string
  readonly direction: Direction
  readonly confirmed: { readonly by: string; readonly at: Instant } | null
}

/** Why a screen is out of service; the note says the rest. */
export const outOfService = ['broken', 'no-power', 'no-network', 'moved', 'not-needed', 'other'] as const
export type OutOfService = (typeof outOfService)[number]

/** `planned`: it has a place but no box yet. Only a screen in service can need somebody. */
export type ScreenState =
  | { readonly kind: 'planned' }
  | { readonly kind: 'in-service' }
  | {
      readonly kind: 'out-of-service'
      readonly by: string
      readonly since: Instant
      readonly why: OutOfService
      readonly note: string
    }

/** What decides how slides are drawn on a screen; it never changes timing (rule E8). */
export interface Variant {
  readonly profile: Profile
  readonly widthPx: number
  readonly heightPx: number
  readonly distance: Distance
}

export interface ScreenBody extends Variant {
  readonly name: string
  readonly area: string
  readonly tags: readonly string[]
  readonly exits: readonly Exit[]
  /** Protected: only somebody who may everything changes it. */
  readonly audience: Audience
  /** Diagonal in inches; null: not known. */
  readonly sizeInches: number | null
  /** Its place in the walking order of a round; equal ones follow their names. */
  readonly position: number
  readonly care: ScreenCare
  readonly state: ScreenState
}

const exitSchema: z.ZodMiniType<Exit> = z.strictObject({
  name,
  direction: z.enum(['left', 'right', 'up', 'down']),
  confirmed: z.nullable(z.strictObject({ by: z.string(), at: instantSchema })),
})

export const screenStateSchema: z.ZodMiniType<ScreenState> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned') }),
  z.strictObject({ kind: z.literal('in-service') }),
  z.strictObject({
    kind: z.literal('out-of-service'),
    by: z.string(),
    since: instantSchema,
    why: z.enum(outOfService),
    note: z._default(z.string().check(z.maxLength(limits.titleLength)), ''),
  }),
]) as unknown as z.ZodMiniType<ScreenState>

export const screenBodySchema: z.ZodMiniType<ScreenBody> = z.strictObject({
  name,
  area: id,
  tags: z.array(id).check(z.maxLength(limits.tagsPerScreen)),
  profile: z.enum(['standard', 'lofi']),
  widthPx: z.int().check(z.minimum(320), z.maximum(16_384)),
  heightPx: z.int().check(z.minimum(240), z.maximum(16_384)),
  distance: z.enum(['near', 'passage', 'hall']),
  exits: z.array(exitSchema).check(z.maxLength(2)),
  audience: z.enum(['public', 'crew']),
  sizeInches: z._default(z.nullable(z.number().check(z.minimum(5), z.maximum(1_000))), null),
  position: z._default(z.int().check(z.nonnegative(), z.maximum(limits.screens)), 0),
  care: z._default(screenCareSchema, plainCare),
  state: screenStateSchema,
})
