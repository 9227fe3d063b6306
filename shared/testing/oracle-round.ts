/** The oracle's rounds: how often each entry comes, in what order, and who makes room for whom. */
import type { Manifest, Tag } from '../model/manifest.ts'
import { clash, meanOf, type Tree } from './oracle-tree.ts'
import { type Cursors, type Leaf, turnOf } from './oracle-turn.ts'

/** An entry that has something to show. */
export interface Sharer {
  readonly id: string
  readonly weight: number
  readonly list: Tree
}

/** One turn of an entry. */
export interface Turn {
  readonly sharer: Sharer
  readonly leaves: readonly Leaf[]
}

/** Turns of the longest round. */
const mostTurns = 192

/** The deck of a round: whose turn it is, turn by turn. */
export function deckOf(sharers: readonly Sharer[]): readonly Sharer[] {
  const means = sharers.map(({ list }) => meanOf(list))
  const weights = sharers.reduce((sum, { weight }) => sum + weight, 0)
  const wants = sharers.map(({ weight }, n) => weight / means[n]!)
  const wanted = wants.reduce((sum, want) => sum + want, 0)
  const sizes = Array.from({ length: Math.max(0, mostTurns + 1 - sharers.length) }, (_, n) => sharers.length + n)
  const ones = sharers.map(() => 1)
  let counts = ones
  let least = Infinity
  for (const some of [ones, ...sizes.map((size) => wants.map((want) => Math.max(1, Math.round((size * want) / wanted))))]) {
    if (least <= 0.005) break
    const all = some.reduce((sum, count, n) => sum + count * means[n]!, 0)
    const miss = Math.max(0, ...sharers.map(({ weight }, n) => Math.abs((some[n]! * means[n]!) / all - weight / weights)))
    if (miss >= least || (some !== ones && some.reduce((sum, count) => sum + count, 0) > mostTurns)) continue
    counts = some
    least = miss
  }
  return sharers
    .flatMap((sharer, n) => Array.from({ length: counts[n]! }, (_, turn) => ({ sharer, at: (turn + 0.5) / counts[n]! })))
    .sort((a, b) => a.at - b.at || (a.sharer.id < b.sharer.id ? -1 : 1))
    .map(({ sharer }) => sharer)
}

/** The turns of one round in the order in which they come. `before`: what ended the turn before; `finishes`: the first turn is the rest of a visit and stays. */
export function roundOf(
  manifest: Manifest,
  deck: readonly Sharer[],
  cursors: Cursors,
  before: Tag | null,
  finishes: boolean,
): readonly Turn[] {
  const ahead: Cursors = new Map(cursors)
  const queue = deck.map((sharer): Turn => ({ sharer, leaves: turnOf(manifest, ahead, sharer.list) }))
  if (new Set(deck).size < 2) return queue
  const round: Turn[] = finishes ? [queue.shift()!] : []
  while (queue.length > 0) {
    const end = round.at(-1)?.leaves.at(-1)?.card.tag ?? before
    const grade = ({ leaves }: Turn): number => clash(manifest, end, leaves[0]!.card.tag)
    let best = 0
    for (let n = 1; n < queue.length - 1; n++) {
      const ownOrder = queue.findIndex(({ sharer }) => sharer === queue[n]!.sharer) === n
      if (ownOrder && grade(queue[n]!) < grade(queue[best]!)) best = n
    }
    round.push(...queue.splice(best, 1))
  }
  return round
}
