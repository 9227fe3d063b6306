/** Versions of a slide for some screens: the slide as one of them has it, and back. */
import type { SlideVariant } from '@infoskjerm/shared/model/slide.ts'
import type { ContentJson, SlideJson } from './slide-editor-json.ts'

/** Which version is meant; null: the one for all other screens. */
export type Version = SlideVariant['for'] | null

/** Whether a version of its own makes sense for the kind: words and pictures depend on who looks; the rest shapes itself. */
export function mayVary(content: ContentJson): boolean {
  return content.kind === 'text' || content.kind === 'image'
}

/** The slide with the content of that version, where it has one. */
export function versionOf(body: SlideJson, version: Version): SlideJson {
  const own = body.variants.find((variant) => variant.for === version)
  return own === undefined ? body : { ...body, content: own.content }
}

/** The slide after `edited`, which is what `versionOf` gave, was changed: its content belongs to the version, the rest to the slide. */
export function withVersion(body: SlideJson, version: Version, edited: SlideJson): SlideJson {
  const { content } = edited
  if (content.kind === 'layout' || !body.variants.some((variant) => variant.for === version)) return edited
  const variants = body.variants.map((variant) => (variant.for === version ? { ...variant, content } : variant))
  return { ...edited, content: body.content, variants }
}

/** The slide with a new version that begins as a copy. Unchanged where the kind has none. */
export function addVersion(body: SlideJson, version: SlideVariant['for']): SlideJson {
  const { content } = body
  if (content.kind === 'layout' || body.variants.some((variant) => variant.for === version)) return body
  return { ...body, variants: [...body.variants, { for: version, content }] }
}

export function removeVersion(body: SlideJson, version: Version): SlideJson {
  return { ...body, variants: body.variants.filter((variant) => variant.for !== version) }
}
