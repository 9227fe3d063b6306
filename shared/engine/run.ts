/** One list during one stretch: its turns counted from where the last stretch left it, each found by arithmetic (rule E6). */
import type { Leaf } from './node.ts'
import { textHash } from './order.ts'
import { alternating, inSequence, type Last, lastAt, lastOf, type Pass, shuffled } from './pass.ts'
import { type Progress, untouched } from './progress.ts'
import { countAtMost, firstFrom } from './search.ts'
import type { Mark } from './neighbours.ts'
import { type Shape, type Steps, turnsOfVisit } from './shape.ts'

/** Turn 0 is the rest of an interrupted visit, where there is one; then what is left of the pass, which plays `first` from `skip` on; then whole passes. `memo` holds the runs of the lists inside, and the passes of a shuffled list, once they were asked for. */
export interface Run {
  readonly shape: Shape
  readonly progress: Progress
  /** Hash of the path by which the list is reached. */
  readonly path: number
  readonly rest: Rest | null
  readonly first: Pass
  readonly skip: number
  readonly last: Last | null
  readonly memo: { lists: Map<number, Run> | null; passes: Map<number, Pass> | null }
}

/** The visit that turn 0 finishes: the item's place, and how many turns of its list are left in it. */
export interface Rest {
  readonly place: number
  readonly turns: number
}

/** A slide on the glass. `turns`: the number of the turn in each list from the run's own down. `fromMs` counts from the start of the outermost turn. */
export interface Turn {
  readonly steps: Steps
  readonly turns: readonly number[]
  readonly leaf: Leaf
  readonly fromMs: number
}

/** Passes remembered by a run; one resolve needs two or three. */
const passesKept = 32

const nothing: Pass = { order: [], sums: [0] }

/** Goes on after `progress`. `resumes`: a pass that has begun is finished first; otherwise the next one starts. */
export function runFrom(shape: Shape, progress: Progress, path: number, resumes: boolean): Run {
  const last = lastDone(shape, progress)
  const memo = { lists: null, passes: null }
  if (!resumes || progress.pass < 0) return { shape, progress, path, rest: null, first: nothing, skip: 0, last, memo }
  const { first, skip } = shape.node.shuffle
    ? { first: leftOf(shape, progress, path, last), skip: 0 }
    : { first: inSequence(shape), skip: countAtMost(shape.valid, last?.position ?? -1) }
  const run: Run = { shape, progress, path, rest: null, first, skip, last, memo }
  const rest = last === null ? null : restOf(run, last.position)
  return rest === null ? run : { ...run, rest }
}

/** What is left of a shuffled pass. */
function leftOf(shape: Shape, { pass, done }: Progress, path: number, last: Last | null): Pass {
  const had = new Set(done)
  const left = shape.places.filter((place) => !had.has(shape.valid[place]!))
  return shuffled(shape, left, path, pass, last)
}

function lastDone(shape: Shape, { done }: Progress): Last | null {
  const position = done.at(-1)
  if (position === undefined) return null
  const place = shape.valid.indexOf(position)
  return place >= 0 ? lastAt(shape, place) : { position, tail: shape.node.items[position]?.leaf?.mark ?? null }
}

/** What is left of a whole-pass visit to the item that had the last turn; null when it is over, or no longer valid. */
function restOf(run: Run, position: number): Rest | null {
  const place = run.shape.valid.indexOf(position)
  if (place < 0 || !run.shape.inner[place] || run.shape.node.items[position]!.take !== null) return null
  const list = innerRun(run, place, true)
  const turns = restTurns(list) + list.first.order.length - list.skip
  if (turns === 0) return null
  remember(run, place, list)
  return { place, turns }
}

function restTurns({ rest }: Run): number {
  return rest === null ? 0 : 1
}

/** The run of the list at this place. */
function listAt(run: Run, place: number): Run {
  const known = run.memo.lists?.get(place)
  if (known !== undefined) return known
  const list = innerRun(run, place, run.shape.node.items[run.shape.valid[place]!]!.take !== null)
  remember(run, place, list)
  return list
}

function remember({ memo }: Run, place: number, list: Run): void {
  memo.lists ??= new Map()
  memo.lists.set(place, list)
}

function innerRun({ shape, progress, path }: Run, place: number, resumes: boolean): Run {
  const position = shape.valid[place]!
  const inner = progress.lists.get(position) ?? untouched
  return runFrom(shape.inner[place]!, inner, textHash(`/${shape.node.items[position]!.id}`, path), resumes)
}

/** A turn's pass (0: what is left of the first), and where in its order it stands, −1: it is the rest of a visit. */
interface Where {
  readonly pass: number
  readonly at: number
}

function whereIs({ shape, rest, first, skip }: Run, turn: number): Where {
  const at = turn - (rest === null ? 0 : 1)
  if (at < first.order.length - skip) return { pass: 0, at: at < 0 ? -1 : at + skip }
  const later = at - (first.order.length - skip)
  const passes = Math.floor(later / shape.valid.length)
  return { pass: passes + 1, at: later - passes * shape.valid.length }
}

function isRest({ rest }: Run, turn: number): boolean {
  return turn === 0 && rest !== null
}

/** The place of the item that has turn number `turn`. */
export function placeOfTurn(run: Run, turn: number): number {
  const { shape, rest, first, skip } = run
  if (rest !== null && turn === 0) return rest.place
  const later = turn - (rest === null ? 0 : 1) - (first.order.length - skip)
  if (later < 0) return first.order[first.order.length + later]!
  const size = shape.valid.length
  const passes = Math.floor(later / size)
  return shape.node.shuffle ? passAt(run, passes + 1).order[later - passes * size]! : later - passes * size
}

function passAt(run: Run, pass: number): Pass {
  if (pass === 0) return run.first
  const { shape, memo } = run
  if (!shape.node.shuffle) return inSequence(shape)
  const passes = (memo.passes ??= new Map<number, Pass>())
  const name = shape.valid.length < 3 ? 1 : pass
  const known = passes.get(name)
  if (known !== undefined) return known
  const made = shape.valid.length < 3 ? twoOrOne(run, lastOfFirst(run)) : manyAt(run, pass)
  if (passes.size >= passesKept) passes.clear()
  passes.set(name, made)
  return made
}

function manyAt(run: Run, pass: number): Pass {
  const { shape, path, progress } = run
  const number = progress.pass + pass
  return shuffled(shape, shape.places, path, number, pass > 1 ? lastOf(shape, path, number - 1) : lastOfFirst(run))
}

function twoOrOne({ shape, path }: Run, last: Last | null): Pass {
  return shape.valid.length === 2 ? alternating(shape, path, last) : inSequence(shape)
}

function lastOfFirst({ shape, first, skip, last }: Run): Last | null {
  if (first.order.length === skip) return last
  return lastAt(shape, first.order[first.order.length - 1]!)
}

/** How often the item at this place has had its turn before `turn`, the rest of an interrupted visit not counted. */
function visitsBefore(run: Run, { pass, at }: Where, place: number): number {
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
function turnsAfter(run: Run, place: number, visits: number): number {
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
function visitOf(run: Run, where: Where, place: number): { readonly from: number; readonly until: number } {
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

/** The numbers of the turns with which turn number `turn` ends, in each list down to the slide. */
export function lastTurnsOf(run: Run, turn: number): readonly number[] {
  const place = placeOfTurn(run, turn)
  if (!run.shape.inner[place]) return [turn]
  return [turn, ...lastTurnsOf(listAt(run, place), visitOf(run, whereIs(run, turn), place).until - 1)]
}

/** Where the list has come when the turns with these numbers are over, each in its list from this one down. */
export function progressAfter(run: Run, turns: readonly number[]): Progress {
  const { shape, progress } = run
  const [turn, ...below] = turns
  const where = whereIs(run, turn!)
  const place = placeOfTurn(run, turn!)
  const lists = new Map<number, Progress>()
  for (const [position, inner] of progress.lists) if (!shape.valid.includes(position)) lists.set(position, inner)
  for (const at of shape.places) {
    const inner = shape.inner[at]
    if (!inner) continue
    const position = shape.valid[at]!
    const before = progress.lists.get(position)
    const played = at === place ? 0 : turnsAfter(run, at, visitsBefore(run, whereIs(run, turn! + 1), at))
    if (at === place) lists.set(position, progressAfter(listAt(run, at), below))
    else if (played === 0) lists.set(position, before ?? untouched)
    else if (inner.remembers || shape.node.items[position]!.take !== null) {
      const list = listAt(run, at)
      lists.set(position, progressAfter(list, lastTurnsOf(list, played - 1)))
    }
  }
  return { pass: progress.pass + where.pass, done: doneAt(run, where), lists }
}

function doneAt(run: Run, { pass, at }: Where): readonly number[] {
  if (at < 0) return run.progress.done
  const { node, valid } = run.shape
  const { order } = passAt(run, pass)
  if (!node.shuffle) return [valid[order[at]!]!]
  const played = order.slice(0, at + 1).map((place) => valid[place]!)
  return pass === 0 ? [...run.progress.done, ...played] : played
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
