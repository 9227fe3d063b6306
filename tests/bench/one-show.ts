/** An exhibition that never closes: one exclusive entry whose occurrence lasts twenty years, so that its rotation never restarts, with all that makes positions hard. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { entryOf, itemOf, manifestOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { dayMs, instant } from '@infoskjerm/shared/time/instant.ts'

const years = 20

/** A shuffled list of twelve slides, six of rivals, with a visit that takes two of a shuffled reel of slides of unequal length, and one that plays a whole list. */
export function manifestWithOneShow(): Manifest {
  const lengthMs = years * 365 * dayMs
  const names = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, n) => `${prefix}${n}`)
  const show = [
    ...names('s', 6),
    ...names('p', 6),
    itemOf('@', { id: 'few', of: { kind: 'playlist', playlist: 'reel', take: 2 } }),
    itemOf('@', { id: 'all', of: { kind: 'playlist', playlist: 'house', take: null } }),
  ].map((item) => (typeof item === 'string' ? itemOf(item) : item))
  const slides = [
    ...names('s', 6).map((id, n) => [id, slideOf(8 + n)] as const),
    ...names('p', 6).map((id, n) => [id, slideOf(8, { sponsor: `sponsor${n % 3}` })] as const),
    ...names('r', 5).map((id, n) => [id, slideOf(6 + 3 * n, { sponsor: `sponsor${n % 3}` })] as const),
  ]
  return manifestOf({
    entries: [entryOf('show', { exclusive: true, when: [{ start: instant(0), lengthMs, everyMs: lengthMs, count: 1 }] })],
    playlists: {
      show: { name: 'Show', order: 'shuffle', items: show },
      reel: { name: 'Reel', order: 'shuffle', items: names('r', 5).map((name) => itemOf(name)) },
      house: names('h', 4).join(' '),
    },
    slides: Object.fromEntries(slides),
    change: { sponsors: { sponsor0: { rivals: ['sponsor1'] }, sponsor1: { rivals: [] }, sponsor2: { rivals: [] } } },
  })
}
