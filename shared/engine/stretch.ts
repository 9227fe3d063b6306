/** Stretches: intervals in which neither the sharing entries nor what is valid changes, so that positions are arithmetic (rules E4, E6). */
import type { Entry, Tag } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { clash, type Mark, settle } from './neighbours.ts'
import type { Leaf, Node } from './node.ts'
import type { Round } from './round.ts'
import { elapsedMs, headOf, type Run, tailOf, turnAt, turnMs } from './run.ts'
import { lastAtMost } from './search.ts'
import type { Steps } from './shape.ts'

/** An entry with its list. */
export interface Player {
  readonly entry: Entry
  readonly node: Node
}

/** A checkpoint of a rotation in which something shows all the time. `origin`: when its turn 0 began. `pattern`: the round's, turned so that it begins with who is next. `before`: what had the last turn. It is on for `[from, until)` of that. */
export interface Course {
  readonly kind: 'course'
  readonly from: Instant
  readonly until: Instant
  readonly origin: Instant
  readonly players: readonly Player[]
  readonly runs: readonly Run[]
  readonly round: Round
  readonly pattern: readonly number[]
  readonly before: Tag | null
}

/** One turn that an anchor brought along: begun before an edit, it goes on to its end. */
export interface Carried {
  readonly kind: 'carried'
  readonly from: Instant
  readonly until: Instant
  readonly since: Instant
  readonly players: readonly Player[]
  readonly steps: Steps
  readonly leaf: Leaf
}

export type Stretch = Course | Carried

/** What a stretch has on the glass at an instant. `end` is when the turn would end if nothing cut it. `turns`: the number of the turn in the player's list, and in each list inside down to the slide. `used`: turns each player has had or is having. */
export interface Place {
  readonly player: number
  readonly turns: readonly number[]
  readonly steps: Steps
  readonly leaf: Leaf
  readonly since: number
  readonly end: number
  readonly used: readonly number[]
}

/** What is on the glass at `t`, from ≤ t < until: a search over whole rounds, then one round. */
export function placeIn(stretch: Stretch, t: number): Place {
  if (stretch.kind === 'carried') {
    const { steps, leaf, since, until } = stretch
    return { player: 0, turns: [], steps, leaf, since, end: until, used: [] }
  }
  const { runs, round, origin } = stretch
  const sinceOrigin = t - origin
  const rounds = roundAt(stretch, sinceOrigin)
  const deal = dealer(stretch, rounds)
  let clock = roundsMs(stretch, rounds)
  for (let turn = 0; turn < round.pattern.length; turn++) {
    const { player, number } = deal.next(turn)
    const run = runs[player]!
    const lengthMs = turnMs(run, number)
    if (sinceOrigin < clock + lengthMs) {
      const { steps, turns, leaf, fromMs } = turnAt(run, number, sinceOrigin - clock)
      const since = origin + clock + fromMs
      return { player, turns, steps, leaf, since, end: since + leaf.durationMs, used: deal.used }
    }
    clock += lengthMs
  }
  throw new Error(`a round of ${round.meanMs} ms ended before its time`)
}

/** Milliseconds of the first `rounds` rounds. */
function roundsMs({ runs, round }: Course, rounds: number): number {
  let ms = 0
  for (let player = 0; player < runs.length; player++) ms += elapsedMs(runs[player]!, rounds * round.turns[player]!)
  return ms
}

/** The number of the round that is on `ms` after the origin. */
function roundAt(course: Course, ms: number): number {
  return lastAtMost((rounds) => roundsMs(course, rounds), ms, Math.floor(ms / course.round.meanMs))
}

/** Deals the turns of a round one after the other. `used`: turns each player has been dealt since the origin. */
export interface Dealer {
  readonly used: readonly number[]
  readonly next: (turn: number) => { readonly player: number; readonly number: number }
}

/** Deals round number `rounds`: the pattern, put in order as it is dealt where neighbours clash. */
export function dealer(course: Course, rounds: number): Dealer {
  const { runs, round, pattern } = course
  const used = round.turns.map((turns) => rounds * turns)
  const settles = round.clashes && pattern.length > 2
  const turns = settles ? [...pattern] : (pattern as number[])
  const firstFree = rounds === 0 && runs[pattern[0]!]!.rest !== null ? 1 : 0
  let before: Tag | null = !settles ? null : rounds === 0 ? course.before : endBefore(course, rounds)
  return {
    used,
    next: (turn) => {
      if (settles && turn >= firstFree) settle(turns, turn, (player) => clash(before, headOf(runs[player]!, used[player]!)), itself)
      const player = turns[turn]!
      const number = used[player]!
      used[player] = number + 1
      if (settles) before = tailOf(runs[player]!, number)
      return { player, number }
    },
  }
}

/** What the round before ended with: its last turn is never moved. */
function endBefore({ runs, round, pattern }: Course, rounds: number): Mark {
  const player = pattern[pattern.length - 1]!
  return tailOf(runs[player]!, rounds * round.turns[player]! - 1)
}

function itself(player: number): number {
  return player
}

/** The same stretch seen only in `[from, until)`. */
export function cropped(stretch: Stretch, from: Instant, until: Instant): Stretch {
  return { ...stretch, from, until }
}
