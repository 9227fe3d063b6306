/** What screens are taken over with, in words. */
import type { SlideResource, TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { say } from '../words/words.ts'

/** What is shown, in a few words; a slide by its name. */
export function contentText(content: TakeoverContent, slides: readonly SlideResource[]): string {
  const words = say().takeover
  switch (content.kind) {
    case 'slide':
      return words.slideOf(slides.find(({ id }) => id === content.slide)?.published?.name ?? words.kinds.slide)
    case 'picture':
      return words.pictureOf
    case 'web':
      return words.webOf(URL.canParse(content.url) ? new URL(content.url).host : content.url)
    case 'black':
      return words.blackOf
  }
}
