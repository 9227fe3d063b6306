/** A page of somebody else's, in a frame that has no origin, no referrer, no permissions and no way out (rule S6). */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { WebContent } from '@infoskjerm/shared/model/slide.ts'
import { decodedPicture } from '../decoded-picture.ts'
import { insteadOf } from '../instead.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { openFrame } from './frame.ts'

@customElement('is-web-slide')
export class WebSlide extends KindElement<WebContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .place,
      .instead {
        position: absolute;
        inset: 0;
      }
      .instead img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      iframe {
        position: absolute;
        inset: 0;
        inline-size: calc(100% / var(--zoom, 1));
        block-size: calc(100% / var(--zoom, 1));
        transform: scale(var(--zoom, 1));
        transform-origin: 0 0;
        border: 0;
        background: var(--field);
        pointer-events: none;
      }
      /* Comes in the place of the one that stands, when it has loaded. */
      .next {
        opacity: 0;
      }
    `,
  ]

  @query('.place') private readonly place!: HTMLElement | null
  /** Whether its picture stands because the page did not come. */
  @state() private isAway = false
  readonly #instead = decodedPicture(this)
  #shown: string | null = null
  #loaded: Promise<Readiness> = Promise.resolve('missing')
  #reloading: ReturnType<typeof setInterval> | undefined

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    const came = await this.#loaded
    if (came === 'ready' || this.content?.instead === undefined) return came
    await this.updateComplete
    return (await this.#instead.ready()) === 'ready' ? 'ready' : came
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#reloading)
    this.#reloading = undefined
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { content, place } = this
    if (!changed.has('content') || content === null || place === null) return
    place.style.setProperty('--zoom', `${(content.zoomPct ?? 100) / 100}`)
    this.#keepFresh(content.reloadMinutes ?? null)
    const wanted = `${content.framing ?? ''} ${content.url}`
    if (wanted === this.#shown) return
    this.#shown = wanted
    place.replaceChildren()
    // A browser shows its own words in the frame of a page that forbids being framed, and tells nobody.
    this.#loaded = content.framing === 'forbidden' ? Promise.resolve('broken') : this.#open(place, content.url)
    const mine = this.#loaded
    void mine.then((readiness) => {
      if (mine === this.#loaded) this.isAway = readiness !== 'ready'
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context, isAway } = this
    if (content === null) return nothing
    const instead = content.instead ?? null
    return html`<div class="place"></div>
      ${isAway && instead !== null ? insteadOf(instead, this.#instead, context) : nothing}`
  }

  #open(place: Element, url: string): Promise<Readiness> {
    return openFrame(place, url, 'scripts', this.context?.answers(url) ?? Promise.resolve(true)).loaded
  }

  #keepFresh(minutes: number | null): void {
    clearInterval(this.#reloading)
    this.#reloading = minutes === null ? undefined : setInterval(() => void this.#reload(), minutes * minuteMs)
  }

  /** Loads the page again beside the one that stands, and changes when it has come; one that does not come leaves the old one standing. */
  async #reload(): Promise<void> {
    const { content, place } = this
    if (content === null || place === null || content.framing === 'forbidden' || place.querySelector('.next') !== null) return
    const olds = [...place.children]
    const { element, loaded } = openFrame(place, content.url, 'scripts', this.context?.answers(content.url) ?? Promise.resolve(true))
    element.classList.add('next')
    const readiness = await loaded
    if (!element.isConnected) return
    if (readiness !== 'ready') return element.remove()
    element.classList.remove('next')
    for (const old of olds) old.remove()
    this.isAway = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-web-slide': WebSlide
  }
}
