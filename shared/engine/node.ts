/** Playlists as a tree of what they hold, without time: built once for each manifest. */
import { limits } from '../limits.ts'
import type { Manifest } from '../model/manifest.ts'
import type { PlaylistItem } from '../model/playlist.ts'
import type { SlideBody } from '../model/slide.ts'
import { distantFuture, distantPast } from '../time/instant.ts'
import { type Mark, markOf } from './neighbours.ts'
import { textHash } from './order.ts'
import type { Shape } from './shape.ts'

/** A slide as an item shows it. `until` is the slide's own end, which cuts it on the glass (rule E2). */
export interface Leaf {
  readonly slideId: string
  readonly slide: SlideBody
  readonly mark: Mark
  readonly durationMs: number
  readonly from: number
  readonly until: number
}

/** One line of a list: a leaf, a list, or neither where what it names is not there. Its turn may come in `[from, until)`. `take`: items of the inner list in one visit, null: its whole pass. */
export interface NodeItem {
  readonly id: string
  readonly hash: number
  readonly from: number
  readonly until: number
  readonly leaf: Leaf | null
  readonly list: Node | null
  readonly take: number | null
}

/** A playlist at some depth. `edges`: when the validity of anything in it changes. `shapes` holds what is valid between them, made when first asked for: a memo, never a change. */
export interface Node {
  readonly shuffle: boolean
  readonly items: readonly NodeItem[]
  readonly edges: readonly number[]
  readonly shapes: Map<number, Shape>
}

/** The trees of a manifest's playlists, each made once. Lists deeper than `limits.playlistDepth` (or inside themselves: refused where they are written) are empty, and so are layouts `inRegions` of layouts (rule E8). */
export function forest(manifest: Manifest, inRegions: boolean): (playlist: string) => Node {
  const made = new Map<string, Node>()
  const grow = (playlist: string, depth: number): Node => {
    const key = `${depth} ${playlist}`
    const known = made.get(key)
    if (known !== undefined) return known
    const body = depth > limits.playlistDepth ? undefined : manifest.playlists[playlist]
    const items = (body?.items ?? []).map((item) => nodeItem(item, leafOf(manifest, item, inRegions), (inner) => grow(inner, depth + 1)))
    const node: Node = { shuffle: body?.order === 'shuffle', items, edges: edgesOf(items), shapes: new Map() }
    made.set(key, node)
    return node
  }
  return (playlist) => grow(playlist, 1)
}

function nodeItem(item: PlaylistItem, leaf: Leaf | null, grow: (playlist: string) => Node): NodeItem {
  return {
    id: item.id,
    hash: textHash(item.id),
    from: Math.max(item.validFrom ?? distantPast, leaf?.from ?? distantPast),
    until: Math.min(item.validUntil ?? distantFuture, leaf?.until ?? distantFuture),
    leaf,
    list: item.of.kind === 'playlist' ? grow(item.of.playlist) : null,
    take: item.of.kind === 'playlist' ? item.of.take : null,
  }
}

/** Null for a slide that the manifest does not hold, and for a time of nothing, which no walk could get past. */
function leafOf(manifest: Manifest, { of, durationMs }: PlaylistItem, inRegions: boolean): Leaf | null {
  if (of.kind !== 'slide') return null
  const slide = manifest.slides[of.slide]
  const ms = durationMs ?? slide?.durationMs ?? 0
  if (slide === undefined || ms <= 0 || (inRegions && slide.content.kind === 'layout')) return null
  const [from, until] = [slide.validFrom ?? distantPast, slide.validUntil ?? distantFuture]
  return { slideId: of.slide, slide, mark: markOf(manifest, of.slide, slide), durationMs: ms, from, until }
}

function edgesOf(items: readonly NodeItem[]): number[] {
  const edges = new Set<number>()
  for (const item of items) {
    if (item.from > distantPast) edges.add(item.from)
    if (item.until < distantFuture) edges.add(item.until)
    for (const edge of item.list?.edges ?? []) edges.add(edge)
  }
  return [...edges].sort((a, b) => a - b)
}
