/** Edits that do not restart the show (rule E7). */
import type { Live } from '../model/live.ts'
import type { Anchor, Cursor, Manifest } from '../model/manifest.ts'
import { type Instant, later } from '../time/instant.ts'
import { stretchesOf } from './compile.ts'
import { cursorsOf, idsOf, leafAt } from './cursor.ts'
import { dayOf } from './day.ts'
import type { Node } from './node.ts'
import { castingOf } from './casting.ts'
import type { Steps } from './shape.ts'
import { type Place, placeIn, type Player } from './stretch.ts'
import { activeIn, byCodeUnit, spellsOf, type Track, tracksOf } from './track.ts'

/** `next` with the anchors that let the show of `previous` go on through it: what is on the glass at `at` goes on to its end, or makes room at once for what comes after it if it is gone; then the new order follows. Rotations whose order and times did not change keep what anchors they have, and equal content without an edit since day-break is an equal manifest. What anchors `next` already has do not count. */
export function reanchor(previous: Manifest | null, next: Manifest, _live: Live, at: Instant): Manifest {
  if (previous === null) return { ...next, anchors: [] }
  const old = new Map(tracksOf(previous).map((track) => [nameOf(track), track]))
  const dayFrom = dayOf(next.days, at).from
  const anchors = tracksOf(next).flatMap((track) => {
    const before = old.get(nameOf(track))
    if (before === undefined) return []
    if (timingOf(before, previous, at) === timingOf(track, next, at)) {
      return previous.anchors.filter((anchor) => nameOf(anchor) === nameOf(track) && anchor.at >= dayFrom)
    }
    return anchorFor(before, previous, track, next, at) ?? []
  })
  return { ...next, anchors: anchors.sort((a, b) => byCodeUnit(nameOf(a), nameOf(b))) }
}

function nameOf({ slot, band, exclusive }: Pick<Track, 'slot' | 'band' | 'exclusive'>): string {
  return `${slot} ${band} ${exclusive ?? ''}`
}

/** All that decides when the turns of a track come, as text. Each list is told once, however often it is visited. */
function timingOf(track: Track, manifest: Manifest, at: Instant): string {
  const numbers = new Map<Node, number>()
  const lists: unknown[] = []
  const numberOf = (node: Node): number => {
    const known = numbers.get(node)
    if (known !== undefined) return known
    numbers.set(node, numbers.size)
    lists.push(
      node.items.map(({ id, from, until, leaf, list }) => [id, from, until, leaf?.durationMs, leaf?.until, list && numberOf(list)]),
    )
    return numbers.get(node)!
  }
  const players = track.players.map(({ entry, node }) => [entry.id, entry.weight, entry.when, numberOf(node)])
  return JSON.stringify([dayOf(manifest.days, at).from, players, lists])
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
    const last = carry.last.get(entry.id)
    if (old !== undefined && last !== undefined) Object.assign(cursors, cursorsOf(node, entry.id, moved(old.node, node, last, true)))
  }
  const player = stretch.players[place.player]!
  return {
    slot: track.slot,
    band: track.band,
    exclusive: track.exclusive,
    at,
    showing: goingOn(player, place, track, at),
    last: player.entry.id,
    tag: null,
    cursors,
  }
}

/** What is on the glass, if the track still has it and may still show it. */
function goingOn(player: Player, place: Place, track: Track, at: Instant): Anchor['showing'] {
  const same = track.players.find(({ entry }) => entry.id === player.entry.id)
  const ids = idsOf(player.node, place.steps)
  const leaf = same === undefined ? undefined : leafAt(same.node, ids)?.leaf
  if (same === undefined || leaf === undefined || at < leaf.from || at >= leaf.until) return null
  if (activeIn(same.entry, { from: at, until: later(at, 1) }).length === 0) return null
  return { entry: player.entry.id, path: ids.join('/'), startedAt: place.since as Instant }
}

/** The steps in the new list that go on as the old steps did. Where an item is gone, they stand just before the first one after it that is still there: round the list at the top, in a list inside no further than its end. */
function moved(old: Node, list: Node, steps: Steps, round: boolean): Steps {
  const [step, ...below] = steps
  if (step === undefined || step < 0) return steps
  const item = old.items[step]!
  const index = indexOf(list, item.id)
  if (index >= 0) {
    const inner = list.items[index]!.list
    return item.list !== null && inner !== null ? [index, ...moved(item.list, inner, below, false)] : [index]
  }
  const following = round ? [...old.items.slice(step + 1), ...old.items.slice(0, step)] : old.items.slice(step + 1)
  const survivor = following.map(({ id }) => indexOf(list, id)).find((at) => at >= 0)
  if (survivor === undefined) return [round ? -1 : list.items.length - 1]
  return [survivor - 1]
}

function indexOf(list: Node, id: string): number {
  return list.items.findIndex((item) => item.id === id)
}
