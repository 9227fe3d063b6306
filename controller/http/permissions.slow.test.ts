/** Route × account × area, cell by cell: every route that the code has is really called by every kind of account, in both areas, and the outcome is that of the table written by hand. */
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { PlacementResource, Right, Role, Written } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Transaction } from '../storage/store.ts'
import { type AreaId, type Asked, placement } from '../testing/deeds.ts'
import { permitted, type Permitted } from '../testing/permitted.ts'
import { reaching } from '../testing/reaching.ts'
import { type Answer, createRig, type Rig, type RigGrant } from '../testing/rig.ts'

// Two thousand calls, perhaps on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

type Reach = 'venue' | readonly AreaId[]

/** What each kind of account has where, by hand: absent is nowhere. */
const accounts: Readonly<
  Record<string, { readonly role: Role; readonly grants: readonly RigGrant[]; readonly may: Partial<Record<Right, Reach>> }>
> = {
  sees: { role: 'see', grants: [], may: {} },
  'edits a': { role: 'see', grants: [{ right: 'edit', areas: ['a'] }], may: { edit: ['a'] } },
  'edits a, then b': {
    role: 'see',
    grants: [
      { right: 'edit', areas: ['a'] },
      { right: 'edit', areas: ['b'] },
    ],
    may: { edit: ['a', 'b'] },
  },
  'edits by grant': { role: 'see', grants: [{ right: 'edit', areas: null }], may: { edit: 'venue' } },
  edits: { role: 'edit', grants: [], may: { edit: 'venue' } },
  'edits, and again in a': { role: 'edit', grants: [{ right: 'edit', areas: ['a'] }], may: { edit: 'venue' } },
  everything: { role: 'all', grants: [], may: { edit: 'venue', all: 'venue' } },
  'everything by grant': { role: 'see', grants: [{ right: 'all', areas: null }], may: { edit: 'venue', all: 'venue' } },
  'sends in a': { role: 'see', grants: [{ right: 'start-override', areas: ['a'] }], may: { 'start-override': ['a'] } },
  sends: { role: 'see', grants: [{ right: 'start-override', areas: null }], may: { 'start-override': 'venue' } },
  'ends in a': { role: 'see', grants: [{ right: 'end-override', areas: ['a'] }], may: { 'end-override': ['a'] } },
  ends: { role: 'see', grants: [{ right: 'end-override', areas: null }], may: { 'end-override': 'venue' } },
  'edits b, ends in a': {
    role: 'see',
    grants: [
      { right: 'edit', areas: ['b'] },
      { right: 'end-override', areas: ['a'] },
    ],
    may: { edit: ['b'], 'end-override': ['a'] },
  },
}

type Outcome = 'permitted' | 'sign-in' | 'forbidden' | 'forbidden-area'
type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>

let rig: Rig
let operations: readonly string[]
const askers = new Map<string, Ask>()

beforeAll(async () => {
  rig = await createRig({}, fill)
  const { paths } = (await rig.ask({ path: '/api/v1/openapi.json' })).json() as { paths: Readonly<Record<string, object>> }
  operations = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  askers.set('nobody', (method, path, body) => rig.ask({ method, path: `/api/v1${path}`, ...(body === undefined ? {} : { body }) }))
  for (const [name, { role, grants }] of Object.entries(accounts))
    askers.set(name, (await rig.account(name.replaceAll(/\W+/g, '-'), role, grants)).ask)
})
afterAll(() => rig.close())

test('[S7] every route of the code stands in the table, and nothing else does', () => {
  expect([...operations].sort()).toEqual(Object.keys(permitted).sort())
})

describe('[S7] who may call, where', () => {
  test.each(Object.entries(permitted).filter(([, { where }]) => typeof where !== 'function'))('%s', async (operation, permission) => {
    const [method = '', path = ''] = operation.split(' ')
    for (const [account, ask] of askers) {
      const answer = await ask(method, path.replaceAll(/\{\w+\}/g, 'nothing'), method === 'GET' ? undefined : {})
      expect([account, outcomeOf(answer)], answer.text).toEqual([account, expected(account, permission, null)])
    }
  })

  test.each(Object.entries(permitted).filter(([, { where }]) => typeof where === 'function'))('%s', async (operation, permission) => {
    const method = operation.split(' ')[0] ?? ''
    for (const area of ['a', 'b'] as const) {
      let call: Asked | null = null
      // Those who are refused first: what they may not do is then still there to be done.
      for (const account of [...askers.keys()].sort((x, y) => Number(isPermitted(x, area)) - Number(isPermitted(y, area)))) {
        call ??= await asked(permission, area)
        const answer = await askers.get(account)!(method, call.path, call.body)
        expect([area, account, outcomeOf(answer)], answer.text).toEqual([area, account, expected(account, permission, area)])
        if (!isPermitted(account, area)) continue
        if (!permission.heard) expect([area, account, answer.status], answer.text).toEqual([area, account, 200])
        call = null
      }
    }

    function isPermitted(account: string, area: AreaId): boolean {
      return expected(account, permission, area) === 'permitted'
    }
  })
})

describe('[S7] what reaches from one area into another', () => {
  const cells = Object.entries(reaching).flatMap(([name, call]) => [[name, 'a', 'b', call] as const, [name, 'b', 'a', call] as const])
  test.each(cells)('%s, from %s to %s', async (_, from, to, call) => {
    const { method, path, body } = await call(rig, from, to)
    const refused = ['sees', 'edits a', 'edits b, ends in a'].map(async (account) =>
      outcomeOf(await askers.get(account)!(method, path, body)),
    )
    expect(await Promise.all(refused)).toEqual(['forbidden', 'forbidden-area', 'forbidden-area'])
    const answer = await askers.get('edits')!(method, path, body)
    expect(answer.status, answer.text).toBe(200)
  })
})

test('[S7] a slide that was placed in one area and is in a playlist too is changed by those alone who edit the whole venue', async () => {
  const { value } = (await askers.get('edits a')!('POST', '/placements', placement('a'))).json() as Written<PlacementResource>
  const change = (account: string) => askers.get(account)!('PUT', `/placements/${value.id}`, placement('a'))
  expect((await change('edits a')).status).toBe(200)
  const items = ['slide', value.slide].map((slide, at) => ({ id: `item-${at}`, of: { kind: 'slide', slide }, durationMs: null }))
  const life = { validFrom: null, validUntil: null }
  const draft = { name: 'Liste', order: 'sequence', items: items.map((item) => ({ ...item, ...life })) }
  expect((await rig.as('admin', 'PUT', '/playlists/list/draft', draft)).status).toBe(200)
  expect([outcomeOf(await change('edits a')), outcomeOf(await change('edits'))]).toEqual(['forbidden', 'permitted'])
})

async function asked({ where }: Permitted, area: AreaId): Promise<Asked> {
  if (typeof where !== 'function') throw new Error('acts in no area')
  return where(rig, area)
}

/** What the table says. */
function expected(account: string, { who, where }: Permitted, area: AreaId | null): Outcome {
  if (who === 'anyone') return 'permitted'
  if (account === 'nobody') return 'sign-in'
  if (who === 'signed-in') return 'permitted'
  const reach = accounts[account]?.may[who satisfies Right] ?? []
  if (reach === 'venue') return 'permitted'
  if (reach.length === 0 || where === 'whole') return 'forbidden'
  return area === null || reach.includes(area) ? 'permitted' : 'forbidden-area'
}

function outcomeOf({ status, text }: Answer): Outcome | number {
  if (status >= 500 && status !== 502) return status
  if (status !== 401 && status !== 403) return 'permitted'
  const { code } = JSON.parse(text) as { code: string }
  // A wrong password is no sign of who may try one.
  if (code === 'wrong-password') return 'permitted'
  return code === 'sign-in' || code === 'forbidden' || code === 'forbidden-area' ? code : status
}

/** Two areas with a screen, a stage and what happens on it each, one list that is published, and an emergency message in each. */
function fill(tx: Transaction): void {
  const stamp = { event: 'tg', changedAt: 0, changedBy: 'Test' }
  const title = { nb: 'Hei', en: '' }
  const content = { kind: 'text', title, body: title, tone: 'night', picture: null } as const
  const life = { durationMs: 10_000, validFrom: null, validUntil: null }
  const slide = { name: 'Hei', content, variants: [], ...life, sponsor: null, embargo: false, audience: 'everyone' } as const
  const item = { id: 'item', of: { kind: 'slide', slide: 'slide' }, durationMs: null, validFrom: null, validUntil: null } as const
  tx.put('slides', { id: 'slide', draft: null, published: slide, ...stamp })
  tx.put('playlists', { id: 'list', draft: null, published: { name: 'Liste', order: 'sequence', items: [item] }, ...stamp })
  for (const area of ['a', 'b']) {
    const glass = { profile: 'standard', widthPx: 1920, heightPx: 1080, distance: 'hall', sizeInches: null, position: 0 } as const
    const set = { tags: [], exits: [], audience: 'public', state: { kind: 'in-service' }, local: false, care: plainCare } as const
    const times = { start: Date.UTC(2027, 2, 26, 18), end: Date.UTC(2027, 2, 26, 19) }
    const said = { description: title, tags: [], was: null, cancelled: false, origin: 'hand' } as const
    tx.put('areas', { id: area, event: 'tg', name: `Område ${area}`, position: 1 })
    tx.put('screens', { id: `${area}1`, event: 'tg', area, name: `Skjerm ${area}`, ...glass, ...set })
    tx.put('stages', { id: `stage-${area}`, event: 'tg', name: { nb: `Scene ${area}`, en: '' }, letter: area, area, position: 0 })
    tx.put('happenings', { id: `happening-${area}`, event: 'tg', title, stage: `stage-${area}`, ...times, ...said })
    const target = { kind: 'area', area } as const
    tx.put('overrides', { id: `override-${area}`, template: 'evacuate', target, status: 'exercise', since: Date.now(), ending: null })
  }
}
