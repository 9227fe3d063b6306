/** Tracks: everything that rotates by itself inside a slot and band (rule E3): what the band's entries share, and each exclusive entry. */
import { type Band, bands, type Entry, type Manifest, type Slot } from '../model/manifest.ts'
import { distantFuture, distantPast, type Instant, later } from '../time/instant.ts'
import { occurrencesIn } from '../time/series.ts'
import { dayOf, type Interval } from './day.ts'
import { forest } from './node.ts'
import type { Player } from './stretch.ts'

/** `exclusive` is the id of the entry that has the track for itself, null for the shared one. `region`: the playlist that rotates by the venue clock for the regions of layouts, with a player of its own. Players are in order of id. */
export interface Track {
  readonly slot: Exclude<Slot, 'override'>
  readonly band: Band
  readonly exclusive: string | null
  readonly region: string | null
  readonly players: readonly Player[]
}

/** One life of a rotation: a day of a shared one, an occurrence of an exclusive one. `startedAt` settles who wins in the band. */
export interface Spell extends Interval {
  readonly startedAt: Instant
}

/** The tracks of a manifest, in an order that does not depend on that of its entries. */
export function tracksOf(manifest: Manifest): readonly Track[] {
  const listOf = forest(manifest, false)
  const players = manifest.entries
    .map((entry) => ({ entry, node: listOf(entry.playlist) }))
    .sort((a, b) => byCodeUnit(a.entry.id, b.entry.id))
  const tracks = new Map<string, Track & { players: Player[] }>()
  for (const player of players) {
    const { slot, band, exclusive, manual, id } = player.entry
    const fresh = { slot, band, exclusive: exclusive || manual ? id : null, region: null, players: [] }
    const track = tracks.get(nameOf(fresh)) ?? fresh
    track.players.push(player)
    tracks.set(nameOf(track), track)
  }
  return [...tracks.values(), ...regionTracks(manifest)]
}

/** What rotates in the regions of layouts: each playlist once, wherever it stands (rule E8). */
function regionTracks(manifest: Manifest): readonly Track[] {
  const playlists = new Set<string>()
  for (const { content } of Object.values(manifest.slides)) {
    if (content.kind === 'layout') for (const { playlist } of content.regions) playlists.add(playlist)
  }
  const listOf = forest(manifest, true)
  return [...playlists].sort(byCodeUnit).map((playlist) => {
    const place = { slot: 'main', band: 'house' } as const
    const entry = { ...place, id: playlist, name: '', playlist, exclusive: false, manual: false, weight: 1, when: 'always' } as const
    return { ...place, exclusive: null, region: playlist, players: [{ entry, node: listOf(playlist) }] }
  })
}

/** What tells the rotations of a manifest apart. */
export function nameOf({ slot, band, exclusive, region }: Pick<Track, 'slot' | 'band' | 'exclusive' | 'region'>): string {
  return `${slot} ${band} ${exclusive ?? ''} ${region ?? ''}`
}

/** The lives of the track that share time with the window, each from its true beginning (rule E7). */
export function spellsOf(track: Track, manifest: Manifest, window: Interval): readonly Spell[] {
  const first = track.players[0]!
  if (first.entry.manual && first.entry.when === 'always') return [{ from: 0 as Instant, until: distantFuture, startedAt: distantPast }]
  if (track.exclusive !== null && first.entry.when !== 'always') {
    return activeIn(first.entry, window).map((occurrence) => ({ ...occurrence, startedAt: occurrence.from }))
  }
  const spells: Spell[] = []
  for (let day = dayOf(manifest.days, window.from); day.from < window.until; day = dayOf(manifest.days, day.until)) {
    spells.push({ ...day, startedAt: distantPast })
  }
  return spells
}

/** When the entry is on, in order, as far as it shares time with the window. */
export function activeIn(entry: Pick<Entry, 'when'>, window: Interval): readonly Interval[] {
  if (entry.when === 'always') return [{ from: distantPast, until: distantFuture }]
  return entry.when.flatMap((series) => occurrencesIn(series, window.from, window.until)).sort((a, b) => a.from - b.from)
}

/** Which of two claims to a slot is the stronger, negative if a is: the higher band, then exclusive before shared, then the later start, then the smaller id (rules E2, E3). */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    bands.indexOf(b.track.band) - bands.indexOf(a.track.band) ||
    Number(a.track.exclusive === null) - Number(b.track.exclusive === null) ||
    b.spell.startedAt - a.spell.startedAt ||
    byCodeUnit(a.track.exclusive ?? '', b.track.exclusive ?? '')
  )
}

/** A track during one of its lives, wanting its slot. */
export interface Claim {
  readonly track: Track
  readonly spell: Spell
}

/** Orders by UTF-16 code unit, which no locale changes. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The instant just before `t`, for what is still on the glass when `t` comes. */
export function justBefore(t: Instant): Instant {
  return later(t, -1)
}
