/** Instants in JSON: RFC 3339 text outside, integer milliseconds inside. The one place where they turn. */
import { distantFuture, type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'

/** Fields of bodies that hold an instant, whatever they stand in. (`from` and `until` are wall times there.) */
const incoming = new Set(['validFrom', 'validUntil', 'at', 'since', 'start', 'end'])

/** Fields of answers: a number under such a name is an instant. */
const outgoing = /^(at|since|start|end|from|until|now)$|[a-z](At|From|Until)$/

// RFC 3339, section 5.6, with the offset that makes it an instant.
const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/** An instant in a field whose name says wall time elsewhere (`from`, `until`): its text in, its number out. */
export const instantText = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(msOf(text)))),
  z.transform((text: string) => instant(msOf(text))),
) as unknown as z.ZodMiniType<Instant>

/** The instant that the text names. Problem `invalid` at `path`. */
export function parseInstant(text: unknown, path: string): Instant {
  const ms = typeof text === 'string' ? msOf(text) : Number.NaN
  if (Number.isNaN(ms))
    throw new Problem(422, 'invalid', 'A time is written as 2027-03-26T22:40:00+01:00 (RFC 3339, with its offset).', path)
  return instant(ms)
}

/** NaN where the text names none. */
function msOf(text: string): number {
  const parts = rfc3339.exec(text)
  if (parts === null || !isDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return Number.NaN
  return Math.floor(Date.parse(text.toUpperCase()))
}

/** `2027-03-26T21:40:00.000Z` for milliseconds since the epoch; null for what never comes. */
export function formatInstant(ms: number): string | null {
  return Math.abs(ms) >= distantFuture ? null : new Date(ms).toISOString()
}

/** A body with the text of its instants turned into numbers. Problem `invalid` with the field's path. */
export function instantsIn(value: unknown, path = ''): unknown {
  return map(value, path, (key, field, at) => (incoming.has(key) && field !== null ? parseInstant(field, at) : undefined))
}

/** An answer with its instants as text. */
export function instantsOut(value: unknown): unknown {
  return map(value, '', (key, field) => (typeof field === 'number' && outgoing.test(key) ? formatInstant(field) : undefined))
}

type Turn = (key: string, field: unknown, path: string) => unknown

function map(value: unknown, path: string, turn: Turn): unknown {
  if (typeof value !== 'object' || value === null) return value
  const below = (key: string | number) => (path === '' ? `${key}` : `${path}.${key}`)
  if (Array.isArray(value)) return value.map((item, index) => map(item, below(index), turn))
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const turned = turn(key, field, below(key))
      return [key, turned === undefined ? map(field, below(key), turn) : turned]
    }),
  )
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
