/** Reads and writes slides. */
import { mediaOf, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { eq } from 'drizzle-orm'
import { media } from '../media/table.ts'
import { placements } from '../placements/table.ts'
import { checkLayout, checkWindow } from '../playlists/checks.ts'
import { neighbours, takeOutOfPlaylists } from '../playlists/store.ts'
import { shows } from '../playlists/unlink.ts'
import { sponsors } from '../sponsors/table.ts'
import type { Transaction } from '../storage/store.ts'
import { createVersions, type Versions } from '../storage/versions.ts'
import type { World } from '../world.ts'

export function createSlides(world: World): Versions<SlideBody> {
  return createVersions<SlideBody>({
    world,
    table: 'slides',
    noun: 'slide',
    check: checkSlide,
    unlink: (tx, author, id) => {
      takeOutOfPlaylists(world, tx, author, shows('slide', id))
      for (const placement of tx.db.select().from(placements).where(eq(placements.slide, id)).all()) tx.remove('placements', placement.id)
    },
  })
}

/** Problems where the body may not be stored: `unknown-reference`, `end-before-start`, `duplicate`, those of a layout. */
export function checkSlide(tx: Transaction, id: string, body: SlideBody): void {
  checkWindow(body.validFrom, body.validUntil, '')
  for (const hash of mediaOf(body)) {
    if (tx.db.select().from(media).where(eq(media.hash, hash)).get() === undefined)
      throw new Problem(422, 'unknown-reference', 'The picture or video is not in the library. Upload it first.', 'content', { id: hash })
  }
  checkSponsor(tx, body.sponsor)
  if (body.content.kind === 'layout') checkLayout(id, body, neighbours(tx))
  checkVariants(body)
}

function checkSponsor(tx: Transaction, sponsor: string | null): void {
  if (sponsor === null || tx.db.select().from(sponsors).where(eq(sponsors.id, sponsor)).get() !== undefined) return
  throw new Problem(422, 'unknown-reference', `There is no sponsor «${sponsor}».`, 'sponsor', { id: sponsor })
}

/** The first variant that suits a screen is drawn, so a second of the same kind would never be. */
function checkVariants({ variants }: SlideBody): void {
  variants.forEach((variant, index) => {
    if (variants.findIndex((other) => other.for === variant.for) < index)
      throw new Problem(422, 'duplicate', `There are two variants for «${variant.for}».`, `variants.${index}.for`, { name: variant.for })
  })
}
