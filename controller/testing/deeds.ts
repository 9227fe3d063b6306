/** For tests of who may do what where: things to ask for that act in one of two areas, `a` and `b`. */
import type { NewOverride } from '../overrides/store.ts'
import type { Rig } from './rig.ts'

/** The two areas of the hall in which calls act. */
export type AreaId = 'a' | 'b'

/** A call that acts in one area. */
export interface Asked {
  readonly path: string
  readonly body?: unknown
}

export const target = (area: AreaId) => ({ kind: 'area', area })
export const screen = (area: AreaId) => ({ kind: 'screen', screen: `${area}1` })
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** Made by an administrator in the area, and its id. */
export async function made(rig: Rig, path: string, body: unknown): Promise<string> {
  const answer = await rig.as('admin', 'POST', path, body)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return (answer.json() as { value: { id: string } }).value.id
}

const words = { nb: 'Møt opp', en: '' }
export const notice = (area: AreaId) => ({ template: 'free', values: {}, words, target: target(area), until: inHours(1) })
export const takeover = (area: AreaId) => ({ content: { kind: 'black' }, target: target(area), minutes: 10 })
export const key = (area: AreaId) => ({ name: 'Scenen', screens: [`${area}1`] })
const text = { kind: 'text', title: words, body: words, tone: 'night', picture: null }
const slide = {
  name: 'Ny',
  content: text,
  variants: [],
  durationMs: 10_000,
  validFrom: null,
  validUntil: null,
  sponsor: null,
  embargo: false,
}
export const placement = (area: AreaId) => ({ slide: { ...slide, audience: 'everyone' }, target: target(area), until: inHours(1) })
const shown = { playlist: 'list', slot: 'main', band: 'house', exclusive: false, manual: false, armed: null, weight: 1 }
export const entry = (area: AreaId) => ({ name: 'Sending', ...shown, target: target(area), when: { kind: 'always' } })
export const override = (area: AreaId): NewOverride => ({ template: 'evacuate', target: { kind: 'area', area }, status: 'exercise' })
const times = { start: '2027-03-26T18:00:00Z', end: '2027-03-26T19:00:00Z' }
export const happening = (area: AreaId) => ({
  title: { nb: 'Konsert', en: '' },
  stage: `stage-${area}`,
  ...times,
  description: { nb: '', en: '' },
})
export const correction = { start: null, end: null, stage: null, open: false, cancelled: true }

export const screenIn = (area: AreaId) => ({ name: `Skjerm ${Math.random()}`, area })
export const exit = { name: 'Nord', direction: 'left' }

export const newScreen = (rig: Rig, area: AreaId) => made(rig, '/screens', { ...screenIn(area), exits: [{ ...exit, confirmed: null }] })
export const newNotice = (rig: Rig, area: AreaId) => made(rig, '/notices', notice(area))
export const newTakeover = (rig: Rig, area: AreaId) => made(rig, '/takeovers', takeover(area))
export const newEntry = (rig: Rig, area: AreaId) => made(rig, '/schedule', entry(area))
export const newPlacement = (rig: Rig, area: AreaId) => made(rig, '/placements', placement(area))

export async function newHappening(rig: Rig, area: AreaId): Promise<string> {
  const answer = await rig.as('admin', 'POST', '/programme/happenings', happening(area))
  return (answer.json() as { value: { id?: string; planned?: { id: string } } }).value.id ?? ''
}

/** A round past the area's screens alone; the one under way is ended. */
export async function someRound(rig: Rig, area: AreaId): Promise<string> {
  const rounds = (await rig.as('admin', 'GET', '/rounds')).json() as readonly { id: string; endedAt: string | null }[]
  for (const { id, endedAt } of rounds) if (endedAt === null) await rig.as('admin', 'POST', `/rounds/${id}/end`)
  return made(rig, '/rounds', { target: target(area) })
}
