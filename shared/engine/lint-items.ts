/** Items that can never show, and slides that end while they are wanted. */
import { limits } from '../limits.ts'
import type { Entry, Manifest } from '../model/manifest.ts'
import type { PlaylistItem } from '../model/playlist.ts'
import { distantFuture, distantPast, type Instant } from '../time/instant.ts'
import type { Interval } from './day.ts'
import type { Finding, NeverWhy } from './finding.ts'

/** Where a walk through the lists of an entry has come. */
interface Reached {
  readonly path: string
  readonly depth: number
  readonly valid: Interval
  readonly inLayout: boolean
}

/** What is wrong with the items of an entry that is on in `spans`. */
export function itemFindings(manifest: Manifest, entry: Entry, spans: readonly Interval[]): readonly Finding[] {
  const findings: Finding[] = []
  const expired = new Set<string>()
  const never = (path: string, why: NeverWhy): void => void findings.push({ kind: 'never-shows', entry: entry.id, path, why })

  const visit = (playlist: string, reached: Reached): void => {
    const items = manifest.playlists[playlist]?.items ?? []
    for (const item of items) look(item, reached)
  }
  const look = (item: PlaylistItem, { path: above, depth, valid: outer, inLayout }: Reached): void => {
    const path = above === '' ? item.id : `${above}/${item.id}`
    const slide = item.of.kind === 'slide' ? manifest.slides[item.of.slide] : undefined
    const valid = within(within(outer, item), slide)
    if (!spans.some(({ from, until }) => Math.max(from, valid.from) < Math.min(until, valid.until))) return never(path, 'not-valid-then')
    if (item.of.kind === 'playlist') {
      if (depth >= limits.playlistDepth) return never(path, 'too-deep')
      if ((manifest.playlists[item.of.playlist]?.items ?? []).length === 0) return never(path, 'list-empty')
      return visit(item.of.playlist, { path, depth: depth + 1, valid, inLayout })
    }
    if (slide === undefined) return never(path, 'slide-missing')
    const { content } = slide
    if (content.kind === 'layout') {
      if (inLayout) return never(path, 'layout-in-layout')
      for (const { playlist } of content.regions) visit(playlist, { path: `${path}/${playlist}`, depth: 1, valid, inLayout: true })
    }
    const ends = slide.validUntil
    const wanted =
      ends !== null && ends < Math.min(outer.until, item.validUntil ?? distantFuture) && spans.some(({ until }) => until > ends)
    if (!wanted || ends >= manifest.event.until || expired.has(item.of.slide)) return
    expired.add(item.of.slide)
    findings.push({ kind: 'expires', entry: entry.id, slide: item.of.slide, at: ends })
  }

  visit(entry.playlist, { path: '', depth: 1, valid: { from: distantPast, until: distantFuture }, inLayout: false })
  return findings
}

function within(outer: Interval, inner: { readonly validFrom: Instant | null; readonly validUntil: Instant | null } | undefined): Interval {
  return {
    from: Math.max(outer.from, inner?.validFrom ?? distantPast) as Instant,
    until: Math.min(outer.until, inner?.validUntil ?? distantFuture) as Instant,
  }
}
