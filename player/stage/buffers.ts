/** The buffers of a slot: what stands, what is prepared, and the change from one to the other. */
import type { Content } from '@infoskjerm/shared/engine/scene.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import type { StageContext } from './context.ts'
import type { Readiness } from './kind-element.ts'
import type { Layer } from './layer.ts'
import { themeIn } from './theme.ts'
import { change, changeMs, vanish } from './transition.ts'

/** What is missing at its turn is asked for again this often (ms). */
const tryAgainMs = 15_000
/** Layers kept ready beside the one that stands; each holds decoded pictures. */
const preparedLayers = 3
/** A slide that is not decoded this long after its turn began is reported as substituted (ms). */
const graceMs = 400

export interface BuffersOptions {
  readonly parent: ParentNode
  /** Builds a content hidden, in `parent`. */
  readonly build: (content: Content, context: StageContext, parent: ParentNode) => Layer
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

export function createBuffers({ parent, build, painted, substituted }: BuffersOptions): Buffers {
  const prepared = new Map<string, Layer>()
  let standing: Layer | null = null
  let leaving: Layer | null = null
  let motions: readonly Animation[] = []
  let wanted: Content | null = null
  let covered = false
  let swaps = 0
  let trying: ReturnType<typeof setTimeout> | undefined

  const drop = (layer: Layer | null): void => layer?.element.remove()

  const take = (content: Content, context: StageContext): Layer => {
    const held = prepared.get(content.key)
    if (held !== undefined) {
      held.update(content)
      return held
    }
    const layer = build(content, context, parent)
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
    finish()
    leaving = standing
    // Two are never heard at once.
    if (context.sound) leaving?.setContext({ ...context, sound: false })
    standing = layer
    const { element } = layer
    // Above what leaves. Moved in the document instead, a frame would load its page anew.
    element.style.zIndex = `${++swaps}`
    element.classList.remove('waiting')
    layer.setRunning(!covered)
    const sinceMs = 'since' in content ? context.now() - content.since : 0
    const isCut = leaving === null || context.still || covered || sinceMs >= changeMs
    move(isCut ? [] : change(themeIn(context).transition, element, sinceMs))
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
    finish()
    leaving = standing
    standing = null
    wanted = null
    move(leaving === null || context.still || covered ? [] : vanish(leaving.element))
  }

  /** What leaves is gone when the motion is over, and at once where there is none. */
  function move(by: readonly Animation[]): void {
    motions = by
    const [first] = by
    if (first === undefined) finish()
    else first.onfinish = finish
  }

  function finish(): void {
    for (const motion of motions) motion.cancel()
    motions = []
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
      for (const layer of [standing, ...prepared.values()]) layer?.setContext(context)
      leaving?.setContext({ ...context, sound: false })
    },
    setCovered(next) {
      covered = next
      if (covered) finish()
      standing?.setRunning(!covered)
    },
    close() {
      finish()
      drop(standing)
      for (const layer of prepared.values()) drop(layer)
      prepared.clear()
      standing = null
      wanted = null
    },
  }
}
