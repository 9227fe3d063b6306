/** What screens say they showed, read back and joined: records that follow one another under the same manifest are one stretch. */
import { setImmediate as breathe } from 'node:timers/promises'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlayException } from '@infoskjerm/shared/wire/player.ts'
import type { Place, Play, Plays } from '../plays/store.ts'

/** A stretch of one screen. `manifest` is the number that `Plays.manifest` knows. */
export interface Stretch {
  readonly manifest: number
  readonly from: Instant
  readonly until: Instant
  /** In order of when they begin; they may overlap. */
  readonly exceptions: readonly PlayException[]
}

/** Rows of one page: a few milliseconds of work. */
const pageRows = 4_000

interface Growing {
  readonly manifest: number
  readonly from: Instant
  until: Instant
  exceptions: PlayException[] | null
}

/** The stretches of each screen in `[from, until)`, cut there, in order; `isWanted` leaves out the others. Others have their turn between two pages. */
export async function readStretches(
  plays: Pick<Plays, 'page'>,
  from: Instant,
  until: Instant,
  isWanted: (screen: string) => boolean,
): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const screens = new Map<string, Growing[]>()
  let after: Place | null = null
  for (;;) {
    const page: readonly Play[] = plays.page(from - limits.proofMs, until, after, pageRows)
    for (const play of page) {
      const clipped = { ...play, from: max(play.from, from), until: min(play.until, until) }
      if (clipped.from < clipped.until && isWanted(play.screen)) join(of(screens, play.screen), clipped)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < pageRows) break
    after = { from: last.from, screen: last.screen }
    await breathe()
  }
  return new Map([...screens].map(([screen, growing]) => [screen, growing.map((one) => ({ ...one, exceptions: one.exceptions ?? none }))]))
}

const none: readonly PlayException[] = []

function of(screens: Map<string, Growing[]>, screen: string): Growing[] {
  const known = screens.get(screen)
  if (known !== undefined) return known
  const made: Growing[] = []
  screens.set(screen, made)
  return made
}

function join(stretches: Growing[], { manifest, from, until, exceptions }: Play): void {
  let last = stretches.at(-1)
  if (last === undefined || last.manifest !== manifest || last.until !== from) {
    last = { manifest, from, until, exceptions: null }
    stretches.push(last)
  }
  last.until = until
  for (const one of exceptions) {
    const clipped = { why: one.why, from: max(one.from, from), until: min(one.until, until) }
    if (clipped.from < clipped.until) (last.exceptions ??= []).push(clipped)
  }
}

function max(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}

function min(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}
