/** What people put on screens for a while: it runs until its end, or until somebody ends it before. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { hourMs, type Instant } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Author } from '../storage/store.ts'

/** A row of that kind. Times are served time. */
export interface Passing {
  readonly id: string
  readonly until: number
  readonly endedAt: number | null
  readonly endedBy: string | null
}

/** Neither run out nor ended by somebody. */
export function isRunning({ until, endedAt }: Passing, now: Instant): boolean {
  return endedAt === null && until > now
}

/** Running, or over for less than an hour: what a person may still ask about. */
export function isRecent(row: Passing, now: Instant): boolean {
  return endOf(row) > now - hourMs
}

/** Over for so long that nobody asks any more. */
export function isForgotten(row: Passing, now: Instant): boolean {
  return endOf(row) <= now - limits.endedKeptMs
}

/** The row as somebody ends it. Problem `conflict` where it is over already. */
export function endedBy<R extends Passing>(row: R, author: Author, now: Instant): R {
  demandRunning(row, now)
  return { ...row, endedAt: now, endedBy: author.name }
}

/** The row with another end, at most `mostMs` ahead. Problems: `conflict` where it is over already, and those of `checkUntil`. */
export function lasting<R extends Passing>(row: R, until: Instant, now: Instant, mostMs: number): R {
  demandRunning(row, now)
  checkUntil(until, now, mostMs)
  return { ...row, until }
}

/** Problems at `until`: `end-before-start` where it has come already, `invalid` where it is too far ahead. */
export function checkUntil(until: Instant, now: Instant, mostMs: number): void {
  if (until <= now) throw new Problem(422, 'end-before-start', 'The end must lie ahead.', 'until')
  if (until > now + mostMs) {
    const hours = mostMs / hourMs
    throw new Problem(422, 'invalid', `It may stand for at most ${hours} hours from now.`, 'until', { hours })
  }
}

function demandRunning(row: Passing, now: Instant): void {
  if (!isRunning(row, now)) throw new Problem(409, 'conflict', 'This is over already.', '', { id: row.id })
}

function endOf({ until, endedAt }: Passing): number {
  return endedAt === null ? until : Math.min(until, endedAt)
}
