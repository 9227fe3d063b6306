/** What an account may do at a moment: what its role gives, and every grant that reaches it through a crew, a rank or its own name. Nothing else gives anything. */
import { type Rank, ranks, type Reaching, type Right, type Rights, type User } from '@infoskjerm/shared/wire/api.ts'
import { rightsOfRole } from '../http/rights.ts'
import type { CrewRow, GrantRow, MembershipRow } from './table.ts'

/** Everything that grants, memberships and crews say. Times are ms of the machine's wall clock. */
export interface PeopleRows {
  readonly crews: readonly CrewRow[]
  readonly memberships: readonly MembershipRow[]
  readonly grants: readonly GrantRow[]
}

/** What follows from the rows for one account. */
export interface Standing {
  readonly rights: Rights
  /** The areas of the grants that reach it, else of those made to its crews at a higher rank: the person's own. Sorted. */
  readonly areas: readonly string[]
  /** The crews that it leads (shift-leader and above): there it may add members for a shift. Sorted. */
  readonly leads: readonly string[]
}

/** What the account may do at `atMs`. */
export function standingOf(user: User, rows: PeopleRows, atMs: number): Standing {
  const held = ranksHeld(user.id, rows, atMs)
  const grants = rows.grants.filter((grant) => holdsAt(grant, atMs))
  const reaching = grants.filter((grant) => reaches(grant, user.id, held))
  const ofRole = rightsOfRole(user)
  const where = (right: Right, already: Reaching) => united(already, reaching.filter((grant) => grant.right === right).map(areasOf))
  const all = ofRole.all || reaching.some((grant) => grant.right === 'all')
  return {
    rights: {
      edit: all ? 'venue' : where('edit', ofRole.edit),
      all,
      startOverride: where('start-override', ofRole.startOverride),
      endOverride: where('end-override', ofRole.endOverride),
    },
    areas: ownAreas(reaching, grants, held),
    leads: [...held].flatMap(([crew, rank]) => (isAtLeast(rank, 'shift-leader') ? [crew] : [])).sort(),
  }
}

/** The first moment after `atMs` at which a membership or a grant begins or ends; `Infinity` where none does. */
export function nextTurn({ memberships, grants }: PeopleRows, atMs: number): number {
  const edges = [...memberships, ...grants].flatMap(({ from, until }) => [from, until])
  return edges.reduce<number>((next, edge) => (edge !== null && edge > atMs && edge < next ? edge : next), Number.POSITIVE_INFINITY)
}

export function isAtLeast(rank: Rank, least: Rank): boolean {
  return ranks.indexOf(rank) >= ranks.indexOf(least)
}

/** Crew by crew from this one up to the outermost, this one first. A ring, which no write makes, is walked once. */
export function crewAndAbove(id: string, crews: readonly CrewRow[]): readonly string[] {
  const parentOf = new Map(crews.map((crew) => [crew.id, crew.parent]))
  const path: string[] = []
  for (let at: string | null = id; at !== null && parentOf.has(at) && !path.includes(at); at = parentOf.get(at) ?? null) path.push(at)
  return path
}

/** The highest rank that the account holds in each crew. Whoever is in a crew is a member of those above it; who leads one leads those beneath it too, while a mere member is in none of them. */
function ranksHeld(user: string, { crews, memberships }: PeopleRows, atMs: number): ReadonlyMap<string, Rank> {
  const held = new Map<string, Rank>()
  const hold = (crew: string, rank: Rank): void => {
    const before = held.get(crew)
    if (before === undefined || !isAtLeast(before, rank)) held.set(crew, rank)
  }
  const paths = crews.map(({ id }) => crewAndAbove(id, crews))
  for (const { crew, rank } of memberships.filter((one) => one.user === user && holdsAt(one, atMs)))
    for (const path of paths) {
      if (path[0] === crew) for (const above of path) hold(above, above === crew ? rank : 'member')
      else if (path.includes(crew) && isAtLeast(rank, 'shift-leader')) hold(path[0] ?? crew, rank)
    }
  return held
}

function reaches({ to }: GrantRow, user: string, held: ReadonlyMap<string, Rank>): boolean {
  switch (to.kind) {
    case 'user':
      return to.user === user
    case 'crew': {
      const rank = held.get(to.crew)
      return rank !== undefined && isAtLeast(rank, to.rank)
    }
    case 'rank':
      return [...held.values()].some((rank) => isAtLeast(rank, to.rank))
  }
}

function holdsAt({ from, until }: { readonly from: number | null; readonly until: number | null }, atMs: number): boolean {
  return (from === null || from <= atMs) && (until === null || atMs < until)
}

const areasOf = ({ areas }: GrantRow): Reaching => areas ?? 'venue'

function united(already: Reaching, more: readonly Reaching[]): Reaching {
  if (already === 'venue' || more.includes('venue')) return 'venue'
  return sorted([...already, ...more.flat()])
}

function ownAreas(reaching: readonly GrantRow[], grants: readonly GrantRow[], held: ReadonlyMap<string, Rank>): readonly string[] {
  const named = reaching.flatMap(({ areas }) => areas ?? [])
  if (named.length > 0) return sorted(named)
  return sorted(grants.flatMap(({ to, areas }) => (to.kind === 'crew' && held.has(to.crew) ? (areas ?? []) : [])))
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort()
}
