/** Stretches: intervals in which neither the sharing entries nor what is valid changes, so that positions are arithmetic (rules E4, E6). */
import type { Entry, Tag } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { type Mark, type Neighbour, settle } from './neighbours.ts'
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
  const roundsMs = (rounds: number): number => {
    let ms = 0
    for (let player = 0; player < runs.length; player++) ms += elapsedMs(runs[player]!, rounds * round.turns[player]!)
    return ms
  }
  const rounds = lastAtMost(roundsMs, sinceOrigin, Math.floor(sinceOrigin / round.meanMs))
  const used = round.turns.map((turns) => rounds * turns)
  let clock = roundsMs(rounds)
  for (const player of roundNumber(stretch, rounds)) {
    const run = runs[player]!
    const number = used[player]!
    used[player] = number + 1
    const lengthMs = turnMs(run, number)
    if (sinceOrigin < clock + lengthMs) {
      const { steps, turns, leaf, fromMs } = turnAt(run, number, sinceOrigin - clock)
      const since = origin + clock + fromMs
      return { player, turns, steps, leaf, since, end: since + leaf.durationMs, used }
    }
    clock += lengthMs
  }
  throw new Error(`a round of ${round.meanMs} ms ended before its time`)
}

/** Whose turn it is, turn by turn, in round number `rounds`: the pattern, put in order where neighbours clash. */
export function roundNumber(course: Course, rounds: number): readonly number[] {
  const { runs, round, pattern } = course
  if (!round.clashes || pattern.length < 3) return pattern
  const used = round.turns.map((turns) => rounds * turns)
  const turns = pattern.map((player) => new Turn(runs[player]!, player, used[player]!++))
  const finishes = rounds === 0 && runs[pattern[0]!]!.rest !== null
  const tail = rounds === 0 ? course.before : endBefore(course, rounds)
  settle(turns, tail === null ? null : { owner: -1, item: -1, head: null, tail }, finishes ? 1 : 0)
  return turns.map(({ owner }) => owner)
}

/** What the round before ended with: its last turn is never moved. */
function endBefore({ runs, round, pattern }: Course, rounds: number): Mark {
  const player = pattern[pattern.length - 1]!
  return endOfTurn(runs[player]!, rounds * round.turns[player]! - 1)
}

function endOfTurn(run: Run, turn: number): Mark {
  return turnAt(run, turn, turnMs(run, turn) - 1).leaf.mark
}

/** A turn of a round as its neighbours see it. */
class Turn implements Neighbour {
  readonly owner: number
  readonly item = -1
  readonly #run: Run
  readonly #number: number
  #head: Mark | null = null
  #tail: Mark | null = null

  constructor(run: Run, player: number, number: number) {
    this.owner = player
    this.#run = run
    this.#number = number
  }
  get head(): Mark {
    return (this.#head ??= turnAt(this.#run, this.#number, 0).leaf.mark)
  }
  get tail(): Mark {
    return (this.#tail ??= endOfTurn(this.#run, this.#number))
  }
}

/** The same stretch seen only in `[from, until)`. */
export function cropped(stretch: Stretch, from: Instant, until: Instant): Stretch {
  return { ...stretch, from, until }
}
