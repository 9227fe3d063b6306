/** One pass of a list: the order in which it plays what is valid (rule E5). */
import type { Tag } from '../model/manifest.ts'
import { type Mark, type Neighbour, settle } from './neighbours.ts'
import { passKey } from './order.ts'
import { endOf, type Shape } from './shape.ts'

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
    .map((at) => new Turn(shape, places[at]!))
  settle(turns, before === null ? null : { owner: -1, item: before.position, head: null, tail: before.tail }, 0)
  return withSums(
    shape,
    turns.map(({ place }) => place),
  )
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
  return { position: shape.valid[last]!, tail: endOf(shape, last, -1) }
}

/** An item's turn as its neighbours see it; what it begins and ends with is looked up when somebody asks. */
class Turn implements Neighbour {
  readonly #shape: Shape
  readonly place: number
  readonly item: number

  constructor(shape: Shape, place: number) {
    this.#shape = shape
    this.place = place
    this.item = shape.valid[place]!
  }
  get owner(): number {
    return this.item
  }
  get head(): Mark | null {
    return endOf(this.#shape, this.place, 0)
  }
  get tail(): Mark | null {
    return endOf(this.#shape, this.place, -1)
  }
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
