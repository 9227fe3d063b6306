/** Who may do what, where: every route names the right it needs, and where it acts in some areas alone, which. */
import type { Reaching, Rights, User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Who } from './route.ts'

export const noRights: Rights = { edit: [], all: false, startOverride: [], endOverride: [] }

/** What the role of an account gives by itself, in the whole venue. */
export function rightsOfRole({ role, mayStartOverride, mayEndOverride }: User): Rights {
  return {
    edit: role === 'see' ? [] : 'venue',
    all: role === 'all',
    startOverride: mayStartOverride ? 'venue' : [],
    endOverride: mayEndOverride ? 'venue' : [],
  }
}

/** Throws `sign-in`, or `forbidden` where the account has the right nowhere. */
export function demandSomewhere(user: User | null, rights: Rights, who: Who): void {
  if (who === 'anyone') return
  if (user === null) throw new Problem(401, 'sign-in', 'Sign in first.')
  const where = reachOf(rights, who)
  if (where !== 'venue' && where.length === 0) throw forbidden()
}

/** Throws `forbidden-area` where the right does not hold in all these areas, or `forbidden` where the whole venue is meant (`areas` null). */
export function demandIn(rights: Rights, who: Who, areas: readonly string[] | null): void {
  const where = reachOf(rights, who)
  if (where === 'venue') return
  if (areas === null) throw forbidden()
  const beyond = areas.find((area) => !where.includes(area))
  if (beyond !== undefined)
    throw new Problem(403, 'forbidden-area', `Your account may not do this in the area «${beyond}».`, '', { id: beyond })
}

/** Whether the right holds wherever something may act: then nobody need ask where that is. */
export function holdsEverywhere(rights: Rights, who: Who): boolean {
  return reachOf(rights, who) === 'venue'
}

function reachOf(rights: Rights, who: Who): Reaching {
  switch (who) {
    case 'anyone':
    case 'signed-in':
      return 'venue'
    case 'edit':
      return rights.all ? 'venue' : rights.edit
    case 'all':
      return rights.all ? 'venue' : []
    case 'start-override':
      return rights.startOverride
    case 'end-override':
      return rights.endOverride
  }
}

function forbidden(): Problem {
  return new Problem(403, 'forbidden', 'Your account may not do this.')
}
