/** Lets a browser in: the cookie on the answer, and who it is. */
import type { Session, User } from '@infoskjerm/shared/wire/api.ts'
import type { Call } from '../http/route.ts'
import { browserOf } from './browser.ts'
import { writeCookie } from './cookie.ts'
import { sessionFor } from './session.ts'
import type { SignIn, Visitor } from './sign-in.ts'
import type { Standings } from './standings.ts'

/** Whether the request came over TLS, which decides the cookie's name. */
export function isEncrypted(call: Pick<Call<unknown>, 'raw'>): boolean {
  return call.raw.url.startsWith('https:')
}

export function visitorOf(call: Pick<Call<unknown>, 'raw' | 'address'>): Visitor {
  return { address: call.address, browser: browserOf(call.raw.headers.get('user-agent')) }
}

/** `secret` null: a new session is opened. */
export function letIn(
  ways: { readonly signIn: SignIn; readonly standings: Standings },
  call: Call<unknown>,
  user: User,
  secret: string | null,
): Session {
  call.headers.append('set-cookie', writeCookie(secret ?? ways.signIn.open(user.id, visitorOf(call)), isEncrypted(call)))
  return sessionFor(ways.standings, user, false)
}
