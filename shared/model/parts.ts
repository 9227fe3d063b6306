/** The small parsers that every model shares: ids, instants, names. */
import * as z from 'zod/mini'
import type { Instant } from '../time/instant.ts'
import { limits } from '../limits.ts'

/** An id: lower-case letters, digits and hyphens, so that it is safe in a URL, a file name and a log line. */
export const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))

/** SHA-256 in lower-case hex. */
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const instantSchema = z.pipe(
  z.int(),
  z.transform((ms: number) => ms as Instant),
) as unknown as z.ZodMiniType<Instant>

export const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.nameLength))
