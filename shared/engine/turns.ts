/** The turns of a run by arithmetic: how long they take, and what is on the glass in them (rule E6). */
import type { Mark } from './neighbours.ts'
import type { Leaf } from './node.ts'
import { isRest, listAt, passAt, placeOfTurn, type Run, type Where, whereIs } from './run.ts'
import { firstFrom } from './search.ts'
import { type Steps, turnsOfVisit } from './shape.ts'

/** A slide on the glass. `turns`: the number of the turn in each list from the run's own down. `fromMs` counts from the start of the outermost turn. */
export interface Turn {
  readonly steps: Steps
  readonly turns: readonly number[]
  readonly leaf: Leaf
  readonly fromMs: number
}

/** How often the item at this place has had its turn before `turn`, the rest of an interrupted visit not counted. */
export function visitsBefore(run: Run, { pass, at }: Where, place: number): number {
  const { first, skip } = run
  if (pass === 0) return stands(first.order, place, skip, at)
  return stands(first.order, place, skip, first.order.length) + pass - 1 + stands(passAt(run, pass).order, place, 0, at)
}

/** 1 if the place stands in the order in `[from, until)`. */
function stands(order: readonly number[], place: number, from: number, until: number): 0 | 1 {
  const at = order.indexOf(place, from)
  return at >= 0 && at < until ? 1 : 0
}

/** Turns of the list at this place that have been played after `visits` whole visits, and after the rest of an interrupted one. */
export function turnsAfter(run: Run, place: number, visits: number): number {
  const rest = run.rest?.place === place ? run.rest.turns : 0
  return rest + visits * turnsOfVisit(run.shape.node.items[run.shape.valid[place]!]!, run.shape.inner[place]!)
}

/** Milliseconds of the first `turns` turns. */
export function elapsedMs(run: Run, turns: number): number {
  if (turns === 0) return 0
  const { shape, rest, first, skip } = run
  const where = whereIs(run, turns)
  const passMs = shape.sums[shape.valid.length]!
  let ms = -first.sums[skip]!
  if (where.pass === 0) ms += first.sums[where.at]!
  else ms += first.sums[first.order.length]! + (where.pass - 1) * passMs + passAt(run, where.pass).sums[where.at]!
  if (rest !== null && !shape.varying.includes(rest.place)) ms += elapsedMs(listAt(run, rest.place), rest.turns)
  for (const place of shape.varying) ms += elapsedMs(listAt(run, place), turnsAfter(run, place, visitsBefore(run, where, place)))
  return ms
}

/** Milliseconds of turn number `turn`. */
export function turnMs(run: Run, turn: number): number {
  const { shape } = run
  const place = placeOfTurn(run, turn)
  const fixed = !isRest(run, turn) && (shape.varying.length === 0 || !shape.varying.includes(place))
  if (fixed) return shape.sums[place + 1]! - shape.sums[place]!
  const list = listAt(run, place)
  const { from, until } = visitOf(run, whereIs(run, turn), place)
  return elapsedMs(list, until) - elapsedMs(list, from)
}

/** The turns of the list at this place that this visit plays. */
export function visitOf(run: Run, where: Where, place: number): { readonly from: number; readonly until: number } {
  if (where.at < 0) return { from: 0, until: run.rest!.turns }
  const visits = visitsBefore(run, where, place)
  return { from: turnsAfter(run, place, visits), until: turnsAfter(run, place, visits + 1) }
}

/** The slide on the glass `ms` into turn number `turn`, 0 ≤ ms < its length. */
export function turnAt(run: Run, turn: number, ms: number): Turn {
  const place = placeOfTurn(run, turn)
  const position = run.shape.valid[place]!
  const { leaf } = run.shape.node.items[position]!
  if (leaf !== null) return { steps: [position], turns: [turn], leaf, fromMs: 0 }
  const list = listAt(run, place)
  const { from, until } = visitOf(run, whereIs(run, turn), place)
  const startMs = elapsedMs(list, from)
  const inner = firstFrom(from, until, (next) => elapsedMs(list, next + 1) - startMs > ms)
  const innerMs = elapsedMs(list, inner) - startMs
  const found = turnAt(list, inner, ms - innerMs)
  return { steps: [position, ...found.steps], turns: [turn, ...found.turns], leaf: found.leaf, fromMs: innerMs + found.fromMs }
}

/** What turn number `turn` begins with. */
export function headOf(run: Run, turn: number): Mark {
  const place = placeOfTurn(run, turn)
  return (isRest(run, turn) ? null : run.shape.heads[place]!) ?? turnAt(run, turn, 0).leaf.mark
}

/** What turn number `turn` ends with. */
export function tailOf(run: Run, turn: number): Mark {
  return run.shape.tails[placeOfTurn(run, turn)] ?? turnAt(run, turn, turnMs(run, turn) - 1).leaf.mark
}

/** What an item of a list has had: whole visits of a slide, or turns of an inner list (`list` is its run). */
export interface Visits {
  readonly place: number
  readonly visits: number
  readonly turns: number
  readonly leaf: Leaf | null
  readonly list: (() => Run) | null
}

/** What the first `turns` turns gave to each item. */
export function visitsOf(run: Run, turns: number): readonly Visits[] {
  const { shape } = run
  const where = whereIs(run, turns)
  return shape.places.map((place) => {
    const visits = turns === 0 ? 0 : visitsBefore(run, where, place)
    const { leaf } = shape.node.items[shape.valid[place]!]!
    if (leaf !== null) return { place, visits, turns: 0, leaf, list: null }
    return { place, visits, turns: turns === 0 ? 0 : turnsAfter(run, place, visits), leaf, list: () => listAt(run, place) }
  })
}
