/** Shapes of the REST resources under `/api/v1`, as the controller answers them. Instants travel as RFC 3339 strings here (`Rfc3339`), never as numbers; bodies that hold a slide, playlist or screen use the same field names with `…At`/`validFrom` as strings. */
import type { Finding } from '../engine/finding.ts'
import type { Correction } from '../model/correction.ts'
import type { Band, Slot } from '../model/manifest.ts'
import type { NoticeText } from '../model/notice.ts'
import type { Ending, Override } from '../model/override.ts'
import type { PlaylistBody } from '../model/playlist.ts'
import type { Happening, Stage } from '../model/programme.ts'
import type { Direction, Distance, OutOfService, ScreenBody } from '../model/screen.ts'
import type { SlideBody } from '../model/slide.ts'
import type { SponsorBody } from '../model/sponsor.ts'
import type { Target } from '../model/target.ts'
import type { ThemeBody } from '../model/theme.ts'
import type { Words } from '../model/words.ts'
import type { Instant } from '../time/instant.ts'
import type { ScreenStatus } from './crew.ts'
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

/** Where a right holds: in the whole venue, or in these areas alone (none: nowhere). */
export type Reaching = 'venue' | readonly string[]

/** What an account may do at this moment, from its role and from every grant that reaches it. Signing in is enough to see. */
export interface Rights {
  readonly edit: Reaching
  /** People, settings, and what is protected. */
  readonly all: boolean
  readonly startOverride: Reaching
  readonly endOverride: Reaching
}

export interface Session {
  readonly user: User
  readonly rights: Rights
  /** The areas that are the person's own: those of their rights, else of their crews' grants; the form of a notice begins there. */
  readonly areas: readonly string[]
  /** Crews in which they may invite others: crew ids. */
  readonly invites: readonly string[]
  /** Practising: the controller refuses every write of this session. */
  readonly practice: boolean
}

/** A browser that is signed in. `id` is not its secret. */
export interface SessionResource {
  readonly id: string
  readonly user: string
  readonly since: Rfc3339
  readonly seenAt: Rfc3339
  readonly expiresAt: Rfc3339
  readonly address: string
  /** What the browser calls itself, in a few words (`Firefox · Android`). */
  readonly browser: string
  readonly current: boolean
}

export interface CrewResource {
  readonly id: string
  readonly name: string
  /** The crew that it belongs to. */
  readonly parent: string | null
}

/** Lowest first. A grant to a rank holds for that rank and above. */
export const ranks = ['member', 'shift-leader', 'co-chief', 'chief', 'organizer'] as const
export type Rank = (typeof ranks)[number]

/** A person in a crew, for a shift or for good. Who is in a crew is in the crews above it too, as a member; who leads one (shift-leader and above) leads those beneath it, while a mere member is in none of them. */
export interface MembershipResource {
  readonly id: string
  readonly user: string
  readonly crew: string
  readonly rank: Rank
  readonly from: Rfc3339 | null
  readonly until: Rfc3339 | null
}

export type Right = 'edit' | 'all' | 'start-override' | 'end-override'

/** A right given to a person, to a crew from a rank upwards, or to a rank whatever the crew; `areas` null: in the whole venue. */
export interface GrantResource {
  readonly id: string
  readonly to:
    | { readonly kind: 'user'; readonly user: string }
    | { readonly kind: 'crew'; readonly crew: string; readonly rank: Rank }
    | { readonly kind: 'rank'; readonly rank: Rank }
  readonly right: Right
  readonly areas: readonly string[] | null
  readonly from: Rfc3339 | null
  readonly until: Rfc3339 | null
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
  /** The theme itself where it is one of the venue's own; null: one that comes with the product. */
  readonly look: ThemeBody | null
  /** The sample that comes with the product. `reach`: only the screen on this machine, or all paired screens. */
  readonly sample: { readonly reach: 'local' | 'all' } | null
  readonly phase: EventPhase
}

/** *setup*: nothing alarms yet. *running*. *ended*: screens say thanks, nothing alarms, reports stand still. */
export type EventPhase = 'setup' | 'running' | 'ended'

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
export type ThemeResource = Versioned<ThemeBody>

/** A typeface that was uploaded for themes. */
export interface FontResource {
  readonly name: string
  readonly hash: string
  readonly sizeBytes: number
}

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
  /** Linked to the programme: from so many minutes after (negative: before) one edge of a happening to so many after another, wherever corrections move it. While it is cancelled or gone it does not apply. */
  | { readonly kind: 'happening'; readonly happening: string; readonly from: HappeningEdge; readonly until: HappeningEdge }

export interface HappeningEdge {
  readonly edge: 'start' | 'end'
  readonly offsetMin: number
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

/** A manual entry and where it stands: what a person steps through. */
export interface StepsResource {
  readonly entry: string
  readonly name: string
  /** The list played out flat, in order. `item`: ids down to the slide, joined by `/`. */
  readonly items: readonly { readonly item: string; readonly slide: string; readonly name: string }[]
  /** What was stepped to last, when (`at` may lie a moment ahead, and `before` stands until then) and by whom; null: not yet. */
  readonly cue: {
    readonly item: string
    readonly at: Rfc3339
    readonly by: string
    readonly before: { readonly item: string; readonly at: Rfc3339 } | null
  } | null
  readonly screens: readonly string[]
}

/** A countdown that ends later than written (earlier: negative). */
export interface SlipResource {
  readonly slide: string
  readonly laterMs: number
  readonly at: Rfc3339
  readonly by: string
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

/** Why something planned does not count as shown. `dark`: no frame was drawn, or nobody could see the page (panel off, or not known to be on). `no-report`: the screen, in service, has said nothing of that time. */
export const proofLosses = ['emergency', 'out-of-service', 'dark', 'substituted', 'no-report'] as const
export type ProofLoss = (typeof proofLosses)[number]

/** Milliseconds in `main`, summed over screens: `plannedMs` = `shownMs` + all of `lostMs`. */
export interface ProofSum {
  readonly plannedMs: number
  readonly shownMs: number
  readonly lostMs: Readonly<Record<ProofLoss, number>>
}

/** What a slide was really shown on one screen on one festival day (`2027-03-26`). */
export interface ProofRow extends ProofSum {
  readonly day: string
  /** Null: nobody pays for it. */
  readonly sponsor: string | null
  readonly slide: string
  /** As it was called on the screens. */
  readonly name: string
  readonly screen: string
}

/** `GET /proof`; `next` is the `after` of the next page, null on the last. */
export interface ProofResource {
  readonly from: Rfc3339
  readonly until: Rfc3339
  readonly rows: readonly ProofRow[]
  readonly next: string | null
}

/** What a sponsor really got. */
export interface SponsorProof {
  readonly sponsor: string
  /** When it last stood somewhere, and on which screens then; null: nothing was reported yet. */
  readonly lastShown: { readonly at: Rfc3339; readonly screens: readonly string[] } | null
  /** Of the festival day that `until` is in, and of all days, whatever hours were promised. */
  readonly today: ProofSum
  readonly event: ProofSum
  /** Screens on which it was shown. */
  readonly screens: readonly string[]
  /** What was promised, so far: of the screen that is worst off, and `mean` of all that are meant. Null without a promise, or where nothing can be said yet. */
  readonly promise: {
    readonly kept: boolean
    readonly wanted: number
    readonly got: number
    readonly mean: number
    readonly screen: string
  } | null
}

/** What an operator should know of the proof itself. */
export interface ProofTrouble {
  /** `broken`, `missing`: what was kept before `at` is not here. `failing`: since `at` nothing could be written; boxes keep it meanwhile. */
  readonly kind: 'broken' | 'missing' | 'failing'
  readonly at: Rfc3339
  /** File that was set aside. */
  readonly aside: string | null
}

/** `GET /proof/sponsors`: of the event so far. */
export interface SponsorsProofResource {
  readonly from: Rfc3339
  readonly until: Rfc3339
  readonly sponsors: readonly SponsorProof[]
  readonly troubles: readonly ProofTrouble[]
}

/** A notice; `until` is always there. `endedAt` and `endedBy`: somebody took it away before. */
export interface NoticeResource extends NoticeText {
  readonly id: string
  readonly target: Target
  readonly screens: readonly string[]
  readonly from: Rfc3339
  readonly until: Rfc3339
  readonly by: string
  readonly endedAt: Rfc3339 | null
  readonly endedBy: string | null
}
/** `POST /notices`. */
export interface NoticeBody extends NoticeText {
  readonly target: Target
  readonly until: Instant
}

/** What stands on a screen that somebody has taken over. */
export type TakeoverContent =
  | { readonly kind: 'slide'; readonly slide: string }
  | { readonly kind: 'picture'; readonly hash: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'black' }
/** `POST /takeovers`. */
export interface TakeoverBody {
  readonly content: TakeoverContent
  readonly target: Target
  readonly minutes: number
}
export interface TakeoverResource {
  readonly id: string
  readonly content: TakeoverContent
  readonly target: Target
  readonly screens: readonly string[]
  readonly from: Rfc3339
  readonly until: Rfc3339
  readonly by: string
  readonly endedAt: Rfc3339 | null
  readonly endedBy: string | null
}

/** A key with which a stage crew takes over these screens without an account. `link` only in the answer that makes it. */
export interface TakeoverKeyResource {
  readonly id: string
  readonly name: string
  readonly screens: readonly string[]
  readonly expiresAt: Rfc3339
  readonly usesLeft: number
  readonly by: string
  readonly link: string | null
}
/** `POST /takeover-keys`; without them: 15 minutes, 20 uses. */
export interface TakeoverKeyBody {
  readonly name: string
  readonly screens: readonly string[]
  readonly minutes: number
  readonly uses: number
}
/** What the holder of a key sees (`GET /stage/{key}`). `running`: the take-over of this key that stands now. */
export interface StageResource {
  readonly name: string
  readonly screens: readonly { readonly id: string; readonly name: string; readonly widthPx: number; readonly heightPx: number }[]
  readonly expiresAt: Rfc3339
  readonly usesLeft: number
  readonly running: TakeoverResource | null
  readonly now: Rfc3339
}
/** `POST /stage/{key}/takeover`, answered with the stage as it is then. */
export interface StageBody {
  readonly content: Exclude<TakeoverContent, { kind: 'slide' }>
  readonly minutes: number
}
/** Answer of `POST /stage/{key}/media`. */
export interface StagePicture {
  readonly hash: string
  readonly widthPx: number
  readonly heightPx: number
  readonly usesLeft: number
}

/** A slide among what rotates on these screens, from then until then; `until` null: without end, which somebody chose. It comes once in each pass of every shared list there. */
export interface PlacementBody {
  readonly slide: SlideBody
  readonly target: Target
  readonly from: Instant | null
  readonly until: Instant | null
}
/** `slide` is the slide's id; its words are under `/slides`. */
export interface PlacementResource {
  readonly id: string
  readonly slide: string
  readonly target: Target
  readonly screens: readonly string[]
  readonly from: Rfc3339
  readonly until: Rfc3339 | null
  readonly by: string
}

/** A happening as it was imported, what a person has corrected, and how it stands. `stale`: the import has changed since the correction. */
export interface HappeningResource {
  readonly id: string
  readonly origin: 'sample' | 'hand' | 'table'
  readonly planned: OverJson<Happening>
  readonly correction: (OverJson<Correction> & { readonly by: string; readonly at: Rfc3339; readonly stale: boolean }) | null
  readonly now: OverJson<Happening>
}
export interface ProgrammeResource {
  readonly stages: readonly Stage[]
  readonly happenings: readonly HappeningResource[]
}
/** `PUT /programme/corrections`: several at once, so that one undo takes back a stage; `correction` null takes it away. */
export interface CorrectionsBody {
  readonly corrections: readonly { readonly happening: string; readonly correction: Correction | null }[]
}
/** A happening typed by hand, or one row of a pasted table. `stage` is an id, or the name of a stage (in any case of letters) that exists or is to be made. */
export interface HappeningBody {
  readonly title: Words
  readonly stage: string | null
  readonly start: Instant
  readonly end: Instant
  readonly description: Words
}
/** `POST /programme/table`: replaces what was pasted before. `allowFewer`: also where more than half would go. */
export interface ProgrammeTableBody {
  readonly rows: readonly HappeningBody[]
  readonly allowFewer: boolean
}
export interface ProgrammeTableResult {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly stages: readonly string[]
}

/** One row of a pasted list of screens; `area` is a name, which is made where there is none. A screen of that name is changed, any other is made *planned*. */
export interface PlannedScreen {
  readonly name: string
  readonly area: string
  readonly portrait: boolean
  readonly sizeInches: number | null
  readonly distance: Distance
  readonly exits: readonly { readonly name: string; readonly direction: Direction }[]
}
export interface ScreenListResult {
  readonly made: readonly string[]
  readonly changed: readonly string[]
  readonly areas: readonly string[]
}
/** `POST /screens/{id}/service`. */
export type ServiceBody =
  | { readonly kind: 'planned' }
  | { readonly kind: 'in-service' }
  | { readonly kind: 'out-of-service'; readonly why: OutOfService; readonly note: string }

/** Whether every screen shows its name until somebody switches it off. */
export interface NamesResource {
  readonly shown: boolean
  readonly since: Rfc3339 | null
  readonly by: string | null
}

/** A walk past the screens, in walking order; those not seen yet show their names. */
export interface RoundResource {
  readonly id: string
  readonly startedAt: Rfc3339
  readonly by: string
  readonly endedAt: Rfc3339 | null
  readonly screens: readonly string[]
  readonly sightings: readonly SightingResource[]
}
/** What a person saw, beside what the box said of itself at that moment. `picture`: a photo in the media store. */
export interface SightingResource {
  readonly screen: string
  readonly at: Rfc3339
  readonly by: string
  readonly seen: boolean
  readonly note: string
  readonly picture: string | null
  readonly reported: { readonly state: ScreenStatus['state']; readonly heardAt: Rfc3339 | null }
}

/** Where troubles are told of. `url` null: nowhere. `last`: how the last message went. */
export interface WebhookResource {
  readonly url: string | null
  readonly last: { readonly at: Rfc3339; readonly taken: boolean; readonly status: number | null } | null
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
  readonly kind: 'image' | 'video' | 'html'
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

/** What a page of the web says of itself. `unasked`: it may not be asked (an address of the venue's own network), or nobody could be reached. */
export interface Framing {
  readonly answers: boolean
  readonly framing: 'allowed' | 'forbidden' | 'unasked'
}

/** What became of a publish on each screen concerned (rule W5). */
/** What became of a publish on one screen. `waiting`: told, and not ready yet. `ready`: has all it needs, and waits for its moment. `showing`. `substituted`: shows it, but something stands in for an item. `failed`: something can not be shown there, and `why` says what. `no-contact`. `not-concerned`: nothing changes there. */
export type Outcome = 'waiting' | 'ready' | 'showing' | 'substituted' | 'failed' | 'no-contact' | 'not-concerned'

/** A publish on its way to the screens. Screens that are not concerned are only counted. `id`: the revision that caused it. `pending`: it is still being compiled; order and counts are all 0. `outcomes`: only where it is asked for by its id, empty in lists and in answers of writes. */
export interface Operation {
  readonly id: string
  readonly at: Rfc3339
  readonly what: string
  readonly by: string
  readonly pending: boolean
  readonly order: Order
  readonly counts: Readonly<Record<Outcome, number>>
  readonly outcomes: readonly { readonly screen: string; readonly outcome: Outcome; readonly why: OutcomeReason | null }[]
}

/** Why a screen does not show all of it: the slide, and what is wrong with it. */
export interface OutcomeReason {
  readonly slide: string
  readonly why: 'not-ready' | 'missing' | 'broken'
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

/** The crew into which an invitation leads, and for how long (`until` null: for good). */
export interface InvitedTo {
  readonly crew: string
  readonly rank: Rank
  readonly until: Rfc3339 | null
}

export interface Invitation {
  readonly id: string
  readonly link: string
  readonly expiresAt: Rfc3339
  readonly into: InvitedTo | null
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
  /** How far the machine's clock jumped without being followed (ms); 0: it did not. */
  readonly movedMs: number
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
