/** The composition root: opens what is kept, gives every room its world, mounts their routes, opens the ports. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { nanoid } from 'nanoid'
import { pino } from 'pino'
import { auditRoutes } from './audit/routes.ts'
import { type Backups, startBackups } from './backup/backup.ts'
import type { Config } from './config.ts'
import { eventRoutes } from './events/routes.ts'
import { firstAccount, firstEvent } from './events/sample/first.ts'
import { createEvents } from './events/store.ts'
import { createApi } from './http/api.ts'
import { createApp } from './http/app.ts'
import { type Certificate, ownCertificate, readCertificate } from './http/certificate.ts'
import { createDoors } from './http/doors.ts'
import { createOrigins } from './http/origins.ts'
import { createPages } from './http/pages.ts'
import { createServers } from './http/servers.ts'
import { openMediaFiles } from './media/files.ts'
import { createIngest } from './media/ingest.ts'
import { createEncoder } from './media/pictures/encoder.ts'
import { mediaRoutes } from './media/routes.ts'
import { serveMedia } from './media/serve.ts'
import { findVideoTools } from './media/video.ts'
import { createMetrics } from './observability/metrics.ts'
import { createAccess } from './people/access/store.ts'
import { peopleRoutes } from './people/routes.ts'
import { createSignIn } from './people/sign-in.ts'
import { createPeople } from './people/store.ts'
import { playlistRoutes } from './playlists/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import { slideRoutes } from './slides/routes.ts'
import { openDatabase } from './storage/database.ts'
import { lockFolder } from './storage/lock.ts'
import { createStore } from './storage/store.ts'
import type { World } from './world.ts'

export interface Controller {
  readonly httpPort: number
  readonly tlsPort: number
  readonly fingerprint: string
  /** The first account's made-up password, when this start made the account; to be shown once. */
  readonly oneTimePassword: string | null
  readonly hasVideoTools: boolean
  readonly close: () => Promise<void>
}

/** Another controller runs on the same data folder. */
export class FolderInUse extends Error {}
