/** Lets a browser in: the cookie on the answer, and who it is. */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import type { Call } from '../http/route.ts'
import { writeCookie } from './cookie.ts'
import type { SignIn } from './sign-in.ts'

/** Whether the request came over TLS, which decides the cookie's name. */
export function isEncrypted(call: Pick<Call<unknown>, 'raw'>): boolean {
  return call.raw.url.startsWith('https:')
}

/** `secret` null: a new session is opened. */
export function letIn(signIn: SignIn, call: Call<unknown>, user: User, secret: string | null): { user: User } {
  call.headers.append('set-cookie', writeCookie(secret ?? signIn.open(user.id, call.address), isEncrypted(call)))
  return { user }
}
