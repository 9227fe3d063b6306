/** The buffers of a slot: what stands, what is prepared, and the change from one to the other. */
import type { Content } from '@infoskjerm/shared/engine/scene.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import type { StageContext } from './context.ts'
import type { Readiness } from './kind-element.ts'
import { createLayer, type Layer } from './layer.ts'

/** Length of a crossfade (ms). */
export const fadeMs = 500
const fadeEasing = 'cubic-bezier(0.4, 0, 0.2, 1)'
/** Layers kept ready beside the one that stands; each holds decoded pictures. */
/** What is missing at its turn is asked for again this often (ms). */
const tryAgainMs = 15_000
const preparedLayers = 3
/** A slide that is not decoded this long after its turn began is reported as substituted (ms). */
const graceMs = 400

export interface BuffersOptions {
  readonly parent: ParentNode
  /** All of it stands: its layer is whole, as last asked for. */
  readonly painted: (content: Content) => void
  readonly substituted: (content: Content, why: SubstitutionReason) => void
}

export interface Buffers {
  /** Builds a content hidden, ahead of its turn. */
  readonly prepare: (content: Content, context: StageContext) => Promise<Readiness>
  /** Its turn: shows it as soon as it is decoded; until then what stands remains. Null: nothing stands. Resolves when it stands, or with the reason why it does not. */
  readonly show: (content: Content | null, context: StageContext) => Promise<Readiness>
  readonly setContext: (context: StageContext) => void
  /** Covered by an override: films stand still beneath. */
  readonly setCovered: (covered: boolean) => void
  readonly close: () => void
}

export function createBuffers({ parent, painted, substituted }: BuffersOptions): Buffers {
  const prepared = new Map<string, Layer>()
  let standing: Layer | null = null
  let leaving: Layer | null = null
  let fade: Animation | null = null
  let wanted: Content | null = null
  let covered = false
  let trying: ReturnType<typeof setTimeout> | undefined

  const drop = (layer: Layer | null): void => layer?.element.remove()

  const take = (content: Content, context: StageContext): Layer => {
    const held = prepared.get(content.key)
    if (held !== undefined) {
      held.update(content)
      return held
    }
    const layer = createLayer(content, context, parent)
    prepared.set(content.key, layer)
    for (const [key, old] of prepared) {
      if (prepared.size <= preparedLayers) break
      if (key === content.key || key === wanted?.key) continue
      prepared.delete(key)
      drop(old)
    }
    return layer
  }

  const swap = (layer: Layer, content: Content, context: StageContext): void => {
    prepared.delete(layer.key)
    finishFade()
    leaving = standing
    standing = layer
    const { element } = layer
    parent.append(element)
    element.classList.remove('waiting')
    layer.setRunning(!covered)
    const sinceMs = 'since' in content ? context.now() - content.since : 0
    if (leaving === null || context.still || covered || sinceMs >= fadeMs) {
      drop(leaving)
      leaving = null
    } else {
      fade = element.animate([{ opacity: 0 }, { opacity: 1 }], {
        duration: fadeMs,
        easing: fadeEasing,
        fill: 'backwards',
      })
      // Measured from the instant of the turn, not from this frame: two screens that began a frame apart stay in step.
      fade.currentTime = Math.max(0, sinceMs)
      fade.onfinish = finishFade
    }
    tellWhole(layer)
  }

  /** Tells of what stands, once all of it does and nothing newer was asked for meanwhile. */
  const tellWhole = (layer: Layer): void => {
    const content = wanted
    if (content?.key !== layer.key) return
    void layer.whole().then((isWhole) => {
      if (isWhole && wanted === content && standing === layer) painted(content)
    })
  }

  const clear = (context: StageContext): void => {
    finishFade()
    leaving = standing
    standing = null
    wanted = null
    if (leaving === null || context.still || covered) return finishFade()
    fade = leaving.element.animate([{ opacity: 1 }, { opacity: 0 }], { duration: fadeMs, easing: fadeEasing, fill: 'forwards' })
    fade.onfinish = finishFade
  }

  function finishFade(): void {
    fade?.cancel()
    fade = null
    drop(leaving)
    leaving = null
  }

  /** What is missing may come while its turn lasts, and a turn may last for hours. */
  const tryAgain = (content: Content, context: StageContext): void => {
    clearTimeout(trying)
    trying = setTimeout(() => {
      if (wanted?.key === content.key && standing?.key !== content.key) void whenReady(take(content, context), content, context)
    }, tryAgainMs)
  }

  const whenReady = async (layer: Layer, content: Content, context: StageContext): Promise<Readiness> => {
    const timer = setTimeout(() => {
      if (wanted?.key === content.key) substituted(content, 'not-ready')
    }, graceMs)
    const readiness = await layer.ready()
    clearTimeout(timer)
    if (wanted?.key !== content.key || standing === layer) return readiness
    if (readiness === 'ready') {
      swap(layer, content, context)
      return readiness
    }
    prepared.delete(layer.key)
    drop(layer)
    if (readiness !== 'not-ready') substituted(content, readiness)
    if (readiness === 'missing') tryAgain(content, context)
    return readiness
  }

  return {
    prepare(content, context) {
      const held = standing?.key === content.key ? standing : prepared.get(content.key)
      return held === undefined ? take(content, context).ready() : held.prepare(content)
    },
    async show(content, context) {
      if (content === null) {
        if (wanted !== null || standing !== null) clear(context)
        return 'ready'
      }
      const again = wanted?.key === content.key
      wanted = content
      if (standing?.key === content.key) {
        const layer = standing
        layer.update(content)
        const readiness = await layer.ready()
        if (readiness === 'ready') tellWhole(layer)
        return readiness
      }
      const layer = take(content, context)
      if (layer.readiness() !== 'ready') return again ? layer.ready() : whenReady(layer, content, context)
      swap(layer, content, context)
      return 'ready'
    },
    setContext(context) {
      for (const layer of [standing, leaving, ...prepared.values()]) layer?.setContext(context)
    },
    setCovered(next) {
      covered = next
      if (covered) finishFade()
      standing?.setRunning(!covered)
    },
    close() {
      finishFade()
      drop(standing)
      for (const layer of prepared.values()) drop(layer)
      prepared.clear()
      standing = null
      wanted = null
    },
  }
}
