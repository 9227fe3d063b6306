/** Slides between the wire, where instants are text, and the renderer, where they are instants. */
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody, SlideContent, SlideVariant } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { OverJson, Versioned } from '@infoskjerm/shared/wire/api.ts'

export type SlideJson = OverJson<SlideBody>
export type ContentJson = OverJson<SlideContent>
export type PlaylistJson = OverJson<PlaylistBody>

/** What stands in the editor: the draft where there is one, else what is published. */
export function bodyOf<T>(resource: Versioned<T>): OverJson<T> {
  const body = resource.draft ?? resource.published
  if (body === null) throw new Error(`neither draft nor published: ${resource.id}`)
  return body
}

/** The slide as the renderer takes it. */
export function slideFromJson(body: SlideJson): SlideBody {
  return {
    ...body,
    content: contentFromJson(body.content),
    variants: body.variants.map((variant) => ({ ...variant, content: contentFromJson(variant.content) as SlideVariant['content'] })),
    validFrom: instantOrNull(body.validFrom),
    validUntil: instantOrNull(body.validUntil),
  }
}

/** The playlist as the engine takes it. */
export function playlistFromJson(body: PlaylistJson): PlaylistBody {
  const items = body.items.map((item) => ({
    ...item,
    validFrom: instantOrNull(item.validFrom),
    validUntil: instantOrNull(item.validUntil),
  }))
  return { ...body, items }
}

/** Content as it travels. */
export function contentToJson(content: SlideContent): ContentJson {
  if (content.kind !== 'countdown' || content.to.kind !== 'instant') return content as ContentJson
  return { ...content, to: { kind: 'instant', at: toText(content.to.at) } }
}

/** RFC 3339 text as an instant. */
export function fromText(text: string): Instant {
  return instant(Date.parse(text))
}

/** RFC 3339 in UTC. */
export function toText(t: Instant): string {
  return new Date(t).toISOString()
}

export function instantOrNull(text: string | null): Instant | null {
  return text === null ? null : fromText(text)
}

function contentFromJson(content: ContentJson): SlideContent {
  if (content.kind !== 'countdown' || content.to.kind !== 'instant') return content as SlideContent
  return { ...content, to: { kind: 'instant', at: fromText(content.to.at) } }
}
