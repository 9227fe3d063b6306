/** Who shares at an instant, and with what: what makes one stretch end and the next begin (rule E4). */
import type { Instant } from '../time/instant.ts'
import type { Interval } from './day.ts'
import { type Round, roundOf, type Share } from './round.ts'
import { type Shape, shapeAt } from './shape.ts'
import type { Player } from './stretch.ts'
import { activeIn, type Track } from './track.ts'

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

/** The casting of a track over an interval. */
export function castingOf(track: Track, over: Interval): Casting {
  const members = track.players.map((player) => ({ player, spans: joined(activeIn(player.entry, over)) }))
  const casts = new Map<string, Cast>()
  const names = new Map<Shape, number>()
  return {
    changes: changesOf(members, over),
    at: (t) => {
      const shares = members.flatMap(({ player, spans }) => {
        const shape = spanAt(spans, t) === null ? null : shapeAt(player.node, t)
        return shape === null || shape.valid.length === 0 ? [] : [{ player, shape, weight: player.entry.weight }]
      })
      if (shares.length === 0) return null
      for (const { shape } of shares) if (!names.has(shape)) names.set(shape, names.size)
      const key = shares.map(({ player, shape }) => `${player.entry.id}:${names.get(shape)}`).join(' ')
      const cast = casts.get(key) ?? castOf(shares)
      casts.set(key, cast)
      return cast
    },
    activeUntil: (player, t) => {
      const member = members.find((one) => one.player === player)
      return (member === undefined ? null : spanAt(member.spans, t))?.until ?? t
    },
  }
}

interface Member {
  readonly player: Player
  readonly spans: readonly Interval[]
}

function changesOf(members: readonly Member[], over: Interval): readonly number[] {
  const changes = new Set<number>()
  for (const { player, spans } of members) {
    for (const { from, until } of spans) changes.add(from).add(until)
    for (const edge of player.node.edges) changes.add(edge)
  }
  return [...changes].filter((change) => over.from < change && change < over.until).sort((a, b) => a - b)
}

function castOf(shares: readonly (Share & { readonly player: Player })[]): Cast {
  return { players: shares.map(({ player }) => player), shapes: shares.map(({ shape }) => shape), round: roundOf(shares) }
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

/** The interval that holds `t`, or null. */
function spanAt(spans: readonly Interval[], t: number): Interval | null {
  return spans.find(({ from, until }) => from <= t && t < until) ?? null
}
