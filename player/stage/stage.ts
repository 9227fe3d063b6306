/** The glass: draws a scene, and changes from one to the next without ever showing anything half-loaded. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Content, Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Slot } from '@infoskjerm/shared/model/manifest.ts'
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import './backdrop.ts'
import './boards/override.ts'
import type { OverrideBoard } from './boards/override.ts'
import { type Buffers, createBuffers } from './buffers.ts'
import type { StageContext } from './context.ts'
import { GlassElement } from './glass-element.ts'
import './kinds/layout.ts'
import { createLayer } from './layer.ts'
import type { SmallSlots } from './slots/small.ts'
import { smallSlotStyles } from './slots/styles.ts'
import { type Painted, type Substituted, tell } from './told.ts'

/** `<is-stage .scene .context>`. Fires `painted` and `substituted`. */
@customElement('is-stage')
export class Stage extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      .slot,
      .layer,
      is-override-board {
        position: absolute;
        inset: 0;
      }
      .slot {
        overflow: hidden;
        isolation: isolate;
      }
      /* Laid out and decoded, but not painted. */
      .waiting {
        visibility: hidden;
      }
      /* A browser draws nothing in a frame or of a film that is hidden, covered or wholly clear: it would come on the glass empty. So little of it changes no pixel. */
      .waiting.framed {
        visibility: visible;
        opacity: 0.001;
        z-index: 2147483647;
      }
      .covered {
        visibility: hidden;
      }
    `,
    smallSlotStyles,
  ]

  @property({ attribute: false }) scene: Scene | null = null

  @query('.main') private readonly mainSlot!: HTMLElement
  @query('is-override-board') private readonly board!: OverrideBoard

  #buffers: Buffers | null = null
  #small: SmallSlots | null = null
  #overrideKey: string | null = null
  /** The context with the stillness that the viewer's system asks for. */
  #drawn: StageContext | null = null
  #begun = false
  readonly #reduced = matchMedia('(prefers-reduced-motion: reduce)')
  readonly #reducedChanged = (): void => this.requestUpdate('context')

  /** Builds a content of a slot hidden, ahead of its turn, keyed by `Content.key`. Answers `ready` when it is decoded and laid out, or why it cannot be shown. */
  async prepare(slot: Slot, content: Content): Promise<'ready' | SubstitutionReason> {
    if (slot === 'override') return 'ready'
    await this.updateComplete
    const context = this.#drawn
    if (context === null || this.#buffers === null) return 'not-ready'
    if (slot === 'main') return this.#buffers.prepare(content, context)
    await this.#beside()
    return this.#small?.prepare(slot, content, context) ?? 'missing'
  }

  /** What draws beside the main slot is fetched when something stands there for the first time. */
  async #beside(): Promise<void> {
    const { createSmallSlots } = await import('./slots/small.ts')
    if (this.#buffers !== null) this.#small ??= createSmallSlots({ host: this, root: this.renderRoot, substituted: this.#substituted })
  }

  readonly #substituted = (content: Content, why: SubstitutionReason): void => {
    if (content.kind === 'slide') tell<Substituted>(this, 'substituted', { slide: content.slideId, why })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#reduced.addEventListener('change', this.#reducedChanged)
    if (this.hasUpdated) this.requestUpdate('scene')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#reduced.removeEventListener('change', this.#reducedChanged)
    this.#buffers?.close()
    this.#buffers = null
    this.#small?.close()
    this.#small = null
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const { context } = this
    if (changed.has('context'))
      this.#drawn = context !== null && !context.still && this.#reduced.matches ? { ...context, still: true } : context
  }

  protected override updated(changed: PropertyValues): void {
    const context = this.#drawn
    if (context === null) return
    this.#buffers ??= createBuffers({
      parent: this.mainSlot,
      build: createLayer,
      painted: (content) => this.#presented(lookOf(content)),
      substituted: this.#substituted,
    })
    if (changed.has('context')) this.#buffers.setContext(context)
    this.#showOverride(context)
    // First, so that what comes into `main` is laid out for the room that it will have.
    this.#showBeside(context)
    if (changed.has('scene') && this.scene !== null) void this.#buffers.show(this.scene.slots.main, context)
  }

  protected override render(): TemplateResult {
    return html`${this.#begun ? nothing : html`<is-backdrop .context=${this.#drawn}></is-backdrop>`}
      <div class="slot main"></div>
      <div class="slot corner"></div>
      <div class="slot banner"></div>
      <div class="slot ticker"></div>
      <is-override-board hidden></is-override-board>`
  }

  #showBeside(context: StageContext): void {
    const slots = this.scene?.slots ?? null
    if (this.#small !== null) this.#small.show(this.scene, context)
    else if (slots?.ticker !== undefined || slots?.banner !== undefined || slots?.corner !== undefined)
      // Without a network the main slot goes on by itself.
      this.#beside().then(
        () => this.requestUpdate(),
        () => {},
      )
  }

  /** Its own fast road: one element that is always there, a cut, nothing to load. */
  #showOverride(context: StageContext): void {
    const content = this.scene?.slots.override ?? null
    const { board } = this
    board.context = context
    const over = content !== null && content.kind === 'override'
    board.hidden = !over
    for (const slot of this.renderRoot.querySelectorAll('.slot')) slot.classList.toggle('covered', over)
    this.#buffers?.setCovered(over)
    this.#small?.setCovered(over)
    board.override = over ? content.override : null
    board.ending = over ? content.ending : null
    if (over && content.key !== this.#overrideKey) void board.updateComplete.then(() => this.#presented(content.key))
    this.#overrideKey = over ? content.key : null
  }

  /** Tells that a content stands, once its frame has been presented: the second animation frame after the change. */
  #presented(look: string): void {
    if (!this.#begun) {
      this.#begun = true
      this.requestUpdate()
    }
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.context !== null) tell<Painted>(this, 'painted', { look, at: this.context.now() })
      }),
    )
  }
}
