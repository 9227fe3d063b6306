/** One list during one stretch: which item has which turn, counted from where the last stretch left it (rules E5, E6). */
import { textHash } from './order.ts'
import { alternating, inSequence, type Last, lastAt, lastOf, type Pass, shuffled } from './pass.ts'
import { type Progress, untouched } from './progress.ts'
import { countAtMost } from './search.ts'
import type { Shape } from './shape.ts'

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
export function listAt(run: Run, place: number): Run {
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
export interface Where {
  readonly pass: number
  readonly at: number
}

/** Where in which pass turn number `turn` stands. */
export function whereIs({ shape, rest, first, skip }: Run, turn: number): Where {
  const at = turn - (rest === null ? 0 : 1)
  if (at < first.order.length - skip) return { pass: 0, at: at < 0 ? -1 : at + skip }
  const later = at - (first.order.length - skip)
  const passes = Math.floor(later / shape.valid.length)
  return { pass: passes + 1, at: later - passes * shape.valid.length }
}

/** Whether the turn is the rest of an interrupted visit. */
export function isRest({ rest }: Run, turn: number): boolean {
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

/** Pass number `pass` of the run, 0: what is left of the first. */
export function passAt(run: Run, pass: number): Pass {
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
