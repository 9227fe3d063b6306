/** What is known of the screens, put together: who is paired, what each should show and says it shows, how publishes and overrides come along. */
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { OverridesResource } from '@infoskjerm/shared/wire/api.ts'
import { createProgress, type Progress } from '../overrides/progress.ts'
import { createOperations, type Operations } from '../publish/operations.ts'
import type { Publisher } from '../publish/publisher.ts'
import { createPaired } from '../publish/store.ts'
import type { DeviceRow } from '../screens/table.ts'
import { createExpected } from '../telemetry/expected.ts'
import { createTelemetry, type Telemetry } from '../telemetry/telemetry.ts'
import type { World } from '../world.ts'

export interface Reporting {
  readonly telemetry: Telemetry
  readonly operations: Operations
  readonly progress: Progress
  readonly overrides: () => OverridesResource
  /** Whether the sample is kept from the device, because it is for this machine's own screen alone. */
  readonly isHeld: (device: DeviceRow) => boolean
}

export function createReporting(world: World, publisher: Publisher): Reporting {
  const paired = createPaired(world.store)
  const isReachLocal = (): boolean => publisher.content()?.event.sampleReach === 'local'
  const isHeldScreen = (screen: string): boolean => isReachLocal() && paired().get(screen)?.local !== true

  const telemetry = createTelemetry({
    world,
    screens: () => publisher.publication().screens.keys(),
    paired,
    expected: createExpected({ publisher, isHeld: isHeldScreen, of: () => [publisher.live(), paired()], now: world.now }),
  })
  const operations = createOperations({
    now: world.now,
    screens: () => publisher.publication().screens.size,
    isConcerned: (screen) => paired().has(screen) && !isHeldScreen(screen),
    reported: telemetry.reported,
  })
  publisher.onBegun(operations.begin)
  publisher.onPublished(operations.published)
  const progress = createProgress({
    pointer: () => publisher.overrides().body,
    screens: () => {
      const rows = [...(publisher.content()?.screens.values() ?? [])]
      return rows.filter(({ id, state }) => paired().has(id) || state.kind === 'in-service')
    },
    silent: (screen) => telemetry.reported(screen).silent,
  })
  return {
    telemetry,
    operations,
    progress,
    isHeld: (device) => isReachLocal() && !device.local,
    overrides: () => {
      const { epoch, sequence, document } = publisher.overrides().body
      const overrides = document.overrides.map((override) => ({
        ...override,
        since: rfc3339(override.since),
        ending: override.ending === null ? null : { kind: override.ending.kind, at: rfc3339(override.ending.at) },
      }))
      return { order: { epoch, sequence }, overrides, progress: progress.read() }
    },
  }
}

function rfc3339(ms: number): string {
  return new Date(instant(ms)).toISOString()
}
