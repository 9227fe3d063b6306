/** What comes in about crews, who is in them, and what is granted. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { id, name } from '@infoskjerm/shared/model/parts.ts'
import { type GrantResource, type Rank, ranks, type Right } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import { instantText } from '../../http/instants.ts'

export interface CrewBody {
  readonly name: string
  readonly parent: string | null
}

/** Times are ms of the wall clock. */
export interface MembershipBody {
  readonly user: string
  readonly crew: string
  readonly rank: Rank
  readonly from: number | null
  readonly until: number | null
}

export interface GrantBody {
  readonly to: GrantResource['to']
  readonly right: Right
  readonly areas: readonly string[] | null
  readonly from: number | null
  readonly until: number | null
}

const rank = z.enum(ranks)
const moment = z._default(z.nullable(instantText), null)

export const crewSchema: z.ZodMiniType<CrewBody> = z.strictObject({ name, parent: z._default(z.nullable(id), null) })
export type CrewChange = z.infer<typeof crewChangeSchema>

export const crewChangeSchema = z.partial(z.strictObject({ name, parent: z.nullable(id) }))

export const membershipSchema: z.ZodMiniType<MembershipBody> = z.strictObject({ user: id, crew: id, rank, from: moment, until: moment })
export const membershipChangeSchema = z.partial(z.strictObject({ rank, from: z.nullable(instantText), until: z.nullable(instantText) }))

const to: z.ZodMiniType<GrantResource['to']> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), user: id }),
  z.strictObject({ kind: z.literal('crew'), crew: id, rank }),
  z.strictObject({ kind: z.literal('rank'), rank }),
])

/** *Everything* is in the whole venue: areas belong to the other rights alone. */
export const grantSchema: z.ZodMiniType<GrantBody> = z
  .strictObject({
    to,
    right: z.enum(['edit', 'all', 'start-override', 'end-override']),
    areas: z._default(z.nullable(z.array(id).check(z.minLength(1), z.maxLength(limits.targetNodes))), null),
    from: moment,
    until: moment,
  })
  .check(z.refine(({ right, areas }) => right !== 'all' || areas === null, { path: ['areas'] }))

/** Into which crew an invitation leads. */
export const intoSchema = z.strictObject({ crew: id, rank, until: z.nullable(instantText) })
