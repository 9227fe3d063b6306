/** Why a file cannot become a slide, found before a byte is sent. */
import { limits } from '@infoskjerm/shared/limits.ts'

export type Refusal = 'document' | 'sound' | 'heic' | 'archive' | 'other' | 'empty' | 'tooLarge' | 'wrongKindImage' | 'wrongKindVideo'

export interface Candidate {
  readonly name: string
  readonly type: string
  readonly size: number
}

/** What a file picker offers; phones turn HEIC into JPEG when it is not among these. */
export const accepted = {
  image: 'image/png,image/jpeg,image/webp,image/gif,image/avif,image/svg+xml',
  video: 'video/mp4,video/webm,video/quicktime',
} as const
export type MediaKind = keyof typeof accepted

const byEnding: readonly (readonly [RegExp, MediaKind | Refusal])[] = [
  [/\.(png|jpe?g|webp|gif|avif|svg)$/i, 'image'],
  [/\.(mp4|m4v|webm|mov)$/i, 'video'],
  [/\.(pdf|pptx?|odp|docx?|odt|key|pages|xlsx?|ods|txt|md|html?)$/i, 'document'],
  [/\.(mp3|wav|ogg|flac|m4a|aac|opus)$/i, 'sound'],
  [/\.(heic|heif)$/i, 'heic'],
  [/\.(zip|rar|7z|tar|t?gz)$/i, 'archive'],
]

/** Picture or video by its type, or by its ending where the browser knows no type; null for anything else. */
export function mediaKindOf(file: Candidate): MediaKind | null {
  for (const kind of ['image', 'video'] as const) if (accepted[kind].split(',').includes(file.type)) return kind
  const known = file.type === '' ? endingOf(file.name) : null
  return known === 'image' || known === 'video' ? known : null
}

/** The first reason to refuse the file, or null when it may be sent. `wanted` null takes pictures and videos. */
export function refusalOf(file: Candidate, wanted: MediaKind | null): Refusal | null {
  const kind = mediaKindOf(file)
  if (kind === null) return reasonFor(file)
  if (wanted !== null && kind !== wanted) return wanted === 'image' ? 'wrongKindImage' : 'wrongKindVideo'
  if (file.size === 0) return 'empty'
  return file.size > uploadLimitBytes(kind) ? 'tooLarge' : null
}

/** The largest file of a kind, in bytes. */
export function uploadLimitBytes(kind: MediaKind): number {
  return kind === 'image' ? limits.imageUploadBytes : limits.videoUploadBytes
}

function reasonFor(file: Candidate): Refusal {
  if (/^image\/hei[cf]/.test(file.type)) return 'heic'
  if (file.type.startsWith('audio/')) return 'sound'
  const known = endingOf(file.name)
  return known === null || known === 'image' || known === 'video' ? 'other' : known
}

function endingOf(name: string): MediaKind | Refusal | null {
  return byEnding.find(([ending]) => ending.test(name))?.[1] ?? null
}
