/** One entry's own list during one stretch: its turns counted from where the last stretch left it. */
import { passMs, placeAfter, type Rest, restOf, type Shape, type Steps, type Turn, turnInPass, turnInRest } from './shape.ts'

/** Turn 0 is the rest of an interrupted visit, where there is one; after it the items of the list follow round and round from `base`. */
export interface Run {
  readonly shape: Shape
  readonly rest: Rest | null
  readonly base: number
}

/** Goes on after `last`, the steps to the slide that had the last turn. */
export function runAfter(shape: Shape, last: Steps): Run {
  return { shape, rest: restOf(shape, last), base: last.length === 0 ? 0 : placeAfter(shape, last[0]!) }
}

/** Milliseconds of the first `turns` turns. */
export function elapsedMs(run: Run, turns: number): number {
  if (turns === 0) return 0
  const { rest, shape, base } = run
  if (rest !== null) return rest.ms + sumTo(shape, base + turns - 1) - sumTo(shape, base)
  return sumTo(shape, base + turns) - sumTo(shape, base)
}

/** Milliseconds of turn number `turn`. */
export function turnMs({ rest, shape, base }: Run, turn: number): number {
  if (rest !== null && turn === 0) return rest.ms
  const at = (base + turn - (rest === null ? 0 : 1)) % shape.valid.length
  return shape.sums[at + 1]! - shape.sums[at]!
}

/** The slide on the glass `ms` into turn number `turn`, 0 ≤ ms < its length. */
export function turnAt(run: Run, turn: number, ms: number): Turn {
  if (run.rest !== null && turn === 0) return turnInRest(run.rest, ms)
  const size = run.shape.valid.length
  const startMs = run.shape.sums[(run.base + turn - (run.rest === null ? 0 : 1)) % size]!
  const found = turnInPass(run.shape, startMs + ms)
  return { ...found, fromMs: found.fromMs - startMs }
}

/** Steps to the last slide of the first `turns` turns; `turns` ≥ 1. */
export function stepsAfter(run: Run, turns: number): Steps {
  return turnAt(run, turns - 1, turnMs(run, turns - 1) - 1).steps
}

/** Milliseconds of the first `turns` items of the list from its beginning, passes and all. */
function sumTo(shape: Shape, turns: number): number {
  const size = shape.valid.length
  const passes = Math.floor(turns / size)
  return passes * passMs(shape) + shape.sums[turns - passes * size]!
}
