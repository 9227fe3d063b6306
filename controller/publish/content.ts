/** What of the stored venue can reach a screen: everything published, nothing of what is only a draft. */
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import type { AreaRow, EventRow } from '../events/table.ts'
import type { When } from '@infoskjerm/shared/wire/api.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { linkedWindow } from '../schedule/linked.ts'
import type { ScheduleRow } from '../schedule/table.ts'
import type { PlacementRow } from '../placements/table.ts'
import type { ScreenRow } from '../screens/table.ts'

/** Beside whom a sponsor must not stand. */
export interface Rivals {
  readonly rivals: readonly string[]
}

/** An entry whose times are worked out: what the programme or a person's hand has fixed is instants. */
export type ContentEntry = Omit<ScheduleRow, 'when'> & {
  readonly when: Exclude<When, { kind: 'happening' }> | { readonly kind: 'instants'; readonly from: Instant; readonly until: Instant }
}

/** The entry with its times; null where it follows a happening that is cancelled or gone. */
export function timed(row: ScheduleRow, happenings: readonly Happening[]): ContentEntry | null {
  const { when, ...entry } = row
  if (when.kind !== 'happening') return { ...entry, when }
  const window = linkedWindow(when, happenings)
  return window === null ? null : { ...entry, when: { kind: 'instants', ...window } }
}

/** The event with its theme, where that is one of its own. */
export type StyledEvent = EventRow & { readonly look: ThemeBody | null }

/** A value that did not change keeps its identity from one content to the next, so that "has anything changed" is a comparison of references. */
export interface Content {
  readonly event: StyledEvent
  readonly areas: ReadonlyMap<string, AreaRow>
  readonly screens: ReadonlyMap<string, ScreenRow>
  /** Those of the schedule, of notices and of take-overs. */
  readonly entries: ReadonlyMap<string, ContentEntry>
  /** Slides placed among what rotates. */
  readonly placements: ReadonlyMap<string, PlacementRow>
  readonly playlists: ReadonlyMap<string, PlaylistBody>
  /** A slide is under embargo if its draft is. */
  readonly slides: ReadonlyMap<string, SlideBody>
  /** What of sponsors decides what is shown. */
  readonly sponsors: ReadonlyMap<string, Rivals>
}

/** Whether the two are made of the same values. */
export function sameContent(a: Content | null, b: Content | null): boolean {
  if (a === b) return true
  return a !== null && b !== null && (Object.keys(a) as (keyof Content)[]).every((part) => a[part] === b[part])
}

/** A map of `rows` (id, JSON text) in which a value whose text is unchanged is the very object that `before` held; where all are unchanged, `before` itself. */
export function keeping<T>(before: Texts<T> | null, rows: readonly (readonly [string, string])[]): Texts<T> {
  if (before?.rows === rows) return before
  const texts = new Map<string, string>()
  const values = new Map<string, T>()
  let isSame = before?.texts.size === rows.length
  for (const [id, text] of rows) {
    const isKept = before?.texts.get(id) === text
    if (!isKept) isSame = false
    texts.set(id, text)
    values.set(id, isKept ? before.values.get(id)! : (JSON.parse(text) as T))
  }
  return isSame && before !== null ? { ...before, rows } : { texts, values, rows }
}

export interface Texts<T> {
  readonly texts: ReadonlyMap<string, string>
  readonly values: ReadonlyMap<string, T>
  /** What they were made of. */
  readonly rows: readonly (readonly [string, string])[]
}
