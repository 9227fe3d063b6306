/** Proof of play, put together: the file it is kept in, what takes it in, what answers from it. */
import { join } from 'node:path'
import type { Route } from '../http/route.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { World } from '../world.ts'
import { createTaking, type PlaysState, type Taking } from './plays/taking.ts'
import { createProof } from './proof/proof.ts'
import { proofRoutes } from './proof/routes.ts'

export interface TelemetryRoomOptions {
  readonly world: World
  readonly publisher: Pick<Publisher, 'document' | 'planned' | 'content'>
  readonly every: (ms: number, work: () => void) => () => void
}

export interface TelemetryRoom extends Pick<Taking, 'take' | 'close'> {
  readonly state: () => PlaysState
  readonly routes: readonly Route[]
}

/** The file beside the controller's own. */
export function telemetryFile(dataFolder: string): string {
  return join(dataFolder, 'telemetry.sqlite')
}

/** Throws `NewerFile`, and what keeps a file from being made. */
export function createTelemetryRoom({ world, publisher, every }: TelemetryRoomOptions): TelemetryRoom {
  const file = telemetryFile(world.dataFolder)
  const { take, plays, state, close } = createTaking({ world, file, manifestOf: publisher.document, every })
  const proof = createProof({ world, plays, planned: publisher.planned })
  const screenName = (id: string): string => publisher.content()?.screens.get(id)?.name ?? id
  return { take, state, close, routes: proofRoutes({ world, proof, state, screenName }) }
}
