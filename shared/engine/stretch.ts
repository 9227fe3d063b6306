/** Stretches: intervals in which neither the sharing entries nor what is valid changes, so that positions are arithmetic (rules E4, E6). */
import type { Entry, Tag } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { clash, settle } from './neighbours.ts'
import type { Leaf, Node } from './node.ts'
import type { Round } from './round.ts'
import type { Run } from './run.ts'
import { countAtMost, lastAtMost } from './search.ts'
import type { Steps } from './shape.ts'
import { elapsedMs, headOf, tailOf, turnAt, turnMs } from './turns.ts'

/** An entry with its list. */
export interface Player {
  readonly entry: Entry
  readonly node: Node
}

/** A checkpoint of a rotation in which something shows all the time. `origin`: when its turn 0 began. `pattern`: the round's, turned so that it begins with who is next. `before`: what had the last turn. `sheets`: rounds that were asked for, a memo. It is on for `[from, until)` of that. */
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
  readonly sheets: Map<number, Sheet>
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

/** What a stretch has on the glass at an instant. `end` is when the turn would end if nothing cut it. `turns`: the number of the turn in the player's list, and in each list inside down to the slide. `sheet` and `at`: the turn in its round. */
export interface Place {
  readonly player: number
  readonly turns: readonly number[]
  readonly steps: Steps
  readonly leaf: Leaf
  readonly since: number
  readonly end: number
  readonly sheet: Sheet
  readonly at: number
}

/** A round as it is played: whose turn begins when (ms since the origin, the round's end last), and its number among that player's. */
export interface Sheet {
  readonly round: number
  readonly players: readonly number[]
  readonly numbers: Float64Array
  readonly startsMs: Float64Array
}

/** Turns remembered by a stretch (about 20 bytes each): what is asked about is mostly now, or the same evening again. */
const turnsKept = 8_192

const noSheet: Sheet = { round: 0, players: [], numbers: new Float64Array(), startsMs: new Float64Array() }

/** What is on the glass at `t`, from ≤ t < until: a search over whole rounds, then in one round. */
export function placeIn(stretch: Stretch, t: number): Place {
  if (stretch.kind === 'carried') {
    const { steps, leaf, since, until } = stretch
    return { player: 0, turns: [], steps, leaf, since, end: until, sheet: noSheet, at: 0 }
  }
  const ms = t - stretch.origin
  const sheet = sheetAt(stretch, ms)
  const at = countAtMost(sheet.startsMs, ms) - 1
  const player = sheet.players[at]!
  const startMs = sheet.startsMs[at]!
  const { steps, turns, leaf, fromMs } = turnAt(stretch.runs[player]!, sheet.numbers[at]!, ms - startMs)
  const since = stretch.origin + startMs + fromMs
  return { player, turns, steps, leaf, since, end: since + leaf.durationMs, sheet, at }
}

/** Turns each player has had or is having at the place. */
export function usedAt({ round }: Course, { sheet, at }: Place): readonly number[] {
  const used = round.turns.map((turns) => sheet.round * turns)
  for (let turn = 0; turn <= at; turn++) used[sheet.players[turn]!]! += 1
  return used
}

/** The round that is on `ms` after the origin: near the one that rounds of mean length give, or searched for. */
function sheetAt(course: Course, ms: number): Sheet {
  const { sheets, round, pattern } = course
  const guess = Math.floor(ms / round.meanMs)
  const kept = holding(sheets.get(guess), ms) ?? holding(sheets.get(guess - 1), ms) ?? holding(sheets.get(guess + 1), ms)
  if (kept !== null) return kept
  let startMs = roundsMs(course, guess)
  let number = guess
  if (ms < startMs || startMs + 3 * round.meanMs < ms) {
    number = lastAtMost((rounds) => roundsMs(course, rounds), ms, guess)
    startMs = roundsMs(course, number)
  }
  let sheet = played(course, number, startMs)
  while (endMs(sheet) <= ms) sheet = played(course, ++number, endMs(sheet))
  if (sheets.size * pattern.length > turnsKept) sheets.clear()
  sheets.set(number, sheet)
  return sheet
}

function holding(sheet: Sheet | undefined, ms: number): Sheet | null {
  return sheet !== undefined && sheet.startsMs[0]! <= ms && ms < endMs(sheet) ? sheet : null
}

function endMs({ startsMs }: Sheet): number {
  return startsMs[startsMs.length - 1]!
}

/** Milliseconds of the first `rounds` rounds. */
function roundsMs({ runs, round }: Course, rounds: number): number {
  let ms = 0
  for (let player = 0; player < runs.length; player++) ms += elapsedMs(runs[player]!, rounds * round.turns[player]!)
  return ms
}

/** A round from its start: the pattern, put in order where neighbours clash. What has left the stage may clash with the first of the first. */
function played(course: Course, number: number, startMs: number): Sheet {
  const { runs, round, pattern } = course
  const used = round.turns.map((turns) => number * turns)
  const settles = pattern.length > 2
  const players = settles ? [...pattern] : pattern
  const firstFree = number === 0 && runs[pattern[0]!]!.rest !== null ? 1 : 0
  const numbers = new Float64Array(pattern.length)
  const startsMs = new Float64Array(pattern.length + 1)
  startsMs[0] = startMs
  let before = settles ? endBefore(course, number) : null
  const gradeOf = (player: number): number => clash(before, headOf(runs[player]!, used[player]!))
  for (let at = 0; at < players.length; at++) {
    if (settles && at >= firstFree) settle(players as number[], at, gradeOf, itself)
    const player = players[at]!
    const turn = used[player]!++
    numbers[at] = turn
    startsMs[at + 1] = startsMs[at]! + turnMs(runs[player]!, turn)
    if (settles) before = tailOf(runs[player]!, turn)
  }
  return { round: number, players, numbers, startsMs }
}

/** What the round before ended with: its last turn is never moved. */
function endBefore({ runs, round, pattern, before }: Course, rounds: number): Tag | null {
  if (rounds === 0) return before
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
