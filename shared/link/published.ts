/** What the gateway has published for one player. */
import type { Signed } from '../wire/pointers.ts'

/** The pointers that concern a screen, and the documents they name, by hash; null: no such document. */
export interface Published {
  readonly pointers: readonly Signed[]
  readonly document: (hash: string) => string | null
}

/** The document a pointer names, or null where it names none. */
export function documentOf(signed: Signed): string | null {
  const { body } = signed
  return body.kind === 'class' || body.kind === 'source' ? body.hash : null
}
