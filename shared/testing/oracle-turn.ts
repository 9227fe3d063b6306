/** The oracle's turns: which card of a list comes next, found from its cursor alone, one card at a time. */
import { shuffleKey } from '../engine/order.ts'
import type { Cursor, Manifest, Tag } from '../model/manifest.ts'
import { type Card, clash, type Tree } from './oracle-tree.ts'

/** How far each list has come, by path. */
export type Cursors = Map<string, Cursor>

/** A slide that is to come. `marks`: the cursors as they stand once it has its turn. */
export interface Leaf {
  readonly card: Card
  readonly marks: readonly (readonly [path: string, cursor: Cursor])[]
}

/** Plays turns ahead on cursors of its own, and writes down what each slide changes. */
export interface Pencil {
  readonly manifest: Manifest
  readonly cursors: Cursors
  readonly leaves: Leaf[]
  marks: [path: string, cursor: Cursor][]
}

/** The slides of the next turn of a top list: what is left of an interrupted visit, or its next card. */
export function turnOf(manifest: Manifest, cursors: Cursors, list: Tree): readonly Leaf[] {
  const pencil: Pencil = { manifest, cursors, leaves: [], marks: [] }
  finish(pencil, list)
  if (pencil.leaves.length === 0) playNext(pencil, list)
  return pencil.leaves
}

/** Whether the list's next turn is the rest of a visit. */
export function isInterrupted(manifest: Manifest, cursors: Cursors, list: Tree): boolean {
  const pencil: Pencil = { manifest, cursors: new Map(cursors), leaves: [], marks: [] }
  finish(pencil, list)
  return pencil.leaves.length > 0
}

/** Plays what is left of a whole-pass visit of the list's last card; the rest of one that takes a few is let go. */
function finish(pencil: Pencil, list: Tree): void {
  const last = lastOf(pencil, list)
  if (last === null || last.list === null || last.take !== null || !last.valid || !pencil.cursors.has(last.list.path)) return
  finish(pencil, last.list)
  while (waiting(pencil, last.list).length > 0) playNext(pencil, last.list)
}

/** The valid cards that have not had their turn in the pass. */
function waiting({ cursors }: Pencil, list: Tree): readonly Card[] {
  const cursor = cursors.get(list.path)
  if (cursor === undefined) return list.valid
  if (list.shuffled) return list.valid.filter(({ id }) => !cursor.done.includes(id))
  const at = list.cards.findIndex(({ id }) => id === cursor.done.at(-1))
  return list.cards.slice(at + 1).filter(({ valid }) => valid)
}

function lastOf({ cursors }: Pencil, list: Tree): Card | null {
  const id = cursors.get(list.path)?.done.at(-1)
  return list.cards.find((card) => card.id === id) ?? null
}

/** Plays the next card, of the next pass where this one is through. */
function playNext(pencil: Pencil, list: Tree): void {
  const cursor = pencil.cursors.get(list.path)
  const rest = waiting(pencil, list)
  if (cursor === undefined) return play(pencil, list, { pass: 0, done: [] }, first(pencil, list, 0))
  if (rest.length === 0) return play(pencil, list, { pass: cursor.pass + 1, done: [] }, first(pencil, list, cursor.pass + 1))
  play(pencil, list, cursor, list.shuffled ? drawn(pencil, list, cursor.pass, rest) : rest[0]!)
}

/** The card that begins a pass. */
function first(pencil: Pencil, list: Tree, pass: number): Card {
  if (!list.shuffled) return list.valid[0]!
  if (list.valid.length !== 2) return drawn(pencil, list, pass, list.valid)
  const last = lastOf(pencil, list)
  const [one, other] = byKey(list, 0, list.valid)
  return one!.id === last?.id ? other! : one!
}

/** The one of the waiting cards that comes next in a shuffled pass. */
function drawn(pencil: Pencil, list: Tree, pass: number, rest: readonly Card[]): Card {
  const order = byKey(list, pass, rest)
  const last = lastOf(pencil, list)
  const grade = (card: Card): number =>
    last === null ? 0 : last.id === card.id ? 2 : clash(pencil.manifest, endOf(last), beginningOf(card))
  let best = order[0]!
  for (const card of order.slice(1, -1)) if (grade(card) < grade(best)) best = card
  return best
}

function byKey(list: Tree, pass: number, cards: readonly Card[]): Card[] {
  const key = ({ id }: Card): number => shuffleKey(list.path, pass, id)
  return [...cards].sort((a, b) => key(a) - key(b) || (a.id < b.id ? -1 : 1))
}

/** What a card begins with, where that never varies. */
function beginningOf(card: Card): Tag | null {
  if (card.list === null) return card.tag
  const inner = card.list.valid[0]
  return card.take === null && !card.list.shuffled && inner !== undefined ? beginningOf(inner) : null
}

function endOf(card: Card): Tag | null {
  if (card.list === null) return card.tag
  const inner = card.list.valid.at(-1)
  return card.take === null && !card.list.shuffled && inner !== undefined ? endOf(inner) : null
}

/** Plays a card of the list, which goes into its cursor with the first slide. */
function play(pencil: Pencil, list: Tree, { pass, done }: Cursor, card: Card): void {
  mark(pencil, list.path, { pass, done: [...done, card.id] })
  if (card.list === null) {
    pencil.leaves.push({ card, marks: pencil.marks })
    pencil.marks = []
    return
  }
  if (card.take === null) return playWhole(pencil, card.list)
  const before = pencil.leaves.length
  finish(pencil, card.list)
  for (let n = pencil.leaves.length > before ? 1 : 0; n < card.take; n++) playNext(pencil, card.list)
}

/** A whole pass, from its beginning. */
function playWhole(pencil: Pencil, list: Tree): void {
  const pass = (pencil.cursors.get(list.path)?.pass ?? -1) + 1
  play(pencil, list, { pass, done: [] }, first(pencil, list, pass))
  while (waiting(pencil, list).length > 0) playNext(pencil, list)
}

function mark({ cursors, marks }: Pencil, path: string, cursor: Cursor): void {
  cursors.set(path, cursor)
  marks.push([path, cursor])
}
