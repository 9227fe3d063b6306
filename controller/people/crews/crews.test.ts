/** Crews over HTTP: what whoever leads one may do, and how somebody comes in for a shift. */
import type { CrewResource, MembershipResource, Session, Written } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adminPassword, createRig, refusal, type Rig, type RigAccount } from '../../testing/rig.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let rig: Rig
/** Tech holds Net, which holds Wifi; Scene stands beside. `leader` leads Net, `member` is in it. */
const crews = { tech: '', net: '', wifi: '', scene: '' }
let leader: RigAccount
let member: RigAccount
let ola: RigAccount

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const valueOf = <T>(answer: { json: () => unknown }) => (answer.json() as Written<T>).value
const make = async (name: string, parent: string | null) =>
  valueOf<CrewResource>(await rig.as('admin', 'POST', '/crews', { name, parent })).id
const put = (user: string, crew: string, rank: string, until: string | null = null) =>
  rig.as('admin', 'POST', '/memberships', { user, crew, rank, until })

beforeAll(async () => {
  rig = await createRig()
  crews.tech = await make('Tech', null)
  crews.net = await make('Net', crews.tech)
  crews.wifi = await make('Wifi', crews.net)
  crews.scene = await make('Scene', null)
  leader = await rig.account('leder', 'see', [])
  member = await rig.account('medlem', 'see', [])
  ola = await rig.account('ola', 'see', [])
  await put(leader.id, crews.net, 'shift-leader')
  await put(member.id, crews.net, 'member')
  const grant = { to: { kind: 'crew', crew: crews.net, rank: 'member' }, right: 'edit', areas: ['hall'] }
  await rig.as('admin', 'POST', '/grants', grant)
})
afterAll(() => rig.close())

describe('who leads a crew', () => {
  const to = (crew: keyof typeof crews, rank = 'member', until: string | null = inHours(8)) => ({
    user: ola.id,
    crew: crews[crew],
    rank,
    until,
  })

  test.each<[string, () => object, string | null]>([
    ['may put a member in for a shift', () => to('net'), null],
    ['and in the crew beneath', () => to('wifi'), null],
    ['not in the crew above', () => to('tech'), 'crew'],
    ['not in another crew', () => to('scene'), 'crew'],
    ['not with a rank', () => to('net', 'shift-leader'), 'rank'],
    ['not for good', () => to('net', 'member', null), 'until'],
    ['not for longer than a day', () => to('net', 'member', inHours(24.1)), 'until'],
  ])('%s', async (_, body, path) => {
    const answer = await leader.ask('POST', '/memberships', body())
    if (path === null) {
      expect(answer.status, answer.text).toBe(200)
      expect((await leader.ask('DELETE', `/memberships/${valueOf<MembershipResource>(answer).id}`)).status).toBe(200)
    } else expect(refusal(answer)).toEqual({ status: 403, code: 'forbidden', path })
  })

  test('may make a shift shorter and take a member out, and take that back; not touch a rank', async () => {
    const { id } = valueOf<MembershipResource>(await leader.ask('POST', '/memberships', to('net')))
    const shorter = await leader.ask('PATCH', `/memberships/${id}`, { until: inHours(1) })
    expect(shorter.status, shorter.text).toBe(200)
    expect(refusal(await leader.ask('PATCH', `/memberships/${id}`, { rank: 'chief' }))).toMatchObject({ status: 403, path: 'rank' })
    expect(refusal(await leader.ask('PATCH', `/memberships/${id}`, { until: null }))).toMatchObject({ status: 403, path: 'until' })
    const { revision } = (await leader.ask('DELETE', `/memberships/${id}`)).json() as Written<null>
    expect((await leader.ask('POST', '/undo', { revision })).status).toBe(200)
    const own = (await placesOf(leader.id))[0]?.id ?? ''
    expect(refusal(await leader.ask('DELETE', `/memberships/${own}`))).toMatchObject({ status: 403, path: 'rank' })
    await leader.ask('DELETE', `/memberships/${id}`)
  })

  test('gives nothing else: no grants, no crews, no accounts', async () => {
    const grant = { to: { kind: 'user', user: leader.id }, right: 'all' }
    const attempts = [
      leader.ask('POST', '/grants', grant),
      leader.ask('POST', '/crews', { name: 'Mitt', parent: crews.net }),
      leader.ask('PATCH', `/crews/${crews.net}`, { parent: null }),
      leader.ask('PATCH', `/users/${leader.id}`, { role: 'all' }),
    ]
    expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  test('is nobody who is only in it', async () => {
    expect(refusal(await member.ask('POST', '/memberships', to('net')))).toMatchObject({ status: 403, code: 'forbidden' })
    const { json } = await member.ask('GET', '/session')
    expect(json()).toMatchObject({ invites: [], areas: ['hall'], rights: { edit: ['hall'], all: false } })
  })

  test('is told so by the session', async () => {
    const { invites, rights } = (await leader.ask('GET', '/session')).json() as Session
    expect([...invites].sort()).toEqual([crews.net, crews.wifi].sort())
    expect(rights).toEqual({ edit: ['hall'], all: false, startOverride: [], endOverride: [] })
    expect(((await rig.as('admin', 'GET', '/session')).json() as Session).invites).toHaveLength(4)
  })
})

describe('another’s deed', () => {
  test('in one’s crew is not taken back by a leader, nor one’s own where one leads no more', async () => {
    const { revision } = (await put(ola.id, crews.net, 'member', inHours(1))).json() as Written<unknown>
    expect(refusal(await leader.ask('POST', '/undo', { revision })).code).toBe('forbidden')
    const own = (
      await leader.ask('POST', '/memberships', { user: ola.id, crew: crews.net, rank: 'member', until: inHours(2) })
    ).json() as Written<unknown>
    const place = (await placesOf(leader.id))[0]?.id ?? ''
    const fallen = (await rig.as('admin', 'DELETE', `/memberships/${place}`)).json() as Written<null>
    expect(refusal(await leader.ask('POST', '/undo', { revision: own.revision })).code).toBe('forbidden')
    await rig.as('admin', 'POST', '/undo', { revision: fallen.revision })
    expect((await leader.ask('POST', '/undo', { revision: own.revision })).status).toBe(200)
    await rig.as('admin', 'POST', '/undo', { revision })
  })

  test('that makes a ring of crews is not taken back', async () => {
    const [a, b] = [await make('Aa', null), await make('Bb', null)]
    await rig.as('admin', 'PATCH', `/crews/${a}`, { parent: b })
    const { revision } = (await rig.as('admin', 'PATCH', `/crews/${a}`, { parent: null })).json() as Written<unknown>
    await rig.as('admin', 'PATCH', `/crews/${b}`, { parent: a })
    expect(refusal(await rig.as('admin', 'POST', '/undo', { revision })).code).toBe('crew-cycle')
  })
})

describe('an invitation into a crew', () => {
  const plain = { role: 'see', mayStartOverride: false, mayEndOverride: false }
  const into = (crew: keyof typeof crews = 'net', rank = 'member', until: string | null = inHours(8)) => ({
    crew: crews[crew],
    rank,
    until,
  })
  const person = (username: string) => ({ username, name: 'Ny', password: adminPassword })
  const tokenOf = (answer: { json: () => unknown }) => valueOf<{ link: string }>(answer).link.split('/').at(-1) ?? ''

  test.each<[string, () => object, string]>([
    ['with a role', () => ({ ...plain, role: 'edit', into: into() }), 'into'],
    ['with a right to send emergency messages', () => ({ ...plain, mayStartOverride: true, into: into() }), 'into'],
    ['with a right to end them', () => ({ ...plain, mayEndOverride: true, into: into() }), 'into'],
    ['into no crew', () => plain, 'into'],
    ['into the crew above', () => ({ ...plain, into: into('tech') }), 'crew'],
    ['with a rank', () => ({ ...plain, into: into('net', 'co-chief') }), 'rank'],
    ['for good', () => ({ ...plain, into: into('net', 'member', null) }), 'until'],
    ['for two days', () => ({ ...plain, into: into('net', 'member', inHours(48)) }), 'until'],
  ])('is not made by a leader %s', async (_, body, path) => {
    expect(refusal(await leader.ask('POST', '/invitations', body()))).toEqual({ status: 403, code: 'forbidden', path })
  })

  test('puts a new account in it for the shift', async () => {
    const until = inHours(3)
    const made = await leader.ask('POST', '/invitations', { ...plain, into: into('net', 'member', until) })
    expect(valueOf(made)).toMatchObject({ into: { crew: crews.net, rank: 'member', until }, expiresAt: until })
    const accepted = await rig.ask({ method: 'POST', path: `/api/v1/invitations/${tokenOf(made)}/accept`, body: person('ny1') })
    const session = accepted.json() as Session
    expect(session).toMatchObject({
      user: { username: 'ny1', role: 'see' },
      rights: { edit: ['hall'] },
      areas: ['hall'],
      invites: [],
      practice: false,
    })
    expect(await placesOf(session.user.id)).toMatchObject([{ crew: crews.net, rank: 'member', until }])
  })

  test('may do anything where an administrator makes it', async () => {
    const made = await rig.as('admin', 'POST', '/invitations', { ...plain, role: 'edit', into: into('tech', 'chief', null) })
    const accepted = await rig.ask({ method: 'POST', path: `/api/v1/invitations/${tokenOf(made)}/accept`, body: person('ny2') })
    expect(accepted.json()).toMatchObject({ rights: { edit: 'venue' }, areas: ['hall'] })
  })

  test('is worth nothing once the crew is gone', async () => {
    const crew = await make('Kortlivet', null)
    const made = await rig.as('admin', 'POST', '/invitations', { ...plain, into: { crew, rank: 'member', until: null } })
    await rig.as('admin', 'DELETE', `/crews/${crew}`)
    expect(refusal(await rig.ask({ path: `/api/v1/invitations/${tokenOf(made)}` }))).toMatchObject({ status: 410, code: 'invitation' })
  })

  test('into a crew there is not is refused', async () => {
    const body = { ...plain, into: { crew: 'nothing', rank: 'member', until: null } }
    expect(refusal(await rig.as('admin', 'POST', '/invitations', body))).toEqual({
      status: 422,
      code: 'unknown-reference',
      path: 'into.crew',
    })
  })
})

describe('grants over REST', () => {
  const to = { kind: 'rank', rank: 'chief' }
  test.each<[string, object, string, string]>([
    ['everything in one area', { to, right: 'all', areas: ['hall'] }, 'invalid', 'areas'],
    ['in no area', { to, right: 'edit', areas: [] }, 'invalid', 'areas'],
    ['a right there is not', { to, right: 'fly' }, 'invalid', 'right'],
    ['to a rank there is not', { to: { kind: 'rank', rank: 'boss' }, right: 'edit' }, 'invalid', 'to.rank'],
    ['until a time without an offset', { to, right: 'edit', until: '2027-03-26T22:40:00' }, 'invalid', 'until'],
  ])('%s is refused', async (_, body, code, path) => {
    expect(refusal(await rig.as('admin', 'POST', '/grants', body))).toMatchObject({ code, path })
  })
})

async function placesOf(user: string): Promise<readonly MembershipResource[]> {
  const all = (await rig.as('see', 'GET', '/memberships')).json() as readonly MembershipResource[]
  return all.filter((one) => one.user === user)
}
