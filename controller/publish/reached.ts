/** What the screens of a class may show, reached from its entries and from what was placed among them; slides under embargo only by way of entries that are armed (rule E9), slides for crew only before crew. */
import { createHash } from 'node:crypto'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import { regionPlaylists, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { ScreenClass } from './classes.ts'
import type { Content, ContentEntry } from './content.ts'
import { type Placing, withPlaced } from './placed.ts'

/** What a walk down from some entries meets, through lists and the regions of layouts. What is not published is left out: a missing slide costs its own turn, never the show. */
interface Walk {
  readonly playlists: ReadonlyMap<string, PlaylistBody>
  readonly slides: ReadonlyMap<string, SlideBody>
}

/** `open`: by way of entries that are not armed. `armed`: by way of the others. */
export interface Reached {
  readonly entries: readonly ContentEntry[]
  readonly armedEntries: ReadonlySet<string>
  readonly open: Walk
  readonly armed: Walk
  readonly placed: Placing
  readonly sponsors: Content['sponsors']
}

export const nothingReached: Reached = reachedFrom(
  { entries: [], placements: [], audience: 'public', armed: new Set() },
  { playlists: new Map(), slides: new Map(), sponsors: new Map() },
)

export function reachedFrom(
  { entries, placements, audience, armed }: Pick<ScreenClass, 'entries' | 'placements' | 'audience' | 'armed'>,
  content: Pick<Content, 'playlists' | 'slides' | 'sponsors'>,
): Reached {
  const suits = (slide: SlideBody): boolean => slide.audience !== 'crew' || audience === 'crew'
  return {
    entries: entries.filter(({ playlist }) => content.playlists.has(playlist)),
    armedEntries: armed,
    open: walk(
      entries.filter(({ id }) => !armed.has(id)),
      content,
      (slide) => !slide.embargo && suits(slide),
    ),
    armed: walk(
      entries.filter(({ id }) => armed.has(id)),
      content,
      suits,
    ),
    placed: placements.flatMap((placement) => {
      const slide = content.slides.get(placement.slide)
      return slide === undefined || slide.embargo || !suits(slide) ? [] : [{ placement, slide }]
    }),
    sponsors: content.sponsors,
  }
}

function walk(
  entries: readonly ContentEntry[],
  content: Pick<Content, 'playlists' | 'slides'>,
  mayCome: (slide: SlideBody) => boolean,
): Walk {
  const playlists = new Map<string, PlaylistBody>()
  const slides = new Map<string, SlideBody>()
  const visit = (id: string): void => {
    const body = content.playlists.get(id)
    if (body === undefined || playlists.has(id)) return
    playlists.set(id, body)
    for (const { of } of body.items) {
      if (of.kind === 'playlist') visit(of.playlist)
      else meet(of.slide)
    }
  }
  const meet = (id: string): void => {
    const slide = content.slides.get(id)
    if (slide === undefined || slides.has(id) || !mayCome(slide)) return
    slides.set(id, slide)
    regionPlaylists(slide.content).forEach(visit)
  }
  for (const { playlist } of entries) visit(playlist)
  return { playlists, slides }
}

/** The values that `contentsOf` looks at: equal lists (by identity) make equal contents. */
export function sourcesOf({ entries, armedEntries, open, armed, placed, sponsors }: Reached): readonly unknown[] {
  const named = [...sponsorsOf(open), ...sponsorsOf(armed)].map((id) => sponsors.get(id))
  const walks = [open, armed].flatMap(({ playlists, slides }) => [...playlists.values(), ...slides.values()])
  const added = placed.flatMap(({ placement, slide }) => [placement, slide])
  return [
    [...armedEntries].join(' '),
    placed.length,
    ...added,
    open.playlists.size,
    open.slides.size,
    armed.playlists.size,
    ...entries,
    ...walks,
    ...named,
  ]
}

/** What a manifest holds besides the times of its entries. */
export interface Contents extends Pick<Manifest, 'playlists' | 'slides' | 'sponsors'> {
  readonly entries: readonly ContentEntry[]
  /** The list that an entry plays. */
  readonly playlistOf: (entry: ContentEntry) => string
}

/** Entries with the list that each plays, and what a manifest holds of them. A list that shows something under embargo, and is reached by an entry that is not armed too, is there twice: whole for the armed, under a name of its own, and without it for the other. (A layout that both show has its regions as the other may see them.) */
export function contentsOf(reached: Reached): Contents {
  const { open, armed, armedEntries } = reached
  const tells = (id: string, above: readonly string[] = []): boolean =>
    !above.includes(id) &&
    (armed.playlists.get(id)?.items ?? []).some(({ of }) =>
      of.kind === 'slide' ? armed.slides.get(of.slide)?.embargo === true : tells(of.playlist, [...above, id]),
    )
  const named = (id: string): string => (open.playlists.has(id) && tells(id) ? apart(id) : id)

  const playlists: Record<string, PlaylistBody> = {}
  for (const [id, body] of armed.playlists) playlists[named(id)] = withItems(body, armed, named)
  for (const [id, body] of open.playlists) playlists[id] = withItems(body, open, (same) => same)
  const slides: Record<string, SlideBody> = Object.fromEntries(open.slides)
  for (const [id, slide] of armed.slides) slides[id] ??= withRegions(slide, named)
  const playlistOf = ({ id, playlist }: ContentEntry): string => (armedEntries.has(id) ? named(playlist) : playlist)
  const contents = withPlaced({ entries: reached.entries, playlists, slides, playlistOf }, reached.placed)
  return { ...contents, sponsors: sponsorsIn(contents.slides, reached.sponsors) }
}

function apart(playlist: string): string {
  return `armed-${createHash('sha256').update(playlist).digest('hex').slice(0, 16)}`
}

/** The list without what the walk did not meet. */
function withItems(body: PlaylistBody, { playlists, slides }: Walk, named: (playlist: string) => string): PlaylistBody {
  const there = ({ of }: PlaylistItem) => (of.kind === 'slide' ? slides.has(of.slide) : playlists.has(of.playlist))
  const renamed = (item: PlaylistItem): PlaylistItem =>
    item.of.kind === 'slide' ? item : { ...item, of: { ...item.of, playlist: named(item.of.playlist) } }
  return { ...body, items: body.items.filter(there).map(renamed) }
}

function withRegions(slide: SlideBody, named: (playlist: string) => string): SlideBody {
  const { content } = slide
  if (content.kind !== 'layout') return slide
  return { ...slide, content: { ...content, regions: content.regions.map((region) => ({ ...region, playlist: named(region.playlist) })) } }
}

function sponsorsOf({ slides }: Pick<Walk, 'slides'>): readonly string[] {
  return [...new Set([...slides.values()].flatMap(({ sponsor }) => sponsor ?? []))].sort()
}

/** Their rivals among each other alone: whom else a sponsor must not stand beside is nobody's business here. */
function sponsorsIn(slides: Readonly<Record<string, SlideBody>>, all: Content['sponsors']): Manifest['sponsors'] {
  const here = new Set(Object.values(slides).flatMap(({ sponsor }) => (sponsor !== null && all.has(sponsor) ? sponsor : [])))
  return Object.fromEntries(
    [...here].sort().map((id) => [
      id,
      {
        rivals: all
          .get(id)!
          .rivals.filter((rival) => here.has(rival))
          .sort(),
      },
    ]),
  )
}
