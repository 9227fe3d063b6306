/** The round of a shared rotation: how many turns each entry gets, and when (rule E4). */
import { limits } from '../limits.ts'
import { passMs, type Shape } from './shape.ts'

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
  const meansMs = shares.map(({ shape }) => passMs(shape) / shape.valid.length)
  const turns = turnsOf(
    shares.map(({ weight }) => weight),
    meansMs,
  )
  return { turns, pattern: spread(turns), meanMs: turns.reduce((sum, count, at) => sum + count * meansMs[at]!, 0) }
}

function turnsOf(weights: readonly number[], meansMs: readonly number[]): readonly number[] {
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0)
  const wanted = weights.map((weight, at) => weight / meansMs[at]!)
  const allWanted = wanted.reduce((sum, turns) => sum + turns, 0)
  let best = weights.map(() => 1)
  let bestMiss = missOf(best, meansMs, weights, allWeights)
  for (let size = weights.length; size <= limits.roundTurns && bestMiss > nearEnough; size++) {
    const turns = wanted.map((want) => Math.max(1, Math.round((size * want) / allWanted)))
    const miss = missOf(turns, meansMs, weights, allWeights)
    if (miss < bestMiss && turns.reduce((sum, count) => sum + count, 0) <= limits.roundTurns) {
      best = turns
      bestMiss = miss
    }
  }
  return best
}

/** The largest difference between a share of airtime and the share of weight it was promised. */
function missOf(turns: readonly number[], meansMs: readonly number[], weights: readonly number[], allWeights: number): number {
  const allMs = turns.reduce((sum, count, at) => sum + count * meansMs[at]!, 0)
  return turns.reduce((worst, count, at) => Math.max(worst, Math.abs((count * meansMs[at]!) / allMs - weights[at]! / allWeights)), 0)
}

/** Each share's turns at even distances, half a distance from the ends; at the same place the earlier share first. */
function spread(turns: readonly number[]): readonly number[] {
  return turns
    .flatMap((count, share) => Array.from({ length: count }, (_, turn) => ({ share, at: (turn + 0.5) / count })))
    .sort((a, b) => a.at - b.at || a.share - b.share)
    .map(({ share }) => share)
}
