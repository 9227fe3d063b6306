/** Builders: manifests in a few words, so that tests read like tables. Time starts at instant 0, which is a day-break. */
import type { Live } from '../model/live.ts'
import type { Entry, Manifest } from '../model/manifest.ts'
import type { Ending, Override } from '../model/override.ts'
import type { PlaylistBody, PlaylistItem } from '../model/playlist.ts'
import type { SlideBody } from '../model/slide.ts'
import type { Series } from '../time/series.ts'
import { dayMs, type Instant, instant, secondMs } from '../time/instant.ts'

/** Seconds since the first day-break. */
export function s(seconds: number): Instant {
  return instant(Math.round(seconds * secondMs))
}

/** A text slide of so many seconds. */
export function slideOf(seconds: number, change: Partial<SlideBody> = {}): SlideBody {
  return {
    name: `${seconds} s`,
    content: { kind: 'text', title: { nb: 'Hei', en: 'Hello' }, body: { nb: '', en: '' }, tone: 'night', picture: null },
    variants: [],
    durationMs: seconds * secondMs,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
    ...change,
  }
}

/** An item whose id is the name: `a` shows the slide `a`, `@b` visits the playlist `b` (item id `b`). */
export function itemOf(name: string, change: Partial<PlaylistItem> = {}): PlaylistItem {
  const id = name.replace('@', '')
  return {
    id,
    of: name.startsWith('@') ? { kind: 'playlist', playlist: id, take: null } : { kind: 'slide', slide: id },
    durationMs: null,
    validFrom: null,
    validUntil: null,
    ...change,
  }
}

/** `a b @c` in sequence, or items that say more. */
export function playlistOf(items: string | readonly PlaylistItem[]): PlaylistBody {
  const list =
    typeof items === 'string'
      ? items
          .split(' ')
          .filter(Boolean)
          .map((name) => itemOf(name))
      : items
  return { name: 'List', order: 'sequence', items: list }
}

/** An entry in `main`, band `normal`, shared, always, that plays the playlist of its own id. */
export function entryOf(id: string, change: Partial<Entry> = {}): Entry {
  return { id, name: id, slot: 'main', band: 'normal', exclusive: false, manual: false, weight: 1, playlist: id, when: 'always', ...change }
}

/** One window, in seconds. */
export function once(from: number, until: number): readonly Series[] {
  return [{ start: s(from), lengthMs: s(until) - s(from), everyMs: s(until) - s(from), count: 1 }]
}

/** The same window each day, in seconds of the first day. */
export function daily(from: number, until: number, count: number): readonly Series[] {
  return [{ start: s(from), lengthMs: s(until) - s(from), everyMs: dayMs, count }]
}

/** A manifest of entries, playlists (texts as in `playlistOf`) and slides (numbers are seconds). A slide that a playlist names and nobody describes takes 10 s. */
export function manifestOf(parts: {
  readonly entries: readonly Entry[]
  readonly playlists: Readonly<Record<string, string | readonly PlaylistItem[] | PlaylistBody>>
  readonly slides?: Readonly<Record<string, number | SlideBody>>
  readonly change?: Partial<Manifest>
}): Manifest {
  const playlists = Object.fromEntries(
    Object.entries(parts.playlists).map(([id, list]) => [id, typeof list === 'object' && 'items' in list ? list : playlistOf(list)]),
  )
  const slides: Record<string, SlideBody> = {}
  for (const { items } of Object.values(playlists)) for (const { of } of items) if (of.kind === 'slide') slides[of.slide] = slideOf(10)
  for (const [id, slide] of Object.entries(parts.slides ?? {})) slides[id] = typeof slide === 'number' ? slideOf(slide) : slide
  return {
    format: 1,
    event: {
      id: 'test',
      name: 'Test',
      venueName: 'Hall',
      from: s(0),
      until: instant(5 * dayMs),
      zone: { name: 'UTC', firstOffsetMs: 0, changes: [] },
      dayBreakMs: 0,
      theme: 'plain',
      look: null,
    },
    days: [{ start: s(0), lengthMs: dayMs, everyMs: dayMs, count: 30 }],
    entries: parts.entries,
    playlists,
    slides,
    sponsors: {},
    anchors: [],
    ...parts.change,
  }
}

/** An actual message to all, begun at 0. */
export function overrideOf(id: string, change: Partial<Override> = {}): Override {
  return { id, template: 'evacuate', target: { kind: 'all' }, status: 'actual', since: s(0), ending: null, ...change }
}

/** How a message ended, in seconds. */
export function endedAt(seconds: number, kind: Ending = 'all-clear'): Override['ending'] {
  return { kind, at: s(seconds) }
}

/** What a screen called `b7` in the lobby sees while these messages are in force. */
export function liveOf(...overrides: readonly Override[]): Live {
  return {
    screen: { id: 'b7', area: 'lobby', tags: ['led'], audience: 'public' },
    overrides: { overrides },
    cues: {},
    slips: {},
    sources: {},
  }
}
