/** A box that sends too much again and again is kept out until a person lets it in (rule W7). */
import { limits } from '@infoskjerm/shared/limits.ts'
import { system } from '../storage/store.ts'
import type { World } from '../world.ts'

export interface Quarantine {
  /** The box was cut for sending too much; with the last straw it is in quarantine, which everybody hears of by the commit. */
  readonly flooded: (device: string) => void
}

const withinMs = 10 * 60_000

export function createQuarantine(world: Pick<World, 'store' | 'now' | 'monotonicMs' | 'log'>): Quarantine {
  const floods = new Map<string, readonly number[]>()

  function shutOut(device: string): void {
    world.store.write(system, 'device.quarantine', (tx) => {
      const row = tx.get('devices', device)
      if (row !== null) tx.put('devices', { ...row, quarantinedAt: world.now() })
    })
    world.log.warn({ device }, 'a box is in quarantine')
  }

  return {
    flooded: (device) => {
      const ms = world.monotonicMs()
      for (const [one, times] of floods) if (ms - (times.at(-1) ?? 0) > withinMs) floods.delete(one)
      const recent = [...(floods.get(device) ?? []).filter((at) => ms - at <= withinMs), ms]
      if (recent.length < limits.floodsBeforeQuarantine) return void floods.set(device, recent)
      try {
        shutOut(device)
        floods.delete(device)
      } catch (error) {
        // A full disk: it stays out by the bucket alone, and the next flood tries again.
        world.log.error({ err: error, device }, 'a box could not be put in quarantine')
      }
    },
  }
}
