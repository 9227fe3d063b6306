/** What is published, and what the next publication must say anew: a comparison of two states of the venue. */
import { reanchor } from '@infoskjerm/shared/engine/reanchor.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Placed } from '@infoskjerm/shared/model/target.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { ClassPointer, Order, Pointer, ScreenPointer, Signed, SourcePointer } from '@infoskjerm/shared/wire/pointers.ts'
import type { ScreenRow } from '../screens/table.ts'
import { classesOf, type ScreenClass } from './classes.ts'
import type { Content } from './content.ts'
import { type Document, documentOf } from './hash.ts'
import type { Signer } from './keys.ts'
import { type Almanac, ingredientsOf, manifestOf } from './manifest.ts'
import { reachedFrom } from './reached.ts'

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
}

export interface Publication {
  readonly classes: ReadonlyMap<string, ClassState>
  readonly screens: ReadonlyMap<string, ScreenPublished>
  readonly programme: Signed<SourcePointer> | null
}

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

export const nothingPublished: Publication = { classes: new Map(), screens: new Map(), programme: null }

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

export interface Circumstances {
  readonly venue: string
  readonly signer: Signer
  readonly order: Order
  readonly now: Instant
  readonly content: Content
  readonly almanac: Almanac
  readonly programme: Document
  /** False where the clock jumped: nothing that stood on the glass is worth going on with. */
  readonly goOn: boolean
}

/** The next publication and what it says anew; with nothing new all lists of the change are empty. */
export function nextPublication(before: Publication, given: Circumstances): { readonly publication: Publication; readonly change: Change } {
  const documents = new Map<string, string>()
  const classes = new Map<string, ClassState>()
  const screens = new Map<string, ScreenPublished>()
  const changedClasses: ClassState[] = []
  const changedScreens: { screen: string; pointer: Signed<ScreenPointer>; joined: boolean }[] = []

  for (const screenClass of classesOf(given.content)) {
    const joined = screenClass.screens.filter(({ id }) => before.screens.get(id)?.pointer.body.class !== screenClass.id)
    const state = nextClass(before, given, screenClass, joined.length > 0, documents)
    classes.set(state.id, state)
    if (state.pointer.body.sequence === given.order.sequence || state.held?.body.sequence === given.order.sequence)
      changedClasses.push(state)
    for (const row of screenClass.screens) {
      const old = before.screens.get(row.id) ?? null
      const published = nextScreen(old, given, row, state.id)
      screens.set(row.id, published)
      if (published.pointer !== old?.pointer)
        changedScreens.push({ screen: row.id, pointer: published.pointer, joined: joined.includes(row) })
    }
  }

  const programme = nextProgramme(before.programme, given)
  if (programme !== before.programme) documents.set(given.programme.hash, given.programme.body)
  return {
    publication: { classes, screens, programme },
    change: {
      order: given.order,
      classes: changedClasses,
      screens: changedScreens,
      removed: [...before.screens.keys()].filter((id) => !screens.has(id)),
      programme: programme === before.programme ? null : programme,
      documents,
    },
  }
}

export function isEmpty(change: Change): boolean {
  return change.classes.length + change.screens.length + change.removed.length === 0 && change.programme === null
}

/** A class is built again only when something it is made of changed, and gets a new pointer only when its manifest did, or when a screen came to it that may hold a newer pointer of another class. */
function nextClass(
  before: Publication,
  given: Circumstances,
  of: ScreenClass,
  joined: boolean,
  documents: Map<string, string>,
): ClassState {
  const old = before.classes.get(of.id) ?? null
  const built = nextManifest(old ?? ancestor(before, of), given, of, documents)
  const holds = given.content.event.sampleReach === 'local'
  const fresh = old === null || joined || old.hash !== built.hash || (old.held !== null) !== holds
  const pointer = (hash: string | null) =>
    given.signer.sign<ClassPointer>({
      kind: 'class',
      venue: given.venue,
      class: of.id,
      hash,
      activeFrom: later(given.now, limits.flipAheadMs),
      ...given.order,
    })
  return {
    ...built,
    id: of.id,
    screens: of.screens.map((screen) => screen.id),
    pointer: fresh ? pointer(built.hash) : old.pointer,
    held: !holds ? null : old === null || old.held === null || joined ? pointer(null) : old.held,
  }
}

type Built = Pick<ClassState, 'hash' | 'manifest' | 'bare' | 'ingredients'>

function nextManifest(old: Built | null, given: Circumstances, of: ScreenClass, documents: Map<string, string>): Built {
  const reached = reachedFrom(of, given.content)
  const ingredients = ingredientsOf(reached, given.almanac)
  if (old !== null && given.goOn && sameItems(old.ingredients, ingredients)) return old
  const plain = manifestOf(reached, given.almanac)
  const bare = documentOf(plain).hash
  if (old?.bare === bare && given.goOn) return { ...old, ingredients }
  const manifest = reanchor(given.goOn ? (old?.manifest ?? null) : null, plain, quiet, later(given.now, limits.flipAheadMs))
  const { hash, body } = documentOf(manifest)
  documents.set(hash, body)
  return { hash, manifest, bare, ingredients }
}

/** What the screens of a new class showed until now, so that the show goes on although the class is another. */
function ancestor(before: Publication, of: ScreenClass): ClassState | null {
  for (const { id } of of.screens) {
    const state = before.classes.get(before.screens.get(id)?.pointer.body.class ?? '')
    if (state !== undefined) return state
  }
  return null
}

function nextScreen(old: ScreenPublished | null, given: Circumstances, row: ScreenRow, screenClass: string): ScreenPublished {
  const { id, name, area, tags, exits, audience, profile, widthPx, heightPx, distance } = row
  const body = {
    kind: 'screen' as const,
    venue: given.venue,
    screen: id,
    class: screenClass,
    name,
    area: { id: area, name: given.content.areas.get(area)?.name ?? area },
    tags,
    exits,
    audience,
    variant: { profile, widthPx, heightPx, distance },
  }
  if (old !== null && samePointer(old.pointer.body, body)) return old
  return { placed: { id, area, tags, audience }, pointer: given.signer.sign<ScreenPointer>({ ...body, ...given.order }) }
}

function nextProgramme(old: Signed<SourcePointer> | null, given: Circumstances): Signed<SourcePointer> {
  if (old?.body.hash === given.programme.hash) return old
  const { venue, order } = given
  return given.signer.sign<SourcePointer>({ kind: 'source', venue, source: 'programme', hash: given.programme.hash, ...order })
}

/** Whether the pointer says the same, whenever it was said. */
export function samePointer(signed: Pointer, body: object): boolean {
  const { epoch, sequence } = signed
  return canonicalJson(signed) === canonicalJson({ ...body, epoch, sequence })
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
