/** Reads and writes accounts. */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, eq, ne } from 'drizzle-orm'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { forgetPerson } from './crews/store.ts'
import type { NewUser, UserChange } from './person.ts'
import { hashPassword } from './secrets.ts'
import { credentials, sessions, tokens, users } from './table.ts'

export interface People {
  readonly list: () => readonly User[]
  readonly byId: (id: string) => User | null
  readonly byUsername: (username: string) => User | null
  readonly passwordHashOf: (id: string) => string | null
  /** Problem `duplicate` where the user name is taken. */
  readonly create: (author: Author, user: NewUser) => Promise<Written<User>>
  /** Changes what is given. A new password signs the account out everywhere but in the session `staying` (its `idHash`), and ends its tokens. Problems `not-found`, `duplicate`, `in-use` (the last who may everything). */
  readonly change: (author: Author, id: string, change: UserChange, staying: string | null) => Promise<Written<User>>
  /** Its places in crews and what was granted to it by name go too. Problem `in-use` for the last who may everything. */
  readonly remove: (author: Author, id: string) => Written<null>
}

export function createPeople(world: World): People {
  const { store } = world
  return {
    list: () => store.db.select().from(users).orderBy(asc(users.name)).all(),
    byId: (id) => store.db.select().from(users).where(eq(users.id, id)).get() ?? null,
    byUsername: (username) => store.db.select().from(users).where(eq(users.username, username)).get() ?? null,
    passwordHashOf: (id) => store.db.select().from(credentials).where(eq(credentials.id, id)).get()?.passwordHash ?? null,
    create: async (author, { password, ...user }) => {
      const passwordHash = await hashPassword(password)
      return store.write(author, 'user.create', (tx) => addUser(tx, { ...user, id: world.newId() }, passwordHash))
    },
    change: async (author, id, { password, ...given }, staying) => {
      const passwordHash = password === undefined ? null : await hashPassword(password)
      const change = withoutAbsent(given)
      const isPasswordAlone = passwordHash !== null && Object.keys(change).length === 0
      return store.write(author, isPasswordAlone ? 'user.password' : 'user.change', (tx) => {
        const user = { ...tx.need('users', id, ''), ...change }
        refuseTaken(tx.db, user)
        tx.put('users', user)
        if (passwordHash !== null) {
          tx.put('credentials', { id, passwordHash })
          signOut(tx.db, id, staying)
          removeTokens(tx, id)
        }
        demandSomebodyInCharge(tx.db)
        return user
      })
    },
    remove: (author, id) =>
      store.write(author, 'user.delete', (tx) => {
        tx.need('users', id, '')
        removeTokens(tx, id)
        forgetPerson(tx, id)
        tx.db.delete(sessions).where(eq(sessions.user, id)).run()
        tx.remove('users', id)
        demandSomebodyInCharge(tx.db)
        return null
      }),
  }
}

/** Adds an account within a transaction. Problem `duplicate`. */
export function addUser(tx: Transaction, user: User, passwordHash: string): User {
  refuseTaken(tx.db, user)
  tx.put('users', user)
  // Of a new account there is nothing to tell, and it is not forgotten when its making is taken back.
  const { db } = tx
  db.insert(credentials).values({ id: user.id, passwordHash }).onConflictDoUpdate({ target: credentials.id, set: { passwordHash } }).run()
  return user
}

/** Throws `in-use` where nobody would be left who may everything. */
export function demandSomebodyInCharge(db: Drizzle): void {
  if (db.select().from(users).where(eq(users.role, 'all')).get() === undefined)
    throw new Problem(409, 'in-use', 'Somebody must be left who may do everything.', 'role')
}

function refuseTaken(db: Drizzle, user: User): void {
  const other = db.select().from(users).where(eq(users.username, user.username)).get()
  if (other !== undefined && other.id !== user.id)
    throw new Problem(409, 'duplicate', `The user name «${user.username}» is taken.`, 'username', { name: user.username })
}

function removeTokens(tx: Transaction, user: string): void {
  for (const token of tx.db.select().from(tokens).where(eq(tokens.user, user)).all()) tx.remove('tokens', token.id)
}

/** Ends the account's sessions, but for one (its `idHash`). */
function signOut(db: Drizzle, user: string, staying: string | null): void {
  const others = staying === null ? undefined : ne(sessions.idHash, staying)
  db.delete(sessions)
    .where(and(eq(sessions.user, user), others))
    .run()
}

function withoutAbsent<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
}
