/** The publisher: after each commit, works out what screens must know anew, stores it and tells the gateway. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Live } from '@infoskjerm/shared/model/live.ts'
import { type Manifest, manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { noOverrides, type OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import { hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { ClassPointer, Order, OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { World } from '../world.ts'
import type { Content } from './content.ts'
import { documentOf } from './hash.ts'
import type { Signer } from './keys.ts'
import { type Almanac, almanacOf, emptyManifest } from './manifest.ts'
import { type Change, type ClassState, isEmpty, nextPublication, nothingPublished, type Publication, samePointer } from './publication.ts'
import { restorePublication } from './restore.ts'
import { createContentReader, createPublicationStore } from './store.ts'

/** What the publisher is given by other rooms. */
export interface PublisherOptions {
  readonly world: World
  readonly signer: Signer
  readonly readProgramme: (event: string) => Programme
  readonly readOverrides: () => OverrideDocument
}

export interface Publisher {
  readonly publication: () => Publication
  readonly content: () => Content | null
  readonly overrides: () => Signed<OverridePointer>
  /** Every pointer a screen's player must hold, or null where there is no such screen. `held`: the player is one that the sample must not reach. */
  readonly pointersFor: (screen: string, held: boolean) => readonly Signed[] | null
  /** The order of the class pointer that the screen should hold. Null where there is no such screen. */
  readonly orderOf: (screen: string, held: boolean) => Order | null
  readonly document: (hash: string) => string | null
  /** What a screen shows at any instant that its manifest covers. Null where there is no such screen. */
  readonly sceneOf: (screen: string, held: boolean, at: Instant) => Scene | null
  /** The plan of the screen's class over the window, and its live documents. Null where there is no such screen. */
  readonly planOf: (screen: string, from: Instant, until: Instant) => { readonly plan: Plan; readonly live: Live } | null
  /** Works out anew what could have changed without a commit: the month, or (`goOn` false) the clock. */
  readonly refresh: (goOn: boolean) => void
  /** Says the overrides anew where they differ from what was said; done before anything else of a commit. */
  readonly refreshOverrides: () => void
  readonly onChange: (listener: (change: Change, revision: number | null) => void) => void
  readonly onOverrides: (listener: (signed: Signed<OverridePointer>) => void) => void
}

/** Tables whose rows can change what screens show. */
const concerned = ['events', 'areas', 'screens', 'slides', 'playlists', 'schedule', 'stages', 'happenings'] as const

/** How far around an instant a plan is worked out. */
const planBeforeMs = 2 * hourMs
const planAfterMs = 30 * hourMs

/** Publishes what is unpublished at once; afterwards on every commit. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { world, signer } = options
  const kept = createPublicationStore(world.store)
  const reader = createContentReader(world.store.db)
  const changeListeners: ((change: Change, revision: number | null) => void)[] = []
  const overrideListeners: ((signed: Signed<OverridePointer>) => void)[] = []
  const plans = new WeakMap<Manifest, Plan>()
  let content: Content | null = null
  let almanac: Almanac | null = null
  let publication = nothingPublished
  let overrides: Signed<OverridePointer> | null = null

  function update(goOn: boolean, revision: number | null): void {
    content = reader.read()
    if (content === null) return
    const now = world.now()
    almanac = almanacOf(content.event, now, almanac)
    const order = kept.nextOrder()
    const programme = documentOf(options.readProgramme(content.event.id))
    const next = nextPublication(publication, { venue: kept.venue, signer, order, now, content, almanac, programme, goOn })
    if (isEmpty(next.change)) {
      publication = next.publication
      return
    }
    kept.keep({ order, at: world.wallMs(), documents: next.change.documents, ...namesOf(publication, next.publication, next.change) })
    publication = next.publication
    for (const listener of changeListeners) listener(next.change, revision)
  }

  function updateOverrides(): void {
    const body = { kind: 'overrides' as const, venue: kept.venue, document: options.readOverrides() }
    if (overrides !== null && samePointer(overrides.body, body)) return
    const order = kept.nextOrder()
    const signed = signer.sign<OverridePointer>({ ...body, ...order })
    kept.keep({ order, at: world.wallMs(), documents: new Map(), pointers: new Map([['overrides', signed]]), gone: [] })
    overrides = signed
    for (const listener of overrideListeners) listener(signed)
  }

  function classOf(screen: string): ClassState | null {
    return publication.classes.get(publication.screens.get(screen)?.pointer.body.class ?? '') ?? null
  }

  function planFor(manifest: Manifest, at: Instant): Plan {
    const known = plans.get(manifest)
    if (known !== undefined && covers(known, at)) return known
    const plan = compile(manifest, { from: later(at, -planBeforeMs), until: later(at, planAfterMs) })
    if (covers(plan, world.now())) plans.set(manifest, plan)
    return plan
  }

  function liveOf(screen: string): Live {
    const sources: Record<string, string> = publication.programme === null ? {} : { programme: publication.programme.body.hash }
    return { screen: publication.screens.get(screen)?.placed ?? null, overrides: overrides?.body.document ?? noOverrides, sources }
  }

  world.store.onCommit(({ tables, revision }) => {
    try {
      if (tables.has('overrides')) updateOverrides()
      if (concerned.some((table) => tables.has(table))) update(true, revision)
    } catch (error) {
      // The write is committed and must be answered so; screens go on with what was published before.
      world.log.error({ error, revision }, 'publishing failed')
    }
  })

  const restored = restorePublication(kept, (text) => manifestSchema.parse(JSON.parse(text)))
  publication = restored.publication
  overrides = restored.overrides
  updateOverrides()
  update(true, null)
  kept.prune(world.wallMs() - limits.documentsKeptMs)
  const empty = new WeakMap<Almanac, Manifest>()

  return {
    publication: () => publication,
    content: () => content,
    overrides: () => overrides as Signed<OverridePointer>,
    document: (hash) => kept.document(hash),
    orderOf: (screen, held) => {
      const state = classOf(screen)
      return state === null ? null : classPointer(state, held).body
    },
    pointersFor: (screen, held) => {
      const state = classOf(screen)
      const own = publication.screens.get(screen)?.pointer
      if (state === null || own === undefined || overrides === null) return null
      const mine: Signed[] = [overrides, own, classPointer(state, held)]
      return publication.programme === null ? mine : [...mine, publication.programme]
    },
    sceneOf: (screen, held, at) => {
      const state = classOf(screen)
      if (state === null || almanac === null) return null
      return resolve(planFor(held && state.held !== null ? emptied(empty, almanac) : state.manifest, at), liveOf(screen), at)
    },
    planOf: (screen, from, until) => {
      const state = classOf(screen)
      return state === null ? null : { plan: compile(state.manifest, { from, until }), live: liveOf(screen) }
    },
    refresh: (goOn) => update(goOn, null),
    refreshOverrides: updateOverrides,
    onChange: (listener) => void changeListeners.push(listener),
    onOverrides: (listener) => void overrideListeners.push(listener),
  }
}

function classPointer(state: ClassState, held: boolean): Signed<ClassPointer> {
  return held ? (state.held ?? state.pointer) : state.pointer
}

function emptied(known: WeakMap<Almanac, Manifest>, almanac: Almanac): Manifest {
  const manifest = known.get(almanac) ?? emptyManifest(almanac)
  known.set(almanac, manifest)
  return manifest
}

/** The pointers of a change by the names under which they are stored, and the names that are gone. */
function namesOf(before: Publication, after: Publication, change: Change): { pointers: Map<string, Signed>; gone: string[] } {
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
