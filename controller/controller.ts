/** The composition root: opens what is kept, gives every room its world, mounts their routes, opens the ports. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { customAlphabet } from 'nanoid'
import { type Logger, pino } from 'pino'
import { auditRoutes } from './audit/routes.ts'
import { type Backups, startBackups } from './backup/backup.ts'
import { createVenueClock } from './clock/venue-clock.ts'
import type { Config } from './config.ts'
import { eventRoutes } from './events/routes.ts'
import { firstAccount, firstEvent } from './events/sample/first.ts'
import { cueRoutes } from './cues/routes.ts'
import { createEvents } from './events/store.ts'
import { aboutRoutes } from './http/about.ts'
import { createApi } from './http/api.ts'
import { createApp } from './http/app.ts'
import { type Certificate, lanAddresses, ownCertificate, readCertificate } from './http/certificate.ts'
import { documented } from './http/documentation.ts'
import { createDoors, type Doors } from './http/doors.ts'
import { createOrigins } from './http/origins.ts'
import { createPages } from './http/pages.ts'
import { pageHeaders, playerHeaders } from './http/security-headers.ts'
import { createServers } from './http/servers.ts'
import { createAskPage, ownNetwork } from './media/ask-page.ts'
import { openMediaFiles } from './media/files.ts'
import { createIngest } from './media/ingest.ts'
import { createEncoder } from './media/pictures/encoder.ts'
import { mediaRoutes } from './media/routes.ts'
import { createPace } from './media/pace.ts'
import { serveMedia } from './media/serve.ts'
import { findVideoTools } from './media/video.ts'
import { createMetrics, type Metrics } from './observability/metrics.ts'
import { createAccess } from './people/access/store.ts'
import { peopleRoutes } from './people/routes.ts'
import { createSignIn, type SignIn } from './people/sign-in.ts'
import { createStandings } from './people/standings.ts'
import { createPeople } from './people/store.ts'
import { forgetNotices } from './notices/store.ts'
import { noticeRoutes } from './notices/routes.ts'
import { placementRoutes } from './placements/routes.ts'
import { forgetPlacements } from './placements/store.ts'
import { playlistRoutes } from './playlists/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import { steadyPace } from './publish/pace.ts'
import { isPublished, screensWith } from './publish/publication.ts'
import type { GatewayState } from './realtime/gateway.ts'
import { createRealtime, type Realtime } from './realtime/realtime.ts'
import { scheduleRoutes } from './schedule/routes.ts'
import { mediaHeldBack } from './slides/embargo.ts'
import { slideRoutes } from './slides/routes.ts'
import { createSlides } from './slides/store.ts'
import { planRoutes } from './publish/plan-routes.ts'
import { sponsorRoutes } from './sponsors/routes.ts'
import { themeRoutes } from './themes/routes.ts'
import { createBallast } from './storage/ballast.ts'
import { currentEvent } from './storage/current-event.ts'
import { openDatabase } from './storage/database.ts'
import { lockFolder } from './storage/lock.ts'
import { forgetKeys } from './takeovers/keys/store.ts'
import { takeoverRoutes } from './takeovers/routes.ts'
import { forgetTakeovers } from './takeovers/store.ts'
import { telemetryFile } from './telemetry/room.ts'
import { createStore, type Store } from './storage/store.ts'
import type { World } from './world.ts'

export interface Controller {
  readonly httpPort: number
  readonly tlsPort: number
  readonly fingerprint: string
  /** The first account's made-up password, when this start made the account; to be shown once. */
  readonly oneTimePassword: string | null
  readonly hasVideoTools: boolean
  /** Resolves when all that is stored has been told to screens. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Another controller runs on the same data folder. */
export class FolderInUse extends Error {}

/** Starts a controller. Throws `FolderInUse`, what the database refuses, and the error of a port that is taken; nothing is left open then. */
export async function createController(config: Config): Promise<Controller> {
  const log = pino({ level: config.logLevel })
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(config.dataFolder)
  if (unlock === null) throw new FolderInUse(config.dataFolder)
  const closers: (() => void | Promise<void>)[] = [unlock]
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer()
  }
  try {
    return { ...(await open(config, log, (closer) => void closers.push(closer))), close }
  } catch (error) {
    await close()
    throw error
  }
}

type OnClose = (closer: () => void | Promise<void>) => void

/** Opens everything in order; `onClose` is called with how to close it, to be done in the opposite order. */
async function open(config: Config, log: Logger, onClose: OnClose): Promise<Omit<Controller, 'close'>> {
  const databaseFile = join(config.dataFolder, 'infoskjerm.sqlite')
  const database = openDatabase(databaseFile)
  onClose(database.close)
  const { world, bind } = createWorld(createStore(database, wallMs, complainTo(log)), config.dataFolder, log)
  const metrics = createMetrics()
  onClose(metrics.close)
  const media = await openMedia(config, onClose)
  const people = createPeople(world)
  await firstEvent(world, createEvents(world), media.ingest, config.venueFolder)
  const oneTimePassword = await firstAccount(people, config.adminPassword)

  const access = createAccess(world)
  const standings = createStandings(world)
  const signIn = createSignIn({ people, rows: access, standings, wallMs })
  const proxied = config.publicUrl !== null || config.cacheUrl !== null || config.redisUrl !== null
  const doors = createDoors({ proxied, publicOrigin: config.publicUrl?.origin ?? null })
  const realtime = openRealtime({ world, doors, sessionOf: signIn.ofCookie, bind, onClose })
  let backups: Backups | null = null
  let proofBackups: Backups | null = null

  const certificate = await certificateFor(config)
  let ports = { httpPort: config.httpPort, tlsPort: config.tlsPort }
  const origins = createOrigins({ publicUrl: config.publicUrl, tlsPort: () => ports.tlsPort })
  const isOut = (slide: string): boolean => isPublished(realtime.publisher.publication(), slide)
  const routes = documented([
    ...peopleRoutes({ world, people, access, signIn, standings, linkOrigin: origins.link, sessionsEnded: realtime.reviewSessions }),
    ...eventRoutes(world),
    ...slideRoutes(world, isOut),
    ...playlistRoutes(world),
    ...placementRoutes(world),
    ...noticeRoutes(world),
    ...takeoverRoutes({ world, ingest: media.ingest, linkOrigin: origins.link }),
    ...scheduleRoutes(world),
    ...cueRoutes({ world, screensWith: (slide) => screensWith(realtime.publisher.publication(), slide) }),
    ...sponsorRoutes(world),
    ...themeRoutes(world, media.files),
    ...planRoutes(world, realtime.publisher),
    ...programmeRoutes(world),
    ...mediaRoutes(world, media.ingest, createAskPage({ ...ownNetwork, asksVenue: config.asksVenuePages }), (rights) =>
      mediaHeldBack(rights, isOut, createSlides(world).list),
    ),
    ...auditRoutes(world, standings),
    ...aboutRoutes({
      fingerprint: certificate.fingerprint,
      hosts: () => (config.host === null ? lanAddresses() : [config.host]),
      ports: () => ports,
    }),
    ...realtime.routes,
  ])
  const pace = createPace({
    bytesPerSecond: (limits.mediaShare * config.linkBitsPerSecond) / 8,
    monotonicMs,
    after: (ms, work) => void setTimeout(work, ms),
  })
  const app = createApp({
    api: createApi({ routes, doors, sessions: signIn, log }),
    doors,
    crewPages: createPages(join(import.meta.dirname, 'ui', 'dist'), pageHeaders),
    playerPages: createPages(join(import.meta.dirname, '..', 'player', 'dist'), playerHeaders),
    playerHttp: realtime.playerHttp,
    media: (hash, request) => serveMedia(media.files, pace, hash, request),
    readiness: () => ({
      ready: true,
      detail: { backup: backups?.state() ?? null, proofBackup: proofBackups?.state() ?? null, proof: realtime.proofState() },
    }),
    metrics,
    log,
    crewOrigin: origins.crew,
  })
  const servers = createServers({ app, certificate, httpPort: config.httpPort, tlsPort: config.tlsPort, host: config.host })
  onClose(servers.close)
  const gateway = realtime.serve([servers.http, servers.tls])
  onClose(gateway.close)
  count(world.store, metrics, gateway.state)
  ports = await servers.listen()
  const common = { folder: config.backupFolder, wallMs, log }
  backups = await startBackups({ ...common, database: databaseFile, most: limits.backups })
  onClose(backups.close)
  proofBackups = await startBackups({ ...common, database: telemetryFile(config.dataFolder), most: limits.proofBackups })
  onClose(proofBackups.close)
  onClose(periodically(log)(forgetEveryMs, () => forgetOld(world)))
  return {
    ...ports,
    fingerprint: certificate.fingerprint,
    oneTimePassword,
    hasVideoTools: media.tools.present,
    settled: realtime.publisher.settled,
  }
}

/** How often what is long over is forgotten (ms). */
const forgetEveryMs = 15 * 60_000

function forgetOld(world: World): void {
  forgetNotices(world)
  forgetTakeovers(world)
  forgetKeys(world)
  forgetPlacements(world)
}

const wallMs = (): number => Date.now()
const monotonicMs = (): number => performance.now()

function complainTo(log: Logger): Parameters<typeof createStore>[2] {
  return (error, { revision, what }) => log.error({ err: error, revision, what }, 'stored, but not everybody could act on it')
}

/** What a world needs of rooms that need the world themselves. */
type Bind = (late: Pick<World, 'now' | 'operationOf'>) => void

/** A world whose clock and operations are bound once they exist; until then it is the wall clock's time, and no operation is under way. */
function createWorld(store: Store, dataFolder: string, log: Logger): { readonly world: World; readonly bind: Bind } {
  let late: Pick<World, 'now' | 'operationOf'> = { now: () => instant(wallMs()), operationOf: () => null }
  const world: World = {
    store,
    now: () => late.now(),
    wallMs,
    monotonicMs,
    newId: customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 16),
    log,
    dataFolder,
    operationOf: (revision) => late.operationOf(revision),
    despiteFullDisk: createBallast(dataFolder).despiteFullDisk,
  }
  return {
    world,
    bind: (given) => {
      late = given
    },
  }
}

async function openMedia(config: Config, onClose: OnClose) {
  const files = await openMediaFiles(join(config.dataFolder, 'media'))
  const tools = await findVideoTools()
  const encoder = createEncoder()
  onClose(encoder.close)
  return { files, tools, ingest: createIngest({ files, encoder, tools }) }
}

interface RealtimeNeeds {
  readonly world: World
  readonly doors: Doors
  readonly sessionOf: SignIn['ofCookie']
  readonly bind: Bind
  readonly onClose: OnClose
}

/** The clock first: what is published stands in its time. */
function openRealtime({ world, doors, sessionOf, bind, onClose }: RealtimeNeeds): Realtime {
  const { store, log } = world
  const every = periodically(log)
  const isSample = (): boolean => currentEvent(store.db).sampleReach !== null
  const clock = createVenueClock({ store, wallMs, monotonicMs, log, every, isSample })
  onClose(clock.close)
  let operationOf: World['operationOf'] = () => null
  bind({ now: clock.now, operationOf: (revision) => operationOf(revision) })
  const realtime = createRealtime({ world, clock, pace: steadyPace(), doors, sessionOf, every })
  operationOf = realtime.operationOf
  onClose(realtime.close)
  return realtime
}

/** Runs `work` every so often until the answer is called; never keeps the process alive. What throws (a full disk) is logged and tried again the next time: screens need a controller that goes on. */
function periodically(log: Logger): (ms: number, work: () => void) => () => void {
  return (ms, work) => {
    const timer = setInterval(() => {
      try {
        work()
      } catch (error) {
        log.error({ err: error }, 'what is done every so often failed')
      }
    }, ms).unref()
    return () => clearInterval(timer)
  }
}

function count(store: Store, metrics: Metrics, state: () => GatewayState): void {
  metrics.watchGateway(state)
  store.onCommit(({ what }) => {
    metrics.commits.inc({ what })
    if (what.startsWith('publish')) metrics.publishes.inc()
  })
}

function certificateFor(config: Config): Promise<Certificate> {
  return config.tls === null ? ownCertificate(join(config.dataFolder, 'tls'), wallMs()) : readCertificate(config.tls)
}
