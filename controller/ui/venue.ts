/** What nearly every view needs of the venue: who is signed in, the event, the areas and the screens; fetched once, kept fresh. */
import type { Area, EventResource, Reaching, Rights, Role, ScreenResource, Session, User } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { api, ApiProblem } from './api.ts'
import { live } from './live.ts'
import { setZone } from './words/times.ts'

const listeners = new Set<() => void>()

const state = {
  user: null as User | null,
  /** What they may, where their own areas are, and whether they practise. */
  session: null as Session | null,
  event: null as EventResource | null,
  areas: [] as readonly Area[],
  screens: [] as readonly ScreenResource[],
  /** False until areas and screens have come for the first time. */
  ready: false,
}

/** The venue as last heard. */
export const venue: Readonly<typeof state> = state

/** Changes what is held (also ahead of the controller's answer) and tells everybody. */
export function assumeVenue(change: Partial<typeof state>): void {
  Object.assign(state, change)
  if (change.event !== undefined && change.event !== null) setZone(change.event.zone, change.event.dayBreak)
  for (const listener of listeners) listener()
}

/** Fetches event, areas and screens. */
export async function loadVenue(): Promise<void> {
  try {
    const [event, areas, screens] = await Promise.all([
      api.get<EventResource>('/events/current'),
      api.get<readonly Area[]>('/areas'),
      api.get<readonly ScreenResource[]>('/screens'),
    ])
    assumeVenue({ event, areas: [...areas].sort((a, b) => a.position - b.position), screens, ready: true })
  } catch (problem) {
    // Without contact what is held stays; the link tells when it is back, and we fetch again then.
    if (!(problem instanceof ApiProblem)) throw problem
  }
}

/** Asks anew who is signed in and what they may: a shift may have begun or ended. */
export async function loadSession(): Promise<void> {
  try {
    const session = await api.get<Session>('/session')
    assumeVenue({ session, user: session.user })
  } catch (problem) {
    // Signed out is told by the API itself; without contact what is held stays.
    if (!(problem instanceof ApiProblem)) throw problem
  }
}

const venueTables = ['events', 'areas', 'screens', 'devices', 'settings']
const rightsTables = ['users', 'crews', 'memberships', 'grants']

/** How often what one may is asked for anew (ms): a shift ends by itself, without a write. */
const rightsEveryMs = 60_000

/** Keeps the venue fresh while somebody is signed in; answers how to stop. */
export function followVenue(): () => void {
  const timer = setInterval(() => void loadSession(), rightsEveryMs)
  const stop = live.onChanged((tables) => {
    const touches = (names: readonly string[]) => tables === null || tables.some((table) => names.includes(table))
    if (touches(venueTables)) void loadVenue()
    if (touches(rightsTables)) void loadSession()
  })
  const stopPractising = api.practice.onDeed(() => void loadVenue())
  return () => {
    clearInterval(timer)
    stop()
    stopPractising()
  }
}

/** What the account that is signed in may; from its role alone until the controller has said. */
function rights(): Rights {
  const { session, user } = state
  if (session !== null) return session.rights
  const reaching = (held: boolean): Reaching => (held ? 'venue' : [])
  return {
    edit: reaching(user?.role === 'edit' || user?.role === 'all'),
    all: user?.role === 'all',
    startOverride: reaching(user?.mayStartOverride ?? false),
    endOverride: reaching(user?.mayEndOverride ?? false),
  }
}

const holds = (where: Reaching): boolean => where === 'venue' || where.length > 0

/** Whether the account that is signed in may do this at least somewhere; what it may not elsewhere, the controller refuses. */
export function may(role: Role): boolean {
  if (state.user === null) return false
  return role === 'see' || (role === 'edit' ? holds(rights().edit) : rights().all)
}

/** Whether it may edit what belongs to no area: slides, playlists, files, sponsors. */
export function mayEverywhere(): boolean {
  return state.user !== null && rights().edit === 'venue'
}

/** Whether it may edit in all of these areas (ids). */
export function mayIn(areas: readonly string[]): boolean {
  const { edit } = rights()
  return state.user !== null && (edit === 'venue' || (areas.length > 0 && areas.every((area) => edit.includes(area))))
}

/** Whether it may send, or end, emergency messages somewhere. */
export function mayOverride(what: 'start' | 'end'): boolean {
  return state.user !== null && holds(what === 'start' ? rights().startOverride : rights().endOverride)
}

/** Whether it may invite somebody: into a crew that it leads, or anywhere. */
export function mayInvite(): boolean {
  return may('all') || (state.session?.invites.length ?? 0) > 0
}

export function areaName(id: string): string {
  return state.areas.find((area) => area.id === id)?.name ?? ''
}

export function screenName(id: string): string {
  return state.screens.find((screen) => screen.id === id)?.name ?? ''
}

/** Renders its host again when the venue has changed. */
export class VenueController implements ReactiveController {
  private readonly listener: () => void

  constructor(host: ReactiveControllerHost) {
    this.listener = () => host.requestUpdate()
    host.addController(this)
  }

  hostConnected(): void {
    listeners.add(this.listener)
  }

  hostDisconnected(): void {
    listeners.delete(this.listener)
  }
}
