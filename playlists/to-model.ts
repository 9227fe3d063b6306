/** Turns what people wrote into the model: wall times into instants, short forms into whole ones. */
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryBody } from '@infoskjerm/shared/wire/api.ts'
import type { EntryForm, EventFile, HappeningForm, PlaylistForm, ScreenForm, SlideForm, SponsorForm } from './files.ts'
import type { SlideText } from './slide-text.ts'
import type { ContentSource, EventSource, ScreenSource, SlideSource } from './venue.ts'

/** The instant of a wall time `YYYY-MM-DDTHH:MM` in the event's zone (rule T3). */
export type ToInstant = (wall: string) => Instant

export function eventOf({ demo: _, ...event }: EventFile): EventSource {
  return event
}

export function screenOf({ size, exits, state, ...screen }: ScreenForm): ScreenSource {
  return {
    ...screen,
    ...size,
    exits: exits.map((exit) => ({ ...exit, confirmed: null })),
    state: { kind: state },
    sizeInches: null,
    care: plainCare,
    position: 0,
  }
}

export function happeningOf(form: HappeningForm, toInstant: ToInstant): Happening {
  const start = toInstant(form.start)
  return {
    id: form.id,
    title: form.title,
    stage: form.stage,
    start,
    end: form.end === undefined ? start : toInstant(form.end),
    description: form.description,
    tags: form.tags,
    was: form.was === undefined ? null : { start: maybe(form.was.start, toInstant) ?? start, stage: form.was.stage ?? form.stage },
    cancelled: form.cancelled,
    open: false,
  }
}

/** An item without an id of its own is called after what it shows, with `-2`, `-3` … where the list shows it again. */
export function playlistOf(id: string, form: PlaylistForm, toInstant: ToInstant): { readonly id: string } & PlaylistBody {
  const taken = new Set<string>()
  const items = form.items.map((raw): PlaylistItem => {
    const it = typeof raw === 'string' ? { slide: raw } : raw
    const shown = it.slide ?? it.playlist ?? ''
    const itemId = it.id ?? free(shown, taken)
    taken.add(itemId)
    return {
      id: itemId,
      of: it.slide === undefined ? { kind: 'playlist', playlist: shown, take: it.take ?? null } : { kind: 'slide', slide: shown },
      durationMs: it.duration ?? null,
      validFrom: maybe(it.from, toInstant),
      validUntil: maybe(it.until, toInstant),
    }
  })
  return { id, name: form.name, order: form.order, items }
}

/** A daily entry without days of its own is sent on every day of the event. No file arms an entry: only a person can do that (rule E9). */
export function entryOf({ where, when, ...form }: EntryForm, event: EventSource): { readonly id: string } & EntryBody {
  const body = { ...form, exclusive: form.exclusive || form.manual, target: where, armed: null }
  if (when.kind !== 'daily') return { ...body, when }
  return {
    ...body,
    when: { ...when, firstDay: when.firstDay ?? event.firstDay, lastDay: when.lastDay ?? event.lastDay },
  }
}

export function slideOf(id: string, { value, body }: Pick<SlideText, 'value' | 'body'>, toInstant: ToInstant): SlideSource {
  return {
    id,
    name: value.name,
    content: contentOf(value, body, toInstant),
    variants: [],
    durationMs: value.duration,
    validFrom: maybe(value.from, toInstant),
    validUntil: maybe(value.until, toInstant),
    sponsor: value.sponsor ?? null,
    embargo: value.embargo,
    audience: 'everyone',
  }
}

export function sponsorOf({ id, name, promise, rivals }: SponsorForm): { readonly id: string } & SponsorBody {
  if (promise === undefined) return { id, name, promise: null, rivals }
  const { share, minutes = 0, where, hours = null } = promise
  const amount = share === undefined ? { kind: 'minutes' as const, perDay: minutes } : { kind: 'share' as const, percent: share }
  return { id, name, promise: { amount, where, hours }, rivals }
}

function contentOf(form: SlideForm, body: SlideText['body'], toInstant: ToInstant): ContentSource {
  switch (form.kind) {
    case 'text':
      return {
        kind: 'text',
        title: form.title,
        body,
        tone: form.tone,
        picture: form.picture === undefined ? null : { file: form.picture },
        ...(form.author === undefined ? {} : { author: form.author }),
      }
    case 'image':
      return { kind: 'image', picture: { file: form.file }, fit: form.fit, tone: form.tone, caption: form.caption }
    case 'video':
      return { kind: 'video', video: { file: form.file }, fit: form.fit, tone: form.tone }
    case 'programme':
      return {
        kind: 'programme',
        heading: form.heading,
        of: typeof form.of === 'string' ? { scope: form.of } : { scope: 'stage', ...form.of },
      }
    case 'countdown':
      return {
        kind: 'countdown',
        title: form.title,
        to: typeof form.to === 'string' ? { kind: 'instant', at: toInstant(form.to) } : { kind: 'happening', ...form.to },
        finished: form.finished,
      }
    case 'clock':
      return { kind: 'clock', heading: form.heading }
    case 'happening':
      return { kind: 'happening', happening: form.happening, tone: form.tone }
    case 'qr':
      return { kind: 'qr', title: form.title, caption: form.caption, text: form.text }
  }
}

function maybe(wall: string | undefined, toInstant: ToInstant): Instant | null {
  return wall === undefined ? null : toInstant(wall)
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(candidate)) return candidate
  }
}
