/** What whoever leads a crew may do in it without any other right: members in and out, for a day at most. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Rank, Rights } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { MembershipRow } from '../table.ts'

export interface Leader {
  readonly rights: Rights
  /** Crews that the account leads, by id. */
  readonly leads: readonly string[]
}

const hours = limits.leaderMs / 3_600_000

type Place = Pick<MembershipRow, 'crew' | 'rank' | 'until'>

/** Throws `forbidden` where the account may neither everything nor put somebody in this place. */
export function demandMayPlace({ rights, leads }: Leader, place: Place, wallMs: number): void {
  if (rights.all) return
  demandLeads(leads, place)
  if (place.until === null || place.until > wallMs + limits.leaderMs)
    throw new Problem(403, 'forbidden', `You can put somebody in for at most ${hours} hours.`, 'until', { hours })
}

/** Throws `forbidden` where the account may neither everything nor take somebody out of this place. */
export function demandMayTakeOut({ rights, leads }: Leader, place: { readonly crew: string; readonly rank: Rank }): void {
  if (!rights.all) demandLeads(leads, place)
}

function demandLeads(leads: readonly string[], { crew, rank }: { readonly crew: string; readonly rank: Rank }): void {
  if (!leads.includes(crew)) throw new Problem(403, 'forbidden', 'You do not lead this crew.', 'crew')
  if (rank !== 'member') throw new Problem(403, 'forbidden', 'Only an account that may everything gives or takes a rank.', 'rank')
}
