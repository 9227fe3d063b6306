/** The publisher: after each commit, works out what screens must know anew, stores it and tells the gateway. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type LiveDocument, nothingLive } from '@infoskjerm/shared/model/live.ts'
import { type Manifest, manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import type { OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { LivePointer, Order, OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Commit } from '../storage/store.ts'
import type { TableName } from '../storage/tables.ts'
import type { World } from '../world.ts'
import type { Content } from './content.ts'
import { freeze, frozenPlan, planOfNow, type Planned } from './frozen.ts'
import { createInputs } from './inputs.ts'
import type { Signer } from './keys.ts'
import { nextPublication } from './next-publication.ts'
import { createPress } from './hash.ts'
import { createOrders } from './orders.ts'
import type { Pace } from './pace.ts'
import { classPointer, pointersOf } from './pointers.ts'
import { type Change, classOf, isEmpty, type Publication } from './publication.ts'
import { restorePublication } from './restore.ts'
import { createLiveRoad, createOverrideRoad } from './road.ts'
import { createRuns, type Run } from './runs.ts'
import { createScenes, type Scenes } from './scenes.ts'
import { createContentReader, createPublicationStore } from './store.ts'
import { namesOf } from './stored-names.ts'

/** What the publisher is given by other rooms. */
export interface PublisherOptions {
  readonly world: World
  readonly signer: Signer
  readonly pace: Pace
  readonly readProgramme: (event: string) => Programme
  readonly readOverrides: () => OverrideDocument
  readonly readLive: (event: string) => LiveDocument
}

/** Commits that became one publication; `change` null: no screen had to know anything anew. */
export type Published = (revisions: readonly number[], change: Change | null) => void

export interface Publisher extends Scenes {
  /** What is published; while something new is on its way, what was before. */
  readonly publication: () => Publication
  readonly content: () => Content | null
  /** What is planned for all screens; of an event that was ended, what was planned until then. */
  readonly planned: () => readonly Planned[]
  readonly overrides: () => Signed<OverridePointer>
  readonly live: () => Signed<LivePointer>
  /** Every pointer a screen's player must hold, or null where there is no such screen. `held`: the player is one that the sample must not reach. */
  readonly pointersFor: (screen: string, held: boolean) => readonly Signed[] | null
  /** The order of the class pointer that the screen should hold. Null where there is no such screen. */
  readonly orderOf: (screen: string, held: boolean) => Order | null
  readonly document: (hash: string) => string | null
  /** Works out anew what could have changed without a commit: the month, or (`goOn` false) the clock. */
  readonly refresh: (goOn: boolean) => void
  /** Says overrides, and cues and slips, anew where they differ from what was said; done before anything else of a commit. */
  readonly refreshOverrides: () => void
  /** A commit may concern screens; its publication begins. Told before anything of it is. */
  readonly onBegun: (listener: (commit: Commit) => void) => void
  readonly onPublished: (listener: Published) => void
  readonly onChange: (listener: (change: Change) => void) => void
  readonly onOverrides: (listener: (signed: Signed<OverridePointer>) => void) => void
  readonly onLive: (listener: (signed: Signed<LivePointer>) => void) => void
  /** Everything committed so far is published, or could not be. */
  readonly settled: () => Promise<void>
  /** Begins no more publications, and lets go of one under way: the next start makes it. */
  readonly close: () => void
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
  'themes',
] as const

/** Publishes what is unpublished at once; afterwards on every commit, in slices: whatever is published is stored whole, and told when it is. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { world, signer } = options
  const kept = createPublicationStore(world.store)
  const orders = createOrders(world, kept.venue)
  const inputs = createInputs({ world, reader: createContentReader(world.store.db, world.now), readProgramme: options.readProgramme })
  const restored = restorePublication(kept, parseManifest)
  const road = { world, kept, signer, nextOrder: orders.next }
  const overrides = createOverrideRoad(road, restored.overrides, orders.epoch)
  const live = createLiveRoad(road, restored.live, orders.epoch)
  const begunListeners: ((commit: Commit) => void)[] = []
  const publishedListeners: Published[] = []
  const changeListeners: ((change: Change) => void)[] = []
  const press = createPress()
  let publication = restored.publication
  let buildMs = 0

  function* publish({ revisions, goOn }: Run): Generator<void, void> {
    const given = inputs.now()
    if (given === null) return
    const { content, almanac, programme } = given
    const before = inputs.published()?.content ?? null
    if (content.event.phase === 'ended' && before !== null && before.event.phase !== 'ended')
      freeze(world.store, content.event.id, publication)
    const began = world.monotonicMs()
    const order = orders.next()
    const common = { venue: kept.venue, signer, press, order, now: world.now(), buildMs }
    const { change, built, ...next } = yield* nextPublication(publication, { ...common, content, almanac, programme, goOn })
    if (!isEmpty(change)) {
      const names = namesOf(publication, next.publication, change)
      kept.keep({ order, at: world.wallMs(), documents: change.documents, ...names })
    }
    if (built > 0) buildMs = (world.monotonicMs() - began) / built
    publication = next.publication
    inputs.setPublished(given)
    if (!isEmpty(change)) for (const listener of changeListeners) listener(change)
    for (const listener of publishedListeners) listener(revisions, isEmpty(change) ? null : change)
  }

  const runs = createRuns({ pace: options.pace, monotonicMs: world.monotonicMs, log: world.log, publish })

  function sayLive(): void {
    const event = inputs.now()?.content.event.id ?? null
    live.say(event === null ? nothingLive : options.readLive(event))
  }
  function sayAll(): void {
    overrides.say(options.readOverrides())
    sayLive()
  }

  // Where this throws (a full disk), the write is answered as what it is, stored; screens go on with what was published before, and the next refresh tries again.
  world.store.onCommit((commit) => {
    const has = (table: TableName) => commit.tables.has(table)
    if (has('overrides')) overrides.say(options.readOverrides())
    if (has('cues') || has('slips')) sayLive()
    if (!concerned.some(has)) return
    inputs.read(commit.tables)
    if (has('events') || has('schedule')) sayLive()
    if (!inputs.isNew()) return
    for (const listener of begunListeners) listener(commit)
    runs.request({ revisions: [commit.revision], goOn: true })
  })

  inputs.read(null)
  if (restored.overrides === null || restored.live === null) sayAll()
  try {
    sayAll()
    runs.now({ revisions: [], goOn: true })
    kept.prune(world.wallMs() - limits.documentsKeptMs)
  } catch (error) {
    // The disk may be full. What was published before is served, and what came to it waits for the next refresh.
    world.log.error({ err: error }, 'what is new could not be published')
  }

  return {
    publication: () => publication,
    content: () => inputs.now()?.content ?? null,
    planned: () => {
      const event = inputs.now()?.content.event ?? null
      const manifestAt = (hash: string): Manifest | null => {
        const text = kept.document(hash)
        return text === null ? null : parseManifest(text)
      }
      const frozen = event?.phase === 'ended' ? frozenPlan(world.store, event.id, manifestAt) : null
      return frozen ?? planOfNow(publication)
    },
    overrides: overrides.said,
    live: live.said,
    document: (hash) => kept.document(hash),
    orderOf: (screen, held) => {
      const state = classOf(publication, screen)
      return state === null ? null : classPointer(state, held).body
    },
    pointersFor: (screen, held) => pointersOf(publication, { overrides: overrides.said(), live: live.said() }, screen, held),
    ...createScenes({
      now: world.now,
      publication: () => publication,
      overrides: () => overrides.said().body.document,
      live: () => live.said().body.document,
      almanac: () => inputs.now()?.almanac ?? null,
    }),
    refresh: (goOn) => {
      inputs.read(new Set())
      if (inputs.isNew() || !goOn) runs.request({ revisions: [], goOn })
    },
    refreshOverrides: sayAll,
    onBegun: (listener) => void begunListeners.push(listener),
    onPublished: (listener) => void publishedListeners.push(listener),
    onChange: (listener) => void changeListeners.push(listener),
    onOverrides: overrides.onSaid,
    onLive: live.onSaid,
    settled: runs.settled,
    close: () => {
      runs.close()
      orders.close()
    },
  }
}

function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text))
}
