/** Brings back what was published before a restart, exactly as it was, anchors and all. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { ClassPointer, LivePointer, OverridePointer, ScreenPointer, Signed, SourcePointer } from '@infoskjerm/shared/wire/pointers.ts'
import { documentOf } from './hash.ts'
import type { ClassState, Publication, ScreenPublished } from './publication.ts'
import type { PublicationStore } from './store.ts'

export interface Restored {
  readonly publication: Publication
  readonly overrides: Signed<OverridePointer> | null
  readonly live: Signed<LivePointer> | null
}

/** Reads the stored pointers and the manifests they name. A class whose document is lost is left out: it is published anew. */
export function restorePublication(kept: PublicationStore, parse: (text: string) => Manifest): Restored {
  const pointers = kept.pointers()
  const screens = new Map<string, ScreenPublished>()
  const members = new Map<string, string[]>()
  for (const [name, signed] of pointers) {
    if (!name.startsWith('screen:')) continue
    const pointer = signed as Signed<ScreenPointer>
    const { screen, area, tags, audience } = pointer.body
    screens.set(screen, { placed: { id: screen, area: area.id, tags, audience }, pointer, from: null })
    const others = members.get(pointer.body.class)
    if (others === undefined) members.set(pointer.body.class, [screen])
    else others.push(screen)
  }
  const classes = new Map<string, ClassState>()
  for (const [name, signed] of pointers) {
    if (!name.startsWith('class:')) continue
    const pointer = signed as Signed<ClassPointer>
    const { class: id, hash } = pointer.body
    const text = hash === null ? null : kept.document(hash)
    if (hash === null || text === null) continue
    const manifest = parse(text)
    const held = (pointers.get(`held:${id}`) as Signed<ClassPointer> | undefined) ?? null
    // A document that an older version wrote may lack what whoever reads it now relies on: it is published anew, and the show goes on.
    const bare = documentOf(manifest).hash === hash ? documentOf({ ...manifest, anchors: [] }).hash : ''
    classes.set(id, { id, screens: members.get(id) ?? [], hash, manifest, bare, ingredients: [], pointer, held })
  }
  return {
    publication: {
      classes,
      screens,
      programme: (pointers.get('source:programme') as Signed<SourcePointer> | undefined) ?? null,
      from: null,
    },
    overrides: (pointers.get('overrides') as Signed<OverridePointer> | undefined) ?? null,
    live: (pointers.get('live') as Signed<LivePointer> | undefined) ?? null,
  }
}
