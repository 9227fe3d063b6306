/** One slide, whatever its kind. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { GlassElement } from './glass-element.ts'
import type { KindElement, Readiness } from './kind-element.ts'
import './kinds/clock.ts'
import './kinds/countdown.ts'
import './kinds/image.ts'
import './kinds/programme.ts'
import './kinds/text.ts'
import './kinds/video.ts'

/** `<is-slide .slide .context>`. Fires `slide-edit` (detail: the new `SlideContent`) for each change typed on the slide when it is `editable`. */
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
  @property({ type: Boolean }) editable = false
  @property({ attribute: false }) since: Instant | null = null
  @property({ type: Boolean }) running = true

  /** Resolves when the slide is decoded and laid out, or with the reason why it cannot be shown. */
  async ready(): Promise<Readiness> {
    await this.updateComplete
    const kind = this.renderRoot.querySelector<KindElement<SlideContent>>('.kind')
    return kind === null ? 'ready' : kind.ready()
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.slide?.content ?? null
    if (content === null) return nothing
    const { context, editable, since, running } = this
    switch (content.kind) {
      case 'text':
        return html`<is-text-slide class="kind" .content=${content} .context=${context} .editable=${editable}></is-text-slide>`
      case 'image':
        return html`<is-image-slide class="kind" .content=${content} .context=${context}></is-image-slide>`
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
      case 'countdown':
        return html`<is-countdown-slide class="kind" .content=${content} .context=${context}></is-countdown-slide>`
      case 'clock':
        return html`<is-clock-slide class="kind" .content=${content} .context=${context}></is-clock-slide>`
    }
  }
}
