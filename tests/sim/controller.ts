/** The simulated controller: the real publishing, rooms, lanes and answers to a hello, over a disk in memory, with signatures that cost nothing. */
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { type LiveDocument, nothingLive } from '@infoskjerm/shared/model/live.ts'
import { manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { noOverrides, type OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { GatewayMessage, Holds } from '@infoskjerm/shared/wire/player.ts'
import type { Order, Pointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Socket } from 'socket.io'
import { createPress, type Document, documentOf } from '../../controller/publish/hash.ts'
import type { Signer } from '../../controller/publish/keys.ts'
import type { Almanac } from '../../controller/publish/manifest.ts'
import { nextPublication } from '../../controller/publish/next-publication.ts'
import { pointersOf } from '../../controller/publish/pointers.ts'
import { type Content } from '../../controller/publish/content.ts'
import { isEmpty, type Publication } from '../../controller/publish/publication.ts'
import { restorePublication } from '../../controller/publish/restore.ts'
import { createLiveRoad, createOverrideRoad } from '../../controller/publish/road.ts'
import { namesOf } from '../../controller/publish/stored-names.ts'
import { createEncoder } from '../../controller/realtime/encode.ts'
import { createLanes, type Lane, type Wire } from '../../controller/realtime/lane.ts'
import type { Shown } from '../../controller/realtime/peer.ts'
import { createRooms } from '../../controller/realtime/rooms.ts'
import type { Disk } from './kept.ts'
import type { Timeline } from './timeline.ts'

/** The parts that a test may replace by broken ones. */
export interface Parts {
  readonly missing: typeof missing
  readonly createRooms: typeof createRooms
  readonly createLanes: typeof createLanes
}

export const realParts: Parts = { missing, createRooms, createLanes }

export interface ControllerOptions {
  readonly timeline: Timeline
  readonly parts: Parts
  readonly disk: Disk
  /** The order from which it goes on. */
  readonly from: Order
  readonly almanac: Almanac
  readonly served: () => Instant
}

/** What people have stored. */
export interface Stored {
  readonly content: Content
  readonly overrides: OverrideDocument
  readonly live: LiveDocument
}

export interface Session {
  readonly hello: (holds: Holds) => void
  readonly probe: (sentMs: number) => void
  readonly leave: () => void
}

export interface Controller {
  readonly order: () => Order
  readonly publication: () => Publication
  readonly pointersFor: (screen: string) => readonly Signed[]
  readonly document: (hash: string) => string | null
  /** Publishes what is stored: what goes fast first. `goOn` false: the clock jumped. */
  readonly publish: (stored: Stored, goOn: boolean) => void
  readonly clockSet: () => void
  readonly enter: (screen: string, wire: Wire) => Session
}

const programme: Document = documentOf({ happenings: [] })

const key = 'f'.repeat(64)
const sign = <P extends Pointer>(body: P): Signed<P> => ({ body, key, signature: '' })
/** Nobody verifies in here. */
const signer = { key, sign } as unknown as Signer

/** A controller that starts on the disk. */
export function createController({ timeline, parts, disk, from, almanac, served }: ControllerOptions): Controller {
  let order = from
  const nextOrder = (): Order => (order = { epoch: order.epoch, sequence: order.sequence + 1 })
  const restored = restorePublication(disk, (text) => manifestSchema.parse(JSON.parse(text)))
  let { publication } = restored
  const road = {
    world: { wallMs: timeline.nowMs, despiteFullDisk: <T>(work: () => T): T => work() },
    kept: disk,
    signer,
    nextOrder,
  }
  const overrides = createOverrideRoad(road, restored.overrides, order.epoch)
  const live = createLiveRoad(road, restored.live, order.epoch)
  if (restored.overrides === null) overrides.say(noOverrides)
  if (restored.live === null) live.say(nothingLive)

  const press = createPress()
  const encode = createEncoder()
  const rooms = parts.createRooms({ publication: () => publication, document: disk.document }, encode)
  const lanes = parts.createLanes({ encode, monotonicMs: timeline.nowMs, after: timeline.after })
  overrides.onSaid(rooms.overrides)
  live.onSaid(rooms.live)
  const pointersFor = (screen: string): readonly Signed[] =>
    pointersOf(publication, { overrides: overrides.said(), live: live.said() }, screen, false) ?? []

  function publish({ content, overrides: document, live: cues }: Stored, goOn: boolean): void {
    overrides.say(document)
    live.say(cues)
    const steps = nextPublication(publication, {
      venue: disk.venue,
      signer,
      press,
      order: nextOrder(),
      now: served(),
      content,
      almanac,
      programme,
      goOn,
      buildMs: 0,
    })
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    const { publication: next, change } = step.value
    if (!isEmpty(change)) disk.keep({ order, at: timeline.nowMs(), documents: change.documents, ...namesOf(publication, next, change) })
    publication = next
    if (!isEmpty(change)) rooms.change(change)
  }

  function enter(screen: string, wire: Wire): Session {
    // All that a lane wants of a socket is the WebSocket below it.
    const lane: Lane = lanes.open({ conn: { transport: { socket: wire } } } as unknown as Socket)
    rooms.enter(lane, peerOf(screen))
    return {
      hello: (holds) => {
        const answer: readonly GatewayMessage[] = parts.missing({ pointers: pointersFor(screen), document: disk.document }, holds)
        for (const message of answer) lane.say(message)
      },
      probe: (sentMs) => lane.say({ t: 'time', sentMs, receivedAt: served(), answeredAt: served() }),
      leave: () => {
        rooms.leave(lane)
        lane.close()
      },
    }
  }

  return {
    order: () => order,
    publication: () => publication,
    pointersFor,
    document: disk.document,
    publish,
    clockSet: rooms.clockSet,
    enter,
  }
}

function peerOf(screen: string): Shown {
  const device = { id: screen, screen, secretHash: '', local: false, pairedAt: 0, quarantinedAt: null }
  return { kind: 'device', device, screen, held: false }
}

/** Served time: the controller's own, which somebody may set. */
export function servedFrom(began: Instant, timeline: Timeline, shiftMs: () => number): () => Instant {
  return () => instant(Math.floor(began + timeline.nowMs() + shiftMs()))
}
