/** How far each override has come: the screens it is meant for, those that have drawn it, those out of contact. Drawn is what a screen reported, never what was sent. */
import type { Override } from '@infoskjerm/shared/model/override.ts'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import type { OverrideProgress } from '@infoskjerm/shared/wire/api.ts'
import { compareOrder, type Order, type OverridePointer } from '@infoskjerm/shared/wire/pointers.ts'

export interface ProgressOptions {
  readonly pointer: () => OverridePointer
  /** Screens that ought to show something: paired, or in service. */
  readonly screens: () => readonly Placed[]
  readonly silent: (screen: string) => boolean
}

export interface Progress {
  /** A screen has painted the document of this order. */
  readonly drawn: (screen: string, order: Order) => void
  /** A screen shows exactly what it should now, and so the newest document. */
  readonly right: (screen: string) => void
  readonly read: () => readonly OverrideProgress[]
}

export function createProgress(options: ProgressOptions): Progress {
  const drawnBy = new Map<string, Order>()
  /** The order with which each override came to say what it says. After a restart that is not known: the newest stands for it. */
  const saidAt = new Map<string, Order>()

  function orderOf(override: Override, pointer: OverridePointer): Order {
    const key = keyOf(override)
    const known = saidAt.get(key)
    if (known !== undefined) return known
    const order = { epoch: pointer.epoch, sequence: pointer.sequence }
    saidAt.set(key, order)
    return order
  }

  function drawn(screen: string, order: Order): void {
    const before = drawnBy.get(screen)
    const newest = options.pointer()
    if (compareOrder(order, newest) <= 0 && (before === undefined || compareOrder(order, before) > 0)) drawnBy.set(screen, order)
  }

  return {
    drawn,
    right: (screen) => {
      const { epoch, sequence } = options.pointer()
      drawn(screen, { epoch, sequence })
    },
    read: () => {
      const pointer = options.pointer()
      const inForce = pointer.document.overrides
      const keys = new Set(inForce.map(keyOf))
      for (const key of saidAt.keys()) if (!keys.has(key)) saidAt.delete(key)
      const screens = options.screens()
      return inForce.map((override) => {
        const order = orderOf(override, pointer)
        const meant = screens.filter((screen) => matches(override.target, screen)).map(({ id }) => id)
        const has = (screen: string) => compareOrder(drawnBy.get(screen) ?? { epoch: -1, sequence: 0 }, order) >= 0
        const drawnOn = meant.filter(has)
        const noContact = meant.filter((screen) => options.silent(screen) && !has(screen))
        return { override: override.id, ending: override.ending?.kind ?? null, screens: meant, drawn: drawnOn, noContact }
      })
    },
  }
}

function keyOf(override: Override): string {
  return `${override.id} ${override.ending?.kind ?? 'on'}`
}
