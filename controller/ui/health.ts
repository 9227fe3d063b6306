/** How a screen is, as a person should understand it: whether somebody is needed, and for what. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'

export type HealthKind =
  'right' | 'wrong' | 'old' | 'silent' | 'unpaired' | 'planned' | 'out-of-service' | 'unknown' | 'short' | 'quarantined'

export interface Health {
  readonly kind: HealthKind
  /** Served time, ms; null where it says nothing. */
  readonly since: number | null
  /** Somebody has to do something. */
  readonly trouble: boolean
}

/** A screen and how it is. */
export interface Seen {
  readonly screen: ScreenResource
  readonly health: Health
}

/** Only a screen in service can need somebody; a contact lost for less than `limits.troubleAfterMs` is not trouble (rule W6). */
export function healthOf(screen: ScreenResource, status: ScreenStatus | null, now: Instant): Health {
  if (screen.state.kind !== 'in-service') return { kind: screen.state.kind, since: null, trouble: false }
  if (status === null) return { kind: screen.paired ? 'unknown' : 'unpaired', since: null, trouble: false }
  switch (status.state) {
    case 'right':
      return { kind: 'right', since: status.since, trouble: false }
    case 'unpaired':
      return { kind: 'unpaired', since: null, trouble: false }
    case 'quarantined':
      return { kind: 'quarantined', since: status.since, trouble: true }
    case 'wrong':
      return { kind: 'wrong', since: status.since, trouble: true }
    case 'old':
    case 'silent': {
      const since = status.state === 'silent' ? (status.heardAt ?? status.since) : status.since
      const trouble = now - since >= limits.troubleAfterMs
      return { kind: status.state === 'silent' && !trouble ? 'short' : status.state, since, trouble }
    }
  }
}

/** The same as the event stands: while it is set up and after its end nothing needs anybody; in service without a box does, but for the sample's screens, which hang nowhere. */
export function inEvent(health: Health, event: Pick<EventResource, 'phase' | 'sample'> | null): Health {
  if (event !== null && event.phase !== 'running') return { ...health, trouble: false }
  return health.kind === 'unpaired' && event !== null && event.sample === null ? { ...health, trouble: true } : health
}

/** Colour of the dot beside a screen's name. */
export function dotOf({ kind, trouble }: Health): 'green' | 'amber' | 'red' | 'hollow' {
  if (kind === 'right') return 'green'
  if (kind === 'old' || kind === 'short') return 'amber'
  return trouble ? 'red' : 'hollow'
}
