/** Edits that do not restart the show (rule E7). */
import type { Live } from '../model/live.ts'
import type { Anchor, Cursor, Manifest } from '../model/manifest.ts'
import { type Instant, later } from '../time/instant.ts'
import { stretchesOf } from './compile.ts'
import { cursorsOf, pathOf, leafAt } from './cursor.ts'
import { dayOf } from './day.ts'
import type { Leaf, Node } from './node.ts'
import { castingOf } from './casting.ts'
import type { Progress } from './progress.ts'
import { type Place, placeIn, type Player } from './stretch.ts'
import { activeIn, byCodeUnit, nameOf, spellsOf, type Track, tracksOf } from './track.ts'

/** `next` with the anchors that let the show of `previous` go on through it: what is on the glass at `at` goes on to its end, or makes room at once for what comes after it if it is gone; then the new order follows. Rotations whose order and times did not change keep what anchors they have, and equal content without an edit since day-break is an equal manifest. What anchors `next` already has do not count. */
export function reanchor(previous: Manifest | null, next: Manifest, _live: Live, at: Instant): Manifest {
  if (previous === null) return { ...next, anchors: [] }
  const old = new Map(tracksOf(previous).map((track) => [nameOf(track), track]))
  const dayFrom = dayOf(next.days, at).from
  const anchors = tracksOf(next).flatMap((track) => {
    const before = old.get(nameOf(track))
    if (before === undefined || track.players[0]!.entry.manual || before.players[0]!.entry.manual) return []
    if (timingOf(before, previous, at) === timingOf(track, next, at)) {
      return previous.anchors.filter((anchor) => nameOf(anchor) === nameOf(track) && anchor.at >= dayFrom)
    }
    return anchorFor(before, previous, track, next, at) ?? []
  })
  return { ...next, anchors: anchors.sort((a, b) => byCodeUnit(nameOf(a), nameOf(b))) }
}

/** All that decides when the turns of a track come, as text. Each list is told once, however often it is visited. */
function timingOf(track: Track, manifest: Manifest, at: Instant): string {
  const numbers = new Map<Node, number>()
  const lists: unknown[] = []
  const numberOf = (node: Node): number => {
    const known = numbers.get(node)
    if (known !== undefined) return known
    numbers.set(node, numbers.size)
    lists.push([
      node.shuffle,
      node.items.map(({ id, from, until, leaf, list, take }) => [id, from, until, leaf && turnOf(leaf), take, list && numberOf(list)]),
    ])
    return numbers.get(node)!
  }
  const players = track.players.map(({ entry, node }) => [entry.id, entry.weight, entry.when, numberOf(node)])

  return JSON.stringify([dayOf(manifest.days, at).from, players, lists])
}

/** What of a leaf decides when turns come: its times, and beside whom it may not stand. */
function turnOf({ durationMs, until, mark }: Leaf): unknown {
  return [durationMs, until, mark.slide, [...mark.against].sort(byCodeUnit)]
}

/** Null where nothing is on the glass that could go on. */
function anchorFor(before: Track, previous: Manifest, track: Track, next: Manifest, at: Instant): Anchor | null {
  const instantly = { from: at, until: later(at, 1) }
  const spell = spellsOf(before, previous, instantly)[0]
  if (spell === undefined || spellsOf(track, next, instantly).length === 0) return null
  const { stretches, carry } = stretchesOf(
    before,
    spell,
    previous,
    castingOf(before, { ...spell, until: instantly.until }),
    instantly.until,
  )
  const stretch = stretches.at(-1)
  if (stretch === undefined || stretch.until <= at) return null
  const place = placeIn(stretch, at)
  const cursors: Record<string, Cursor> = {}
  for (const { entry, node } of track.players) {
    const old = before.players.find((player) => player.entry.id === entry.id)
    const progress = carry.progress.get(entry.id)
    if (old !== undefined && progress !== undefined)
      Object.assign(cursors, cursorsOf(node, entry.id, moved(old.node, node, progress, true)))
  }
  const player = stretch.players[place.player]!
  return {
    slot: track.slot,
    band: track.band,
    exclusive: track.exclusive,
    region: track.region,
    at,
    showing: goingOn(player, place, track, at),
    last: player.entry.id,
    tag: { slide: place.leaf.slideId, sponsor: place.leaf.slide.sponsor },
    cursors,
  }
}

/** What is on the glass, if the track still has it and may still show it. */
function goingOn(player: Player, place: Place, track: Track, at: Instant): Anchor['showing'] {
  const same = track.players.find(({ entry }) => entry.id === player.entry.id)
  const path = pathOf(player.node, place.steps)
  const leaf = same === undefined ? undefined : leafAt(same.node, path.split('/'))?.leaf
  if (same === undefined || leaf === undefined || at < leaf.from || at >= leaf.until) return null
  if (activeIn(same.entry, { from: at, until: later(at, 1) }).length === 0) return null
  return { entry: player.entry.id, path, startedAt: place.since as Instant }
}

/** Progress in the new list that goes on as it did in the old one. In a shuffled list that is what of the pass has had its turn; in sequence, where the last item is gone, it stands just before the first one after it that is still there: `round` the list, or no further than its end. */
function moved(old: Node, list: Node, { pass, done, lists }: Progress, round: boolean): Progress {
  const inner = new Map<number, Progress>()
  for (const [position, progress] of lists) {
    const was = old.items[position]!
    const index = indexOf(list, was.id)
    const is = list.items[index]
    if (was.list !== null && is !== undefined && is.list !== null) inner.set(index, moved(was.list, is.list, progress, is.take !== null))
  }
  const last = done.at(-1)
  if (list.shuffle)
    return { pass, done: done.map((position) => indexOf(list, old.items[position]!.id)).filter((index) => index >= 0), lists: inner }
  return { pass, done: last === undefined ? [] : lastMoved(old, list, last, round), lists: inner }
}

function lastMoved(old: Node, list: Node, last: number, round: boolean): readonly number[] {
  const candidates = [...old.items.slice(last), ...(round ? old.items.slice(0, last) : [])]
  const survivor = candidates.findIndex(({ id }) => indexOf(list, id) >= 0)
  const index = survivor < 0 ? (round ? 0 : list.items.length) : indexOf(list, candidates[survivor]!.id)
  const position = survivor === 0 ? index : index - 1
  return position < 0 ? [] : [position]
}

function indexOf(list: Node, id: string): number {
  return list.items.findIndex((item) => item.id === id)
}
