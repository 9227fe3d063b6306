/** News, one piece at a time: a headline that is read while walking, its first lines, and the picture beside. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { FeedContent, FeedItem } from '@infoskjerm/shared/model/contents-sources.ts'
import { newsAt, newsMs } from '@infoskjerm/shared/model/sources-shown.ts'
import '../backdrop.ts'
import { decodedPicture, type DecodedPicture } from '../decoded-picture.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { Turning } from '../turning.ts'

@customElement('is-feed-slide')
export class FeedSlide extends KindElement<FeedContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .behind {
        position: absolute;
        inset: 0 0 0 58%;
      }
      .behind img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .safe {
        gap: calc(40 * var(--u));
      }
      .pictured {
        inset-inline-end: calc(42% + 4cqw);
      }
      header {
        flex: none;
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 1em;
        color: var(--quiet);
        font-size: calc(40 * var(--u));
        font-weight: 600;
      }
      .news {
        flex: 1 1 0;
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: calc(44 * var(--u));
        min-block-size: 0;
      }
      .title {
        flex: 0 1 auto;
        max-block-size: 58%;
      }
      .en {
        color: var(--quiet);
        font-size: 0.56em;
        font-weight: 600;
        font-stretch: 100%;
        line-height: 1.14;
        margin-block-start: 0.24em;
      }
      .intro {
        flex: 0 1 auto;
        max-block-size: 40%;
        max-inline-size: calc(1480 * var(--u));
        line-height: 1.3;
        text-wrap: pretty;
      }
      .intro .en {
        font-size: 0.74em;
        font-weight: 500;
        line-height: 1.3;
      }
      .at {
        flex: none;
        display: flex;
        gap: calc(14 * var(--u));
        block-size: calc(14 * var(--u));
      }
      .at i {
        inline-size: calc(14 * var(--u));
        border-radius: calc(7 * var(--u));
        background: var(--line);
      }
      .at .now {
        inline-size: calc(56 * var(--u));
        background: var(--now);
      }
      @container (orientation: portrait) {
        .behind {
          inset: 0 0 56% 0;
        }
        .pictured {
          inset-inline-end: var(--safe-inline);
          inset-block-start: calc(44% + 4cqh);
        }
      }
    `,
  ]

  /** One for each piece, so that the next picture is decoded before its turn. */
  #pictures: readonly DecodedPicture[] = []
  readonly #turning = new Turning(this, () => ((this.content?.items.length ?? 0) < 2 ? null : newsMs))

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    // A piece whose picture does not come stands without it: the news is in the words.
    await Promise.all(this.#pictures.map((picture) => picture.ready()))
    await this.updateComplete
    return 'ready'
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    const { heading, items } = content
    if (this.#pictures.length !== items.length) this.#pictures = items.map(() => decodedPicture(this))
    const shown = this.#pictures.map((picture, at) => picture.show(items[at]?.picture ?? null, context))
    const at = newsAt(items.length, this.#turning.elapsedMs)
    const item = items[at]
    if (item === undefined) return html`<is-backdrop .context=${context}></is-backdrop>`
    const picture = shown[at] ?? nothing
    return html`<is-backdrop .context=${context}></is-backdrop>
      ${picture === nothing ? nothing : html`<div class="behind">${picture}</div>`}
      <div class="safe ${picture === nothing ? '' : 'pictured'}">
        <header>
          <span lang="nb">${heading.nb}</span>
          <span>${item.when}</span>
        </header>
        <div class="news">
          <h1 class="title headline" data-fit .fit=${titleOf(item)}></h1>
          ${item.intro.nb === '' && item.intro.en === '' ? nothing : html`<div class="intro" data-fit .fit=${introOf(item)}></div>`}
        </div>
        ${items.length < 2 ? nothing : html`<div class="at" aria-hidden="true">${items.map((_, n) => html`<i class=${n === at ? 'now' : ''}></i>`)}</div>`}
      </div>`
  }
}

function titleOf({ title }: FeedItem): Fit {
  return {
    ceiling: 150,
    floor: 56,
    oneLineFrom: null,
    draw: (share) => html`<span lang="nb">${cut(title.nb, share)}</span>${english(title.nb, title.en, share)}`,
  }
}

function introOf({ intro }: FeedItem): Fit {
  return {
    ceiling: 58,
    floor: 44,
    oneLineFrom: null,
    draw: (share) =>
      html`<p lang="nb">${cut(intro.nb, share)}</p>
        ${english(intro.nb, intro.en, share)}`,
  }
}

function english(nb: string, en: string, share: number): TemplateResult | typeof nothing {
  return en === '' || en === nb ? nothing : html`<p class="en" lang="en">${cut(en, share)}</p>`
}
