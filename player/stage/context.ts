/** What the glass needs to know besides the scene: whose screen it is, the event, the programme, where media is and what time it is. */
import type { ManifestEvent } from '@infoskjerm/shared/model/manifest.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Exit, Variant } from '@infoskjerm/shared/model/screen.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'

/** The screen that is drawn, as far as drawing concerns it. */
export interface StageScreen {
  readonly id: string
  readonly name: string
  readonly area: { readonly id: string; readonly name: string }
  readonly exits: readonly Exit[]
  readonly variant: Variant
}

/** Everything is handed in: no element of the stage reads a clock, a store or the network by itself. */
export interface StageContext {
  /** Null where no screen is meant, as in a preview of a slide. */
  readonly screen: StageScreen | null
  /** Zone table, day-break, venue name and theme. */
  readonly event: ManifestEvent | null
  readonly programme: Programme | null
  /** How much later than written a countdown ends (ms, negative: earlier), by slide. */
  readonly slips: Readonly<Record<string, number>>
  /** The address of a picture or video by the SHA-256 of its bytes. */
  readonly mediaUrl: (hash: string) => string
  /** Whether somebody answers at an address of the web. */
  readonly answers: (url: string) => Promise<boolean>
  /** The venue's synced time. */
  readonly now: () => Instant
  /** False where a box does not know the time (rule T5): then no clock is drawn. */
  readonly isTimeProved: boolean
  /** No motion, no running video, cuts instead of fades: thumbnails, weak boxes, people who asked for reduced motion. */
  readonly still: boolean
  /** Whether films may be heard: off unless it was switched on for this very screen. */
  readonly sound: boolean
}
