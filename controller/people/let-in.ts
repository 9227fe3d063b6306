/** Lets a browser in: the cookie on the answer, and who it is. */
import type { Session, User } from '@infoskjerm/shared/wire/api.ts'
import type { Call } from '../http/route.ts'
import { browserOf } from './browser.ts'
import { writeCookie } from './cookie.ts'
import { sessionFor } from './session.ts'
import type { SignIn, Visitor } from './sign-in.ts'
import type { Standings } from './standings.ts'

interface Ways {
  readonly signIn: SignIn
  readonly standings: Standings
}

/** Whether the request came over TLS, which decides the cookie's name. */
export function isEncrypted(call: Pick<Call<unknown>, 'raw'>): boolean {
  return call.raw.url.startsWith('https:')
}

export function visitorOf(call: Pick<Call<unknown>, 'raw' | 'address'>): Visitor {
  return { address: call.address, browser: browserOf(call.raw.headers.get('user-agent')) }
}

/** Opens a session for somebody who just proved who they are. `practice`: it practises. */
export function letIn(ways: Ways, call: Call<unknown>, user: User, practice: boolean): Session {
  return give(ways, call, user, ways.signIn.open(user.id, visitorOf(call), practice), practice)
}

/** The cookie of a session that has just been opened, and what it may. */
export function give({ standings }: Ways, call: Call<unknown>, user: User, secret: string, practice: boolean): Session {
  call.headers.append('set-cookie', writeCookie(secret, isEncrypted(call)))
  return sessionFor(standings, user, practice)
}
