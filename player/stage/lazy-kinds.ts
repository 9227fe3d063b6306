/** Kinds that few slides are of: their code is fetched when the first one is prepared, and beforehand by a page that has nothing else to do. */
import type { SlideKind } from '@infoskjerm/shared/model/slide.ts'

const lazy: Readonly<Partial<Record<SlideKind, () => Promise<unknown>>>> = {
  happening: () => import('./kinds/happening.ts'),
  qr: () => import('./kinds/qr.ts'),
  results: () => import('./kinds/results.ts'),
  video: () => import('./kinds/video.ts'),
  web: () => import('./kinds/web.ts'),
  stream: () => import('./kinds/stream.ts'),
  html: () => import('./kinds/html.ts'),
  feed: () => import('./kinds/feed.ts'),
  data: () => import('./kinds/data.ts'),
  map: () => import('./kinds/map.ts'),
}

/** Resolves with whether the kind can be drawn; a page without network may lack its code. */
export async function hasKind(kind: SlideKind): Promise<boolean> {
  return (
    (await lazy[kind]?.().then(
      () => true,
      () => false,
    )) ?? true
  )
}

/** Fetches all of it, so that a network loss later hurts nobody. */
export async function fetchKinds(): Promise<void> {
  await Promise.all([...(Object.keys(lazy) as SlideKind[]).map(hasKind), import('./slots/small.ts').catch(() => null)])
}
