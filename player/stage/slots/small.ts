/** The slots beside `main`: a line at the foot, a strip at the top, and a small glass in the corner. */
import type { Content, Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Slot } from '@infoskjerm/shared/model/manifest.ts'
import { contentFor } from '@infoskjerm/shared/model/slide.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import { type Buffers, createBuffers } from '../buffers.ts'
import type { StageContext } from '../context.ts'
import type { Readiness } from '../kind-element.ts'
import { partOf } from '../part.ts'
import { lineOf } from './line.ts'
import { createCornerLayer, createStripLayer } from './layers.ts'

export type SmallSlot = Exclude<Slot, 'main' | 'override'>

const smallSlots = ['banner', 'ticker', 'corner'] as const satisfies readonly SmallSlot[]

/** A corner has the shape of a panel, whichever way the glass stands: in per cent of its width, and of its height on a panel of 16:9. */
const cornerPct = { wide: { widthPct: 27, heightPct: 27 }, tall: { widthPct: 48, heightPct: 15.2 } } as const

export interface SmallSlots {
  /** What stands in each of them, from the scene. */
  readonly show: (scene: Scene | null, context: StageContext) => void
  readonly prepare: (slot: SmallSlot, content: Content, context: StageContext) => Promise<Readiness>
  readonly setCovered: (covered: boolean) => void
  readonly close: () => void
}

export interface SmallSlotsOptions {
  /** Says by its attributes which of them are there. */
  readonly host: HTMLElement
  /** Holds an element for each, of the class that the slot is called by. */
  readonly root: ParentNode
  readonly substituted: (content: Content, why: SubstitutionReason) => void
}

export function createSmallSlots({ host, root, substituted }: SmallSlotsOptions): SmallSlots {
  const buffers = Object.fromEntries(
    smallSlots.map((slot) => {
      const build = slot === 'corner' ? createCornerLayer : createStripLayer
      return [slot, createBuffers({ parent: root.querySelector(`.${slot}`)!, build, painted: () => {}, substituted })]
    }),
  ) as Readonly<Record<SmallSlot, Buffers>>

  const seenFrom = (slot: SmallSlot, context: StageContext): StageContext => {
    if (slot !== 'corner') return context
    return partOf(context, host.offsetHeight > host.offsetWidth ? cornerPct.tall : cornerPct.wide)
  }

  return {
    show: (scene, context) => {
      for (const slot of smallSlots) {
        const planned = scene?.slots[slot] ?? null
        const content = slot === 'corner' || hasWords(planned, context) ? planned : null
        const seen = seenFrom(slot, context)
        host.toggleAttribute(slot, content !== null)
        buffers[slot].setContext(seen)
        void buffers[slot].show(content, seen)
      }
    },
    prepare: (slot, content, context) => buffers[slot].prepare(content, seenFrom(slot, context)),
    setCovered: (covered) => {
      for (const slot of smallSlots) buffers[slot].setCovered(covered)
    },
    close: () => {
      for (const slot of smallSlots) buffers[slot].close()
    },
  }
}

/** Whether a strip has anything to say with it. */
function hasWords(content: Content | null, context: StageContext): boolean {
  if (content?.kind !== 'slide') return false
  const { slide, slideId } = content
  const own = context.screen === null ? slide.content : contentFor(slide, context.screen.variant)
  return lineOf(own, context, context.slips[slideId] ?? 0) !== null
}
