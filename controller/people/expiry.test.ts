import { limits } from '@infoskjerm/shared/limits.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createAccess } from './access/store.ts'
import { createSignIn } from './sign-in.ts'
import { createStandings } from './standings.ts'
import { createPeople } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
})
afterEach(() => world.close())

test('a sign-in ends after its time, and not before', async () => {
  const people = createPeople(world)
  const signIn = createSignIn({ people, rows: createAccess(world), standings: createStandings(world), wallMs: world.wallMs })
  const rights = { role: 'edit', mayStartOverride: false, mayEndOverride: false } as const
  const { value } = await people.create(kari, { username: 'ola', name: 'Ola', password: 'et-langt-passord', language: 'nb', ...rights })
  const cookie = `session=${signIn.open(value.id, { address: '10.0.0.7', browser: '' }, false)}`
  world.pass(limits.sessionMs - 1)
  expect(signIn.ofCookie(cookie, false)?.id).toBe(value.id)
  world.pass(1)
  expect(signIn.ofCookie(cookie, false)).toBeNull()
})

test('a sign-in is noted as seen, at most once a minute', async () => {
  const people = createPeople(world)
  const rows = createAccess(world)
  const signIn = createSignIn({ people, rows, standings: createStandings(world), wallMs: world.wallMs })
  const rights = { role: 'see', mayStartOverride: false, mayEndOverride: false } as const
  const { value } = await people.create(kari, { username: 'ola', name: 'Ola', password: 'et-langt-passord', language: 'nb', ...rights })
  const cookie = `session=${signIn.open(value.id, { address: '10.0.0.7', browser: '' }, false)}`
  const seen = [0, 59_999, 1, 30_000].map((ms) => {
    world.pass(ms)
    signIn.ofCookie(cookie, false)
    return world.wallMs() - (rows.sessions()[0]?.seenAt ?? 0)
  })
  expect(seen).toEqual([0, 59_999, 0, 30_000])
})

test('a sign-in of an earlier version has a name in the list too', () => {
  const row = { user: 'ola', createdAt: 0, seenAt: 0, expiresAt: world.wallMs() + 1, address: '', browser: '', practice: false }
  createAccess(world).addSession({ ...row, idHash: 'a'.repeat(64), id: '' })
  expect(createAccess(world).sessions()).toMatchObject([{ id: 'a'.repeat(12) }])
})

test('an invitation ends after a day, also for somebody who has the form open', () => {
  const access = createAccess(world)
  const { secret, row } = access.invite(kari, { role: 'edit', mayStartOverride: false, mayEndOverride: false, into: null })
  world.pass(limits.invitationMs - 1)
  expect(access.invitation(secret).id).toBe(row.id)
  world.pass(1)
  const accept = () => access.accept(secret, { id: 'u', username: 'ola', name: 'Ola', language: 'nb' }, 'hash')
  for (const late of [() => access.invitation(secret), accept]) expect(late).toThrow(expect.objectContaining({ code: 'invitation' }))
  expect(access.openInvitations()).toEqual([])
})
