/** Everything that makes screens live, put together: publisher, reporting, overrides, gateway, and their routes. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Operation, User } from '@infoskjerm/shared/wire/api.ts'
import { createAlarms, type Hall } from '../alarms/alarms.ts'
import { alarmRoutes } from '../alarms/routes.ts'
import { clockRoutes } from '../clock/routes.ts'
import type { VenueClock } from '../clock/venue-clock.ts'
import { readLive } from '../cues/store.ts'
import { cameBack, wasLetGo } from '../events/farewell.ts'
import type { Doors } from '../http/doors.ts'
import type { Route } from '../http/route.ts'
import { overrideRoutes } from '../overrides/routes.ts'
import { forgetOverrides, readOverrides } from '../overrides/store.ts'
import { readProgramme } from '../programme/store.ts'
import { createSigner, type Signer } from '../publish/keys.ts'
import type { Pace } from '../publish/pace.ts'
import { createPublisher, type Publisher } from '../publish/publisher.ts'
import { publishRoutes } from '../publish/routes.ts'
import { completed } from '../screens/body.ts'
import { createNames, type Names } from '../screens/names.ts'
import { createPairing } from '../screens/pairing.ts'
import { roundRoutes } from '../screens/rounds/routes.ts'
import { unseenScreens } from '../screens/rounds/store.ts'
import { screenRoutes } from '../screens/routes.ts'
import { pairLocally } from '../screens/store.ts'
import { createTelemetryRoom, type TelemetryRoom } from '../telemetry/room.ts'
import type { World } from '../world.ts'
import { createBuckets } from './bucket.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createPlayerHttp, type PlayerHttp } from './player-http.ts'
import { createReporting, type Reporting } from './reporting.ts'
import { createRoster, type Roster } from './roster.ts'
import { createWaitingRoom, type WaitingRoom } from './waiting.ts'

export interface RealtimeOptions {
  /** Its `now` is the clock's, its `operationOf` the one of the answer. */
  readonly world: World
  readonly clock: VenueClock
  /** How publishing shares the process with everything else. */
  readonly pace: Pace
  readonly doors: Doors
  /** The account behind a `Cookie` header, or null. */
  readonly sessionOf: (cookie: string | null, encrypted: boolean) => User | null
  /** Runs `work` every so often until the answer is called. */
  readonly every: (ms: number, work: () => void) => () => void
}

export interface Realtime {
  readonly publisher: Publisher
  readonly routes: readonly Route[]
  readonly playerHttp: PlayerHttp
  readonly operationOf: (revision: number) => Operation | null
  /** What an operator should know of the file of proofs. */
  readonly proofState: TelemetryRoom['state']
  /** Lets go of sockets whose session is over. */
  readonly reviewSessions: () => void
  /** Opens the sockets behind these servers; called once, before they listen. */
  readonly serve: (servers: readonly HttpServer[]) => Gateway
  readonly close: () => void
}

/** The month, and the overrides that are over: looked at this often (ms). */
const refreshMs = 15_000

/** Publishes at once what is not published yet; screens can connect after `serve`. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { world, clock } = options
  const { db } = world.store
  const signer = createSigner(world.dataFolder)
  const publisher = createPublisher({
    world,
    signer,
    readProgramme: (event) => readProgramme(db, event),
    readOverrides: () => readOverrides(db, world.now()),
    readLive: (event) => readLive(db, event),
    pace: options.pace,
  })
  const reporting = createReporting(world, publisher)
  const roster = createRoster(world.store)
  const room = createTelemetryRoom({ world, publisher, every: options.every })
  const waiting = createWaitingRoom((below) => randomInt(below))
  let gateway: Gateway | null = null

  clock.onJump(() => {
    gateway?.clockSet()
    publisher.refreshOverrides()
    publisher.refresh(false)
  })
  const stop = options.every(refreshMs, () => {
    publisher.refreshOverrides()
    forgetOverrides(world)
    publisher.refresh(true)
  })

  const names = createNames({
    world,
    screens: () => publisher.publication().screens.keys(),
    unseen: () => unseenScreens(db),
    say: (screen, forMs) => gateway?.players.identify(screen, forMs),
  })
  names.repeat()
  const stopNames = options.every(limits.namesEveryMs, names.repeat)
  world.store.onCommit(({ tables }) => {
    if (tables.has('rounds') || tables.has('sightings') || tables.has('settings')) names.repeat()
  })
  const alarms = createAlarms({
    world,
    statuses: reporting.telemetry.statuses,
    hall: () => hallOf(publisher),
    every: options.every,
    after,
  })

  const tries = createBuckets(limits.pairingTries, limits.pairingTries / (limits.pairingMs / 1_000), limits.screens)
  const pairing = createPairing({
    world,
    playerWith: (code) => waiting.find(code, world.monotonicMs()),
    newSecret: () => randomBytes(24).toString('base64url'),
    tell: (player, device, secret) => gateway?.players.paired(player, device, secret),
    mayTry: (account) => tries.of(account, world.monotonicMs()).take(world.monotonicMs()),
  })
  return {
    publisher,
    routes: [
      ...screenRoutes({
        world,
        publisher,
        pairing,
        identify: (screen) => gateway?.players.identify(screen, limits.identifyMs),
        diagnose: (screen) => gateway?.players.diagnose(screen, limits.diagnoseMs),
        names,
      }),
      ...roundRoutes(world, reporting.telemetry.statuses),
      ...publishRoutes(world, publisher, reporting.operations),
      ...overrideRoutes(world, reporting.overrides),
      ...clockRoutes(clock),
      ...alarmRoutes(world, alarms),
      ...room.routes,
    ],
    playerHttp: createPlayerHttp({
      publisher,
      nowMs: clock.nowMs,
      deviceOf: roster.of,
      isHeld: reporting.isHeld,
      wasLetGo: (secretHash) => wasLetGo(world.store, secretHash),
    }),
    operationOf: reporting.operations.ofRevision,
    proofState: room.state,
    reviewSessions: () => gateway?.reviewSessions(),
    serve: (servers) => {
      gateway = gatewayFor(options, { publisher, reporting, roster, room, waiting, names, signer, servers })
      return gateway
    },
    close: () => {
      stop()
      stopNames()
      alarms.close()
      room.close()
      publisher.close()
    },
  }
}

/** What is asked of the hall before anybody is alarmed. */
function hallOf(publisher: Publisher): Hall | null {
  const content = publisher.content()
  if (content === null) return null
  const { event, screens, areas } = content
  return { phase: event.phase, zone: event.zone, screens, areaName: (area) => areas.get(area)?.name ?? area }
}

interface Parts {
  readonly publisher: Publisher
  readonly reporting: Reporting
  readonly roster: Roster
  readonly room: TelemetryRoom
  readonly waiting: WaitingRoom
  readonly names: Names
  readonly signer: Signer
  readonly servers: readonly HttpServer[]
}

function gatewayFor({ world, clock, doors, sessionOf, every }: RealtimeOptions, parts: Parts): Gateway {
  const { publisher, reporting, roster, room, waiting, names, signer, servers } = parts
  const { store, monotonicMs } = world
  const common = { nowMs: clock.nowMs, publisher, doors, sessionOf }
  const secret = signer.secretFor('local device')
  return createGateway({
    servers,
    store,
    publisher,
    monotonicMs,
    every,
    after,
    players: {
      ...common,
      world,
      telemetry: reporting.telemetry,
      proof: room,
      progress: reporting.progress,
      waiting,
      deviceOf: roster.of,
      pairLocally: () => {
        if (publisher.content() === null) return null
        const device = pairLocally(world, secret, completed({ name: 'Denne maskinen', area: '' }))
        cameBack(store, device.secretHash)
        return { device, secret }
      },
      devices: roster.all,
      isHeld: reporting.isHeld,
      random: (below) => randomInt(below),
      isNamed: names.isShown,
      wasLetGo: (secretHash) => wasLetGo(store, secretHash),
    },
    crew: {
      ...common,
      monotonicMs,
      statuses: reporting.telemetry.statuses,
      overrides: reporting.overrides,
      waiting: waiting.size,
      names: names.read,
      operations: reporting.operations.news,
    },
  })
}

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms).unref()
  return () => clearTimeout(timer)
}
