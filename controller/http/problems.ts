/** Refusals in one place: what a parser or a store found wrong becomes a problem with a code, a path and a sentence that helps. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** Parses a body. Throws the first thing that is wrong with it as a problem. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw problemOf(parsed.error.issues[0] as Issue, body)
}

/** The problem that an issue of the parser stands for. */
export function problemOf(issue: Issue, body: unknown): Problem {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const at = path === '' ? key : `${path}.${key}`
    return new Problem(422, 'unknown-field', `There is no field «${key}» here.`, at, { field: key })
  }
  if (isAbsent(body, issue.path)) return new Problem(422, 'missing-field', `«${path}» is missing.`, path, { field: path })
  if (issue.code === 'too_big') return tooBig(issue, path)
  if (issue.code === 'too_small') return tooSmall(issue, path)
  return new Problem(422, 'invalid', shouldBe(issue), path)
}

/** The problem for anything that was thrown, or null for what nobody expected. */
export function problemFrom(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new Problem(409, 'duplicate', 'This name is taken.')
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new Problem(409, 'conflict', 'Something else refers to this, so it must stay.')
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new Problem(507, 'disk-full', 'The disk is full. Nothing was stored.')
  return null
}

/** The answer to a refusal, as a problem document (RFC 9457). */
export function problemResponse(problem: Problem, headers = new Headers()): Response {
  headers.set('content-type', 'application/problem+json')
  headers.set('cache-control', 'no-store')
  return new Response(JSON.stringify(problem.toBody()), { status: problem.status, headers })
}

function tooBig(issue: z.core.$ZodIssueTooBig, path: string): Problem {
  const most = Number(issue.maximum)
  if (issue.origin === 'string') return new Problem(422, 'too-long', `At most ${most} characters.`, path, { most })
  if (issue.origin === 'array') return new Problem(422, 'too-long', `At most ${most} of these.`, path, { mostItems: most })
  return new Problem(422, 'invalid', `At most ${most}.`, path, { most })
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, path: string): Problem {
  const least = Number(issue.minimum)
  if (path.split('.').at(-1) === 'durationMs' && least === limits.itemMinMs)
    return new Problem(422, 'duration-too-short', `Shown for at least ${least / 1000} s.`, path, { leastMs: least })
  if (issue.origin === 'string') return new Problem(422, 'too-short', `At least ${least} characters.`, path, { least })
  return new Problem(422, 'invalid', `At least ${least}.`, path, { least })
}

function shouldBe(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This should be ${issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`}.`
    case 'invalid_value':
      return `One of: ${issue.values.map(String).join(', ')}.`
    case 'invalid_union':
      return issue.discriminator === undefined
        ? 'None of the possible forms.'
        : `«${issue.discriminator}» names none of the possible forms.`
    case 'invalid_format':
      return 'pattern' in issue && issue.pattern !== undefined ? `Write it to match ${issue.pattern}.` : 'Not written as it should be.'
    default:
      return 'Not as it should be.'
  }
}

function isAbsent(body: unknown, path: readonly PropertyKey[]): boolean {
  let at = body
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return false
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  return at === undefined && path.length > 0
}
