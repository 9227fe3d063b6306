/** Builders for tests and pictures of the stage: an event in the night of the clock change, a programme, slides and scenes. */
import type { Fallback, Scene, Showing, ShowingOverride } from '@infoskjerm/shared/engine/scene.ts'
import type { ManifestEvent } from '@infoskjerm/shared/model/manifest.ts'
import type { Ending, Override } from '@infoskjerm/shared/model/override.ts'
import type { Happening, Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Distance, Exit } from '@infoskjerm/shared/model/screen.ts'
import type { SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { distantFuture, hourMs, type Instant, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from '../context.ts'

/** An instant written as RFC 3339. */
export function at(text: string): Instant {
  return instant(Date.parse(text))
}

export const words = (nb: string, en = ''): Words => ({ nb, en })

/** Europe/Oslo round TG27; on 28 March 2027 at 02:00 the clock goes to 03:00. */
export const event: ManifestEvent = {
  id: 'tg27',
  name: 'The Gathering 2027',
  venueName: 'Vikingskipet',
  from: at('2027-03-24T08:00:00Z'),
  until: at('2027-03-28T12:00:00Z'),
  zone: { name: 'Europe/Oslo', firstOffsetMs: hourMs, changes: [{ at: at('2027-03-28T01:00:00Z'), offsetMs: 2 * hourMs }] },
  dayBreakMs: 5 * hourMs,
  theme: 'tg27',
  look: null,
}

export function happening(
  id: string,
  nb: string,
  en: string,
  stage: string,
  start: string,
  minutes: number,
  more: Partial<Happening> = {},
): Happening {
  const from = at(start)
  return {
    id,
    title: words(nb, en),
    stage,
    start: from,
    end: later(from, minutes * minuteMs),
    description: words(''),
    tags: [],
    was: null,
    cancelled: false,
    open: false,
    ...more,
  }
}

export const programme: Programme = {
  stages: [
    { id: 'hovedscenen', name: words('Hovedscenen', 'Main stage'), letter: 'A', area: 'hovedscene' },
    { id: 'esport', name: words('Esportscenen', 'Esport stage'), letter: 'B', area: 'esport' },
    { id: 'kreativia', name: words('Kreativia', 'Creative stage'), letter: 'C', area: 'kreativ' },
    { id: 'lounge', name: words('Lounge', 'Lounge'), letter: 'D', area: null },
  ],
  happenings: [
    happening('verksted', 'Åpent verksted', 'Open workshop', 'kreativia', '2027-03-26T09:00:00Z', 13 * 60),
    happening('cs2', 'CS2 semifinale', 'CS2 semi-final', 'esport', '2027-03-26T18:00:00Z', 180),
    happening('fast-music', 'Fast Music Compo', 'Fast Music Compo', 'hovedscenen', '2027-03-26T19:00:00Z', 75, {
      description: words('Stem fra 21:30'),
      tags: ['featured'],
    }),
    happening('pikselkunst', 'Pikselkunst for alle', 'Pixel art for everyone', 'kreativia', '2027-03-26T19:50:00Z', 60, {
      was: { start: at('2027-03-26T19:50:00Z'), stage: 'lounge' },
    }),
    happening('demoshow', 'Demoshow', 'Demo show', 'hovedscenen', '2027-03-26T21:20:00Z', 90, {
      was: { start: at('2027-03-26T21:00:00Z'), stage: 'hovedscenen' },
    }),
    happening('quiz', 'Den store nerdequizen', 'The great nerd quiz', 'lounge', '2027-03-26T21:45:00Z', 60, { cancelled: true }),
    happening('kåring', 'Premieutdeling esport', 'Esport prize ceremony', 'esport', '2027-03-26T22:00:00Z', 45),
    happening('nattkino', 'Nattkino: Hackers', 'Night cinema: Hackers', 'lounge', '2027-03-27T00:30:00Z', 105),
    happening('frokost', 'Frokostyoga', 'Breakfast yoga', 'lounge', '2027-03-27T08:00:00Z', 45),
    happening('fotballcup', 'Rocket League finaler', 'Rocket League finals', 'esport', '2027-03-27T10:00:00Z', 240),
    happening('foredrag', 'Slik lager du ditt første spill', 'Make your first game', 'kreativia', '2027-03-27T12:00:00Z', 60),
  ],
}

const exit: Exit = { name: 'Utgang 3', direction: 'right', confirmed: { by: 'kari', at: at('2027-03-24T09:00:00Z') } }

export interface ContextOptions {
  readonly now: () => Instant
  readonly distance: Distance
  readonly portrait: boolean
  readonly exits: readonly Exit[]
  readonly still: boolean
}

export const friday = at('2027-03-26T19:37:04Z')

export function context(options: Partial<ContextOptions> = {}): StageContext {
  const { now = () => friday, distance = 'hall', portrait = false, exits = [exit], still = true } = options
  const [widthPx, heightPx] = portrait ? [1080, 1920] : [1920, 1080]
  return {
    screen: {
      id: 'inngang-nord',
      name: 'Inngang nord',
      area: { id: 'innganger', name: 'Innganger' },
      exits,
      variant: { profile: 'standard', widthPx, heightPx, distance },
    },
    event,
    programme,
    slips: {},
    mediaUrl: (hash) => hash,
    now,
    answers: () => Promise.resolve(true),
    isTimeProved: true,
    sound: false,
    still,
  }
}

export function slide(content: SlideContent): SlideBody {
  return {
    name: 'Prøve',
    content,
    variants: [],
    durationMs: 10_000,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
  }
}

export function showing(key: string, content: SlideContent, since: Instant = friday, regions: readonly (Showing | null)[] = []): Showing {
  return {
    kind: 'slide',
    key,
    entry: 'e',
    band: 'house',
    path: 'p',
    item: key,
    slideId: key,
    slide: slide(content),
    since,
    until: distantFuture,
    regions,
  }
}

export function override(template: string, status: Override['status'] = 'actual', ending: Ending | null = null): ShowingOverride {
  const message: Override = {
    id: 'o1',
    template,
    target: { kind: 'all' },
    status,
    since: friday,
    ending: ending === null ? null : { kind: ending, at: friday },
  }
  return { kind: 'override', key: `o1-${ending ?? 'on'}`, override: message, ending, since: friday }
}

export const fallback: Fallback = { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' }

export function scene(main: Showing | Fallback, over: ShowingOverride | null = null): Scene {
  return { slots: over === null ? { main } : { main, override: over }, until: distantFuture }
}

/** A picture as an address, for contexts whose `mediaUrl` gives back what it is given. */
export function svgPicture(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
