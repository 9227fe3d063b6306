/** Answers what each account may do now, without asking the database at every request. */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import type { World } from '../world.ts'
import { areasThere, readPeople } from './crews/store.ts'
import { nextTurn, type PeopleRows, type Standing, standingOf } from './rights.ts'

export interface Standings {
  /** What follows from role, crews and grants at this moment of the wall clock. */
  readonly of: (user: User) => Standing
  readonly rows: () => PeopleRows
}

interface Known {
  readonly rows: PeopleRows
  readonly areas: ReadonlySet<string>
  readonly sinceMs: number
  readonly untilMs: number
  readonly byUser: Map<string, Standing>
}

const tables = ['users', 'crews', 'memberships', 'grants', 'areas', 'events'] as const

/** What was worked out holds until one of these tables changes, something begins or ends, or the clock is set back. */
export function createStandings({ store, wallMs }: World): Standings {
  let known: Known | null = null
  store.onCommit((commit) => {
    if (tables.some((table) => commit.tables.has(table))) known = null
  })
  const current = (): Known => {
    const now = wallMs()
    if (known !== null && known.sinceMs <= now && now < known.untilMs) return known
    const rows = readPeople(store.db)
    known = { rows, areas: areasThere(store.db), sinceMs: now, untilMs: nextTurn(rows, now), byUser: new Map() }
    return known
  }
  return {
    of: (user) => {
      const { rows, areas, sinceMs, byUser } = current()
      const before = byUser.get(user.id)
      if (before !== undefined) return before
      const standing = standingOf(user, rows, sinceMs)
      const answer = { ...standing, areas: standing.areas.filter((area) => areas.has(area)) }
      byUser.set(user.id, answer)
      return answer
    },
    rows: () => current().rows,
  }
}
