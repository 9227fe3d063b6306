/** When a box begins to fetch what it does not need soon, so that a hall that is switched on does not ask at once (rule W4). */
import { mixed, textHash } from '@infoskjerm/shared/engine/order.ts'
import { limits } from '@infoskjerm/shared/limits.ts'

/** Milliseconds after its start, the same each time for one device, and spread evenly over devices. */
export function firstFillMs(device: string): number {
  return mixed(textHash(device)) % limits.firstFillSpreadMs
}
