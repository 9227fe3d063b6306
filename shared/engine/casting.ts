/** Who shares at an instant, and with what: what makes one stretch end and the next begin (rule E4). */
import { distantFuture, type Instant } from '../time/instant.ts'
import type { Interval } from './day.ts'
import { type Round, roundOf } from './round.ts'
import { countAtMost } from './search.ts'
import { type Shape, shapeAt } from './shape.ts'
import type { Player } from './stretch.ts'
import { activeIn, type Track } from './track.ts'

/** Who shares, with what, between two changes; the same object as long as it is the same. */
export interface Cast {
  readonly players: readonly Player[]
  readonly shapes: readonly Shape[]
  readonly round: Round
}

/** What is cast at an instant, null while there is nothing valid, and until when. */
export interface Casting {
  readonly at: (t: number) => { readonly cast: Cast | null; readonly until: number }
  /** When the player, active at `t`, ceases to be. */
  readonly activeUntil: (player: Player, t: number) => number
}

/** An entry on the track with the times at which it is on, in order. */
interface Member {
  readonly player: Player
  readonly spans: readonly Interval[]
  readonly starts: readonly number[]
}

/** The casting of a track over an interval, worked out change by change. */
export function castingOf(track: Track, over: Interval): Casting {
  const members = track.players.map((player): Member => {
    const spans = joined(activeIn(player.entry, over))
    return { player, spans, starts: spans.map(({ from }) => from) }
  })
  const { starts, casts } = sweep(members, over)
  const byPlayer = new Map(members.map((member) => [member.player, member]))
  return {
    at: (t) => {
      const era = Math.max(0, countAtMost(starts, t) - 1)
      return { cast: casts[era]!, until: starts[era + 1] ?? distantFuture }
    },
    activeUntil: (player, t) => spanAt(byPlayer.get(player)!, t)?.until ?? t,
  }
}

/** The time around `t` in which the member is on, or null. */
function spanAt({ spans, starts }: Member, t: number): Interval | null {
  const span = spans[countAtMost(starts, t) - 1]
  return span === undefined || span.until <= t ? null : span
}

/** Goes from change to change and asks only those members whom it concerns. Neighbouring eras have different casts. */
function sweep(
  members: readonly Member[],
  over: Interval,
): { readonly starts: readonly number[]; readonly casts: readonly (Cast | null)[] } {
  const changes = changesOf(members, over)
  const known = new Map<string, Cast>()
  const present = new Map<number, Shape>()
  const starts: number[] = []
  const casts: (Cast | null)[] = []
  for (const [at, concerned] of changes) {
    let changed = starts.length === 0
    for (const member of concerned) {
      const shape = shapeOf(members[member]!, at)
      if (shape === (present.get(member) ?? null)) continue
      if (shape === null) present.delete(member)
      else present.set(member, shape)
      changed = true
    }
    if (!changed) continue
    starts.push(at)
    casts.push(present.size === 0 ? null : castOf(members, present, known))
  }
  return { starts, casts }
}

/** When whose presence may change, in order; at the start everybody's. */
function changesOf(members: readonly Member[], over: Interval): readonly (readonly [number, readonly number[]])[] {
  const changes = new Map<number, number[]>([[over.from, members.map((_, member) => member)]])
  const add = (at: number, member: number): void => {
    if (at <= over.from || at >= over.until) return
    const there = changes.get(at)
    if (there === undefined) changes.set(at, [member])
    else there.push(member)
  }
  members.forEach(({ player, spans }, member) => {
    for (const { from, until } of spans) {
      add(from, member)
      add(until, member)
    }
    for (const edge of player.node.edges) add(edge, member)
  })
  return [...changes].sort((a, b) => a[0] - b[0])
}

function shapeOf(member: Member, t: number): Shape | null {
  if (spanAt(member, t) === null) return null
  const shape = shapeAt(member.player.node, t)
  return shape.valid.length === 0 ? null : shape
}

function castOf(members: readonly Member[], present: ReadonlyMap<number, Shape>, known: Map<string, Cast>): Cast {
  const here = [...present].sort((a, b) => a[0] - b[0])
  const key = here.map(([member, { number }]) => `${member}:${number}`).join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const players = here.map(([member]) => members[member]!.player)
  const shapes = here.map(([, shape]) => shape)
  const cast = { players, shapes, round: roundOf(shapes.map((shape, at) => ({ weight: players[at]!.entry.weight, shape }))) }
  known.set(key, cast)
  return cast
}

/** Intervals in order, with those that touch made one. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
  const out: Interval[] = []
  for (const interval of intervals) {
    const before = out.at(-1)
    if (before === undefined || before.until < interval.from) out.push(interval)
    else out[out.length - 1] = { from: before.from, until: Math.max(before.until, interval.until) as Instant }
  }
  return out
}
