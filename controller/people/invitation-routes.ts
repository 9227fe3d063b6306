/** `/invitations`: a link that makes an account, once, within a day. */
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import type { Access } from './access/store.ts'
import { acceptSchema, rightsSchema } from './person.ts'
import { letIn } from './let-in.ts'
import { hashPassword } from './secrets.ts'
import type { SignIn } from './sign-in.ts'

export interface InvitationOptions {
  readonly world: World
  readonly access: Access
  readonly signIn: SignIn
  readonly linkOrigin: (request: Request) => string
}

export function invitationRoutes({ world, access, signIn, linkOrigin }: InvitationOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/invitations',
      who: 'all',
      summary: 'Invitations that nobody has used yet; their links are not kept.',
      body: null,
      handle: () => access.openInvitations().map(({ tokenHash: _secret, usedAt: _never, ...row }) => row),
    }),
    route({
      method: 'post',
      path: '/invitations',
      who: 'all',
      summary: 'Creates an invitation: a link for one account, valid for a day.',
      body: rightsSchema,
      handle: ({ author, body, raw }) => {
        const { row, secret, written: done } = access.invite(author, body)
        const link = `${linkOrigin(raw)}/invitation/${secret}`
        return written(world, { ...done, value: { id: row.id, link, expiresAt: row.expiresAt, ...body } })
      },
    }),
    route<null>({
      method: 'get',
      path: '/invitations/{invitation}',
      who: 'anyone',
      summary: 'What an invitation would allow; 410 where it is used or too old.',
      body: null,
      handle: ({ params }) => {
        const { id, role, mayStartOverride, mayEndOverride, expiresAt } = access.invitation(params['invitation'] ?? '')
        return { id, role, mayStartOverride, mayEndOverride, expiresAt }
      },
    }),
    route({
      method: 'post',
      path: '/invitations/{invitation}/accept',
      who: 'anyone',
      summary: 'Makes the account and signs in.',
      body: acceptSchema,
      handle: async (call) => {
        const secret = call.params['invitation'] ?? ''
        access.invitation(secret)
        const { password, ...person } = call.body
        const done = access.accept(secret, { ...person, id: world.newId() }, await hashPassword(password))
        return letIn(signIn, call, done.value, null)
      },
    }),
    route<null>({
      method: 'delete',
      path: '/invitations/{invitation}',
      who: 'all',
      summary: 'Withdraws an invitation.',
      body: null,
      handle: ({ author, params }) => written(world, access.withdraw(author, params['invitation'] ?? '')),
    }),
  ]
}
