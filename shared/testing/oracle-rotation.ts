/** The oracle's rotations: one life of a rotation, walked slide by slide from its beginning to its end and written down. */
import type { Anchor, Entry, Manifest, Tag } from '../model/manifest.ts'
import { deckOf, roundOf, type Sharer } from './oracle-round.ts'
import { edgesOf, offAt, type Span, windowAt } from './oracle-time.ts'
import { type Card, leavesOf, type Tree, treeOf } from './oracle-tree.ts'
import { type Cursors, isInterrupted } from './oracle-turn.ts'

/** A slide that stood on the glass, or would have. */
export interface Stood extends Span {
  readonly entry: string
  readonly card: Card
}

/** Whose rotation it is: entries that share, or one alone. `region`: it stands in layouts. */
export interface Rotation {
  readonly manifest: Manifest
  readonly entries: readonly Entry[]
  readonly region: boolean
}

/** Where a rotation stands between two slides. */
interface Now {
  clock: number
  last: string | null
  tag: Tag | null
  readonly cursors: Cursors
}

/** Everything that stands in the life, in order. An anchor is where it begins instead of at its start. */
export function lived(rotation: Rotation, life: Span, anchor: Anchor | null): readonly Stood[] {
  const stood: Stood[] = []
  const now: Now = { clock: life.from, last: null, tag: null, cursors: new Map() }
  if (anchor !== null) stood.push(...takenUp(rotation, life, anchor, now))
  const edges = edgesOf(rotation.manifest, rotation.entries).filter((edge) => life.from < edge && edge < life.until)
  const prints = new Map(edges.map((edge) => [edge, printAt(rotation, edge)]))
  while (now.clock < life.until) {
    const sharers = sharersAt(rotation, now.clock)
    if (sharers.length === 0) now.clock = edges.find((edge) => edge > now.clock) ?? life.until
    else {
      const [from, print] = [now.clock, printAt(rotation, now.clock)]
      const changed = (): boolean => edges.some((edge) => from < edge && edge <= now.clock && prints.get(edge) !== print)
      stood.push(...stretch(rotation, life, now, sharers, changed))
    }
  }
  return stood
}

/** One stretch: round after round, until a boundary lies behind the slide that stands. */
function stretch(rotation: Rotation, life: Span, now: Now, sharers: readonly Sharer[], changed: () => boolean): Stood[] {
  const stood: Stood[] = []
  const dealt = deckOf(sharers)
  const last = dealt.findIndex(({ id }) => id === now.last)
  const interrupted = (at: number): boolean => dealt[at] !== undefined && isInterrupted(rotation.manifest, now.cursors, dealt[at].list)
  const start = interrupted(last) ? last : last + 1
  const deck = [...dealt.slice(start), ...dealt.slice(0, start)]
  let finishes = interrupted(start % dealt.length)
  for (;;) {
    for (const { sharer, leaves } of roundOf(rotation.manifest, deck, now.cursors, now.tag, finishes)) {
      const entry = rotation.entries.find(({ id }) => id === sharer.id)!
      for (const { card, marks } of leaves) {
        const until = Math.min(now.clock + card.ms, card.cut, offAt(entry, now.clock), life.until)
        stood.push({ entry: entry.id, card, from: now.clock, until })
        for (const [path, cursor] of marks) now.cursors.set(path, cursor)
        now.clock = until
        now.last = entry.id
        now.tag = card.tag
        if (now.clock >= life.until || changed()) return stood
      }
    }
    finishes = false
  }
}

/** Goes on from an anchor: what stood there stands to its end, but not past its cuts, nor shorter than to the anchor. */
function takenUp(rotation: Rotation, life: Span, { at, showing, last, tag, cursors }: Anchor, now: Now): readonly Stood[] {
  now.clock = at
  now.last = last
  now.tag = tag
  for (const [path, cursor] of Object.entries(cursors)) now.cursors.set(path, cursor)
  const entry = rotation.entries.find(({ id }) => id === showing?.entry)
  if (showing === null || entry === undefined) return []
  const card = find(treeIn(rotation, entry, at), showing.path.split('/'))
  if (card === null) return []
  now.clock = Math.max(at, Math.min(showing.startedAt + card.ms, card.cut, offAt(entry, at), life.until))
  return [{ entry: entry.id, card, from: showing.startedAt, until: now.clock }]
}

/** The card at the end of a way of ids, valid or not. */
export function find(tree: Tree, [id, ...rest]: readonly string[]): Card | null {
  const card = tree.cards.find((one) => one.id === id)
  if (card === undefined) return null
  return rest.length === 0 ? card : card.list === null ? null : find(card.list, rest)
}

/** The entries that have something to show, by id. */
function sharersAt(rotation: Rotation, t: number): readonly Sharer[] {
  return rotation.entries
    .filter((entry) => windowAt(entry, t) !== null)
    .map((entry): Sharer => ({ id: entry.id, weight: entry.weight, list: treeIn(rotation, entry, t) }))
    .filter(({ list }) => list.valid.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function treeIn({ manifest, region }: Rotation, entry: Entry, t: number): Tree {
  return treeOf({ manifest, t, region }, entry.playlist, entry.id)
}

/** Who shares and what is valid, as text: equal as long as nothing changes. */
function printAt(rotation: Rotation, t: number): string {
  return JSON.stringify(sharersAt(rotation, t).map(({ id, list }) => [id, leavesOf(list).map(({ way }) => way)]))
}
