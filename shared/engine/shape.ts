/** What is valid in a list, as sums: the closed form that positions are found by (rule E6). */
import type { Leaf, Node } from './node.ts'
import { countAtMost } from './search.ts'

/** The valid items of a list between two changes of validity. A visit of an inner list is its whole pass, so the time of a pass never varies. */
export interface Shape {
  readonly node: Node
  /** Positions of the valid items in the list, in the order of the pass. */
  readonly valid: readonly number[]
  /** The shape of each valid item that is a list; null where it is a slide. */
  readonly inner: readonly (Shape | null)[]
  /** Milliseconds before each valid item, and of the whole pass at the end. */
  readonly sums: readonly number[]
}

/** Positions of the items from the entry's own list down to a slide. Shorter where only the upper lists have begun, empty at the very start; a last step of −1 is a list whose visit has begun and shown nothing yet. */
export type Steps = readonly number[]

/** One turn of one slide: `fromMs` counts from the start of what was searched. */
export interface Turn {
  readonly steps: Steps
  readonly leaf: Leaf
  readonly fromMs: number
}

/** What is left of a visit that a boundary interrupted: first of the list inside that was being visited, then of this one from `next` on. `item` is the visited item's position in the list above. */
export interface Rest {
  readonly item: number
  readonly shape: Shape
  readonly inner: Rest | null
  readonly next: number
  readonly ms: number
}

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
  const sums = [0]
  for (const index of orderOfPass(node)) {
    const item = node.items[index]!
    if (t < item.from || t >= item.until) continue
    const shape = item.list === null ? null : shapeAt(item.list, t)
    const ms = shape === null ? (item.leaf?.durationMs ?? 0) : passMs(shape)
    if (ms === 0) continue
    valid.push(index)
    inner.push(shape)
    sums.push(sums[sums.length - 1]! + ms)
  }
  return { node, valid, inner, sums }
}

/** Whether two shapes of one list hold the same. */
function playsAs(a: Shape, b: Shape): boolean {
  return a.valid.length === b.valid.length && a.valid.every((index, at) => index === b.valid[at] && a.inner[at] === b.inner[at])
}

/** The order in which a pass plays the items. Every order of lists is decided here; a `shuffle` plays in sequence in this form of the engine. */
function orderOfPass(node: Node): readonly number[] {
  return node.items.map((_, index) => index)
}

/** Milliseconds of a whole pass; 0 when nothing is valid. */
export function passMs(shape: Shape): number {
  return shape.sums[shape.valid.length]!
}

/** The turn on the glass `ms` into a pass, 0 ≤ ms < `passMs`. */
export function turnInPass(shape: Shape, ms: number): Turn {
  const at = countAtMost(shape.sums, ms) - 1
  const index = shape.valid[at]!
  const startMs = shape.sums[at]!
  const inner = shape.inner[at]
  if (!inner) return { steps: [index], leaf: shape.node.items[index]!.leaf!, fromMs: startMs }
  const turn = turnInPass(inner, ms - startMs)
  return { steps: [index, ...turn.steps], leaf: turn.leaf, fromMs: startMs + turn.fromMs }
}

/** How many valid items stand at or before the position in the list: where the pass goes on after it. */
export function placeAfter(shape: Shape, position: number): number {
  return countAtMost(shape.valid, position)
}

/** What is left of the visit that stands at `steps`, of which the first names an item of `shape`; null when that visit is over, or no longer valid. */
export function restOf(shape: Shape, steps: Steps): Rest | null {
  const item = steps[0]
  const below = steps.slice(1)
  if (item === undefined || below.length === 0) return null
  const at = placeAfter(shape, item) - 1
  const inside = shape.valid[at] === item ? shape.inner[at] : null
  if (!inside) return null
  const inner = restOf(inside, below)
  const next = placeAfter(inside, below[0]!)
  const ms = (inner?.ms ?? 0) + passMs(inside) - inside.sums[next]!
  return ms === 0 ? null : { item, shape: inside, inner, next, ms }
}

/** The turn on the glass `ms` into the rest of a visit, 0 ≤ ms < `rest.ms`. */
export function turnInRest(rest: Rest, ms: number): Turn {
  const innerMs = rest.inner?.ms ?? 0
  if (rest.inner !== null && ms < innerMs) {
    const turn = turnInRest(rest.inner, ms)
    return { ...turn, steps: [rest.item, ...turn.steps] }
  }
  const skippedMs = rest.shape.sums[rest.next]! - innerMs
  const turn = turnInPass(rest.shape, ms + skippedMs)
  return { ...turn, steps: [rest.item, ...turn.steps], fromMs: turn.fromMs - skippedMs }
}
