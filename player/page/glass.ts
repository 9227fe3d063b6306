/** The page's glass: the stage, and the few boards that may lie over it. */
import type { Content, Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Slot } from '@infoskjerm/shared/model/manifest.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import { html, nothing, render } from 'lit'
import '../stage/boards/name.ts'
import '../stage/boards/offline.ts'
import '../stage/stage.ts'
import type { Row } from './care/board.ts'
import type { StageContext } from '../stage/context.ts'
import type { Stage } from '../stage/stage.ts'
import type { Painted, Substituted } from '../stage/told.ts'

export interface GlassOptions {
  /** `look` as in `lookOf`. */
  readonly painted: (look: string) => void
  readonly presented: () => void
  readonly substituted: (slide: string, why: SubstitutionReason) => void
}

/** What lies over the stage. */
export interface Over {
  readonly pairing: { readonly code: string; readonly leftMs: number } | null
  readonly name: { readonly name: string; readonly area: string } | null
  readonly offline: boolean
}

export interface Glass {
  readonly prepare: (slot: Slot, content: Content) => void
  readonly show: (scene: Scene) => void
  readonly setContext: (context: StageContext) => void
  readonly setOver: (over: Over) => void
  /** For crew who stand before it: how the player is; null: no longer. */
  readonly tell: (rows: readonly Row[] | null) => void
  /** Lies over the show alone. */
  readonly dim: HTMLElement
  /** Builds the stage anew with the scene it had, after an error. */
  readonly rebuild: () => void
}

export function createGlass(root: HTMLElement, options: GlassOptions): Glass {
  const over = document.createElement('div')
  over.className = 'over'
  const dim = document.createElement('div')
  dim.className = 'dim'
  let told: readonly Row[] | null = null
  let context: StageContext | null = null
  let scene: Scene | null = null
  let lies: Over = { pairing: null, name: null, offline: false }
  let stage = createStage(options)
  root.replaceChildren(stage, dim, over)

  /** A name that stands until somebody takes it away must not hide a message of danger, and comes back after it. */
  function drawOver(): void {
    const { pairing, offline } = lies
    const name = scene?.slots.override === undefined ? lies.name : null
    render(
      html`${
        pairing === null
          ? nothing
          : html`<is-pairing-board .context=${context} .code=${pairing.code} .leftMs=${pairing.leftMs}></is-pairing-board>`
      }
      ${name === null ? nothing : html`<is-name-board .context=${context} .name=${name.name} .area=${name.area}></is-name-board>`}
      ${offline ? html`<is-offline-mark .context=${context}></is-offline-mark>` : nothing}
      ${told === null ? nothing : html`<is-diagnostics .context=${context} .rows=${told}></is-diagnostics>`}`,
      over,
    )
  }

  return {
    // Why a content is not ready is told at its turn, if it comes to that.
    prepare: (slot, content) => void stage.prepare(slot, content),
    show: (next) => {
      scene = next
      stage.scene = next
      drawOver()
      void stage.updateComplete.then(() => requestAnimationFrame(() => requestAnimationFrame(options.presented)))
    },
    setContext: (next) => {
      context = next
      stage.context = next
    },
    rebuild: () => {
      const old = stage
      stage = createStage(options)
      stage.context = context
      stage.scene = scene
      old.replaceWith(stage)
    },
    dim,
    tell: (rows) => {
      if (rows === null && told === null) return
      told = rows
      // Only crew who ask see it: the board draws itself as soon as its code is here, and without network nothing else suffers.
      if (rows !== null) void import('./care/board.ts').catch(() => null)
      drawOver()
    },
    setOver: (next) => {
      lies = next
      // Only a page that nobody has paired needs it; the board draws itself as soon as its code is here.
      if (next.pairing !== null) void import('../stage/boards/pairing.ts')
      drawOver()
    },
  }
}

function createStage(options: GlassOptions): Stage {
  const stage = document.createElement('is-stage') as Stage
  stage.addEventListener('painted', (event) => options.painted((event as CustomEvent<Painted>).detail.look))
  stage.addEventListener('substituted', (event) => {
    const { slide, why } = (event as CustomEvent<Substituted>).detail
    options.substituted(slide, why)
  })
  return stage
}
