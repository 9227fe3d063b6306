/** Why a file cannot become a slide, found before a byte is sent. */
import { limits } from '@infoskjerm/shared/limits.ts'

export type Refusal =
  'document' | 'sound' | 'heic' | 'archive' | 'other' | 'empty' | 'tooLarge' | 'wrongKindImage' | 'wrongKindVideo' | 'wrongKindHtml'

export interface Candidate {
  readonly name: string
  readonly type: string
  readonly size: number
}

/** What a file picker offers; phones turn HEIC into JPEG when it is not among these. */
export const accepted = {
  image: 'image/png,image/jpeg,image/webp,image/gif,image/avif,image/svg+xml',
  video: 'video/mp4,video/webm,video/quicktime',
  html: 'text/html',
} as const
export type MediaKind = keyof typeof accepted

const mediaKinds: readonly MediaKind[] = ['image', 'video', 'html']
const wrongKinds = { image: 'wrongKindImage', video: 'wrongKindVideo', html: 'wrongKindHtml' } as const

const byEnding: readonly (readonly [RegExp, MediaKind | Refusal])[] = [
  [/\.(png|jpe?g|webp|gif|avif|svg)$/i, 'image'],
  [/\.(mp4|m4v|webm|mov)$/i, 'video'],
  [/\.html?$/i, 'html'],
  [/\.(pdf|pptx?|odp|docx?|odt|key|pages|xlsx?|ods|txt|md)$/i, 'document'],
  [/\.(mp3|wav|ogg|flac|m4a|aac|opus)$/i, 'sound'],
  [/\.(heic|heif)$/i, 'heic'],
  [/\.(zip|rar|7z|tar|t?gz)$/i, 'archive'],
]

/** Picture or video by its type, or by its ending where the browser knows no type; null for anything else. */
export function mediaKindOf(file: Candidate): MediaKind | null {
  for (const kind of mediaKinds) if (accepted[kind].split(',').includes(file.type)) return kind
  const known = file.type === '' ? endingOf(file.name) : null
  return isMediaKind(known) ? known : null
}

/** The first reason to refuse the file, or null when it may be sent. `wanted` null takes pictures, videos and pages. */
export function refusalOf(file: Candidate, wanted: MediaKind | null): Refusal | null {
  const kind = mediaKindOf(file)
  if (kind === null) return reasonFor(file)
  if (wanted !== null && kind !== wanted) return wrongKinds[wanted]
  if (file.size === 0) return 'empty'
  return file.size > uploadLimitBytes(kind) ? 'tooLarge' : null
}

/** The largest file of a kind, in bytes. */
export function uploadLimitBytes(kind: MediaKind): number {
  return { image: limits.imageUploadBytes, video: limits.videoUploadBytes, html: limits.htmlUploadBytes }[kind]
}

function reasonFor(file: Candidate): Refusal {
  if (/^image\/hei[cf]/.test(file.type)) return 'heic'
  if (file.type.startsWith('audio/')) return 'sound'
  const known = endingOf(file.name)
  return known === null || isMediaKind(known) ? 'other' : known
}

function endingOf(name: string): MediaKind | Refusal | null {
  return byEnding.find(([ending]) => ending.test(name))?.[1] ?? null
}

function isMediaKind(known: MediaKind | Refusal | null): known is MediaKind {
  return mediaKinds.some((kind) => kind === known)
}
