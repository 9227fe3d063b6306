/** Reads and writes the ways in: sessions of browsers, tokens of programs, invitations. Only hashes of their secrets are kept. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Drizzle } from '../../storage/database.ts'
import type { Author, Written } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import type { Rights } from '../person.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { addUser } from '../store.ts'
import { type InvitationRow, invitations, type SessionRow, sessions, tokens } from '../table.ts'

export interface Access {
  /** Sessions that have run out go at the same time. */
  readonly addSession: (session: SessionRow) => void
  readonly session: (idHash: string) => SessionRow | null
  readonly removeSession: (idHash: string) => void
  readonly ownerOfToken: (hash: string) => string | null
  readonly tokensOf: (user: string) => readonly { id: string; name: string; createdAt: number }[]
  /** The secret is in the answer and nowhere else. */
  readonly addToken: (author: Author, name: string) => Written<{ id: string; name: string; token: string }>
  readonly removeToken: (author: Author, id: string) => Written<null>
  readonly invite: (author: Author, rights: Rights) => { row: InvitationRow; secret: string; written: Written<null> }
  readonly openInvitations: () => readonly InvitationRow[]
  /** The invitation that a link's secret belongs to. Problem `invitation` where it is used, run out or unknown. */
  readonly invitation: (secret: string) => InvitationRow
  /** Uses the invitation up and makes the account, in one write. Problems `invitation`, `duplicate`. */
  readonly accept: (secret: string, person: Omit<User, keyof Rights>, passwordHash: string) => Written<User>
  readonly withdraw: (author: Author, id: string) => Written<null>
}

export function createAccess(world: World): Access {
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
  return {
    ...sessionRows(world),
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
        const id = world.newId()
        tx.put('tokens', { id, name, user: author.id, hash: hashSecret(token), createdAt: wallMs() })
        return { id, name, token }
      }),
    removeToken: (author, id) =>
      store.write(author, 'token.delete', (tx) => {
        if (tx.need('tokens', id, '').user !== author.id) throw new Problem(403, 'forbidden', 'This token is somebody else’s.')
        tx.remove('tokens', id)
        return null
      }),
    invite: (author, rights) => {
      const secret = newSecret()
      const row = { id: world.newId(), tokenHash: hashSecret(secret), ...rights, expiresAt: wallMs() + limits.invitationMs, usedAt: null }
      const written = store.write(author, 'invitation.create', (tx) => {
        tx.put('invitations', row)
        return null
      })
      return { row, secret, written }
    },
    openInvitations: () => store.db.select().from(invitations).where(valid()).orderBy(desc(invitations.expiresAt)).all(),
    invitation: (secret) => invitation(store.db, secret),
    accept: (secret, person, passwordHash) =>
      store.write({ id: person.id, name: person.name }, 'invitation.accept', (tx) => {
        const row = invitation(tx.db, secret)
        tx.put('invitations', { ...row, usedAt: wallMs() })
        const { role, mayStartOverride, mayEndOverride } = row
        return addUser(tx, { ...person, role, mayStartOverride, mayEndOverride }, passwordHash)
      }),
    withdraw: (author, id) =>
      store.write(author, 'invitation.withdraw', (tx) => {
        tx.need('invitations', id, '')
        tx.remove('invitations', id)
        return null
      }),
  }
}

function sessionRows({ store, wallMs }: World): Pick<Access, 'addSession' | 'session' | 'removeSession'> {
  return {
    addSession: (session) => {
      store.db.delete(sessions).where(lte(sessions.expiresAt, wallMs())).run()
      store.db.insert(sessions).values(session).run()
    },
    session: (idHash) => store.db.select().from(sessions).where(eq(sessions.idHash, idHash)).get() ?? null,
    removeSession: (idHash) => void store.db.delete(sessions).where(eq(sessions.idHash, idHash)).run(),
  }
}
