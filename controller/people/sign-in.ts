/** Signing in and out: sessions of browsers and tokens of programs. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { readCookie } from './cookie.ts'
import { hashSecret, isPassword, newSecret } from './secrets.ts'
import type { Access } from './access/store.ts'
import type { People } from './store.ts'

export interface SignIn {
  /** A new session's secret for the right password. Problems `wrong-password`, `too-many`. */
  readonly signIn: (username: string, password: string, address: string) => Promise<{ user: User; secret: string }>
  /** A session for somebody who just proved who they are. */
  readonly open: (user: string, address: string) => string
  readonly signOut: (cookie: string | null, encrypted: boolean) => void
  readonly ofCookie: (header: string | null, encrypted: boolean) => User | null
  readonly ofToken: (token: string) => User | null
}

export function createSignIn(options: { readonly people: People; readonly rows: Access; readonly wallMs: () => number }): SignIn {
  const { people, rows, wallMs } = options
  const wrongTries = new RateLimiterMemory({ points: limits.signInTries, duration: 15 * 60 })
  // Every try costs 19 MiB and a thread, for names that do not exist too.
  const triesFrom = new RateLimiterMemory({ points: limits.signInTriesPerAddress, duration: 15 * 60 })

  function open(user: string, address: string): string {
    const secret = newSecret()
    const createdAt = wallMs()
    rows.addSession({ idHash: hashSecret(secret), user, createdAt, expiresAt: createdAt + limits.sessionMs, address })
    return secret
  }

  return {
    signIn: async (username, password, address) => {
      const name = username.trim().toLowerCase()
      const key = `${name}|${address}`
      await refuseGuessing(() => triesFrom.consume(address))
      await refuseGuessing(() => wrongTries.consume(key))
      const user = people.byUsername(name)
      if (!(await isPassword(user === null ? null : people.passwordHashOf(user.id), password)) || user === null)
        throw new Problem(401, 'wrong-password', 'The user name or the password is wrong.', 'password')
      await Promise.all([wrongTries.delete(key), triesFrom.reward(address)])
      return { user, secret: open(user.id, address) }
    },
    open,
    signOut: (cookie, encrypted) => {
      const secret = readCookie(cookie, encrypted)
      if (secret !== null) rows.removeSession(hashSecret(secret))
    },
    ofCookie: (header, encrypted) => {
      const secret = readCookie(header, encrypted)
      const session = secret === null ? null : rows.session(hashSecret(secret))
      return session === null || session.expiresAt <= wallMs() ? null : people.byId(session.user)
    },
    ofToken: (token) => {
      const owner = rows.ownerOfToken(hashSecret(token))
      return owner === null ? null : people.byId(owner)
    },
  }
}

/** The try is counted before the password is looked at, so that many at once gain nothing. */
async function refuseGuessing(consume: () => Promise<unknown>): Promise<void> {
  try {
    await consume()
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const minutes = Math.ceil(refused.msBeforeNext / 60_000)
    throw new Problem(429, 'too-many', `Too many wrong passwords. Try again in ${minutes} min.`, 'password', { minutes })
  }
}
