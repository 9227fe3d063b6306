/** Manual entries: a person steps them, by cues (rule E9). */
import type { Cue } from '../model/live.ts'
import type { Instant } from '../time/instant.ts'
import type { Interval } from './day.ts'
import type { Leaf, Node } from './node.ts'
import { countAtMost } from './search.ts'
import type { Steps } from './shape.ts'
import type { Player } from './stretch.ts'

/** An occurrence of a manual entry, as long as something in it is valid. `began`: when the occurrence did; older cues do not count. */
export interface Manual {
  readonly kind: 'manual'
  readonly from: Instant
  readonly until: Instant
  readonly began: Instant
  readonly players: readonly Player[]
  readonly cards: readonly Card[]
}

/** A slide of the list played out flat, with the validity of everything above it. `path`: ids joined by `/`. */
export interface Card {
  readonly path: string
  readonly steps: Steps
  readonly leaf: Leaf
  readonly from: number
  readonly until: number
}

/** The card on the glass, and how long it has stood and will. */
export interface Stands {
  readonly card: Card
  readonly since: number
  readonly until: number
  /** What *next* would bring. */
  readonly next: Card
}

/** The spells of the occurrence in which there is something to show. */
export function manualStretches(player: Player, occurrence: Interval): readonly Manual[] {
  const cards = cardsOf(player.node, [], '', -Infinity, Infinity)
  const edges = player.node.edges.filter((edge) => occurrence.from < edge && edge < occurrence.until)
  const stretches: Manual[] = []
  for (const [at, from] of [occurrence.from, ...edges].entries()) {
    if (!cards.some((card) => isValid(card, from))) continue
    const until = (edges[at] ?? occurrence.until) as Instant
    const before = stretches.at(-1)
    if (before?.until === from) stretches[stretches.length - 1] = { ...before, until }
    else stretches.push({ kind: 'manual', from: from as Instant, until, began: occurrence.from, players: [player], cards })
  }
  return stretches
}

function cardsOf(node: Node, steps: Steps, path: string, from: number, until: number): readonly Card[] {
  return node.items.flatMap((item, position) => {
    const span = { from: Math.max(from, item.from), until: Math.min(until, item.until) }
    const here = { path: path + item.id, steps: [...steps, position], ...span }
    if (item.leaf !== null) return [{ ...here, leaf: item.leaf }]
    return item.list === null ? [] : cardsOf(item.list, here.steps, `${here.path}/`, span.from, span.until)
  })
}

/** What stands at `t`, from ≤ t < until. */
export function standsAt(manual: Manual, cue: Cue | undefined, t: number): Stands {
  const { cards, players, from, until, began } = manual
  const { edges } = players[0]!.node
  const counts = ({ at }: { readonly at: number }): boolean => at >= began || players[0]!.entry.when === 'always'
  const steps = [cue, cue?.before].filter((one) => one !== undefined && one !== null && counts(one)) as readonly Omit<Cue, 'before'>[]
  const told = steps.find((one) => one.at <= t)
  const at = (instant: number): number => pick(cards, told?.item ?? null, instant)
  const start = Math.max(from, told?.at ?? began)
  // Both may lie ahead: the clock was set back.
  const end = steps.reduce((first, one) => (one.at > t ? Math.min(first, one.at) : first), until as number)
  const here = at(t)
  let first = countAtMost(edges, t)
  let next = first
  while (first > 0 && edges[first - 1]! > start && at(edges[first - 1]! - 1) === here) first--
  while (next < edges.length && edges[next]! < end && at(edges[next]!) === here) next++
  return {
    card: cards[here]!,
    since: first > 0 ? Math.max(start, edges[first - 1]!) : start,
    until: Math.min(end, edges[next] ?? end),
    next: cards[firstValid(cards, here + 1, t)]!,
  }
}

/** The card that the cue names or, where it is not valid, the first valid one behind it, round the list; without one (or where it is gone) the first valid one. */
function pick(cards: readonly Card[], item: string | null, t: number): number {
  const cued = item === null ? -1 : cards.findIndex(({ path }) => path === item || path.startsWith(`${item}/`))
  return firstValid(cards, Math.max(0, cued), t)
}

function firstValid(cards: readonly Card[], from: number, t: number): number {
  for (let step = 0; step < cards.length; step++) {
    const at = (from + step) % cards.length
    if (isValid(cards[at]!, t)) return at
  }
  throw new Error(`a manual entry without anything valid at ${t}`)
}

function isValid({ from, until }: Card, t: number): boolean {
  return from <= t && t < until
}
