/** Every message from the gateway to a crew page, on the namespace `/crew` (event `m`). Crew pages write over REST; here they only listen. */
import type { NamesResource, Operation, OverridesResource } from './api.ts'
import type { Details } from './player.ts'
import type { Order } from './pointers.ts'

/** What the gateway knows of one screen. */
export interface ScreenStatus {
  readonly screen: string
  /** `right`: reports what it should show. `wrong`: something else for over 5 s. `old`: an older manifest. `silent`: no beat for 12 s. `unpaired`: no device. `quarantined`: its box sent far too much and is kept out until somebody lets it in again. */
  readonly state: 'right' | 'wrong' | 'old' | 'silent' | 'unpaired' | 'quarantined'
  /** Since when it is so (served time, ms). */
  readonly since: number
  /** Last beat (served time, ms); null when never. */
  readonly heardAt: number | null
  /** The slide on the glass as reported by its scene hash, where the gateway can tell; null otherwise. */
  readonly showing: string | null
  /** The device reaches us without encryption or lives on this machine. */
  readonly local: boolean
  /** What the player says of itself beyond its beat; null before it did. */
  readonly details: Details | null
}

export type CrewMessage =
  /** First after connect, then whenever anything in it differs. */
  | { readonly t: 'screens'; readonly statuses: readonly ScreenStatus[] }
  /** Something stored changed: fetch these tables again if you show them. */
  | { readonly t: 'changed'; readonly revision: number; readonly tables: readonly string[] }
  /** Which manifest each class holds, with its screens; fetch `/player/v1/documents/<hash>`. */
  | { readonly t: 'classes'; readonly classes: readonly ClassStatus[]; readonly sources: Readonly<Record<string, string>> }
  | { readonly t: 'overrides'; readonly overrides: OverridesResource }
  /** How a publish of the last minutes comes along, whenever its counts differ. */
  | { readonly t: 'operation'; readonly id: string; readonly pending: boolean; readonly counts: Operation['counts'] }
  /** Whether all screens show their names until switched off. */
  | { readonly t: 'names'; readonly names: NamesResource }
  /** Players that show a code and wait. */
  | { readonly t: 'waiting'; readonly players: number }
  /** The served time was set by somebody: ask for it now. */
  | { readonly t: 'clock' }
  /** Answer to a probe, as for players. */
  | { readonly t: 'time'; readonly sentMs: number; readonly receivedAt: number; readonly answeredAt: number }

export interface ClassStatus {
  readonly class: string
  readonly hash: string | null
  readonly order: Order
  readonly screens: readonly string[]
}

/** A crew page may only ask for the time. */
export interface CrewProbe {
  readonly t: 'probe'
  readonly sentMs: number
}
