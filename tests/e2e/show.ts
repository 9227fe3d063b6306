/** Builds a small show over the REST API: text slides in a playlist that every screen shows. */
import type { Api } from './harness.ts'

export interface Show {
  readonly playlist: string
  readonly entry: string
  /** Ids of the slides, in order. */
  readonly slides: readonly string[]
}

export const textSlide = (title: string, durationMs: number) => ({
  name: title,
  content: { kind: 'text', title: { nb: title, en: '' }, body: { nb: '', en: '' }, tone: 'night', picture: null },
  durationMs,
  validFrom: null,
  validUntil: null,
})

export const playlistOf = (name: string, slides: readonly string[]) => ({
  name,
  order: 'sequence',
  items: slides.map((slide, index) => ({
    id: `i${index}-${slide}`.slice(0, 40).toLowerCase(),
    of: { kind: 'slide', slide },
    durationMs: null,
    validFrom: null,
    validUntil: null,
  })),
})

export const entryOf = (name: string, playlist: string, more: Record<string, unknown> = {}) => ({
  name,
  playlist,
  target: { kind: 'all' },
  slot: 'main',
  band: 'house',
  exclusive: false,
  weight: 1,
  when: { kind: 'always' },
  ...more,
})

type Made = { value: { id: string } }

/** Slides with these titles, published in a playlist; not yet scheduled. */
export async function makePlaylist(
  api: Api,
  name: string,
  titles: readonly string[],
  durationMs: number,
): Promise<{ playlist: string; slides: string[] }> {
  const slides: string[] = []
  for (const title of titles) slides.push((await api.ok<Made>('POST', '/slides', textSlide(title, durationMs))).value.id)
  const playlist = (await api.ok<Made>('POST', '/playlists', playlistOf(name, slides))).value.id
  await api.ok('POST', '/publish', { slides, playlists: [playlist] })
  return { playlist, slides }
}

/** The same, always on every screen. */
export async function makeShow(api: Api, titles: readonly string[], durationMs: number): Promise<Show> {
  const { playlist, slides } = await makePlaylist(api, 'Huset', titles, durationMs)
  const entry = (await api.ok<Made>('POST', '/schedule', entryOf('Huset', playlist))).value.id
  return { playlist, entry, slides }
}
