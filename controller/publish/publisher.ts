/** The publisher: after each commit, works out what screens must know anew, stores it and tells the gateway. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Manifest, manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { noOverrides, type OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { ClassPointer, Order, OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { World } from '../world.ts'
import type { Content } from './content.ts'
import { freeze, frozenPlan, planOfNow, type Planned } from './frozen.ts'
import { documentOf } from './hash.ts'
import type { Signer } from './keys.ts'
import { type Almanac, almanacOf } from './manifest.ts'
import {
  type Change,
  classOf,
  type ClassState,
  isEmpty,
  nextPublication,
  nothingPublished,
  type Publication,
  samePointer,
} from './publication.ts'
import { restorePublication } from './restore.ts'
import { createScenes, type Scenes } from './scenes.ts'
import { createContentReader, createPublicationStore } from './store.ts'
import { namesOf } from './stored-names.ts'

/** What the publisher is given by other rooms. */
export interface PublisherOptions {
  readonly world: World
  readonly signer: Signer
  readonly readProgramme: (event: string) => Programme
  readonly readOverrides: () => OverrideDocument
}

export interface Publisher extends Scenes {
  readonly publication: () => Publication
  readonly content: () => Content | null
  /** What is planned for all screens; of an event that was ended, what was planned until then. */
  readonly planned: () => readonly Planned[]
  readonly overrides: () => Signed<OverridePointer>
  /** Every pointer a screen's player must hold, or null where there is no such screen. `held`: the player is one that the sample must not reach. */
  readonly pointersFor: (screen: string, held: boolean) => readonly Signed[] | null
  /** The order of the class pointer that the screen should hold. Null where there is no such screen. */
  readonly orderOf: (screen: string, held: boolean) => Order | null
  readonly document: (hash: string) => string | null
  /** Works out anew what could have changed without a commit: the month, or (`goOn` false) the clock. */
  readonly refresh: (goOn: boolean) => void
  /** Says the overrides anew where they differ from what was said; done before anything else of a commit. */
  readonly refreshOverrides: () => void
  readonly onChange: (listener: (change: Change, revision: number | null) => void) => void
  readonly onOverrides: (listener: (signed: Signed<OverridePointer>) => void) => void
}

/** Tables whose rows can change what screens show. */
const concerned = [
  'events',
  'areas',
  'screens',
  'slides',
  'playlists',
  'sponsors',
  'schedule',
  'stages',
  'happenings',
  'corrections',
  'notices',
  'takeovers',
  'placements',
  'media',
] as const

/** Publishes what is unpublished at once; afterwards on every commit. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { world, signer } = options
  const kept = createPublicationStore(world.store)
  const reader = createContentReader(world.store.db, world.now)
  const changeListeners: ((change: Change, revision: number | null) => void)[] = []
  const overrideListeners: ((signed: Signed<OverridePointer>) => void)[] = []
  let content: Content | null = null
  let almanac: Almanac | null = null
  let publication = nothingPublished
  let overrides: Signed<OverridePointer> | null = null

  function update(goOn: boolean, revision: number | null): void {
    const before = content
    content = reader.read()
    if (content === null) return
    if (content.event.phase === 'ended' && before !== null && before.event.phase !== 'ended')
      freeze(world.store, content.event.id, publication)
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
    const made = { order, at: world.wallMs(), documents: new Map<string, string>(), pointers: new Map([['overrides', signed]]), gone: [] }
    world.despiteFullDisk(() => kept.keep(made))
    overrides = signed
    for (const listener of overrideListeners) listener(signed)
  }

  const manifestAt = (hash: string): Manifest | null => {
    const text = kept.document(hash)
    return text === null ? null : manifestSchema.parse(JSON.parse(text))
  }

  // Where this throws (a full disk), the write is answered as what it is, stored; screens go on with what was published before, and the next refresh tries again.
  world.store.onCommit(({ tables, revision }) => {
    if (tables.has('overrides')) updateOverrides()
    if (concerned.some((table) => tables.has(table))) update(true, revision)
  })

  const restored = restorePublication(kept, (text) => manifestSchema.parse(JSON.parse(text)))
  publication = restored.publication
  overrides = restored.overrides
  if (overrides === null) updateOverrides()
  try {
    updateOverrides()
    update(true, null)
    kept.prune(world.wallMs() - limits.documentsKeptMs)
  } catch (error) {
    // The disk may be full. What was published before is served, and what came to it waits for the next refresh.
    world.log.error({ err: error }, 'what is new could not be published')
  }

  return {
    publication: () => publication,
    content: () => content,
    planned: () => {
      const frozen = content?.event.phase === 'ended' ? frozenPlan(world.store, content.event.id, manifestAt) : null
      return frozen ?? planOfNow(publication)
    },
    overrides: () => overrides as Signed<OverridePointer>,
    document: (hash) => kept.document(hash),
    orderOf: (screen, held) => {
      const state = classOf(publication, screen)
      return state === null ? null : classPointer(state, held).body
    },
    pointersFor: (screen, held) => {
      const state = classOf(publication, screen)
      const own = publication.screens.get(screen)?.pointer
      if (state === null || own === undefined || overrides === null) return null
      const mine: Signed[] = [overrides, own, classPointer(state, held)]
      return publication.programme === null ? mine : [...mine, publication.programme]
    },
    ...createScenes({
      now: world.now,
      publication: () => publication,
      overrides: () => overrides?.body.document ?? noOverrides,
      almanac: () => almanac,
    }),
    refresh: (goOn) => update(goOn, null),
    refreshOverrides: updateOverrides,
    onChange: (listener) => void changeListeners.push(listener),
    onOverrides: (listener) => void overrideListeners.push(listener),
  }
}

function classPointer(state: ClassState, held: boolean): Signed<ClassPointer> {
  return held ? (state.held ?? state.pointer) : state.pointer
}
