/** Shapes of the REST resources under `/api/v1`, as the controller answers them. Instants travel as RFC 3339 strings here (`Rfc3339`), never as numbers; bodies that hold a slide, playlist or screen use the same field names with `…At`/`validFrom` as strings. */
import type { Finding } from '../engine/finding.ts'
import type { Band, Slot } from '../model/manifest.ts'
import type { Ending, Override } from '../model/override.ts'
import type { PlaylistBody } from '../model/playlist.ts'
import type { ScreenBody } from '../model/screen.ts'
import type { SlideBody } from '../model/slide.ts'
import type { SponsorBody } from '../model/sponsor.ts'
import type { Target } from '../model/target.ts'
import type { Instant } from '../time/instant.ts'
import type { Order } from './pointers.ts'

/** `2027-03-26T22:40:00+01:00`; answers are always in UTC with `Z`. */
export type Rfc3339 = string

/** The same shape with every instant as text. */
export type OverJson<T> = T extends Instant
  ? Rfc3339
  : T extends readonly (infer U)[]
    ? readonly OverJson<U>[]
    : T extends object
      ? { readonly [K in keyof T]: OverJson<T[K]> }
      : T

export type Role = 'see' | 'edit' | 'all'

/** An account. The two emergency rights are apart from the role, and apart from each other. */
export interface User {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly mayStartOverride: boolean
  readonly mayEndOverride: boolean
  readonly language: 'nb' | 'en'
}

export interface Session {
  readonly user: User
}

export interface EventResource {
  readonly id: string
  readonly name: string
  readonly venueName: string
  readonly firstDay: string
  readonly lastDay: string
  readonly zone: string
  readonly dayBreak: string
  readonly theme: string
  /** The sample that comes with the product. `reach`: only the screen on this machine, or all paired screens. */
  readonly sample: { readonly reach: 'local' | 'all' } | null
}

export interface Area {
  readonly id: string
  readonly name: string
  readonly position: number
}

export interface ScreenResource extends OverJson<ScreenBody> {
  readonly id: string
  readonly class: string
  /** Whether a device is paired. */
  readonly paired: boolean
  readonly local: boolean
}

/** Drafts beside published state, for slides and playlists alike. `draft` null: nothing unpublished. `published` null: never shown. */
export interface Versioned<T> {
  readonly id: string
  readonly draft: OverJson<T> | null
  readonly published: OverJson<T> | null
  readonly changedAt: Rfc3339
  readonly changedBy: string
}
export type SlideResource = Versioned<SlideBody>
export type PlaylistResource = Versioned<PlaylistBody>

/** Where a publish would go: how many screens concerned, and how many of them show it at this moment. */
export interface Reach {
  readonly screens: readonly string[]
  readonly now: readonly string[]
}

/** When an entry applies, in wall time of the event's zone. Days are ISO dates of festival days; times are `HH:MM`, an end at or before the start means the next day. */
export type When =
  | { readonly kind: 'always' }
  | { readonly kind: 'once'; readonly from: string; readonly until: string }
  | {
      readonly kind: 'daily'
      readonly from: string
      readonly until: string
      readonly firstDay: string
      readonly lastDay: string
      readonly except: readonly string[]
    }
  /** Windows that recur: from `from` to `until` (wall time, an end at or before the start is on the next day) on the calendar days of `rule`, a subset of RFC 5545 (`FREQ=DAILY|WEEKLY|MONTHLY`, `INTERVAL`, `BYDAY`, `COUNT`, `UNTIL`, `WKST`), counted from `firstDay`; without the days of `except`, and with those of `extra`. */
  | {
      readonly kind: 'rule'
      readonly from: string
      readonly until: string
      readonly firstDay: string
      readonly rule: string
      readonly except: readonly string[]
      readonly extra: readonly string[]
    }

export interface EntryBody {
  readonly name: string
  readonly playlist: string
  readonly target: Target
  readonly slot: Exclude<Slot, 'override'>
  readonly band: Band
  readonly exclusive: boolean
  /** Stepped by a person (rule E9); always exclusive. */
  readonly manual: boolean
  /** Screens on which slides under embargo may come through this entry; null: none (rule E9). */
  readonly armed: Target | null
  readonly weight: number
  readonly when: When
}
export interface EntryResource extends EntryBody {
  readonly id: string
  /** The windows within the event, as they turn out on the night of a clock change too. Null for `always`. */
  readonly windows: readonly { readonly from: Rfc3339; readonly until: Rfc3339 }[] | null
  readonly screens: readonly string[]
}

export interface SponsorResource extends SponsorBody {
  readonly id: string
}

/** Airtime in `main` as the published schedule plans it; what overrides and faults take away is not subtracted. */
export interface AirtimeResource {
  readonly from: Rfc3339
  readonly until: Rfc3339
  readonly sponsors: readonly SponsorAirtime[]
}

/** One sponsor's airtime on each screen where it was promised any, or has any. */
export interface SponsorAirtime {
  readonly sponsor: string
  /** `ms` within the hours of the promise, `share` of those hours (0 to 1), and `slides` by id. */
  readonly screens: readonly {
    readonly screen: string
    readonly ms: number
    readonly share: number
    readonly slides: Readonly<Record<string, number>>
  }[]
  /** The screen that is worst off, in what was promised (share 0 to 1, or minutes a day); null without a promise, or where no screen is meant. */
  readonly promise: { readonly kept: boolean; readonly wanted: number; readonly got: number; readonly screen: string } | null
}

/** What a person should look at, each once, with the screens it concerns. */
export interface LintResource {
  readonly from: Rfc3339
  readonly until: Rfc3339
  readonly findings: readonly { readonly finding: OverJson<Finding>; readonly screens: readonly string[] }[]
}

export interface MediaResource {
  readonly id: string
  readonly name: string
  readonly kind: 'image' | 'video'
  readonly hash: string
  readonly thumbnail: string | null
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
  readonly durationMs: number | null
  readonly sizeBytes: number
  readonly uploadedAt: Rfc3339
  readonly uploadedBy: string
}

/** What became of a publish on each screen concerned (rule W5). */
export interface Operation {
  readonly id: string
  readonly at: Rfc3339
  readonly order: Order
  readonly outcomes: readonly { readonly screen: string; readonly outcome: 'waiting' | 'showing' | 'no-contact' }[]
}

/** Answer of every write: the revision it made (give it to `POST /undo`), and the operation where screens are concerned. */
export interface Written<T> {
  readonly revision: number
  readonly value: T
  readonly operation: Operation | null
}

export interface AuditResource {
  readonly revision: number
  readonly at: Rfc3339
  readonly who: string
  readonly what: string
  readonly changes: readonly {
    readonly table: string
    readonly id: string
    readonly name: string | null
    readonly change: 'created' | 'changed' | 'deleted'
  }[]
  readonly undoable: boolean
}

export interface OverridesResource {
  readonly order: Order
  readonly overrides: readonly OverJson<Override>[]
  /** Screens that each override is meant for and those that have reported it drawn; screens out of contact are named. */
  readonly progress: readonly OverrideProgress[]
}
export interface OverrideProgress {
  readonly override: string
  readonly ending: Ending | null
  readonly screens: readonly string[]
  readonly drawn: readonly string[]
  readonly noContact: readonly string[]
}

export interface Invitation {
  readonly id: string
  readonly link: string
  readonly expiresAt: Rfc3339
  readonly role: Role
  readonly mayStartOverride: boolean
  readonly mayEndOverride: boolean
}

export const demoMoments = ['opening', 'friday', 'clock-night', 'prizes'] as const
export type DemoMoment = (typeof demoMoments)[number]

/** The venue's served time. `demo` null follows the clock. */
export interface ClockResource {
  readonly now: Rfc3339
  readonly demo: DemoMoment | null
  readonly moments: Readonly<Record<DemoMoment, Rfc3339>>
}

/** What this controller is and where it is found. `addresses` are whole URLs, those of the machine itself first. */
export interface AboutResource {
  readonly version: string
  /** SHA-256 of the certificate as pairs of hex digits, as browsers show it. */
  readonly fingerprint: string
  readonly addresses: { readonly crew: readonly string[]; readonly player: readonly string[] }
}

/** What a player waiting for its code looks like to the crew. */
export interface WaitingPlayer {
  readonly address: string
  readonly since: Rfc3339
}
