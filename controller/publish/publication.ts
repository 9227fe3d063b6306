/** What is published, and what of it went out anew. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Placed } from '@infoskjerm/shared/model/target.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { ClassPointer, Order, Pointer, ScreenPointer, Signed, SourcePointer } from '@infoskjerm/shared/wire/pointers.ts'
import type { AreaRow } from '../events/table.ts'
import type { ScreenRow } from '../screens/table.ts'
import type { Membership } from './classes.ts'
import type { Content } from './content.ts'

/** One class as its screens see it. `held`: what screens get instead that the sample must not reach. */
export interface ClassState {
  readonly id: string
  readonly screens: readonly string[]
  readonly hash: string
  readonly manifest: Manifest
  /** Hash of the manifest without anchors: equal content is equal here. */
  readonly bare: string
  readonly ingredients: readonly unknown[]
  readonly pointer: Signed<ClassPointer>
  readonly held: Signed<ClassPointer> | null
}

export interface ScreenPublished {
  readonly placed: Placed
  readonly pointer: Signed<ScreenPointer>
  /** What the pointer was made of; null where that is no longer known, after a restart. */
  readonly from: { readonly row: ScreenRow; readonly area: AreaRow | null } | null
}

export interface Publication {
  readonly classes: ReadonlyMap<string, ClassState>
  readonly screens: ReadonlyMap<string, ScreenPublished>
  readonly programme: Signed<SourcePointer> | null
  /** What says which screens are in which class, and how areas are called; null where that is no longer known. */
  readonly from: { readonly membership: Membership; readonly areas: Content['areas'] } | null
}

export const nothingPublished: Publication = { classes: new Map(), screens: new Map(), programme: null, from: null }

/** The class of a screen, or null where there is no such screen. */
export function classOf(publication: Publication, screen: string): ClassState | null {
  return publication.classes.get(publication.screens.get(screen)?.pointer.body.class ?? '') ?? null
}

/** Whether screens may show the slide. */
export function isPublished({ classes }: Publication, slide: string): boolean {
  return [...classes.values()].some(({ manifest }) => manifest.slides[slide] !== undefined)
}

/** Screens that may show the slide. */
export function screensWith({ classes }: Publication, slide: string): readonly string[] {
  return [...classes.values()].flatMap(({ manifest, screens }) => (manifest.slides[slide] === undefined ? [] : screens))
}

/** What went out anew. */
export interface Change {
  readonly order: Order
  readonly classes: readonly ClassState[]
  readonly screens: readonly { readonly screen: string; readonly pointer: Signed<ScreenPointer>; readonly joined: boolean }[]
  readonly removed: readonly string[]
  readonly programme: Signed<SourcePointer> | null
  /** Documents that were not published before, by hash. */
  readonly documents: ReadonlyMap<string, string>
}

export function isEmpty(change: Change): boolean {
  return change.classes.length + change.screens.length + change.removed.length === 0 && change.programme === null
}

/** Whether the pointer says the same in the same epoch, whenever it was said. */
export function samePointer(signed: Pointer, body: object, epoch: number): boolean {
  const { sequence } = signed
  return signed.epoch === epoch && canonicalJson(signed) === canonicalJson({ ...body, epoch, sequence })
}
