/** Stretches: intervals in which neither the sharing entries nor what is valid changes, so that positions are arithmetic (rules E4, E6). */
import type { Entry } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import type { Leaf, Node } from './node.ts'
import type { Round } from './round.ts'
import { elapsedMs, type Run, turnAt, turnMs } from './run.ts'
import { lastAtMost } from './search.ts'
import type { Steps } from './shape.ts'

/** An entry with its list. */
export interface Player {
  readonly entry: Entry
  readonly node: Node
}

/** A checkpoint of a rotation in which something shows all the time. `origin`: when its turn 0 began. `offset`: where in the round's pattern it began. It is on for `[from, until)` of that. */
export interface Course {
  readonly kind: 'course'
  readonly from: Instant
  readonly until: Instant
  readonly origin: Instant
  readonly players: readonly Player[]
  readonly runs: readonly Run[]
  readonly round: Round
  readonly offset: number
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

/** What a stretch has on the glass at an instant. `end` is when the turn would end if nothing cut it. `used`: turns each player has had or is having. */
export interface Place {
  readonly player: number
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
    return { player: 0, steps, leaf, since, end: until, used: [] }
  }
  const { runs, round, origin, offset } = stretch
  const sinceOrigin = t - origin
  const roundsMs = (rounds: number): number => {
    let ms = 0
    for (let player = 0; player < runs.length; player++) ms += elapsedMs(runs[player]!, rounds * round.turns[player]!)
    return ms
  }
  const rounds = lastAtMost(roundsMs, sinceOrigin, Math.floor(sinceOrigin / round.meanMs))
  const used = round.turns.map((turns) => rounds * turns)
  let clock = roundsMs(rounds)
  for (let turn = offset; ; turn++) {
    const player = round.pattern[turn % round.pattern.length]!
    const run = runs[player]!
    const number = used[player]!
    used[player] = number + 1
    const lengthMs = turnMs(run, number)
    if (sinceOrigin < clock + lengthMs) {
      const { steps, leaf, fromMs } = turnAt(run, number, sinceOrigin - clock)
      const since = origin + clock + fromMs
      return { player, steps, leaf, since, end: since + leaf.durationMs, used }
    }
    clock += lengthMs
  }
}

/** The same stretch seen only in `[from, until)`. */
export function cropped(stretch: Stretch, from: Instant, until: Instant): Stretch {
  return { ...stretch, from, until }
}
