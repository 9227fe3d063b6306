/** Works out the next publication from what is published and what is stored, in steps between which everything else may go on. */
import { reanchor } from '@infoskjerm/shared/engine/reanchor.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { ClassPointer, Order, ScreenPointer, Signed, SourcePointer } from '@infoskjerm/shared/wire/pointers.ts'
import type { ScreenRow } from '../screens/table.ts'
import { classesIn, memberships, type ScreenClass } from './classes.ts'
import type { Content } from './content.ts'
import type { Document, Sheet } from './hash.ts'
import type { Signer } from './keys.ts'
import { type Almanac, ingredientsOf, manifestOf } from './manifest.ts'
import { type Change, type ClassState, classOf, type Publication, samePointer, type ScreenPublished } from './publication.ts'
import { type Reached, reachedFrom } from './reached.ts'

export interface Circumstances {
  readonly venue: string
  readonly signer: Signer
  /** Taken for this publication; what is signed in it is newer than everything before. */
  readonly order: Order
  readonly now: Instant
  readonly content: Content
  readonly almanac: Almanac
  readonly programme: Document
  /** False where the clock jumped: nothing that stood on the glass is worth going on with. */
  readonly goOn: boolean
  /** Writes manifests. */
  readonly press: (plain: Manifest) => Sheet
  /** What building one manifest takes, as far as is known (ms): screens flip together once all are built. */
  readonly buildMs: number
}

export interface Next {
  readonly publication: Publication
  /** With nothing new all of its lists are empty. */
  readonly change: Change
  /** Manifests that were built. */
  readonly built: number
}

/** Further ahead no publication waits for its moment (ms). */
const mostAheadMs = limits.activeFromAheadMs / 2
/** So many screens are signed for between two steps. */
const screensAtOnce = 20

type Built = Pick<ClassState, 'hash' | 'manifest' | 'bare' | 'ingredients'>

/** A class on its way: what it is made of now, and what it was. */
interface Prepared {
  readonly of: ScreenClass
  readonly old: ClassState | null
  readonly ancestor: ClassState | null
  readonly reached: Reached
  readonly ingredients: readonly unknown[]
  readonly isStale: boolean
}

/** A class is built again only when something it is made of changed, and gets a new pointer only when its manifest did, or when a screen came to it that may hold a newer pointer of another class. */
export function* nextPublication(before: Publication, given: Circumstances): Generator<void, Next> {
  const membership = yield* memberships(given.content, before.from?.membership ?? null)
  const isSettled = before.from?.membership === membership
  const prepared: Prepared[] = []
  for (const of of classesIn(membership, given.content)) {
    prepared.push(prepare(before, given, of))
    yield
  }
  const built = prepared.filter(({ isStale }) => isStale).length
  const at = later(given.now, limits.flipAheadMs + Math.round(Math.min(built * given.buildMs, mostAheadMs)))

  const documents = new Map<string, string>()
  const classes = new Map<string, ClassState>()
  const changed: ClassState[] = []
  const joined = new Set<string>()
  for (const one of prepared) {
    const newcomers = isSettled ? [] : newcomersOf(before, one.of)
    for (const id of newcomers) joined.add(id)
    const state = nextClass(one, given, { at, isJoined: newcomers.length > 0, isSettled, documents })
    classes.set(state.id, state)
    if (isOf(state.pointer, given.order) || (state.held !== null && isOf(state.held, given.order))) changed.push(state)
    yield
  }

  const isNamed = isSettled && before.from?.areas === given.content.areas && isOfEpoch(before, given.order)
  const screens = isNamed ? before.screens : yield* nextScreens(before, given, prepared)
  const programme = nextProgramme(before.programme, given)
  if (programme !== before.programme) documents.set(given.programme.hash, given.programme.body)
  return {
    publication: { classes, screens, programme, from: { membership, areas: given.content.areas } },
    change: {
      order: given.order,
      classes: changed,
      screens: isNamed ? [] : changedScreens(before, screens, joined),
      removed: isNamed ? [] : [...before.screens.keys()].filter((id) => !screens.has(id)),
      programme: programme === before.programme ? null : programme,
      documents,
    },
    built,
  }
}

function prepare(before: Publication, given: Circumstances, of: ScreenClass): Prepared {
  const old = before.classes.get(of.id) ?? null
  const ancestor = old ?? ancestorOf(before, of)
  const reached = reachedFrom(of, given.content)
  const ingredients = ingredientsOf(reached, given.almanac)
  const isStale = ancestor === null || !given.goOn || !sameItems(ancestor.ingredients, ingredients)
  return { of, old, ancestor, reached, ingredients, isStale }
}

/** What the screens of a new class showed until now, so that the show goes on although the class is another. */
function ancestorOf(before: Publication, of: ScreenClass): ClassState | null {
  for (const { id } of of.screens) {
    const state = classOf(before, id)
    if (state !== null) return state
  }
  return null
}

function newcomersOf(before: Publication, of: ScreenClass): readonly string[] {
  return of.screens.flatMap(({ id }) => (before.screens.get(id)?.pointer.body.class === of.id ? [] : id))
}

interface Circumstance {
  readonly at: Instant
  readonly isJoined: boolean
  /** Whether no screen came, went or changed. */
  readonly isSettled: boolean
  readonly documents: Map<string, string>
}

function nextClass(one: Prepared, given: Circumstances, { at, isJoined, isSettled, documents }: Circumstance): ClassState {
  const { of, old } = one
  const built = nextManifest(one, given, at, documents)
  const holds = given.content.event.sampleReach === 'local'
  const isNew = old === null || isJoined || old.pointer.body.epoch !== given.order.epoch
  const isFresh = isNew || old.hash !== built.hash || (old.held !== null) !== holds
  if (!isFresh && isSettled && old.ingredients === built.ingredients) return old
  const pointer = (hash: string | null) =>
    given.signer.sign<ClassPointer>({ kind: 'class', venue: given.venue, class: of.id, hash, activeFrom: at, ...given.order })
  return {
    ...built,
    id: of.id,
    screens: isSettled && old !== null ? old.screens : of.screens.map(({ id }) => id),
    pointer: isFresh ? pointer(built.hash) : old.pointer,
    held: !holds ? null : isNew || old.held === null ? pointer(null) : old.held,
  }
}

function nextManifest(one: Prepared, given: Circumstances, at: Instant, documents: Map<string, string>): Built {
  const { ancestor, ingredients, reached, isStale } = one
  if (ancestor !== null && !isStale) return ancestor
  const plain = manifestOf(reached, given.almanac)
  const { bare, withAnchors } = given.press(plain)
  if (ancestor?.bare === bare && given.goOn) return { ...ancestor, ingredients }
  const manifest: Manifest = reanchor(given.goOn ? (ancestor?.manifest ?? null) : null, plain, quiet, at)
  const { hash, body } = withAnchors(manifest.anchors)
  documents.set(hash, body)
  return { hash, manifest, bare, ingredients }
}

function* nextScreens(
  before: Publication,
  given: Circumstances,
  prepared: readonly Prepared[],
): Generator<void, ReadonlyMap<string, ScreenPublished>> {
  const screens = new Map<string, ScreenPublished>()
  let sinceStep = 0
  for (const { of } of prepared) {
    for (const row of of.screens) {
      const old = before.screens.get(row.id) ?? null
      const next = nextScreen(old, given, row, of.id)
      screens.set(row.id, next)
      if (next === old || ++sinceStep < screensAtOnce) continue
      sinceStep = 0
      yield
    }
  }
  return screens
}

function nextScreen(old: ScreenPublished | null, given: Circumstances, row: ScreenRow, screenClass: string): ScreenPublished {
  const area = given.content.areas.get(row.area) ?? null
  const from = { row, area }
  const isSame = old !== null && old.pointer.body.class === screenClass && old.pointer.body.epoch === given.order.epoch
  if (isSame && old.from?.row === row && old.from.area === area) return old
  const { id, name, tags, exits, audience, profile, widthPx, heightPx, distance, care } = row
  const body = {
    kind: 'screen' as const,
    venue: given.venue,
    screen: id,
    class: screenClass,
    name,
    area: { id: row.area, name: area?.name ?? row.area },
    tags,
    exits,
    audience,
    variant: { profile, widthPx, heightPx, distance },
    care,
  }
  if (isSame && samePointer(old.pointer.body, body, given.order.epoch)) return { ...old, from }
  return { placed: { id, area: row.area, tags, audience }, pointer: given.signer.sign<ScreenPointer>({ ...body, ...given.order }), from }
}

function changedScreens(
  before: Publication,
  screens: ReadonlyMap<string, ScreenPublished>,
  joined: ReadonlySet<string>,
): Change['screens'] {
  const changed: Change['screens'][number][] = []
  for (const [screen, { pointer }] of screens)
    if (pointer !== before.screens.get(screen)?.pointer) changed.push({ screen, pointer, joined: joined.has(screen) })
  return changed
}

function nextProgramme(old: Signed<SourcePointer> | null, given: Circumstances): Signed<SourcePointer> {
  const { venue, order, programme } = given
  if (old?.body.hash === programme.hash && old.body.epoch === order.epoch) return old
  return given.signer.sign<SourcePointer>({ kind: 'source', venue, source: 'programme', hash: programme.hash, ...order })
}

function isOf({ body }: Signed<ClassPointer>, order: Order): boolean {
  return body.sequence === order.sequence && body.epoch === order.epoch
}

/** Whether what is published is of this epoch: all of it is of one. */
function isOfEpoch({ screens }: Publication, { epoch }: Order): boolean {
  for (const { pointer } of screens.values()) return pointer.body.epoch === epoch
  return true
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
