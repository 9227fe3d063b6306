/** What of slides under embargo people may see who could not edit them: the name, and nothing else, until a person has armed an entry that shows it (rule E9). */
import { mediaOf, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import type { VersionedRow } from '../storage/versions.ts'

/** Whether a manifest holds the slide, so that screens may show it. */
export type IsOut = (slide: string) => boolean

/** Stands in the place of what is held back. */
const heldBack: SlideBody['content'] = {
  kind: 'text',
  title: { nb: 'Holdes tilbake', en: 'Held back' },
  body: { nb: '', en: '' },
  tone: 'night',
  picture: null,
}

/** The slide as somebody with these rights may see it. A draft under embargo is for editors alone, even while what is published is out. */
export function asSeenBy(rights: Rights, isOut: IsOut): (row: VersionedRow<SlideBody>) => VersionedRow<SlideBody> {
  if (mayEditAll(rights)) return (row) => row
  return (row) => {
    if (!isUnderEmbargo(row)) return row
    return { ...row, draft: nameOnly(row.draft), published: isOut(row.id) ? row.published : nameOnly(row.published) }
  }
}

/** Hashes of the media that somebody with these rights may not see: those that stand in nothing but what is held back from them. */
export function mediaHeldBack(rights: Rights, isOut: IsOut, read: () => readonly VersionedRow<SlideBody>[]): ReadonlySet<string> {
  if (mayEditAll(rights)) return new Set()
  const slides = read()
  const seen = asSeenBy(rights, isOut)
  const hidden = new Set(slides.flatMap(hashesOf))
  for (const hash of slides.map(seen).flatMap(hashesOf)) hidden.delete(hash)
  return hidden
}

/** Whoever edits one area alone sees no more of what is held back than anybody else. */
function mayEditAll({ all, edit }: Rights): boolean {
  return all || edit === 'venue'
}

/** The stricter of draft and published holds. */
function isUnderEmbargo({ draft, published }: VersionedRow<SlideBody>): boolean {
  return draft?.embargo === true || published?.embargo === true
}

function nameOnly(body: SlideBody | null): SlideBody | null {
  if (body === null) return null
  const { name, durationMs } = body
  return {
    name,
    content: heldBack,
    variants: [],
    durationMs,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: true,
    audience: body.audience,
  }
}

function hashesOf({ draft, published }: VersionedRow<SlideBody>): readonly string[] {
  return [draft, published].flatMap((body) => (body === null ? [] : mediaOf(body)))
}
