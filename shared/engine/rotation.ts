/** One life of a rotation as stretches, one checkpoint each (rules E4, E6). */
import type { Anchor, Tag } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { lastTurnsOf, progressAfter } from './carry.ts'
import type { Cast, Casting } from './casting.ts'
import { leafAt, progressFrom } from './cursor.ts'
import type { Interval } from './day.ts'
import { textHash } from './order.ts'
import { type Progress, untouched } from './progress.ts'
import { type Run, runFrom } from './run.ts'
import { type Carried, type Course, type Place, placeIn, type Stretch, usedAt } from './stretch.ts'
import { justBefore, type Track } from './track.ts'

/** What a boundary carries over, and nothing else: where each list has come, by entry, and what had the last turn. */
export interface Carry {
  readonly progress: ReadonlyMap<string, Progress>
  readonly entry: string | null
  readonly tag: Tag | null
}

/** Stretches, and what they leave behind. */
export interface Followed {
  readonly stretches: readonly Stretch[]
  readonly carry: Carry
}

/** The rotation that starts afresh at `over.from`. */
export function naturally(casting: Casting, over: Interval): Followed {
  return follow(casting, over.from, over.until, { progress: new Map(), entry: null, tag: null })
}

/** The rotation from an anchor on: the item that was on the glass to its end, then what follows in the order of now (rule E7). */
export function fromAnchor(track: Track, casting: Casting, anchor: Anchor, until: Instant): Followed {
  const progress = new Map(track.players.map(({ entry, node }) => [entry.id, progressFrom(node, entry.id, anchor.cursors)]))
  const carried = carriedOver(track, casting, anchor, until)
  const { stretches, carry } = follow(casting, carried?.until ?? anchor.at, until, { progress, entry: anchor.last, tag: anchor.tag })
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
  const progress = new Map(start.progress)
  let { entry, tag } = start
  const runs = new Map<string, Run>()
  for (let at = from; at < until;) {
    const { cast, until: changes } = casting.at(at)
    const edge = Math.min(changes, until) as Instant
    if (cast === null) {
      at = edge
      continue
    }
    const course = courseOf(cast, at, edge, { progress, entry, tag }, runs)
    const place = placeIn(course, justBefore(edge))
    const player = course.players[place.player]!
    const end = Math.min(place.end, place.leaf.until, casting.activeUntil(player, justBefore(edge)), until) as Instant
    stretches.push({ ...course, until: end })
    keepProgress(course, place, progress)
    entry = player.entry.id
    tag = place.leaf.mark
    at = end
  }
  return { stretches, carry: { progress, entry, tag } }
}

/** A visit that was interrupted goes on first; otherwise the turn passes to who comes next in the round. `known`: each entry's run in the last stretch, which serves again where the entry had no turn in it. */
function courseOf(cast: Cast, from: Instant, until: Instant, { progress, entry, tag }: Carry, known: Map<string, Run>): Course {
  const { players, shapes, round } = cast
  const runs = shapes.map((shape, at) => {
    const { id } = players[at]!.entry
    const before = known.get(id)
    const here = progress.get(id) ?? untouched
    if (before !== undefined && before.shape === shape && before.progress === here) return before
    const run = runFrom(shape, here, textHash(id), true)
    known.set(id, run)
    return run
  })
  const last = players.findIndex((player) => player.entry.id === entry)
  const turn = round.pattern.indexOf(last)
  const offset = turn < 0 ? 0 : turn + (runs[last]!.rest === null ? 1 : 0)
  const pattern = offset === 0 ? round.pattern : [...round.pattern.slice(offset), ...round.pattern.slice(0, offset)]
  return { kind: 'course', from, until, origin: from, players, runs, round, pattern, before: tag, sheets: new Map() }
}

function keepProgress(course: Course, place: Place, progress: Map<string, Progress>): void {
  const { players, runs } = course
  const used = usedAt(course, place)
  players.forEach(({ entry }, at) => {
    const run = runs[at]!
    if (at === place.player) progress.set(entry.id, progressAfter(run, place.turns))
    else if (used[at]! > 0) progress.set(entry.id, progressAfter(run, lastTurnsOf(run, used[at]! - 1)))
  })
}
