/** Reads and writes crews, who is in them, and what is granted. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, count, eq } from 'drizzle-orm'
import { areas, events } from '../../events/table.ts'
import type { Drizzle } from '../../storage/database.ts'
import type { Author, Transaction, Written } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import type { PeopleRows } from '../rights.ts'
import { type CrewRow, crews, type GrantRow, grants, invitations, type MembershipRow, memberships } from '../table.ts'
import type { CrewBody, CrewChange, GrantBody, MembershipBody } from './body.ts'
import { refuseTangled } from './tree.ts'

/** All rows that rights follow from. */
export function readPeople(db: Drizzle): PeopleRows {
  return {
    crews: db.select().from(crews).orderBy(asc(crews.name), asc(crews.id)).all(),
    memberships: db.select().from(memberships).orderBy(asc(memberships.id)).all(),
    grants: db.select().from(grants).orderBy(asc(grants.id)).all(),
  }
}

/** The areas of the current event, by id. */
export function areasThere(db: Drizzle): ReadonlySet<string> {
  const current = and(eq(areas.event, events.id), eq(events.current, true))
  return new Set(
    db
      .select({ id: areas.id })
      .from(areas)
      .innerJoin(events, current)
      .all()
      .map(({ id }) => id),
  )
}

/** Problems: `unknown-reference` (parent), `duplicate`, `invalid` (too deep), `too-many`. */
export function addCrew(world: World, author: Author, body: CrewBody): Written<CrewRow> {
  return world.store.write(author, 'crew.create', (tx) => {
    refuseFull(tx, 'crews')
    return putCrew(tx, { id: world.newId(), ...body })
  })
}

/** Changes what is given. Problems: `not-found`, `unknown-reference`, `duplicate`, `crew-cycle`, `invalid` (too deep). */
export function changeCrew(world: World, author: Author, id: string, change: CrewChange): Written<CrewRow> {
  return world.store.write(author, 'crew.change', (tx) => {
    const before = tx.need('crews', id, '')
    return putCrew(tx, { ...before, name: change.name ?? before.name, parent: change.parent === undefined ? before.parent : change.parent })
  })
}

/** Removes the crew, what is granted to it and open invitations into it. Problems: `not-found`, `in-use` (crews beneath it, or somebody in it). */
export function removeCrew(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'crew.delete', (tx) => {
    tx.need('crews', id, '')
    const rows = readPeople(tx.db)
    const beneath = rows.crews.filter(({ parent }) => parent === id).map(({ name }) => name)
    if (beneath.length > 0)
      throw new Problem(409, 'in-use', `These crews belong to it: ${beneath.join(', ')}. Move them first.`, '', {
        names: beneath.join(', '),
      })
    const inside = rows.memberships.filter(({ crew }) => crew === id)
    if (inside.some(({ until }) => until === null || until > world.wallMs()))
      throw new Problem(409, 'in-use', 'Somebody is in this crew. Take them out first.')
    for (const { id: over } of inside) tx.remove('memberships', over)
    for (const { id: grant, to } of rows.grants) if (to.kind === 'crew' && to.crew === id) tx.remove('grants', grant)
    for (const { id: open, into, usedAt } of tx.db.select().from(invitations).all())
      if (into?.crew === id && usedAt === null) tx.remove('invitations', open)
    tx.remove('crews', id)
    return null
  })
}

/** The membership, or a `not-found` problem. */
export function readMembership(db: Drizzle, id: string): MembershipRow {
  const row = db.select().from(memberships).where(eq(memberships.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no membership «${id}».`, '', { id })
  return row
}

/** Puts somebody in a crew. Problems: `unknown-reference` (user, crew), `end-before-start`, `too-many`. */
export function addMembership(world: World, author: Author, body: MembershipBody): Written<MembershipRow> {
  return world.store.write(author, 'membership.create', (tx) => {
    forgetOver(tx, body.user, world.wallMs() - limits.endedKeptMs)
    return putMembership(tx, { id: world.newId(), ...body }, world.wallMs())
  })
}

/** Changes rank or time. Problems: `not-found`, `end-before-start`. */
export function changeMembership(world: World, author: Author, row: MembershipRow): Written<MembershipRow> {
  return world.store.write(author, 'membership.change', (tx) =>
    putMembership(tx, { ...tx.need('memberships', row.id, ''), ...row }, world.wallMs()),
  )
}

/** Problem `not-found`. */
export function removeMembership(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'membership.delete', (tx) => {
    tx.need('memberships', id, '')
    tx.remove('memberships', id)
    return null
  })
}

/** Problems: `unknown-reference` (user, crew, area), `end-before-start`, `too-many`. */
export function addGrant(world: World, author: Author, body: GrantBody): Written<GrantRow> {
  return world.store.write(author, 'grant.create', (tx) => {
    const { to } = body
    if (to.kind === 'user') needReference(tx, 'users', to.user, 'to.user')
    if (to.kind === 'crew') needReference(tx, 'crews', to.crew, 'to.crew')
    body.areas?.forEach((area, index) => needReference(tx, 'areas', area, `areas.${index}`))
    refuseEmpty(body, world.wallMs())
    refuseFull(tx, 'grants')
    const row = { id: world.newId(), ...body }
    tx.put('grants', row)
    return row
  })
}

/** Problem `not-found`. */
export function removeGrant(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'grant.delete', (tx) => {
    tx.need('grants', id, '')
    tx.remove('grants', id)
    return null
  })
}

/** Stores a membership within a transaction. Problems: `unknown-reference`, `end-before-start`, `too-many`. */
export function putMembership(tx: Transaction, row: MembershipRow, wallMs: number): MembershipRow {
  needReference(tx, 'users', row.user, 'user')
  needReference(tx, 'crews', row.crew, 'crew')
  refuseEmpty(row, wallMs)
  if (tx.get('memberships', row.id) === null) refuseFull(tx, 'memberships')
  tx.put('memberships', row)
  return row
}

/** Areas that became others, or are gone (null): what was granted in them is granted in those, and nothing that is left nowhere stays. */
export function carryGrants(tx: Transaction, became: ReadonlyMap<string, string | null>): void {
  for (const grant of readPeople(tx.db).grants) {
    if (grant.areas === null || !grant.areas.some((area) => became.has(area))) continue
    const areas = grant.areas.flatMap((area) => (became.has(area) ? (became.get(area) ?? []) : area))
    if (areas.length > 0) tx.put('grants', { ...grant, areas })
    else tx.remove('grants', grant.id)
  }
}

/** Takes an account out of every crew, with what was granted to it by name. */
export function forgetPerson(tx: Transaction, user: string): void {
  const rows = readPeople(tx.db)
  for (const membership of rows.memberships) if (membership.user === user) tx.remove('memberships', membership.id)
  for (const { id, to } of rows.grants) if (to.kind === 'user' && to.user === user) tx.remove('grants', id)
}

function putCrew(tx: Transaction, row: CrewRow): CrewRow {
  if (row.parent !== null) needReference(tx, 'crews', row.parent, 'parent')
  const others = readPeople(tx.db).crews.filter(({ id }) => id !== row.id)
  if (others.some(({ name }) => name.toLowerCase() === row.name.toLowerCase()))
    throw new Problem(409, 'duplicate', `There is a crew «${row.name}» already.`, 'name', { name: row.name })
  refuseTangled([...others, row])
  tx.put('crews', row)
  return row
}

/** What ended long ago goes when the same person comes in anew, so that shifts of many years do not pile up. */
function forgetOver(tx: Transaction, user: string, beforeMs: number): void {
  for (const row of tx.db.select().from(memberships).where(eq(memberships.user, user)).all())
    if (row.until !== null && row.until < beforeMs) tx.remove('memberships', row.id)
}

function needReference(tx: Transaction, table: 'users' | 'crews' | 'areas', id: string, path: string): void {
  if (tx.get(table, id) === null) throw new Problem(422, 'unknown-reference', `There is no «${id}» in ${table}.`, path, { id })
}

function refuseEmpty({ from, until }: { readonly from: number | null; readonly until: number | null }, wallMs: number): void {
  if (until !== null && (until <= wallMs || (from !== null && until <= from)))
    throw new Problem(422, 'end-before-start', 'The end must come after the start, and after now.', 'until')
}

function refuseFull(tx: Transaction, table: 'crews' | 'memberships' | 'grants'): void {
  const { rows } = tx.db.select({ rows: count() }).from({ crews, memberships, grants }[table]).get() ?? { rows: 0 }
  const most = limits[table]
  if (rows >= most) throw new Problem(422, 'too-many', `There are at most ${most} ${table}.`, '', { most })
}
