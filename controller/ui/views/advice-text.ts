/** Findings of the schedule in plain words, each with the place where it is put right. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { EntryResource, LintResource, PlaylistResource, SlideResource, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { bodyOf, type PlaylistJson } from '../parts/slide-editor-json.ts'
import { fromText, times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import type { ItemJson } from './playlists-items.ts'

export type Advice = LintResource['findings'][number]
type Finding = Advice['finding']

/** Most serious first. */
export const kinds = [
  'only-fallback',
  'rivals-meet',
  'never-shows',
  'always-hidden',
  'expires',
  'share-missed',
] as const satisfies readonly Finding['kind'][]

/** What findings speak of, by id. */
export interface Named {
  readonly entries: ReadonlyMap<string, EntryResource>
  readonly playlists: ReadonlyMap<string, PlaylistResource>
  readonly slides: ReadonlyMap<string, SlideResource>
  readonly sponsors: ReadonlyMap<string, SponsorResource>
}

/** One finding: what it is about, what is the matter, and where to go. */
export interface Said {
  readonly title: string
  readonly detail: string
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

/** Findings of each kind that has any, most serious kind first, in the order they came. */
export function grouped(findings: readonly Advice[]): readonly { readonly kind: Finding['kind']; readonly findings: readonly Advice[] }[] {
  return kinds
    .map((kind) => ({ kind, findings: findings.filter(({ finding }) => finding.kind === kind) }))
    .filter((group) => group.findings.length > 0)
}

export function saidOf(finding: Finding, named: Named): Said {
  const words = say().advice
  const at = (text: string) => times().dayTime(fromText(text))
  switch (finding.kind) {
    case 'only-fallback':
      return {
        title: words.emptyTime(at(finding.from), at(finding.until)),
        detail: '',
        links: [{ text: words.toSchedule, href: '/schedule' }],
      }
    case 'rivals-meet': {
      const [one, other] = finding.slides.map((id) => slideName(id, named)) as [string, string]
      const [first, second] = finding.sponsors.map((id) => named.sponsors.get(id)?.name ?? words.gone) as [string, string]
      return {
        title: words.rivals(first, second, at(finding.at)),
        detail: words.rivalSlides(one, other),
        links: finding.slides.flatMap((id) => slideLink(id, named)),
      }
    }
    case 'never-shows':
      return neverSaid(finding, named)
    case 'always-hidden':
      return {
        title: entryName(finding.entry, named),
        detail: finding.by === null ? words.hiddenEmpty : words.hiddenBy(entryName(finding.by, named)),
        links: entryLink(finding.entry, named),
      }
    case 'expires':
      return {
        title: slideName(finding.slide, named),
        detail: words.expiresAt(at(finding.at), entryName(finding.entry, named)),
        links: [...slideLink(finding.slide, named), ...entryLink(finding.entry, named)],
      }
    case 'share-missed':
      return {
        title: entryName(finding.entry, named),
        detail: `${words.share(percent(finding.planned), percent(finding.promised))} ${words.shareWhen(at(finding.from), at(finding.until))}`,
        links: entryLink(finding.entry, named),
      }
  }
}

function neverSaid({ entry, path, why }: Finding & { readonly kind: 'never-shows' }, named: Named): Said {
  const words = say().advice
  const { list, item } = follow(named.entries.get(entry)?.playlist ?? null, path.split('/'), named)
  const name = item === null ? null : item.kind === 'slide' ? slideName(item.slide, named) : listName(item.playlist, named)
  const slide = item?.kind === 'slide' ? slideLink(item.slide, named) : []
  const place =
    list !== null && named.playlists.has(list) ? [{ text: words.toPlaylist, href: `/playlists/${list}` }] : entryLink(entry, named)
  return {
    title: name === null ? entryName(entry, named) : words.inEntry(name, entryName(entry, named)),
    detail: words.why[why],
    links: why === 'not-valid-then' || why === 'slide-missing' ? [...slide, ...place] : place,
  }
}

type Item = { readonly kind: 'slide'; readonly slide: string } | { readonly kind: 'playlist'; readonly playlist: string }

/** The last list on a path of items, and what its item refers to; null where the path leads nowhere any more. */
function follow(start: string | null, path: readonly string[], named: Named): { readonly list: string | null; readonly item: Item | null } {
  let [list, item]: [string | null, Item | null] = [start, null]
  for (const id of path.slice(0, limits.playlistDepth + 1)) {
    if (item !== null) list = item.kind === 'playlist' ? item.playlist : null
    const playlist: PlaylistResource | undefined = list === null ? undefined : named.playlists.get(list)
    const body: PlaylistJson | null = playlist === undefined ? null : (playlist.published ?? bodyOf(playlist))
    const found: ItemJson | undefined = body?.items.find((one) => one.id === id)
    if (found === undefined) return { list, item: null }
    item = found.of
  }
  return { list, item }
}

function entryName(id: string, named: Named): string {
  const entry = named.entries.get(id)
  return entry === undefined ? say().advice.gone : say().advice.quoted(entry.name)
}

function slideName(id: string, named: Named): string {
  const slide = named.slides.get(id)
  return slide === undefined ? say().advice.gone : say().advice.quoted(bodyOf(slide).name)
}

function listName(id: string, named: Named): string {
  const list = named.playlists.get(id)
  return list === undefined ? say().advice.gone : say().advice.quoted(bodyOf(list).name)
}

function entryLink(id: string, named: Named): Said['links'] {
  return named.entries.has(id) ? [{ text: say().advice.toEntry, href: `/schedule/${id}` }] : []
}

function slideLink(id: string, named: Named): Said['links'] {
  return named.slides.has(id) ? [{ text: say().advice.toSlide(slideName(id, named)), href: `/slides/${id}` }] : []
}

function percent(share: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(share * 100)
}
