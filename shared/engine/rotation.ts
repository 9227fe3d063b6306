/** One life of a rotation as stretches, one checkpoint each (rules E4, E6). */
import type { Anchor } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { leafAt, stepsFrom } from './cursor.ts'
import type { Interval } from './day.ts'
import { countAtMost } from './search.ts'
import { type Round, roundOf, type Share } from './round.ts'
import { runAfter, stepsAfter } from './run.ts'
import { type Shape, shapeAt, type Steps } from './shape.ts'
import { type Carried, type Course, type Place, placeIn, type Player, type Stretch } from './stretch.ts'
import { activeIn, justBefore, type Track } from './track.ts'

/** What a boundary carries over, and nothing else: where each list has come, and who had the last turn. */
export interface Carry {
  readonly last: ReadonlyMap<string, Steps>
  readonly entry: string | null
}

/** Who shares, with what, between two changes; the same object as long as it is the same. */
export interface Cast {
  readonly players: readonly Player[]
  readonly shapes: readonly Shape[]
  readonly round: Round
}

/** Finds the cast at an instant; null while there is nothing valid. `changes` are the instants at which it could become another. */
export interface Casting {
  readonly at: (t: number) => Cast | null
  readonly changes: readonly number[]
  /** When the player, active at `t`, ceases to be. */
  readonly activeUntil: (player: Player, t: number) => number
}

/** Stretches, and what they leave behind. */
export interface Followed {
  readonly stretches: readonly Stretch[]
  readonly carry: Carry
}

/** The casting of a track over an interval. */
export function castingOf(track: Track, over: Interval): Casting {
  const spans = new Map(track.players.map((player) => [player, joined(activeIn(player.entry, over))]))
  const changes = new Set<number>()
  for (const [{ node }, active] of spans) {
    for (const { from, until } of active) changes.add(from).add(until)
    for (const edge of node.edges) changes.add(edge)
  }
  const casts = new Map<string, Cast>()
  const names = new Map<Shape, number>()
  return {
    changes: [...changes].filter((change) => over.from < change && change < over.until).sort((a, b) => a - b),
    at: (t) => {
      let key = ''
      const shares: (Share & { player: Player })[] = []
      for (const [at, player] of track.players.entries()) {
        if (spanAt(spans.get(player)!, t) === null) continue
        const shape = shapeAt(player.node, t)
        if (shape.valid.length === 0) continue
        if (!names.has(shape)) names.set(shape, names.size)
        key += `${at}:${names.get(shape)} `
        shares.push({ player, shape, weight: player.entry.weight })
      }
      if (shares.length === 0) return null
      const cast = casts.get(key) ?? {
        players: shares.map(({ player }) => player),
        shapes: shares.map(({ shape }) => shape),
        round: roundOf(shares),
      }
      casts.set(key, cast)
      return cast
    },
    activeUntil: (player, t) => spanAt(spans.get(player)!, t)?.until ?? t,
  }
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

/** Intervals in order with those that touch made one. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
  const out: Interval[] = []
  for (const interval of intervals) {
    const before = out.at(-1)
    if (before !== undefined && interval.from <= before.until) out[out.length - 1] = { from: before.from, until: interval.until }
    else out.push(interval)
  }
  return out
}

/** The interval that holds `t`, or null. */
function spanAt(spans: readonly Interval[], t: number): Interval | null {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.from <= t) low = middle + 1
    else high = middle
  }
  const span = spans[low - 1]
  return span !== undefined && t < span.until ? span : null
}
