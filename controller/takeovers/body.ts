/** Parses take-overs and the keys to them as they come in over REST. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { hash, id, name } from '@infoskjerm/shared/model/parts.ts'
import { webAddress } from '@infoskjerm/shared/model/contents-media.ts'
import { targetSchema } from '@infoskjerm/shared/model/target.ts'
import type { StageBody, TakeoverBody, TakeoverContent, TakeoverKeyBody } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'

const fromOutside = [
  z.strictObject({ kind: z.literal('picture'), hash }),
  z.strictObject({ kind: z.literal('web'), url: webAddress }),
  z.strictObject({ kind: z.literal('black') }),
] as const

const contentSchema: z.ZodMiniType<TakeoverContent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slide'), slide: id }),
  ...fromOutside,
])

const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most))

export const takeoverBodySchema: z.ZodMiniType<TakeoverBody> = z.strictObject({
  content: contentSchema,
  target: targetSchema,
  minutes: upTo(limits.takeoverMinutes),
})

/** A target names each screen, and has one part more than there are screens. */
export const takeoverKeyBodySchema: z.ZodMiniType<TakeoverKeyBody> = z.strictObject({
  name,
  screens: z.array(id).check(z.maxLength(limits.targetNodes - 1)),
  minutes: z._default(upTo(limits.keyMinutes), 15),
  uses: z._default(upTo(limits.keyUses), 20),
})

/** What is the crew's own, slides above all, is not for a stage crew to choose. */
export const stageBodySchema: z.ZodMiniType<StageBody> = z.strictObject({
  content: z.discriminatedUnion('kind', [...fromOutside]),
  minutes: upTo(limits.stageMinutes),
})
