/** One pass of a list: the order in which it plays what is valid (rule E5). */
import type { Tag } from '../model/manifest.ts'
import { clash, settle } from './neighbours.ts'
import { passKey } from './order.ts'
import type { Shape } from './shape.ts'

/** Places in the order of play, and the milliseconds before each (and of all of them at the end), where visits whose time varies count as nothing. */
export interface Pass {
  readonly order: readonly number[]
  readonly sums: readonly number[]
}

/** An item that had the last turn: its position in the list, and what its turn ended with. */
export interface Last {
  readonly position: number
  readonly tail: Tag | null
}

/** The pass of a list that plays in sequence. */
export function inSequence(shape: Shape): Pass {
  return { order: shape.places, sums: shape.sums }
}

/** The given places as shuffled pass number `pass` of the list at the path plays them, in order after `before`. */
export function shuffled(shape: Shape, places: readonly number[], path: number, pass: number, before: Last | null): Pass {
  const keys = places.map((place) => keyOf(shape, place, path, pass))
  const turns = places
    .map((_, at) => at)
    .sort((a, b) => keys[a]! - keys[b]! || byId(shape, places[a]!, places[b]!))
    .map((at) => places[at]!)
  let previous = before
  for (let at = 0; at < turns.length; at++) {
    settle(
      turns,
      at,
      (place) => gradeOf(shape, previous, place),
      (place) => place,
    )
    previous = lastAt(shape, turns[at]!)
  }
  return withSums(shape, turns)
}

/** The item at this place, as what had the last turn. */
export function lastAt(shape: Shape, place: number): Last {
  return { position: shape.valid[place]!, tail: shape.tails[place]! }
}

function gradeOf(shape: Shape, before: Last | null, place: number): number {
  if (before === null) return 0
  return before.position === shape.valid[place] ? 2 : clash(before.tail, shape.heads[place]!)
}

/** The two places of a shuffled list of two, the same in every pass: it begins with the one that did not have the last turn. */
export function alternating(shape: Shape, path: number, last: Last | null): Pass {
  const second = shape.valid.indexOf(last?.position ?? -1)
  if (second >= 0) return withSums(shape, [1 - second, second])
  return shuffled(shape, shape.places, path, 0, null)
}

/** What a shuffled pass ends with: its last is never moved, so nothing needs to be put in order. */
export function lastOf(shape: Shape, path: number, pass: number): Last {
  let last = 0
  let most = -1
  for (const place of shape.places) {
    const key = keyOf(shape, place, path, pass)
    if (key < most || (key === most && byId(shape, place, last) < 0)) continue
    last = place
    most = key
  }
  return lastAt(shape, last)
}

function keyOf({ node, valid }: Shape, place: number, path: number, pass: number): number {
  return passKey(path, pass, node.items[valid[place]!]!.hash)
}

function byId({ node, valid }: Shape, a: number, b: number): number {
  return node.items[valid[a]!]!.id < node.items[valid[b]!]!.id ? -1 : 1
}

function withSums(shape: Shape, order: readonly number[]): Pass {
  const sums = [0]
  for (const place of order) sums.push(sums[sums.length - 1]! + shape.sums[place + 1]! - shape.sums[place]!)
  return { order, sums }
}
