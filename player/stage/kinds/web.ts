/** A page of somebody else's, in a frame that has no origin, no referrer, no permissions and no way out (rule S6). */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import type { WebContent } from '@infoskjerm/shared/model/slide.ts'
import { KindElement, type Readiness } from '../kind-element.ts'

/** A page that has not loaded by then is not shown (ms). */
const patienceMs = 15_000

/** A frame tells when it has loaded, and nobody when it has painted: it is given this long (ms). */
const paintMs = 300

@customElement('is-web-slide')
export class WebSlide extends KindElement<WebContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      iframe {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        border: 0;
        background: var(--field);
        pointer-events: none;
      }
    `,
  ]

  @query('iframe') private readonly frame!: HTMLIFrameElement | null
  #loaded: Promise<Readiness> | null = null

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    return this.#loaded ?? 'missing'
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed)
    const { frame } = this
    if (!changed.has('content') || frame === null || this.content === null) return
    this.#loaded = this.#load(frame, this.content.url)
  }

  /** A frame is filled only when somebody answers there: a browser loads its own error picture as if that were the page, and says nothing. */
  async #load(frame: HTMLIFrameElement, url: string): Promise<Readiness> {
    const answers = this.context?.answers(url) ?? Promise.resolve(true)
    if (!(await within(patienceMs, answers))) return 'missing'
    const loaded = new Promise<true>((resolve) => frame.addEventListener('load', () => resolve(true), { once: true }))
    frame.src = url
    if (!(await within(patienceMs, loaded))) return 'missing'
    await new Promise((resolve) => setTimeout(resolve, paintMs))
    return 'ready'
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.content === null) return nothing
    return html`<iframe title="" sandbox="allow-scripts" referrerpolicy="no-referrer" allow="" tabindex="-1" credentialless></iframe>`
  }
}

/** False where the answer is no, or comes too late. */
function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))])
}

declare global {
  interface HTMLElementTagNameMap {
    'is-web-slide': WebSlide
  }
}
