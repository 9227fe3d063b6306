/** Advice on a venue that can be imported: what nobody would ever see, and what nobody could read in passing. */
import type { Words } from '@infoskjerm/shared/model/words.ts'
import type { VenueAsCode } from './venue.ts'

/** People read a slide in three seconds, walking. */
export const readable = { titleWords: 8, bodyWords: 25 } as const

/** Sentences, one a finding; empty when all is well. */
export function lintVenue(venue: VenueAsCode): readonly string[] {
  return [...unreachable(venue), ...unseen(venue), ...tooLong(venue), ...straightQuotes(venue)]
}

function unreachable({ slides, playlists, schedule }: VenueAsCode): readonly string[] {
  const lists = new Map(playlists.map((playlist) => [playlist.id, playlist]))
  const reachedLists = new Set<string>()
  const reachedSlides = new Set<string>()
  const visit = (id: string): void => {
    if (reachedLists.has(id)) return
    reachedLists.add(id)
    for (const { of } of lists.get(id)?.items ?? []) {
      if (of.kind === 'playlist') visit(of.playlist)
      else reachedSlides.add(of.slide)
    }
  }
  for (const entry of schedule) visit(entry.playlist)
  return [
    ...playlists.filter(({ id }) => !reachedLists.has(id)).map(({ id }) => `The playlist «${id}» is never sent.`),
    ...slides.filter(({ id }) => !reachedSlides.has(id)).map(({ id }) => `The slide «${id}» is in no playlist that is sent.`),
  ]
}

function unseen({ sponsors, slides }: VenueAsCode): readonly string[] {
  const seen = new Set(slides.map(({ sponsor }) => sponsor))
  return sponsors.filter(({ id }) => !seen.has(id)).map(({ id }) => `The sponsor «${id}» has no slide.`)
}

function tooLong({ slides }: VenueAsCode): readonly string[] {
  return slides.flatMap(({ id, content }) => {
    if (content.kind !== 'text') return []
    return [
      ...most(content.title, readable.titleWords).map(
        (count) => `The title of «${id}» has ${count} words; ${readable.titleWords} can be read in passing.`,
      ),
      ...most(content.body, readable.bodyWords).map(
        (count) => `The text of «${id}» has ${count} words; ${readable.bodyWords} can be read in passing.`,
      ),
    ]
  })
}

function straightQuotes({ slides, happenings }: VenueAsCode): readonly string[] {
  const texts: readonly (readonly [string, Words])[] = [
    ...slides.flatMap(({ id, content }) =>
      content.kind === 'text'
        ? ([
            [id, content.title],
            [id, content.body],
          ] as const)
        : [],
    ),
    ...happenings.flatMap(
      ({ id, title, description }) =>
        [
          [id, title],
          [id, description],
        ] as const,
    ),
  ]
  return texts.filter(([, { nb, en }]) => /["']/.test(nb + en)).map(([id]) => `«${id}» has straight quotation marks; write «», “” or ’.`)
}

function most({ nb, en }: Words, words: number): readonly number[] {
  return [nb, en].map((text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length).filter((count) => count > words)
}
