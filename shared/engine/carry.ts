/** What a boundary carries over of a list: where it has come, and the lists in it (rule E6). */
import { type Progress, untouched } from './progress.ts'
import { listAt, passAt, placeOfTurn, type Run, type Where, whereIs } from './run.ts'
import { turnsAfter, visitOf, visitsBefore } from './turns.ts'

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
