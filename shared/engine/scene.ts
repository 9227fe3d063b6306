/** Scenes: what is in each slot of a screen at an instant. */
import type { Band, Slot } from '../model/manifest.ts'
import type { Ending, Override } from '../model/override.ts'
import type { SlideBody } from '../model/slide.ts'
import type { Instant } from '../time/instant.ts'

/** A slide in a slot. `key` names this very turn: it differs for each turn of the same item, and is equal on every screen that shows it. `until` is when the turn ends if nothing else cuts it. */
export interface Showing {
  readonly kind: 'slide'
  readonly key: string
  readonly entry: string
  readonly band: Band
  /** Ids of the items from the entry's own playlist down to this one, joined by `/`. */
  readonly path: string
  readonly item: string
  readonly slideId: string
  readonly slide: SlideBody
  readonly since: Instant
  readonly until: Instant
  /** What stands in each region of a layout, null where nothing does; empty for every other slide. The keys of regions are equal wherever the same playlist stands. */
  readonly regions: readonly (Showing | null)[]
}

/** An override on this screen, or the words that end it. */
export interface ShowingOverride {
  readonly kind: 'override'
  readonly key: string
  readonly override: Override
  readonly ending: Ending | null
  readonly since: Instant
}

/** Theme, venue name and clock: needs no asset, so it can always be shown (rule E10). */
export interface Fallback {
  readonly kind: 'fallback'
  readonly key: 'fallback'
  /** `closed`: the event is over for more than a day. */
  readonly reason: 'nothing-scheduled' | 'closed'
}

export type Content = Showing | ShowingOverride | Fallback

/** What is in each slot; a slot that is absent is empty. `main` is never absent. `until` is the first instant at which the answer could differ. */
export interface Scene {
  readonly slots: Readonly<Partial<Record<Slot, Content>>> & { readonly main: Showing | Fallback }
  readonly until: Instant
}
