/** Reads and writes slides. */
import { mediaOf, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { eq } from 'drizzle-orm'
import { media } from '../media/table.ts'
import { checkWindow } from '../playlists/checks.ts'
import { takeOutOfPlaylists } from '../playlists/store.ts'
import { shows } from '../playlists/unlink.ts'
import type { Transaction } from '../storage/store.ts'
import { createVersions, type Versions } from '../storage/versions.ts'
import type { World } from '../world.ts'

export function createSlides(world: World): Versions<SlideBody> {
  return createVersions<SlideBody>({
    world,
    table: 'slides',
    noun: 'slide',
    check: (tx, _id, body) => checkSlide(tx, body),
    unlink: (tx, author, id) => takeOutOfPlaylists(world, tx, author, shows('slide', id)),
  })
}

function checkSlide(tx: Transaction, body: SlideBody): void {
  checkWindow(body.validFrom, body.validUntil, '')
  for (const hash of mediaOf(body)) {
    if (tx.db.select().from(media).where(eq(media.hash, hash)).get() === undefined)
      throw new Problem(422, 'unknown-reference', 'The picture or video is not in the library. Upload it first.', 'content', { id: hash })
  }
}
