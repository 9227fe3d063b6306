/** Parses what comes in about the programme over REST. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { correctionSchema } from '@infoskjerm/shared/model/correction.ts'
import { id, instantSchema } from '@infoskjerm/shared/model/parts.ts'
import { words } from '@infoskjerm/shared/model/words.ts'
import type { CorrectionsBody, HappeningBody, ProgrammeTableBody } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'

export const correctionsSchema: z.ZodMiniType<CorrectionsBody> = z.strictObject({
  corrections: z
    .array(z.strictObject({ happening: id, correction: z.nullable(correctionSchema) }))
    .check(z.minLength(1), z.maxLength(limits.happenings)),
})

/** The Norwegian title must say something; the English may be empty. */
const title = z.strictObject({
  nb: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.titleLength)),
  en: z.string().check(z.trim(), z.maxLength(limits.titleLength)),
})

export const happeningBodySchema: z.ZodMiniType<HappeningBody> = z.strictObject({
  title,
  stage: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.nameLength))),
  start: instantSchema,
  end: instantSchema,
  description: words(limits.bodyLength),
})

export const tableSchema: z.ZodMiniType<ProgrammeTableBody> = z.strictObject({
  rows: z.array(happeningBodySchema).check(z.minLength(1), z.maxLength(limits.happenings)),
  allowFewer: z.boolean(),
})
