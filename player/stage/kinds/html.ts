/** A page of one's own: one file, in a frame without an origin, whose rules let it reach nothing at all. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import type { HtmlContent } from '@infoskjerm/shared/model/contents-media.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { openFrame } from './frame.ts'

@customElement('is-html-slide')
export class HtmlSlide extends KindElement<HtmlContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .place,
      iframe {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        border: 0;
        pointer-events: none;
      }
    `,
  ]

  @query('.place') private readonly place!: HTMLElement | null
  #shown: string | null = null
  #loaded: Promise<Readiness> = Promise.resolve('missing')

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    return this.#loaded
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { content, place } = this
    if (content === null || place === null || content.bundle.hash === this.#shown) return
    this.#shown = content.bundle.hash
    place.replaceChildren()
    // At the address itself and not from a blob: there the store's own rules for the page come with it.
    const url = `/media/${content.bundle.hash}`
    this.#loaded = openFrame(place, url, 'scripts', isHere(url)).loaded
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.content === null ? nothing : html`<div class="place"></div>`
  }
}

async function isHere(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD' })).ok
  } catch {
    // No answer is no page.
    return false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-html-slide': HtmlSlide
  }
}
