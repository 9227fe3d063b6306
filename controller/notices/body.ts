/** Parses notices as they come in over REST; what their template says of them is looked at afterwards. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { id } from '@infoskjerm/shared/model/parts.ts'
import { targetSchema } from '@infoskjerm/shared/model/target.ts'
import { words } from '@infoskjerm/shared/model/words.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { NoticeBody } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import { instantText } from '../http/instants.ts'

const typed = z.string().check(z.maxLength(limits.bodyLength))

export const noticeBodySchema: z.ZodMiniType<NoticeBody> = z.strictObject({
  template: id,
  values: z.record(z.string(), typed),
  words: words(limits.bodyLength),
  target: targetSchema,
  until: instantText,
})

/** Longer or shorter. */
export interface NewEnd {
  readonly until: Instant
}

export const newEndSchema: z.ZodMiniType<NewEnd> = z.strictObject({ until: instantText })
