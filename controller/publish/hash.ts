/** Documents: canonical text, addressed by its SHA-256. */
import { createHash } from 'node:crypto'
import type { Anchor, Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'

export interface Document {
  readonly hash: string
  readonly body: string
}

export function documentOf(value: unknown): Document {
  return documentWith(canonicalJson(value))
}

/** A manifest without anchors, written once: what it is with anchors costs no more than those. */
export interface Sheet {
  /** Of the manifest without anchors. */
  readonly bare: string
  readonly withAnchors: (anchors: readonly Anchor[]) => Document
}

/** Writes manifests. Most of what fifty classes show is the same, and most of it was the same before: the text of slides, items and times is remembered as long as they live. */
export function createPress(): (plain: Manifest) => Sheet {
  const texts = new WeakMap<object, string>()
  return (plain) => {
    remember(plain, texts)
    const { anchors: _, ...others } = plain
    // In canonical order the anchors come first.
    const rest = canonicalJson(others, texts).slice(1)
    const withAnchors = (anchors: readonly Anchor[]) => documentWith(`{"anchors":${canonicalJson(anchors)},${rest}`)
    return { bare: withAnchors([]).hash, withAnchors }
  }
}

/** Notes the text of those parts that other manifests share, by identity. */
function remember({ event, days, entries, playlists, slides }: Manifest, texts: WeakMap<object, string>): void {
  const write = (part: object): void => {
    if (!texts.has(part)) texts.set(part, canonicalJson(part))
  }
  write(event.zone)
  write(days)
  for (const { when } of entries) if (when !== 'always') write(when)
  for (const { items } of Object.values(playlists)) items.forEach(write)
  Object.values(slides).forEach(write)
}

function documentWith(body: string): Document {
  return { hash: createHash('sha256').update(body).digest('hex'), body }
}
