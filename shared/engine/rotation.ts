/** One life of a rotation as stretches, one checkpoint each (rules E4, E6). */
import type { Anchor } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import type { Cast, Casting } from './casting.ts'
import { leafAt, stepsFrom } from './cursor.ts'
import type { Interval } from './day.ts'
import { runAfter, stepsAfter } from './run.ts'
import { countAtMost } from './search.ts'
import type { Steps } from './shape.ts'
import { type Carried, type Course, type Place, placeIn, type Stretch } from './stretch.ts'
import { justBefore, type Track } from './track.ts'

/** What a boundary carries over, and nothing else: where each list has come, and who had the last turn. */
export interface Carry {
  readonly last: ReadonlyMap<string, Steps>
  readonly entry: string | null
}

/** Stretches, and what they leave behind. */
export interface Followed {
  readonly stretches: readonly Stretch[]
  readonly carry: Carry
}

/** The rotation that starts afresh at `over.from`. */
export function naturally(casting: Casting, over: Interval): Followed {
  return follow(casting, over.from, over.until, { last: new Map(), entry: null })
}

/** The rotation from an anchor on: the item that was on the glass to its end, then what follows in the order of now (rule E7). */
export function fromAnchor(track: Track, casting: Casting, anchor: Anchor, until: Instant): Followed {
  const last = new Map(track.players.map(({ entry, node }) => [entry.id, stepsFrom(node, entry.id, anchor.cursors)]))
  const carried = carriedOver(track, casting, anchor, until)
  const { stretches, carry } = follow(casting, carried?.until ?? anchor.at, until, { last, entry: anchor.last })
  return { stretches: carried === null ? stretches : [carried, ...stretches], carry }
}

function carriedOver(track: Track, casting: Casting, anchor: Anchor, until: Instant): Carried | null {
  const { showing, at } = anchor
  const player = track.players.find(({ entry }) => entry.id === showing?.entry)
  const found = player === undefined || showing === null ? null : leafAt(player.node, showing.path.split('/'))
  if (player === undefined || showing === null || found === null) return null
  const activeUntil = casting.activeUntil(player, at)
  if (activeUntil <= at || at < found.leaf.from || at >= found.leaf.until) return null
  const since = showing.startedAt
  const end = Math.max(at, Math.min(since + found.leaf.durationMs, found.leaf.until, activeUntil, until)) as Instant
  return end <= since ? null : { kind: 'carried', from: since, until: end, since, players: [player], ...found }
}

function follow(casting: Casting, from: Instant, until: Instant, start: Carry): Followed {
  const stretches: Stretch[] = []
  const last = new Map(start.last)
  let entry = start.entry
  let at = from
  while (at < until) {
    const cast = casting.at(at)
    const edge = nextChange(casting, at, cast, until)
    if (cast === null) {
      at = edge
      continue
    }
    const course = courseOf(cast, at, edge, last, entry)
    const place = placeIn(course, justBefore(edge))
    const player = course.players[place.player]!
    const end = Math.min(place.end, place.leaf.until, casting.activeUntil(player, justBefore(edge)), until) as Instant
    stretches.push({ ...course, until: end })
    keepCursors(course, place, last)
    entry = player.entry.id
    at = end
  }
  return { stretches, carry: { last, entry } }
}

/** The first instant after `t` with another cast. */
function nextChange(casting: Casting, t: Instant, cast: Cast | null, until: Instant): Instant {
  for (let next = countAtMost(casting.changes, t); next < casting.changes.length; next++) {
    const change = casting.changes[next]!
    if (change >= until) break
    if (casting.at(change) !== cast) return change as Instant
  }
  return until
}

/** A visit that was interrupted goes on first; otherwise the turn passes to who comes next in the round. */
function courseOf(cast: Cast, from: Instant, until: Instant, last: ReadonlyMap<string, Steps>, entry: string | null): Course {
  const { players, shapes, round } = cast
  const runs = shapes.map((shape, at) => runAfter(shape, last.get(players[at]!.entry.id) ?? []))
  const lastPlayer = players.findIndex((player) => player.entry.id === entry)
  const lastTurn = round.pattern.indexOf(lastPlayer)
  const offset = lastTurn < 0 ? 0 : lastTurn + (runs[lastPlayer]!.rest === null ? 1 : 0)
  return { kind: 'course', from, until, origin: from, players, runs, round, offset }
}

function keepCursors(course: Course, place: Place, last: Map<string, Steps>): void {
  course.players.forEach(({ entry }, at) => {
    if (at === place.player) last.set(entry.id, place.steps)
    else if (place.used[at]! > 0) last.set(entry.id, stepsAfter(course.runs[at]!, place.used[at]!))
  })
}
