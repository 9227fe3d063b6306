/** How long people need for what stands on a slide: what the editor warns of, and never forbids. */
import { newsMs } from '@infoskjerm/shared/model/sources-shown.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import type { ContentJson } from './slide-editor-json.ts'

/** Until somebody who walks past has seen that there is something new (ms). */
const noticedMs = 2_000
/** Characters a second that people read with ease: 160 to 180 words a minute, as the BBC's guidelines for subtitles have it, at six characters a word and its space. */
const charactersPerSecond = 17

/** What a content asks of somebody who reads it all in one language (ms); null: nothing that is read, or nothing that one can tell. */
export function readingMs(content: ContentJson): number | null {
  const texts = textsOf(content)
  if (texts === null) return null
  const length = Math.max(...(['nb', 'en'] as const).map((language) => texts.reduce((sum, text) => sum + text[language].trim().length, 0)))
  const readMs = length === 0 ? null : noticedMs + (length / charactersPerSecond) * 1_000
  return content.kind === 'feed' ? content.items.length * newsMs : readMs
}

/** How long it should stand at least (s), where it stands shorter than it takes to read; null: it stands long enough. */
export function tooShortFor(content: ContentJson, durationMs: number): number | null {
  const neededMs = readingMs(content)
  return neededMs === null || neededMs <= durationMs ? null : Math.ceil(neededMs / 1_000)
}

function textsOf(content: ContentJson): readonly Words[] | null {
  switch (content.kind) {
    case 'text':
      return [content.title, content.body]
    case 'image':
      return [content.caption]
    case 'qr':
      return [content.title, content.caption]
    case 'feed':
      return [content.heading]
    case 'results': {
      const rows = content.rows.map(({ name, points }) => `${name} ${points}`).join(' ')
      return [{ nb: content.title.nb + rows, en: content.title.en + rows }]
    }
    case 'data':
      return [content.title, ...content.figures.map(({ label }) => label)]
    default:
      return null
  }
}
