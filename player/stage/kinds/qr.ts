/** A square to scan, and what one gets by it. */
import { css, html, nothing, svg, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { QrContent } from '@infoskjerm/shared/model/contents.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import '../backdrop.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement, type Readiness } from '../kind-element.ts'

/** Light modules round the square, without which no reader finds it (ISO/IEC 18004, 6.3.8). */
const quietModules = 4

@customElement('is-qr-slide')
export class QrSlide extends KindElement<QrContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        flex-direction: row;
        align-items: center;
        gap: calc(90 * var(--u));
      }
      svg {
        flex: none;
        block-size: min(76cqh, 44cqw);
        inline-size: min(76cqh, 44cqw);
        border-radius: calc(24 * var(--u));
        background: #ffffff;
      }
      path {
        fill: #000000;
      }
      .words {
        flex: 1 1 0;
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: calc(48 * var(--u));
        max-block-size: 100%;
        min-inline-size: 0;
      }
      .title {
        flex: 0 1 auto;
        max-block-size: 52cqh;
      }
      .caption {
        flex: 0 1 auto;
        max-block-size: 30cqh;
        line-height: 1.24;
      }
      .en {
        margin-block-start: 0.24em;
        color: var(--quiet);
        font-size: 0.62em;
        font-weight: 600;
        font-stretch: 100%;
        letter-spacing: 0;
      }
      .alone {
        justify-content: center;
      }
      @container (orientation: portrait) {
        .safe {
          flex-direction: column;
          justify-content: center;
        }
        svg {
          block-size: min(84cqw, 52cqh);
          inline-size: min(84cqw, 52cqh);
        }
        .words {
          flex: 0 1 auto;
          inline-size: 100%;
        }
        .title {
          max-block-size: 20cqh;
        }
        .caption {
          max-block-size: 12cqh;
        }
      }
    `,
  ]

  @state() private modules: readonly (readonly boolean[])[] | null = null
  #drawn = ''
  #drawing: Promise<Readiness> = Promise.resolve('ready')

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    const readiness = await this.#drawing
    await this.updateComplete
    return readiness
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    const text = this.content?.text ?? ''
    if (text === this.#drawn) return
    this.#drawn = text
    this.#drawing = this.#draw(text)
  }

  /** What draws squares is fetched when the first one is prepared. */
  async #draw(text: string): Promise<Readiness> {
    const { default: encode } = await import('qr')
    if (text !== this.#drawn) return this.#drawing
    this.modules = text === '' ? null : encode(text, 'raw', { ecc: 'medium', border: quietModules })
    return 'ready'
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context, modules } = this
    if (content === null || context === null) return nothing
    const isAlone = isEmpty(content.title) && isEmpty(content.caption)
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe ${isAlone ? 'alone' : ''}">
        ${modules === null ? nothing : squareOf(modules)}
        ${
          isAlone
            ? nothing
            : html`<div class="words">
                ${isEmpty(content.title) ? nothing : html`<div class="title headline" data-fit .fit=${both(content.title, 150, 64)}></div>`}
                ${isEmpty(content.caption) ? nothing : html`<div class="caption" data-fit .fit=${both(content.caption, 64, 54)}></div>`}
              </div>`
        }
      </div>`
  }
}

function squareOf(modules: readonly (readonly boolean[])[]): TemplateResult {
  const side = modules.length
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return html`<svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img">${svg`<path d=${path}></path>`}</svg>`
}

function isEmpty({ nb, en }: Words): boolean {
  return nb === '' && en === ''
}

function both({ nb, en }: Words, ceiling: number, floor: number): Fit {
  return {
    ceiling,
    floor,
    oneLineFrom: null,
    draw: (share) =>
      html`<p lang="nb">${cut(nb, share)}</p>
        ${en === '' || en === nb ? nothing : html`<p class="en" lang="en">${cut(en, share)}</p>`}`,
  }
}
