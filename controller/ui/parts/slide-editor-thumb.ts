/** `<is-slide-thumb>`: a slide as it looks on the glass, small and still. */
import '@infoskjerm/player/stage/kinds/layout.ts'
import '@infoskjerm/player/stage/slide-view.ts'
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { type SlideJson, slideFromJson } from './slide-editor-json.ts'
import { RegionsController } from './slide-editor-regions.ts'

/** Drawn only once it has come near the window. */
@customElement('is-slide-thumb')
export class SlideThumb extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        aspect-ratio: 16 / 9;
        overflow: clip;
        border-radius: var(--r2);
        background: var(--sunken);
        pointer-events: none;
        user-select: none;
        contain: strict;
      }
      is-slide {
        display: block;
        width: 100%;
        height: 100%;
        /* The ground is the slide's own: a dark one beneath would show at the rounded corners of a light slide. */
        background: none;
      }
    `,
  ]

  @property({ attribute: false }) body: SlideJson | null = null
  @property({ attribute: false }) context: StageContext | null = null
  @state() private near = false
  private drawn: SlideBody | null = null
  private readonly regions = new RegionsController(
    this,
    () => (this.near ? this.drawn : null),
    () => this.context,
  )
  private watch: IntersectionObserver | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    this.inert = true
    this.ariaHidden = 'true'
    this.watch = new IntersectionObserver((entries) => (this.near ||= entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '400px',
    })
    this.watch.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.watch?.disconnect()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('body')) this.drawn = this.body === null ? null : slideFromJson(this.body)
  }

  override render(): TemplateResult | null {
    return this.near ? html`<is-slide .slide=${this.drawn} .regions=${this.regions.now} .context=${this.context}></is-slide>` : null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-slide-thumb': SlideThumb
  }
}
