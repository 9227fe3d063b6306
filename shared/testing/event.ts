/** A realistic event of any size for benches: what a large class of screens may show in five days, with what makes real events hard. */
import type { Entry, Manifest } from '../model/manifest.ts'
import type { PlaylistBody, PlaylistItem } from '../model/playlist.ts'
import type { SlideBody } from '../model/slide.ts'
import { matches, type Placed, type Target } from '../model/target.ts'
import { dayMs, type Instant, instant, later, minuteMs, secondMs } from '../time/instant.ts'
import { entryOf, itemOf, manifestOf, slideOf } from './build.ts'
import { type Random, randomFrom } from './random.ts'

/** `rivals`: a third of the entries show sponsors, some of whom must not stand beside one another; without it nobody pays. */
export interface EventSize {
  readonly entries: number
  readonly rivals: boolean
}

/** The days of the event, the first from instant 0 on. */
export const eventDays = 5

const slidesOfCrews = 500
const slidesOfSponsors = 60
const sponsors = 12
/** Sponsors of one trade are rivals; the last trades have one sponsor each. */
const trades = 5
const reels = 8

/** An event that depends on nothing but its size and the seed. A third of the lists are shuffled, a quarter visit a reel for a few items, a tenth for its whole pass, one item in twenty expires; few entries are exclusive or cover the others, so that at nearly any time a rotation is shared. */
export function generateEvent({ entries, rivals }: EventSize, seed: number): Manifest {
  const random = randomFrom(seed)
  const slides: Record<string, SlideBody> = {}
  for (let n = 0; n < slidesOfCrews; n++) slides[`s${n}`] = slideOf(8 + random.below(13))
  for (let n = 0; n < slidesOfSponsors; n++) slides[`p${n}`] = slideOf(8, { sponsor: rivals ? `sponsor${n % sponsors}` : null })
  const playlists: Record<string, PlaylistBody> = {}
  for (let n = 0; n < reels; n++) playlists[`r${n}`] = reelOf(random, n)
  for (let n = 0; n < entries; n++) playlists[`l${n}`] = listOf(random, n % 3 === 0)
  return manifestOf({
    entries: Array.from({ length: entries }, (_, n) => someEntry(random, n, entries)),
    playlists,
    slides,
    change: { sponsors: rivals ? rivalries() : {} },
  })
}

/** Every sponsor names the next one of its trade. */
function rivalries(): Manifest['sponsors'] {
  return Object.fromEntries(
    Array.from({ length: sponsors }, (_, n) => [`sponsor${n}`, { rivals: n + trades < sponsors ? [`sponsor${n + trades}`] : [] }]),
  )
}

/** What many lists visit: the first half of sponsors, shuffled, the others of the house, in sequence. */
function reelOf(random: Random, n: number): PlaylistBody {
  const paid = n < reels / 2
  const names = Array.from({ length: 6 + random.below(7) }, () =>
    paid ? `p${random.below(slidesOfSponsors)}` : `s${random.below(slidesOfCrews)}`,
  )
  return { name: 'Reel', order: paid ? 'shuffle' : 'sequence', items: names.map((name, at) => itemOf(name, { id: `i${at}` })) }
}

function listOf(random: Random, paid: boolean): PlaylistBody {
  const items: PlaylistItem[] = Array.from({ length: 5 + random.below(7) }, (_, at) => {
    const expires = random.chance(0.05) ? instant(random.below(eventDays * dayMs)) : null
    return itemOf(`s${random.below(slidesOfCrews)}`, { id: `i${at}`, validUntil: expires })
  })
  if (paid) items.push(itemOf(`p${random.below(slidesOfSponsors)}`, { id: 'paid' }))
  if (random.chance(0.25)) items.push(visitTo(`r${random.below(reels)}`, 'few', 1 + random.below(3)))
  if (random.chance(0.1)) items.push(visitTo(`r${random.below(reels)}`, 'all', null))
  return { name: 'List', order: random.chance(1 / 3) ? 'shuffle' : 'sequence', items: random.shuffled(items) }
}

function visitTo(playlist: string, id: string, take: number | null): PlaylistItem {
  return itemOf('@', { id, of: { kind: 'playlist', playlist, take } })
}

/** However large the event, at most about a hundred entries stand above the others. */
function someEntry(random: Random, n: number, entries: number): Entry {
  const rare = Math.min(0.2, 50 / entries)
  const place = { playlist: `l${n}`, weight: 1 + random.below(5), slot: someSlot(random, n) }
  if (n === 0 || random.chance(0.02)) return entryOf(`e${n}`, { ...place, band: 'house' })
  if (random.chance(rare / 4)) return entryOf(`e${n}`, { ...place, band: 'takeover', when: window(random, 5, 15, 1) })
  if (random.chance(rare / 2)) return entryOf(`e${n}`, { ...place, band: 'event', when: window(random, 30, 90, 1) })
  if (random.chance(rare)) return entryOf(`e${n}`, { ...place, exclusive: true, when: window(random, 10, 45, 1) })
  const daily = random.chance(0.2)
  return entryOf(`e${n}`, { ...place, when: window(random, 30, 180, daily ? eventDays : 1) })
}

/** A ticker runs for most of the day, a corner half of it, a banner now and then. */
function someSlot(random: Random, n: number): Entry['slot'] {
  if (n === 0 || random.chance(0.9)) return 'main'
  return random.pick(['ticker', 'ticker', 'ticker', 'ticker', 'ticker', 'ticker', 'corner', 'corner', 'corner', 'banner'])
}

/** Begins and ends on five minutes, as people plan. */
function window(random: Random, leastMinutes: number, mostMinutes: number, days: number): Entry['when'] {
  const span = (days === 1 ? eventDays : 1) * dayMs
  const start: Instant = later(instant(0), random.below(span / (5 * minuteMs)) * 5 * minuteMs)
  const lengthMs = (leastMinutes + 5 * random.below((mostMinutes - leastMinutes) / 5 + 1)) * 60 * secondMs
  return [{ start, lengthMs, everyMs: dayMs, count: days }]
}

/** A hall of screens: the manifest of each, the same one for all screens that the same entries are meant for, and those manifests once each. */
export interface GeneratedVenue {
  readonly screens: readonly Manifest[]
  readonly classes: readonly Manifest[]
}

const areas = 20
const tags = ['entrance', 'stage', 'bar', 'upright', 'esport', 'quiet'] as const

/** A hall that depends on nothing but its size and the seed. Most entries are for an area or two, others for all, for a tag, for all but a tag, and one in twenty for a screen by name. */
export function generateVenue({ screens, entries }: { readonly screens: number; readonly entries: number }, seed: number): GeneratedVenue {
  const random = randomFrom(seed)
  const whole = generateEvent({ entries, rivals: true }, seed)
  const targets = whole.entries.map((_, n) => someTarget(random, n, screens))
  const classes = new Map<string, Manifest>()
  const ofScreens = Array.from({ length: screens }, (_, n) => {
    const area = n % areas
    const places = tags.filter((_, tag) => (area + tag) % 5 === 0 && n % 3 === 0)
    const screen: Placed = { id: `screen${n}`, area: `area${area}`, tags: places, audience: 'public' }
    const meant = whole.entries.filter((_, at) => matches(targets[at]!, screen))
    const key = meant.map(({ id }) => id).join(' ')
    const manifest = classes.get(key) ?? onlyFor(whole, meant)
    classes.set(key, manifest)
    return manifest
  })
  return { screens: ofScreens, classes: [...classes.values()] }
}

function someTarget(random: Random, n: number, screens: number): Target {
  const area = (): Target => ({ kind: 'area', area: `area${random.below(areas)}` })
  const tag = (): Target => ({ kind: 'tag', tag: random.pick(tags) })
  if (n === 0 || random.chance(0.15)) return { kind: 'all' }
  if (random.chance(0.05)) return { kind: 'screen', screen: `screen${random.below(screens)}` }
  if (random.chance(0.2)) return tag()
  if (random.chance(0.15)) return { kind: 'not', of: tag() }
  return random.chance(0.5) ? area() : { kind: 'or', of: [area(), area()] }
}

/** What these entries reach, and nothing else. */
function onlyFor(whole: Manifest, entries: readonly Entry[]): Manifest {
  const playlists: Record<string, PlaylistBody> = {}
  const slides: Record<string, SlideBody> = {}
  const visit = (id: string): void => {
    const list = whole.playlists[id]!
    playlists[id] = list
    for (const { of } of list.items) {
      if (of.kind === 'slide') slides[of.slide] = whole.slides[of.slide]!
      else visit(of.playlist)
    }
  }
  for (const { playlist } of entries) visit(playlist)
  return { ...whole, entries, playlists, slides }
}
