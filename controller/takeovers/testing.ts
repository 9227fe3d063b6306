/** For tests: what a take-over may show. */
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { slideOf } from '@infoskjerm/shared/testing/build.ts'
import type { MediaRow } from '../media/table.ts'
import { kari } from '../notices/testing.ts'
import type { World } from '../world.ts'

export const pictureHash = 'a1'.repeat(32)

/** A slide: *published*; a *draft* alone; or *held*, published with a draft that is under embargo. */
export function putSlide(
  world: World,
  id: string,
  change: Partial<SlideBody> = {},
  as: 'published' | 'draft' | 'held' = 'published',
): void {
  const body = slideOf(9, { name: id, ...change })
  const bodies = {
    published: { published: body, draft: null },
    draft: { published: null, draft: body },
    held: { published: body, draft: { ...body, embargo: true } },
  }
  world.store.write(kari, 'set-up', (tx) => tx.put('slides', { id, event: 'tg', ...bodies[as], changedAt: 0, changedBy: 'Kari' }))
}

/** A picture of the library, of the crew's. */
export function putPicture(world: World, change: Partial<MediaRow> = {}): void {
  const about = { kind: 'image', hash: pictureHash, thumbnail: null, type: 'image/webp', widthPx: 9, heightPx: 9 } as const
  const stored = { durationMs: null, sizeBytes: 9, uploadedAt: 0, uploadedBy: 'Kari' }
  world.store.write(kari, 'set-up', (tx) => tx.put('media', { id: 'pic', event: 'tg', name: 'kart.jpg', ...about, ...stored, ...change }))
}
