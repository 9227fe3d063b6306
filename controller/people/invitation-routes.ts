/** `/invitations`: a link that makes an account, once, within a day. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { type Call, type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import type { Access } from './access/store.ts'
import { demandMayPlace } from './crews/lead.ts'
import { leaderOf } from './crews/routes.ts'
import { letIn } from './let-in.ts'
import { acceptSchema, type Invited, invitedSchema } from './person.ts'
import { hashPassword } from './secrets.ts'
import type { SignIn } from './sign-in.ts'
import type { Standings } from './standings.ts'

export interface InvitationOptions {
  readonly world: World
  readonly access: Access
  readonly signIn: SignIn
  readonly standings: Standings
  readonly linkOrigin: (request: Request) => string
}

export function invitationRoutes(options: InvitationOptions): readonly Route[] {
  const { world, access, linkOrigin } = options
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
      who: 'signed-in',
      summary:
        'Creates an invitation: a link for one account, valid for a day. Who leads a crew may invite a member into it for at most 24 hours.',
      body: invitedSchema,
      handle: (call) => {
        const { author, body, raw } = call
        demandMayInvite(options, call)
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
        const { id, role, mayStartOverride, mayEndOverride, into, expiresAt } = access.invitation(params['invitation'] ?? '')
        return { id, role, mayStartOverride, mayEndOverride, into, expiresAt }
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
        return letIn(options, call, done.value, false)
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

/** Who leads a crew gives a place in it and nothing else. */
function demandMayInvite({ world, standings }: InvitationOptions, call: Call<Invited>): void {
  const { role, mayStartOverride, mayEndOverride, into } = call.body
  if (call.rights.all) return
  if (into === null || role !== 'see' || mayStartOverride || mayEndOverride)
    throw new Problem(403, 'forbidden', 'You can invite a member into a crew that you lead, with no rights of its own.', 'into')
  demandMayPlace(leaderOf(standings, call), into, world.wallMs())
}
