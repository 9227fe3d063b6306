/** What stands in the small slots as layers, so that it is prepared and changed like everything else on the glass. */
import type { Content, Showing } from '@infoskjerm/shared/engine/scene.ts'
import { contentFor } from '@infoskjerm/shared/model/slide.ts'
import type { StageContext } from '../context.ts'
import type { GlassElement } from '../glass-element.ts'
import { createLayer, fontsHere, type Layer } from '../layer.ts'
import { Card, isForCard } from './card.ts'
import { Strip } from './strip.ts'

/** The line of a strip. */
export function createStripLayer(content: Content, context: StageContext, parent: ParentNode): Layer {
  const strip = new Strip()
  return wordsLayer(strip, content, context, parent, (showing) => {
    strip.showing = showing
  })
}

/** A card where the slide can be said on one, else the slide as it is, small. */
export function createCornerLayer(content: Content, context: StageContext, parent: ParentNode): Layer {
  if (content.kind !== 'slide' || !isForCard(own(content, context))) return createLayer(content, context, parent)
  const card = new Card()
  return wordsLayer(card, content, context, parent, (showing) => {
    card.slideId = showing?.slideId ?? null
    card.content = showing === null ? null : own(showing, context)
  })
}

function own({ slide }: Showing, { screen }: StageContext) {
  return screen === null ? slide.content : contentFor(slide, screen.variant)
}

/** An element of words alone, put hidden into `parent`: ready as soon as it is drawn and the typeface is here. */
function wordsLayer(
  element: GlassElement,
  content: Content,
  context: StageContext,
  parent: ParentNode,
  say: (showing: Showing | null) => void,
): Layer {
  const update = (next: Content): void => say(next.kind === 'slide' ? next : null)
  element.classList.add('layer', 'waiting')
  element.context = context
  update(content)
  parent.append(element)
  let isReady = false
  const ready = (async () => {
    await element.updateComplete
    await fontsHere()
    isReady = true
    return 'ready' as const
  })()
  return {
    key: content.key,
    element,
    ready: () => ready,
    readiness: () => (isReady ? 'ready' : null),
    prepare: () => ready,
    whole: async () => true,
    update,
    setContext: (next) => (element.context = next),
    setRunning: () => {},
  }
}
