/** Who is in which crew, what that gives them, and until when. Times are those of the machine's own clock: a shift follows no demo. */
import { hourMs, type Instant, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import {
  type CrewResource,
  type GrantResource,
  type MembershipResource,
  type Rank,
  ranks,
  type Right,
} from '@infoskjerm/shared/wire/api.ts'
import { fromText, type Times } from '../words/times.ts'

export interface PeopleRows {
  readonly crews: readonly CrewResource[]
  readonly memberships: readonly MembershipResource[]
  readonly grants: readonly GrantResource[]
}

/** A right that reaches somebody. `areas` null: the whole hall. `until` null: for good. `via` null: given to the person. */
export interface Given {
  readonly grant: GrantResource
  readonly right: Right
  readonly areas: readonly string[] | null
  readonly until: Instant | null
  readonly via: string | null
}

interface Held {
  readonly crew: string
  readonly rank: Rank
  readonly until: Instant | null
}

/** Now by the clock of this machine. */
export const wallNow = (): Instant => instant(Date.now())

const isAtLeast = (rank: Rank, least: Rank): boolean => ranks.indexOf(rank) >= ranks.indexOf(least)
const text = (value: string | null): Instant | null => (value === null ? null : fromText(value))

/** The crew and those above it, nearest first. */
export function crewPath(id: string, crews: readonly CrewResource[]): readonly CrewResource[] {
  const path: CrewResource[] = []
  for (let at = crews.find((crew) => crew.id === id); at !== undefined && !path.includes(at);) {
    path.push(at)
    const { parent } = at
    at = crews.find((crew) => crew.id === parent)
  }
  return path
}

/** Every crew in which somebody with this place stands: its own, those above as a member, and those beneath for whoever leads it. */
function heldBy(crew: string, rank: Rank, until: Instant | null, crews: readonly CrewResource[]): readonly Held[] {
  const above = crewPath(crew, crews).map(({ id }) => ({ crew: id, rank: id === crew ? rank : ('member' as const), until }))
  if (!isAtLeast(rank, 'shift-leader')) return above
  const beneath = crews.filter(({ id }) => id !== crew && crewPath(id, crews).some((one) => one.id === crew))
  return [...above, ...beneath.map(({ id }) => ({ crew: id, rank, until }))]
}

/** The memberships of somebody that hold, or will. */
export function membershipsOf(user: string, rows: PeopleRows, now: Instant): readonly MembershipResource[] {
  return rows.memberships.filter((one) => one.user === user && (one.until === null || fromText(one.until) > now))
}

/** What reaches somebody now through crews and by name; what their account may of itself is not in it. */
export function givenTo(user: string, rows: PeopleRows, now: Instant): readonly Given[] {
  const held = membershipsOf(user, rows, now)
    .filter(({ from }) => from === null || fromText(from) <= now)
    .flatMap(({ crew, rank, until }) => heldBy(crew, rank, text(until), rows.crews))
  return reaching(user, held, rows.grants, now)
}

/** What a place in a crew would give. */
export function givenBy(
  place: { readonly crew: string; readonly rank: Rank; readonly until: Instant | null },
  rows: PeopleRows,
  now: Instant,
) {
  return reaching(null, heldBy(place.crew, place.rank, place.until, rows.crews), rows.grants, now)
}

function reaching(user: string | null, held: readonly Held[], grants: readonly GrantResource[], now: Instant): readonly Given[] {
  return grants
    .filter(({ from, until }) => (from === null || fromText(from) <= now) && (until === null || fromText(until) > now))
    .flatMap((grant): readonly Given[] => {
      const { to, right, areas } = grant
      if (to.kind === 'user') return to.user === user ? [{ grant, right, areas, until: text(grant.until), via: null }] : []
      const places = held.filter(({ crew, rank }) => (to.kind === 'rank' || crew === to.crew) && isAtLeast(rank, to.rank))
      const [first] = places
      if (first === undefined) return []
      const longest = places.some(({ until }) => until === null) ? null : latest(places.map(({ until }) => until as Instant))
      return [{ grant, right, areas, until: earliest(longest, text(grant.until)), via: first.crew }]
    })
}

const latest = (times: readonly Instant[]): Instant => instant(Math.max(...times))
const earliest = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null ? a : instant(Math.min(a, b)))

/** Crews as a tree in a list: parents before children, siblings by name. */
export function crewTree(crews: readonly CrewResource[]): readonly { readonly crew: CrewResource; readonly depth: number }[] {
  const known = new Set(crews.map(({ id }) => id))
  const beneath = (parent: string | null, depth: number): readonly { crew: CrewResource; depth: number }[] =>
    crews
      .filter((crew) => (crew.parent !== null && known.has(crew.parent) ? crew.parent : null) === parent)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((crew) => [{ crew, depth }, ...beneath(crew.id, depth + 1)])
  return beneath(null, 0)
}

/** How long a shift lasts, as somebody says it. `time` is `HH:MM`, the next time the clock shows it. */
export type Shift =
  { readonly kind: 'hours'; readonly hours: number } | { readonly kind: 'until'; readonly time: string } | { readonly kind: 'good' }

/** When it ends: whole quarters for hours; null for good; `missing` where no time is written. */
export function shiftEnd(shift: Shift, now: Instant, times: Times): Instant | null | 'missing' {
  if (shift.kind === 'good') return null
  if (shift.kind === 'hours') {
    const quarter = 15 * minuteMs
    return instant(Math.floor((now + shift.hours * hourMs) / quarter) * quarter)
  }
  if (!/^\d\d:\d\d$/.test(shift.time)) return 'missing'
  const day = times.festivalDate(now)
  const [found] = [0, 1, 2].map((days) => times.at(dayAfter(day, days), shift.time)).filter((t) => t > now)
  return found ?? 'missing'
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * hourMs).toISOString().slice(0, 10)
}
