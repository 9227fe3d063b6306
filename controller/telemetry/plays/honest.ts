/** Whether a record of what was shown can be true at all. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PlayRecord } from '@infoskjerm/shared/wire/player.ts'

/** Why a record is refused for good. */
export type Absurd = 'empty' | 'too-long' | 'future' | 'too-old' | 'exceptions'

/** What is wrong with the record at `now` (served time, ms); null: nothing that can be told from it alone. */
export function absurdity({ from, until, exceptions }: PlayRecord, now: number): Absurd | null {
  if (until <= from) return 'empty'
  if (until - from > limits.proofMs) return 'too-long'
  if (until > now + limits.proofAheadMs) return 'future'
  if (from < now - limits.proofKeptMs) return 'too-old'
  return exceptions.some((one) => one.from >= one.until || one.from < from || one.until > until) ? 'exceptions' : null
}
