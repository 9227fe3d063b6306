/** The simulated hall: who stands where, what is planned, and how people edit it. All of it depends on the seed alone. */
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import { itemOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import type { Random } from '@infoskjerm/shared/testing/random.ts'
import type { Content, ContentEntry, StyledEvent } from '../../controller/publish/content.ts'
import type { ScreenRow } from '../../controller/screens/table.ts'

/** Friday evening; the clock changes two nights later. */
export const began = instant(Date.UTC(2027, 2, 26, 18))

export const event: StyledEvent = {
  id: 'tg',
  name: 'The Gathering',
  venueName: 'Vikingskipet',
  firstDay: '2027-03-24',
  lastDay: '2027-03-28',
  zone: 'Europe/Oslo',
  dayBreak: '05:00',
  theme: 'plain',
  current: true,
  sampleReach: null,
  phase: 'running',
  look: null,
}

export const areaIds = ['hall', 'foyer', 'stage'] as const
/** The entry that a person steps by hand, and the list it shows. */
export const stepped = 'stepped'
export const slideIds = Array.from({ length: 10 }, (_, n) => `s${n}`)
export const listIds = ['house', 'bar', 'show', stepped] as const
export const mediaHashes = Array.from({ length: 6 }, (_, n) => `${n}`.repeat(64))

export function hallOf(random: Random, screens: number): Content {
  return {
    event,
    areas: new Map(areaIds.map((id, position) => [id, { id, event: event.id, name: id, position }])),
    screens: new Map(Array.from({ length: screens }, (_, n) => [`b${n}`, screenOf(`b${n}`, random.pick(areaIds))])),
    entries: new Map([
      ['always', entryOf('always', 'house', { kind: 'all' }, { band: 'house' })],
      ['bar', entryOf('bar', 'bar', { kind: 'area', area: 'foyer' }, {})],
      ['show', entryOf('show', 'show', { kind: 'not', of: { kind: 'area', area: 'stage' } }, { weight: 2 })],
      [stepped, entryOf(stepped, stepped, { kind: 'area', area: 'stage' }, { manual: true, exclusive: true })],
    ]),
    placements: new Map(),
    playlists: new Map(listIds.map((id) => [id, listOf(random)])),
    slides: new Map(slideIds.map((id) => [id, slideWith(random)])),
    sponsors: new Map([
      ['p0', { rivals: ['p1'] }],
      ['p1', { rivals: [] }],
    ]),
  }
}

/** Words, or a picture that has to be fetched first. */
export function slideWith(random: Random): SlideBody {
  const seconds = 3 + random.below(25)
  const sponsor = random.chance(0.3) ? `p${random.below(2)}` : null
  const audience = random.chance(0.1) ? 'crew' : 'everyone'
  if (random.chance(0.6)) return slideOf(seconds, { name: `${random.below(1_000)}`, sponsor, audience })
  const picture = { hash: random.pick(mediaHashes), type: 'image/webp', widthPx: 1, heightPx: 1 } as const
  return slideOf(seconds, {
    name: `${random.below(1_000)}`,
    sponsor,
    audience,
    content: { kind: 'image', picture, fit: 'cover', tone: 'night', caption: { nb: '', en: '' } },
  })
}

export function listOf(random: Random): PlaylistBody {
  const ids = random.shuffled(slideIds).slice(0, 2 + random.below(5))
  return { name: 'List', order: random.chance(0.4) ? 'shuffle' : 'sequence', items: ids.map((id) => itemOf(id)) }
}

export function entryOf(id: string, playlist: string, target: Target, change: Partial<ContentEntry>): ContentEntry {
  return {
    id,
    event: event.id,
    name: id,
    playlist,
    target,
    slot: 'main',
    band: 'normal',
    exclusive: false,
    manual: false,
    armed: null,
    weight: 1,
    when: { kind: 'always' },
    ...change,
  }
}

export function someTarget(random: Random, screens: number): Target {
  const kind = random.below(4)
  if (kind === 0) return { kind: 'all' }
  if (kind === 1) return { kind: 'screen', screen: `b${random.below(screens)}` }
  const area: Target = { kind: 'area', area: random.pick(areaIds) }
  return kind === 2 ? area : { kind: 'not', of: area }
}

/** One edit as people make them; what it does not touch keeps its identity. */
export function edited(content: Content, random: Random, now: Instant): Content {
  const screens = content.screens.size
  const screen = content.screens.get(`b${random.below(screens)}`)!
  switch (random.below(7)) {
    case 0:
      return withNewSlide(content, random)
    case 1:
      return { ...content, playlists: put(content.playlists, random.pick(listIds), listOf(random)) }
    case 2:
      return { ...content, screens: put(content.screens, screen.id, { ...screen, area: random.pick(areaIds) }) }
    case 3: {
      const audience = screen.audience === 'crew' ? 'public' : 'crew'
      return { ...content, screens: put(content.screens, screen.id, { ...screen, audience }) }
    }
    case 4:
      return { ...content, screens: put(content.screens, screen.id, { ...screen, name: `Navn ${random.below(1_000)}` }) }
    case 5: {
      const show = content.entries.get('show')!
      const changed = { ...show, weight: 1 + random.below(4), target: someTarget(random, screens) }
      return { ...content, entries: put(content.entries, 'show', changed) }
    }
    default:
      return noticed(content, random, now)
  }
}

/** With one slide that is another now. */
export function withNewSlide(content: Content, random: Random): Content {
  return { ...content, slides: put(content.slides, random.pick(slideIds), slideWith(random)) }
}

/** A notice: an entry above the others that ends by itself. */
function noticed(content: Content, random: Random, now: Instant): Content {
  const when = { kind: 'instants', from: now, until: instant(now + 10_000 + random.below(60_000)) } as const
  const entry = entryOf('notice', 'notice', someTarget(random, content.screens.size), { band: 'takeover', when })
  const items = [itemOf('notice')]
  return {
    ...content,
    entries: put(content.entries, 'notice', entry),
    playlists: put(content.playlists, 'notice', { name: 'Beskjed', order: 'sequence', items }),
    slides: put(content.slides, 'notice', slideOf(20, { name: `${random.below(1_000)}` })),
  }
}

function put<T>(map: ReadonlyMap<string, T>, id: string, value: T): ReadonlyMap<string, T> {
  return new Map(map).set(id, value)
}

function screenOf(id: string, area: string): ScreenRow {
  return {
    id,
    event: event.id,
    area,
    name: `Skjerm ${id}`,
    tags: [],
    profile: 'standard',
    widthPx: 1920,
    heightPx: 1080,
    distance: 'hall',
    exits: [],
    sizeInches: null,
    care: plainCare,
    position: 0,
    audience: 'public',
    state: { kind: 'in-service' },
    local: false,
  }
}
