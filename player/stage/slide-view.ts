/** One slide, whatever its kind. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Showing } from '@infoskjerm/shared/engine/scene.ts'
import { contentFor, type SlideBody, type SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from './context.ts'
import { GlassElement } from './glass-element.ts'
import type { KindElement, Readiness } from './kind-element.ts'
import './kinds/black.ts'
import './kinds/clock.ts'
import './kinds/countdown.ts'
import './kinds/image.ts'
import type { LayoutSlide } from './kinds/layout.ts'
import './kinds/programme.ts'
import './kinds/text.ts'
import { hasKind } from './lazy-kinds.ts'
import { type Failed, type Substituted, tell } from './told.ts'

/** `<is-slide .slide .context>`, as the screen of the context draws it. Whoever shows layouts imports `kinds/layout.ts`, which draws slides itself. Fires `slide-edit` (detail: the new `SlideContent`) for each change typed on the slide when it is `editable`. */
@customElement('is-slide')
export class SlideView extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      .kind {
        position: absolute;
        inset: 0;
      }
    `,
  ]

  @property({ attribute: false }) slide: SlideBody | null = null
  /** What a countdown that was put off is known by; null in a preview. */
  @property({ attribute: false }) slideId: string | null = null
  /** What stands in the regions of a layout. */
  @property({ attribute: false }) regions: readonly (Showing | null)[] = []
  @property({ type: Boolean }) editable = false
  @property({ attribute: false }) since: Instant | null = null
  @property({ type: Boolean }) running = true

  /** Resolves when the slide is decoded and laid out, or with the reason why it cannot be shown. */
  async ready(): Promise<Readiness> {
    await this.updateComplete
    const { slide, context } = this
    if (slide !== null && !(await hasKind(this.#content(slide, context).kind))) return 'missing'
    return this.#kind?.ready() ?? 'ready'
  }

  /** Resolves with whether everything that should stand in the regions of a layout does; true for every other slide. */
  async whole(): Promise<boolean> {
    await this.updateComplete
    return this.#layout?.whole() ?? true
  }

  /** Builds hidden what comes into the regions of a layout. */
  async prepareRegions(regions: readonly (Showing | null)[]): Promise<Readiness> {
    await this.updateComplete
    return this.#layout?.prepare(regions) ?? this.ready()
  }

  #content(slide: SlideBody, context: StageContext | null): SlideContent {
    const screen = context?.screen ?? null
    return screen === null ? slide.content : contentFor(slide, screen.variant)
  }

  /** What stood does not any more: something else takes the rest of the turn. */
  #failed({ detail }: CustomEvent<Failed>): void {
    if (this.slideId !== null) tell<Substituted>(this, 'substituted', { slide: this.slideId, why: detail.why })
  }

  get #kind(): KindElement<SlideContent> | null {
    return this.renderRoot.querySelector('.kind')
  }

  get #layout(): LayoutSlide | null {
    return this.renderRoot.querySelector('is-layout-slide')
  }

  protected override render(): TemplateResult | typeof nothing {
    const { slide, slideId, regions, context, editable, since, running } = this
    if (slide === null) return nothing
    const content = this.#content(slide, context)
    void hasKind(content.kind)
    switch (content.kind) {
      case 'text':
        return html`<is-text-slide
          class="kind"
          .content=${content}
          .context=${context}
          .editable=${editable}
          .since=${since}
          .forMs=${slide.durationMs}
        ></is-text-slide>`
      case 'image':
        return html`<is-image-slide
          class="kind"
          .content=${content}
          .context=${context}
          .since=${since}
          .running=${running}
        ></is-image-slide>`
      case 'video':
        return html`<is-video-slide
          class="kind"
          .content=${content}
          .context=${context}
          .since=${since}
          .running=${running}
        ></is-video-slide>`
      case 'programme':
        return html`<is-programme-slide class="kind" .content=${content} .context=${context}></is-programme-slide>`
      case 'happening':
        return html`<is-happening-slide class="kind" .content=${content} .context=${context}></is-happening-slide>`
      case 'qr':
        return html`<is-qr-slide class="kind" .content=${content} .context=${context}></is-qr-slide>`
      case 'results':
        return html`<is-results-slide class="kind" .content=${content} .context=${context}></is-results-slide>`
      case 'countdown':
        return html`<is-countdown-slide class="kind" .content=${content} .context=${context} .slideId=${slideId}></is-countdown-slide>`
      case 'clock':
        return html`<is-clock-slide class="kind" .content=${content} .context=${context}></is-clock-slide>`
      case 'web':
        return html`<is-web-slide class="kind" .content=${content} .context=${context} .running=${running}></is-web-slide>`
      case 'stream':
        return html`<is-stream-slide
          class="kind"
          .content=${content}
          .context=${context}
          .running=${running}
          @failed=${this.#failed}
        ></is-stream-slide>`
      case 'html':
        return html`<is-html-slide class="kind" .content=${content} .context=${context} .running=${running}></is-html-slide>`
      case 'feed':
        return html`<is-feed-slide
          class="kind"
          .content=${content}
          .context=${context}
          .since=${since}
          .running=${running}
        ></is-feed-slide>`
      case 'data':
        return html`<is-data-slide class="kind" .content=${content} .context=${context}></is-data-slide>`
      case 'map':
        return html`<is-map-slide class="kind" .content=${content} .context=${context}></is-map-slide>`
      case 'black':
        return html`<is-black-slide class="kind" .content=${content} .context=${context}></is-black-slide>`
      case 'layout':
        return html`<is-layout-slide
          class="kind"
          .content=${content}
          .context=${context}
          .regions=${regions}
          .running=${running}
        ></is-layout-slide>`
    }
  }
}
