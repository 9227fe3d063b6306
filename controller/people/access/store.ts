/** Reads and writes the ways in: sessions of browsers, tokens of programs, invitations. Only hashes of their secrets are kept. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Drizzle } from '../../storage/database.ts'
import type { Author, Written } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import { putMembership } from '../crews/store.ts'
import type { Invited, Rights } from '../person.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { addUser } from '../store.ts'
import { type InvitationRow, invitations, type SessionRow, sessions, tokens } from '../table.ts'

export interface Access {
  /** Sessions that have run out go at the same time. */
  readonly addSession: (session: SessionRow) => void
  readonly session: (idHash: string) => SessionRow | null
  readonly removeSession: (idHash: string) => void
  /** Everybody's that have not run out, seen last first. */
  readonly sessions: () => readonly SessionRow[]
  /** A disk that is full is no reason to turn somebody away: it is logged, and noted another time. */
  readonly noteSeen: (idHash: string, atMs: number) => void
  readonly setPractice: (idHash: string, on: boolean) => void
  readonly ownerOfToken: (hash: string) => string | null
  readonly tokensOf: (user: string) => readonly { id: string; name: string; createdAt: number }[]
  /** The secret is in the answer and nowhere else. */
  readonly addToken: (author: Author, name: string) => Written<{ id: string; name: string; token: string }>
  readonly removeToken: (author: Author, id: string) => Written<null>
  /** Problems `unknown-reference` (the crew it leads into), `too-many`. */
  readonly invite: (author: Author, invited: Invited) => { row: InvitationRow; secret: string; written: Written<null> }
  readonly openInvitations: () => readonly InvitationRow[]
  /** The invitation that a link's secret belongs to. Problem `invitation` where it is used, run out or unknown. */
  readonly invitation: (secret: string) => InvitationRow
  /** Uses the invitation up, makes the account and puts it in the crew, in one write. Problems `invitation`, `duplicate`. */
  readonly accept: (secret: string, person: Omit<User, keyof Rights>, passwordHash: string) => Written<User>
  readonly withdraw: (author: Author, id: string) => Written<null>
}

export function createAccess(world: World): Access {
  return { ...sessionRows(world), ...tokenRows(world), ...invitationRows(world) }
}

function tokenRows({ store, wallMs, newId }: World): Pick<Access, 'ownerOfToken' | 'tokensOf' | 'addToken' | 'removeToken'> {
  return {
    ownerOfToken: (hash) => store.db.select().from(tokens).where(eq(tokens.hash, hash)).get()?.user ?? null,
    tokensOf: (user) =>
      store.db
        .select({ id: tokens.id, name: tokens.name, createdAt: tokens.createdAt })
        .from(tokens)
        .where(eq(tokens.user, user))
        .orderBy(desc(tokens.createdAt))
        .all(),
    addToken: (author, name) =>
      store.write(author, 'token.create', (tx) => {
        const token = newSecret()
        const id = newId()
        tx.put('tokens', { id, name, user: author.id, hash: hashSecret(token), createdAt: wallMs() })
        return { id, name, token }
      }),
    removeToken: (author, id) =>
      store.write(author, 'token.delete', (tx) => {
        if (tx.need('tokens', id, '').user !== author.id) throw new Problem(403, 'forbidden', 'This token is somebody else’s.')
        tx.remove('tokens', id)
        return null
      }),
  }
}

function invitationRows(world: World): Pick<Access, 'invite' | 'openInvitations' | 'invitation' | 'accept' | 'withdraw'> {
  const { store, wallMs } = world
  const valid = () => and(isNull(invitations.usedAt), gt(invitations.expiresAt, wallMs()))
  const invitation = (db: Drizzle, secret: string): InvitationRow => {
    const row = db
      .select()
      .from(invitations)
      .where(and(eq(invitations.tokenHash, hashSecret(secret)), valid()))
      .get()
    if (row === undefined) throw new Problem(410, 'invitation', 'This invitation is used, too old or unknown. Ask for a new one.')
    return row
  }
  const openInvitations = () => store.db.select().from(invitations).where(valid()).orderBy(desc(invitations.expiresAt)).all()
  return {
    invite: (author, invited) => {
      const secret = newSecret()
      // What leads into a shift is worth nothing after it.
      const expiresAt = Math.min(wallMs() + limits.invitationMs, invited.into?.until ?? Number.POSITIVE_INFINITY)
      const row = { id: world.newId(), tokenHash: hashSecret(secret), ...invited, expiresAt, usedAt: null }
      const written = store.write(author, 'invitation.create', (tx) => {
        const crew = invited.into?.crew ?? null
        if (crew !== null && tx.get('crews', crew) === null)
          throw new Problem(422, 'unknown-reference', `There is no crew «${crew}».`, 'into.crew', { id: crew })
        if (openInvitations().length >= limits.invitations)
          throw new Problem(422, 'too-many', `At most ${limits.invitations} invitations are open at once.`, '', {
            most: limits.invitations,
          })
        tx.put('invitations', row)
        return null
      })
      return { row, secret, written }
    },
    openInvitations,
    invitation: (secret) => invitation(store.db, secret),
    accept: (secret, person, passwordHash) =>
      store.write({ id: person.id, name: person.name }, 'invitation.accept', (tx) => {
        const row = invitation(tx.db, secret)
        tx.put('invitations', { ...row, usedAt: wallMs() })
        const { role, mayStartOverride, mayEndOverride, into } = row
        const user = addUser(tx, { ...person, role, mayStartOverride, mayEndOverride }, passwordHash)
        if (into !== null) putMembership(tx, { id: world.newId(), user: user.id, ...into, from: null }, wallMs())
        return user
      }),
    withdraw: (author, id) =>
      store.write(author, 'invitation.withdraw', (tx) => {
        tx.need('invitations', id, '')
        tx.remove('invitations', id)
        return null
      }),
  }
}

type SessionRows = Pick<Access, 'addSession' | 'session' | 'removeSession' | 'sessions' | 'noteSeen' | 'setPractice'>

function sessionRows({ store, wallMs, log }: World): SessionRows {
  const { db } = store
  const is = (idHash: string) => eq(sessions.idHash, idHash)
  // Those of an earlier version have no name of their own yet.
  db.update(sessions)
    .set({ id: sql`substr(${sessions.idHash}, 1, 12)` })
    .where(eq(sessions.id, ''))
    .run()
  return {
    addSession: (session) => {
      db.delete(sessions).where(lte(sessions.expiresAt, wallMs())).run()
      db.insert(sessions).values(session).run()
    },
    session: (idHash) => db.select().from(sessions).where(is(idHash)).get() ?? null,
    removeSession: (idHash) => void db.delete(sessions).where(is(idHash)).run(),
    sessions: () => db.select().from(sessions).where(gt(sessions.expiresAt, wallMs())).orderBy(desc(sessions.seenAt)).all(),
    noteSeen: (idHash, seenAt) => {
      try {
        db.update(sessions).set({ seenAt }).where(is(idHash)).run()
      } catch (error) {
        log.warn({ err: error }, 'when a session was last seen could not be stored')
      }
    },
    setPractice: (idHash, practice) => void db.update(sessions).set({ practice }).where(is(idHash)).run(),
  }
}
