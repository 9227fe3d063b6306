/** The names under which the pointers of a publication are stored. */
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Change, Publication } from './publication.ts'

/** The pointers of a change by the names under which they are stored, and the names that are gone. */
export function namesOf(before: Publication, after: Publication, change: Change): { pointers: Map<string, Signed>; gone: string[] } {
  const pointers = new Map<string, Signed>()
  for (const { id, pointer, held } of change.classes) {
    pointers.set(`class:${id}`, pointer)
    if (held !== null) pointers.set(`held:${id}`, held)
  }
  for (const { screen, pointer } of change.screens) pointers.set(`screen:${screen}`, pointer)
  if (change.programme !== null) pointers.set('source:programme', change.programme)
  const gone = change.removed.map((screen) => `screen:${screen}`)
  for (const [id, { held }] of before.classes) {
    const state = after.classes.get(id)
    if (state === undefined) gone.push(`class:${id}`)
    if (held !== null && (state?.held ?? null) === null) gone.push(`held:${id}`)
  }
  return { pointers, gone }
}
