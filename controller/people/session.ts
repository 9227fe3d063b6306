/** What a page is told of whoever is signed in. */
import type { Session, User } from '@infoskjerm/shared/wire/api.ts'
import type { Standings } from './standings.ts'

/** The account with what it may at this moment; who may everything may invite into every crew. */
export function sessionFor(standings: Standings, user: User, practice: boolean): Session {
  const { rights, areas, leads } = standings.of(user)
  const invites = rights.all ? standings.rows().crews.map(({ id }) => id) : leads
  return { user, rights, areas, invites, practice }
}
