/** The oracle's view of a list at an instant: a tree of cards, with what is valid in it. */
import type { Manifest, Tag } from '../model/manifest.ts'
import type { PlaylistItem } from '../model/playlist.ts'

/** One item of a list. A slide has a length and the instant that cuts it; an inner list is visited whole (`take` null) or a few cards at a time. */
export interface Card {
  readonly id: string
  /** Ids of items from the top list down to this one. */
  readonly way: readonly string[]
  readonly valid: boolean
  readonly ms: number
  readonly cut: number
  readonly tag: Tag | null
  readonly list: Tree | null
  readonly take: number | null
}

/** A list as it stands: all its cards, and those that are valid. `path` is where its cursor is kept. */
export interface Tree {
  readonly path: string
  readonly shuffled: boolean
  readonly cards: readonly Card[]
  readonly valid: readonly Card[]
}

/** What a tree is built from: the instant, and whether it stands in a region of a layout (where no layout comes). */
export interface Ground {
  readonly manifest: Manifest
  readonly t: number
  readonly region: boolean
}

/** How deep lists may lie in one another. */
const depthLimit = 4

/** The list `playlist`, reached by `root` and then `way`. */
export function treeOf(ground: Ground, playlist: string, root: string, way: readonly string[] = []): Tree {
  const body = ground.manifest.playlists[playlist]
  const cards = (body?.items ?? []).map((item) => cardOf(ground, item, root, [...way, item.id]))
  return {
    path: [root, ...way].join('/'),
    shuffled: body?.order === 'shuffle',
    cards,
    valid: cards.filter(({ valid }) => valid),
  }
}

function cardOf(ground: Ground, item: PlaylistItem, root: string, way: readonly string[]): Card {
  const now = between(item, ground.t)
  if (item.of.kind === 'playlist') {
    const list = way.length < depthLimit ? treeOf(ground, item.of.playlist, root, way) : null
    const valid = now && list !== null && list.valid.length > 0
    return { id: item.id, way, valid, ms: 0, cut: Infinity, tag: null, list, take: item.of.take }
  }
  const slide = ground.manifest.slides[item.of.slide]
  const ms = item.durationMs ?? slide?.durationMs ?? 0
  const comes = slide !== undefined && ms > 0 && !(ground.region && slide.content.kind === 'layout')
  return {
    id: item.id,
    way,
    valid: now && comes && between(slide, ground.t),
    ms,
    cut: slide?.validUntil ?? Infinity,
    tag: { slide: item.of.slide, sponsor: slide?.sponsor ?? null },
    list: null,
    take: null,
  }
}

/** Whether the validity holds the instant. */
export function between({ validFrom, validUntil }: { validFrom: number | null; validUntil: number | null }, t: number): boolean {
  return (validFrom === null || validFrom <= t) && (validUntil === null || t < validUntil)
}

/** The cards of valid slides, in the order in which they are written. */
export function leavesOf(tree: Tree): readonly Card[] {
  return tree.valid.flatMap((card) => (card.list === null ? [card] : leavesOf(card.list)))
}

/** How long the card's turn takes: a visit its whole pass, or so many times the mean of its list. */
export function lengthOf(card: Card): number {
  if (card.list === null) return card.ms
  return card.take === null ? card.list.valid.reduce((sum, inner) => sum + lengthOf(inner), 0) : card.take * meanOf(card.list)
}

/** The mean turn of a list: its valid cards, each once. */
export function meanOf(list: Tree): number {
  return list.valid.reduce((sum, card) => sum + lengthOf(card), 0) / list.valid.length
}

/** By how much two slides clash that follow one another: 2 the same slide, 1 the same sponsor or rivals, 0 not. */
export function clash(manifest: Manifest, before: Tag | null, after: Tag | null): 0 | 1 | 2 {
  if (before === null || after === null) return 0
  if (before.slide === after.slide) return 2
  const [a, b] = [before.sponsor, after.sponsor]
  if (a === null || b === null) return 0
  const rivals = manifest.sponsors[a]?.rivals.includes(b) === true || manifest.sponsors[b]?.rivals.includes(a) === true
  return a === b || rivals ? 1 : 0
}
