/** A picture: over the whole glass, or with clear space round it on a plain field, as sponsors' marks ask. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ImageContent } from '@infoskjerm/shared/model/slide.ts'
import { decodedPicture, type DecodedPicture } from '../decoded-picture.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement, type Readiness } from '../kind-element.ts'

@customElement('is-image-slide')
export class ImageSlide extends KindElement<ImageContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .frame {
        position: absolute;
        inset: 0;
      }
      .contain {
        inset: 15cqh 15cqw;
      }
      .contain.captioned {
        inset-block: 10cqh 24cqh;
      }
      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .contain img {
        object-fit: contain;
      }
      .caption {
        position: absolute;
        inset-inline: 5cqw;
        inset-block-end: 6cqh;
        max-block-size: 15cqh;
        line-height: 1.16;
        font-weight: 650;
        text-wrap: balance;
      }
      .caption .en {
        color: var(--quiet);
        font-size: 0.72em;
        font-weight: 500;
      }
      .contain + .caption {
        text-align: center;
      }
      .plate {
        position: absolute;
        inset: auto 0 0 0;
        block-size: 21cqh;
        background: color-mix(in srgb, var(--field) 92%, transparent);
      }
      .plate + .caption {
        display: grid;
        inset-block-end: 4cqh;
        max-block-size: 14cqh;
        align-content: center;
      }
    `,
  ]

  #picture: DecodedPicture = decodedPicture(this)

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    return this.#picture.ready()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content } = this
    if (content === null) return nothing
    this.setAttribute('tone', content.tone)
    const captioned = content.caption.nb !== '' || content.caption.en !== ''
    return html`<div class="frame ${content.fit} ${captioned ? 'captioned' : ''}">${this.#picture.show(content.picture, this.context)}</div>
      ${captioned && content.fit === 'cover' ? html`<div class="plate"></div>` : nothing}
      ${captioned ? html`<div class="caption" data-fit .fit=${caption(content)}></div>` : nothing}`
  }
}

function caption(content: ImageContent): Fit {
  const { nb, en } = content.caption
  return {
    ceiling: 60,
    floor: 45,
    oneLineFrom: null,
    draw: (share) =>
      html`<p lang="nb">${cut(nb, share)}</p>
        ${en === '' ? nothing : html`<p class="en" lang="en">${cut(en, share)}</p>`}`,
  }
}
