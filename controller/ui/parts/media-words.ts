/** Pictures and videos of the library in words and addresses. */
import type { MediaResource } from '@infoskjerm/shared/wire/api.ts'
import { ApiProblem } from '../api.ts'
import { times } from '../words/times.ts'
import { language, say, sayProblem } from '../words/words.ts'
import { type Candidate, type MediaKind, mediaKindOf, type Refusal, uploadLimitBytes } from './media-refusal.ts'

/** `2,4 MB`, in the decimal units that phones and cameras show. */
export function sizeText(sizeBytes: number): string {
  const mega = sizeBytes / 1_000_000
  const [value, unit] = mega >= 1_000 ? [mega / 1_000, 'GB'] : mega >= 0.95 ? [mega, 'MB'] : [sizeBytes / 1_000, 'kB']
  return `${new Intl.NumberFormat(language(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`
}

/** `1920 × 1080 · 2,4 MB`, with the length of a video. */
export function factsOf(media: MediaResource): string {
  const facts = [say().media.pixels(media.widthPx, media.heightPx), sizeText(media.sizeBytes)]
  if (media.durationMs !== null) facts.push(times().length(media.durationMs))
  return (media.widthPx === 0 ? facts.slice(1) : facts).join(' · ')
}

/** Address of a small picture of it; null where there is none. */
export function thumbnailOf(media: MediaResource): string | null {
  if (media.thumbnail !== null) return `/media/${media.thumbnail}`
  return media.kind === 'image' ? `/media/${media.hash}` : null
}

/** The sentence for a file that is refused before it is sent. */
export function refusalText(file: Candidate, refusal: Refusal): string {
  const words = say().media.refused
  if (refusal !== 'tooLarge') return words[refusal](file.name)
  const kind: MediaKind = mediaKindOf(file) ?? 'image'
  return words.tooLarge(file.name, sizeText(uploadLimitBytes(kind)))
}

/** The sentence for an upload that failed. */
export function uploadProblemText(file: Candidate, problem: unknown): string {
  if (problem instanceof ApiProblem && problem.code === 'media-type') return refusalText(file, 'other')
  return sayProblem(problem)
}
