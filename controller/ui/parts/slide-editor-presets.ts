/** Ways to divide a screen, as drawn on the buttons that choose between them. */
import type { Region } from '@infoskjerm/shared/model/slide.ts'

export type Box = Omit<Region, 'playlist'>

export const presetNames = ['sidebar', 'strip', 'halves', 'corner', 'columns', 'quarters'] as const
export type PresetName = (typeof presetNames)[number]

const box = (xPct: number, yPct: number, widthPct: number, heightPct: number): Box => ({ xPct, yPct, widthPct, heightPct })

/** The boxes of each way, the most important first; a later one lies above an earlier one. */
export const presets: Readonly<Record<PresetName, readonly Box[]>> = {
  sidebar: [box(0, 0, 70, 100), box(70, 0, 30, 100)],
  strip: [box(0, 0, 100, 78), box(0, 78, 100, 22)],
  halves: [box(0, 0, 50, 100), box(50, 0, 50, 100)],
  corner: [box(0, 0, 100, 100), box(66, 62, 31, 33)],
  columns: [box(0, 0, 34, 100), box(34, 0, 33, 100), box(67, 0, 33, 100)],
  quarters: [box(0, 0, 50, 50), box(50, 0, 50, 50), box(0, 50, 50, 50), box(50, 50, 50, 50)],
}

/** The way these regions divide the screen; null where it is none of ours. */
export function presetOf(regions: readonly Region[]): PresetName | null {
  return (
    presetNames.find((name) => presets[name].length === regions.length && presets[name].every((one, at) => same(one, regions[at]))) ?? null
  )
}

/** The regions of a way. Each keeps the playlist it has now; further ones take a playlist that stands nowhere yet, or the first. */
export function divided(name: PresetName, now: readonly Region[], playlists: readonly string[]): readonly Region[] {
  const taken = now.map(({ playlist }) => playlist)
  return presets[name].map((one, at) => {
    const playlist = taken[at] ?? playlists.find((id) => !taken.includes(id)) ?? playlists[0] ?? ''
    taken[at] = playlist
    return { ...one, playlist }
  })
}

function same(a: Box, b: Box | undefined): boolean {
  return b !== undefined && a.xPct === b.xPct && a.yPct === b.yPct && a.widthPct === b.widthPct && a.heightPct === b.heightPct
}
