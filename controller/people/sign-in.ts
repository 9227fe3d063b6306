/** Signing in and out: sessions of browsers and tokens of programs. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Rights, User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Access } from './access/store.ts'
import { readCookie } from './cookie.ts'
import { hashSecret, isPassword, newSecret } from './secrets.ts'
import type { Standings } from './standings.ts'
import type { People } from './store.ts'
import type { SessionRow } from './table.ts'

/** Who knocks: the address of the peer, and what the browser calls itself. */
export interface Visitor {
  readonly address: string
  readonly browser: string
}

export interface SignIn {
  /** A new session's secret for the right password. Problems `wrong-password`, `too-many`. */
  readonly signIn: (username: string, password: string, visitor: Visitor) => Promise<{ user: User; secret: string }>
  /** Whoever is signed in knows their password too; tries count as at the door. Problems `wrong-password`, `too-many` at `password.old`. */
  readonly prove: (user: User, password: string, address: string) => Promise<void>
  /** A session for somebody who just proved who they are; `practice`: it practises. */
  readonly open: (user: string, visitor: Visitor, practice: boolean) => string
  readonly signOut: (cookie: string | null, encrypted: boolean) => void
  /** The session behind a `Cookie` header, or null where there is none or it is over. */
  readonly sessionOf: (cookie: string | null, encrypted: boolean) => SessionRow | null
  readonly ofCookie: (header: string | null, encrypted: boolean) => User | null
  readonly ofToken: (token: string) => User | null
  readonly rightsOf: (user: User) => Rights
  readonly practises: (cookie: string | null, encrypted: boolean) => boolean
}

/** A session is noted as seen at most this often (ms). */
const seenEveryMs = 60_000

export interface SignInOptions {
  readonly people: People
  readonly rows: Access
  readonly standings: Standings
  readonly wallMs: () => number
}

export function createSignIn({ people, rows, standings, wallMs }: SignInOptions): SignIn {
  const wrongTries = new RateLimiterMemory({ points: limits.signInTries, duration: 15 * 60 })
  // Every try costs 19 MiB and a thread, for names that do not exist too.
  const triesFrom = new RateLimiterMemory({ points: limits.signInTriesPerAddress, duration: 15 * 60 })

  function open(user: string, { address, browser }: Visitor, practice: boolean): string {
    const secret = newSecret()
    const createdAt = wallMs()
    const times = { createdAt, seenAt: createdAt, expiresAt: createdAt + limits.sessionMs }
    rows.addSession({ idHash: hashSecret(secret), id: newSecret().slice(0, 12), user, address, browser, practice, ...times })
    return secret
  }

  function sessionOf(header: string | null, encrypted: boolean): SessionRow | null {
    const secret = readCookie(header, encrypted)
    const session = secret === null ? null : rows.session(hashSecret(secret))
    return session === null || session.expiresAt <= wallMs() ? null : session
  }

  /** The account of that name, if the password is its. */
  async function proven(name: string, password: string, address: string, path: string): Promise<User> {
    const key = `${name}|${address}`
    await refuseGuessing(() => triesFrom.consume(address), path)
    await refuseGuessing(() => wrongTries.consume(key), path)
    const user = people.byUsername(name)
    if (!(await isPassword(user === null ? null : people.passwordHashOf(user.id), password)) || user === null)
      throw new Problem(401, 'wrong-password', 'The user name or the password is wrong.', path)
    await Promise.all([wrongTries.delete(key), triesFrom.reward(address)])
    return user
  }

  return {
    signIn: async (username, password, visitor) => {
      const user = await proven(username.trim().toLowerCase(), password, visitor.address, 'password')
      return { user, secret: open(user.id, visitor, false) }
    },
    prove: async ({ username }, password, address) => void (await proven(username, password, address, 'password.old')),
    open,
    signOut: (cookie, encrypted) => {
      const secret = readCookie(cookie, encrypted)
      if (secret !== null) rows.removeSession(hashSecret(secret))
    },
    sessionOf,
    ofCookie: (header, encrypted) => {
      const session = sessionOf(header, encrypted)
      if (session === null) return null
      if (wallMs() - session.seenAt >= seenEveryMs) rows.noteSeen(session.idHash, wallMs())
      return people.byId(session.user)
    },
    ofToken: (token) => {
      const owner = rows.ownerOfToken(hashSecret(token))
      return owner === null ? null : people.byId(owner)
    },
    rightsOf: (user) => standings.of(user).rights,
    practises: (header, encrypted) => sessionOf(header, encrypted)?.practice === true,
  }
}

/** The try is counted before the password is looked at, so that many at once gain nothing. */
async function refuseGuessing(consume: () => Promise<unknown>, path: string): Promise<void> {
  try {
    await consume()
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const minutes = Math.ceil(refused.msBeforeNext / 60_000)
    throw new Problem(429, 'too-many', `Too many wrong passwords. Try again in ${minutes} min.`, path, { minutes })
  }
}
