/** Who may do what: the role is a ladder, the two emergency rights stand beside it. */
import type { Role, User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Who } from './route.ts'

const ladder: readonly Role[] = ['see', 'edit', 'all']

/** Whether an account may do what `who` may; null is nobody in particular. */
export function may(user: User | null, who: Who): boolean {
  if (who === 'anyone') return true
  if (user === null) return false
  if (who === 'signed-in') return true
  if (who === 'start-override') return user.mayStartOverride
  if (who === 'end-override') return user.mayEndOverride
  return ladder.indexOf(user.role) >= ladder.indexOf(who)
}

/** Throws `sign-in` or `forbidden`. */
export function demand(user: User | null, who: Who): void {
  if (may(user, who)) return
  if (user === null) throw new Problem(401, 'sign-in', 'Sign in first.')
  throw new Problem(403, 'forbidden', 'Your account may not do this.')
}
