/** The oracle's manual entries: which card stands where a person steps. */
import type { Live } from '../model/live.ts'
import type { Entry, Manifest } from '../model/manifest.ts'
import { edgesOf, type Span } from './oracle-time.ts'
import { type Card, type Tree, treeOf } from './oracle-tree.ts'

/** The card of the entry that stands at `t` of its occurrence, and since when; null: nothing is valid. */
export function steppedTo(manifest: Manifest, live: Live, entry: Entry, occurrence: Span, t: number): { card: Card; since: number } | null {
  const newest = live.cues[entry.id]
  const steps = newest === undefined ? [] : newest.before === null ? [newest] : [newest.before, newest]
  const cue = steps.filter((step) => step.at <= t && step.at >= occurrence.from).at(-1)
  const at = (when: number): Card | null =>
    standing(treeOf({ manifest, t: when, region: false }, entry.playlist, entry.id), cue?.item ?? null)
  const card = at(t)
  if (card === null) return null
  let since = Math.max(0, occurrence.from, cue?.at ?? 0)
  const same = (a: Card | null, b: Card | null): boolean => a?.way.join('/') === b?.way.join('/')
  for (const edge of edgesOf(manifest, [])) if (since < edge && edge <= t && !same(at(edge - 1), at(edge))) since = edge
  return { card, since }
}

/** The cued card, or the first valid one behind it, round the list. */
function standing(tree: Tree, item: string | null): Card | null {
  const flat = cardsOf(tree)
  const from = Math.max(
    0,
    flat.findIndex(({ way }) => way.join('/') === item),
  )
  return [...flat.slice(from), ...flat.slice(0, from)].find(({ shows }) => shows)?.card ?? null
}

/** All cards of the list and of the lists in it, each list before its own; `shows`: a slide that is valid, in lists that are. */
function cardsOf(tree: Tree, outside = true): readonly { card: Card; way: readonly string[]; shows: boolean }[] {
  return tree.cards.flatMap((card) => [
    { card, way: card.way, shows: outside && card.valid && card.list === null },
    ...(card.list === null ? [] : cardsOf(card.list, outside && card.valid)),
  ])
}
