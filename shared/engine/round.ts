/** The round of a shared rotation: how many turns each entry gets, and when (rule E4). */
import { limits } from '../limits.ts'
import type { Shape } from './shape.ts'

/** A list that shares, and its weight. */
export interface Share {
  readonly weight: number
  readonly shape: Shape
}

/** Entries by their place among those that share. `turns`: whole turns each gets in a round. `pattern`: whose turn it is. `meanMs`: how long a round takes on average. */
export interface Round {
  readonly turns: readonly number[]
  readonly pattern: readonly number[]
  readonly meanMs: number
}

/** A share of airtime this near to its promise is kept: half of what a promise may be missed by. */
const nearEnough = 0.005

/** The shortest round that gives every share its airtime; the best that `limits.roundTurns` turns can do where none does. With more shares than that each gets one turn. */
export function roundOf(shares: readonly Share[]): Round {
  const meansMs = shares.map(({ shape }) => shape.meanMs)
  const turns = turnsOf(
    shares.map(({ weight }) => weight),
    meansMs,
  )
  return {
    turns,
    pattern: spread(turns),
    meanMs: turns.reduce((sum, count, at) => sum + count * meansMs[at]!, 0),
  }
}

function turnsOf(weights: readonly number[], meansMs: readonly number[]): readonly number[] {
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0)
  const promised = weights.map((weight) => weight / allWeights)
  const wanted = weights.map((weight, at) => weight / meansMs[at]!)
  const allWanted = wanted.reduce((sum, turns) => sum + turns, 0)
  const turns = weights.map(() => 1)
  let best = [...turns]
  let bestMiss = missOf(best, meansMs, promised)
  for (let size = weights.length; size <= limits.roundTurns && bestMiss > nearEnough; size++) {
    let all = 0
    for (let at = 0; at < turns.length; at++) {
      turns[at] = Math.max(1, Math.round((size * wanted[at]!) / allWanted))
      all += turns[at]!
    }
    const miss = all > limits.roundTurns ? Infinity : missOf(turns, meansMs, promised)
    if (miss >= bestMiss) continue
    best = [...turns]
    bestMiss = miss
  }
  return best
}

/** The largest difference between a share of airtime and what was promised. */
function missOf(turns: readonly number[], meansMs: readonly number[], promised: readonly number[]): number {
  let allMs = 0
  for (let at = 0; at < turns.length; at++) allMs += turns[at]! * meansMs[at]!
  let worst = 0
  for (let at = 0; at < turns.length; at++) worst = Math.max(worst, Math.abs((turns[at]! * meansMs[at]!) / allMs - promised[at]!))
  return worst
}

/** Each share's turns at even distances, half a distance from the ends: always the one that is due first; of two, the earlier share. */
function spread(turns: readonly number[]): readonly number[] {
  const had = turns.map(() => 0)
  const pattern: number[] = []
  for (let left = turns.reduce((sum, count) => sum + count, 0); left > 0; left--) {
    let next = 0
    let firstDue = Infinity
    for (let share = 0; share < turns.length; share++) {
      const due = (had[share]! + 0.5) / turns[share]!
      if (due >= firstDue) continue
      next = share
      firstDue = due
    }
    had[next]! += 1
    pattern.push(next)
  }
  return pattern
}
