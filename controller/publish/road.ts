/** The small documents that leave on roads of their own, before anything else of a commit: overrides, and what people step and shift by hand. */
import type { LiveDocument } from '@infoskjerm/shared/model/live.ts'
import type { OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import type { LivePointer, Order, OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { World } from '../world.ts'
import type { Signer } from './keys.ts'
import { samePointer } from './publication.ts'
import type { PublicationStore } from './store.ts'

export interface RoadOptions {
  readonly world: Pick<World, 'wallMs' | 'despiteFullDisk'>
  readonly kept: PublicationStore
  readonly signer: Signer
  readonly nextOrder: () => Order
}

/** One document that is always there, once it has been said. */
export interface Road<P extends OverridePointer | LivePointer> {
  /** Throws before `say` was called for the first time. */
  readonly said: () => Signed<P>
  /** Says the document anew where it differs from what was said, in this epoch: stored, then told. Answers whether it did. */
  readonly say: (document: P['document']) => boolean
  readonly onSaid: (listener: (signed: Signed<P>) => void) => void
}

export function createOverrideRoad(options: RoadOptions, restored: Signed<OverridePointer> | null, epoch: number): Road<OverridePointer> {
  const { kept, signer } = options
  return createRoad(options, restored, epoch, (document: OverrideDocument, order) =>
    signer.sign<OverridePointer>({ kind: 'overrides', venue: kept.venue, document, ...order }),
  )
}

export function createLiveRoad(options: RoadOptions, restored: Signed<LivePointer> | null, epoch: number): Road<LivePointer> {
  const { kept, signer } = options
  return createRoad(options, restored, epoch, (document: LiveDocument, order) =>
    signer.sign<LivePointer>({ kind: 'live', venue: kept.venue, document, ...order }),
  )
}

function createRoad<P extends OverridePointer | LivePointer>(
  { world, kept, nextOrder }: RoadOptions,
  restored: Signed<P> | null,
  epoch: number,
  sign: (document: P['document'], order: Order) => Signed<P>,
): Road<P> {
  const listeners: ((signed: Signed<P>) => void)[] = []
  let said = restored
  return {
    said: () => {
      if (said === null) throw new Error('nothing was said yet')
      return said
    },
    say: (document) => {
      if (said !== null && samePointer(said.body, { ...said.body, document }, epoch)) return false
      const order = nextOrder()
      const signed = sign(document, order)
      const made = {
        order,
        at: world.wallMs(),
        documents: new Map<string, string>(),
        pointers: new Map([[signed.body.kind, signed]]),
        gone: [],
      }
      world.despiteFullDisk(() => kept.keep(made))
      said = signed
      for (const listener of listeners) listener(signed)
      return true
    },
    onSaid: (listener) => void listeners.push(listener),
  }
}
