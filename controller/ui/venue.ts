/** What nearly every view needs of the venue: who is signed in, the event, the areas and the screens; fetched once, kept fresh. */
import type { Area, EventResource, Role, ScreenResource, User } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { api, ApiProblem } from './api.ts'
import { live } from './live.ts'
import { setZone } from './words/times.ts'

const listeners = new Set<() => void>()

const state = {
  user: null as User | null,
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

const venueTables = ['events', 'areas', 'screens', 'devices', 'settings']

/** Keeps the venue fresh while somebody is signed in; answers how to stop. */
export function followVenue(): () => void {
  return live.onChanged((tables) => {
    if (tables === null || tables.some((table) => venueTables.includes(table))) void loadVenue()
  })
}

/** Whether the account that is signed in may at least do this. */
export function may(role: Role): boolean {
  const ladder: readonly Role[] = ['see', 'edit', 'all']
  return state.user !== null && ladder.indexOf(state.user.role) >= ladder.indexOf(role)
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
