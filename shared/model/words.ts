/** Words on the glass in the two languages of the hall. */
import * as z from 'zod/mini'

/** Norwegian first; English may be empty, which means that it is not shown. */
export interface Words {
  readonly nb: string
  readonly en: string
}

export const noWords: Words = { nb: '', en: '' }

/** A parser of words of at most `length` characters a language. */
export function words(length: number): z.ZodMiniType<Words> {
  return z.strictObject({ nb: z.string().check(z.maxLength(length)), en: z.string().check(z.maxLength(length)) })
}
