/** Sponsors: who pays for being seen, what was promised, and beside whom they must not stand. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { id, name } from './parts.ts'
import { type Target, targetSchema } from './target.ts'

/** What was promised: a share of the airtime of `main`, or minutes on each screen each festival day. Measured on the screens of `where`, and, where `hours` are given, only between these wall times (an end at or before the start is on the next day). */
export interface SponsorPromise {
  readonly amount: { readonly kind: 'share'; readonly percent: number } | { readonly kind: 'minutes'; readonly perDay: number }
  readonly where: Target
  readonly hours: { readonly from: string; readonly until: string } | null
}

/** `rivals`: ids of sponsors; one side's word is enough. */
export interface SponsorBody {
  readonly name: string
  readonly promise: SponsorPromise | null
  readonly rivals: readonly string[]
}

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const sponsorBodySchema: z.ZodMiniType<SponsorBody> = z.strictObject({
  name,
  promise: z.nullable(
    z.strictObject({
      amount: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('share'), percent: z.number().check(z.positive(), z.maximum(100)) }),
        z.strictObject({ kind: z.literal('minutes'), perDay: z.number().check(z.positive(), z.maximum(1_440)) }),
      ]),
      where: targetSchema,
      hours: z.nullable(z.strictObject({ from: time, until: time })),
    }),
  ),
  rivals: z.array(id).check(z.maxLength(limits.sponsors)),
}) as unknown as z.ZodMiniType<SponsorBody>
