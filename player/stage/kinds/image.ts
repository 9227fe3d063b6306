/** A picture: over the whole glass, or with clear space round it on a plain field, as sponsors' marks ask. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ImageContent } from '@infoskjerm/shared/model/slide.ts'
import { decodedPicture, type DecodedPicture } from '../decoded-picture.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement, type Readiness } from '../kind-element.ts'

/** A picture that comes nearer does so by this share, in so long (ms), and then stands: slow enough that nobody sees it begin. */
const nearer = 0.12
const nearerMs = 24_000

@customElement('is-image-slide')
export class ImageSlide extends KindElement<ImageContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .frame {
        position: absolute;
        inset: 0;
      }
      .cover {
        overflow: hidden;
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

  #zoom: Animation | null = null

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const image = this.renderRoot.querySelector('img')
    const { content, context, since, running } = this
    if (image === null || content === null || context === null) return
    const { xPct, yPct } = content.focus ?? { xPct: 50, yPct: 50 }
    image.style.objectPosition = image.style.transformOrigin = `${xPct}% ${yPct}%`
    this.#follow(
      image,
      content.zooms === true && content.fit === 'cover' && !context.still ? Math.max(0, context.now() - (since ?? context.now())) : null,
      running,
    )
  }

  /** Comes nearer by the time since its turn began, so that two screens show the same; null: stands. */
  #follow(image: HTMLImageElement, sinceMs: number | null, running: boolean): void {
    const effect = this.#zoom?.effect
    if (sinceMs === null || (effect instanceof KeyframeEffect && effect.target !== image)) {
      this.#zoom?.cancel()
      this.#zoom = null
    }
    if (sinceMs === null) return
    this.#zoom ??= image.animate([{ transform: 'none' }, { transform: `scale(${1 + nearer})` }], { duration: nearerMs, fill: 'both' })
    this.#zoom.currentTime = Math.min(sinceMs, nearerMs)
    if (!running) this.#zoom.pause()
    else if (sinceMs < nearerMs) this.#zoom.play()
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
