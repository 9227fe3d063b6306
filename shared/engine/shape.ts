/** What is valid in a list, as sums: the closed form that positions are found by (rule E6). */
import type { Mark } from './neighbours.ts'
import type { Node, NodeItem } from './node.ts'
import { countAtMost } from './search.ts'

/** The valid items of a list between two changes of validity, in the order of the list; `places` counts them from 0. */
export interface Shape {
  readonly node: Node
  /** Tells the shapes of a list apart. */
  readonly number: number
  /** Positions of the valid items among all items of the list. */
  readonly valid: readonly number[]
  /** The shape of each valid item that is a list; null where it is a slide. */
  readonly inner: readonly (Shape | null)[]
  /** `0, 1, 2 …`: the order of a list that plays in sequence. */
  readonly places: readonly number[]
  /** Milliseconds before each valid item, and of the whole pass at the end; a visit whose time varies counts as nothing. */
  readonly sums: readonly number[]
  /** What every turn of each valid item begins and ends with; null where that varies. */
  readonly heads: readonly (Mark | null)[]
  readonly tails: readonly (Mark | null)[]
  /** Places of the visits whose time varies. */
  readonly varying: readonly number[]
  /** Milliseconds of an item in the long run. */
  readonly meanMs: number
  /** Whether inner cursors matter: something in it is shuffled, or taken a few at a time. */
  readonly remembers: boolean
}

/** Positions of the items from the entry's own list down to a slide. */
export type Steps = readonly number[]

/** What is valid in the list at `t`. The same object as long as the same is valid. */
export function shapeAt(node: Node, t: number): Shape {
  const era = countAtMost(node.edges, t)
  const known = node.shapes.get(era)
  if (known !== undefined) return known
  const fresh = shapeOf(node, t)
  const shape = [...node.shapes.values()].find((other) => playsAs(other, fresh)) ?? fresh
  node.shapes.set(era, shape)
  return shape
}

function shapeOf(node: Node, t: number): Shape {
  const valid: number[] = []
  const inner: (Shape | null)[] = []
  const heads: (Mark | null)[] = []
  const tails: (Mark | null)[] = []
  const sums = [0]
  const varying: number[] = []
  let meansMs = 0
  for (const [index, item] of node.items.entries()) {
    if (t < item.from || t >= item.until) continue
    const shape = item.list === null ? null : shapeAt(item.list, t)
    if (shape === null ? item.leaf === null : shape.valid.length === 0) continue
    const ms = visitMs(item, shape)
    if (ms === null) varying.push(valid.length)
    valid.push(index)
    inner.push(shape)
    const settled = shape !== null && item.take === null && !shape.node.shuffle
    heads.push(item.leaf?.mark ?? (settled ? shape.heads[0]! : null))
    tails.push(item.leaf?.mark ?? (settled ? shape.tails[shape.tails.length - 1]! : null))
    sums.push(sums[sums.length - 1]! + (ms ?? 0))
    meansMs += ms ?? turnsOfVisit(item, shape!) * shape!.meanMs
  }
  const remembers = node.shuffle || inner.some((shape, at) => shape !== null && (shape.remembers || node.items[valid[at]!]!.take !== null))
  return {
    node,
    number: node.shapes.size,
    valid,
    inner,
    places: valid.map((_, at) => at),
    sums,
    heads,
    tails,
    varying,
    meanMs: meansMs / valid.length,
    remembers,
  }
}

/** Milliseconds of every visit; null where they differ from visit to visit: slides of different lengths are taken, or one may begin with the rest of a whole pass. */
function visitMs(item: NodeItem, shape: Shape | null): number | null {
  if (shape === null) return item.leaf!.durationMs
  if (shape.varying.length > 0) return null
  if (item.take === null) return shape.sums[shape.valid.length]!
  const eachMs = shape.sums[1]!
  const alike = shape.sums.every((sum, at) => sum === at * eachMs)
  const mayRest = shape.inner.some((inner) => inner !== null)
  return alike && !mayRest ? item.take * eachMs : null
}

/** Turns of the inner list that one visit plays. */
export function turnsOfVisit(item: NodeItem, shape: Shape): number {
  return item.take ?? shape.valid.length
}

/** Whether two shapes of one list hold the same. */
function playsAs(a: Shape, b: Shape): boolean {
  return a.valid.length === b.valid.length && a.valid.every((index, at) => index === b.valid[at] && a.inner[at] === b.inner[at])
}
