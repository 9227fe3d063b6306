/** Moving pictures that somebody sends right now: warm before their turn, silent unless sound is switched on, and never a hole where they stop. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { StreamContent } from '@infoskjerm/shared/model/contents-media.ts'
import { decodedPicture } from '../decoded-picture.ts'
import { insteadOf } from '../instead.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { type Failed, tell } from '../told.ts'
import { openFrame } from './frame.ts'
import { type Feed, type FeedState, openFeed } from './stream-feed.ts'

/** What has not begun by then is not ready for its turn (ms). */
const patienceMs = 20_000

/** `<is-stream-slide>`. Fires `failed` where it stops on the glass and has no picture to stand instead. */
@customElement('is-stream-slide')
export class StreamSlide extends KindElement<StreamContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .air,
      .instead,
      iframe,
      video {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        border: 0;
      }
      .air {
        opacity: 0;
        pointer-events: none;
      }
      .air.flows {
        opacity: 1;
        background: var(--field);
      }
      .cover,
      .instead img {
        object-fit: cover;
      }
      .contain {
        object-fit: contain;
      }
      .instead img {
        inline-size: 100%;
        block-size: 100%;
      }
    `,
  ]

  /** Null: nothing has come yet. */
  @state() private air: FeedState | null = null
  @query('.air') private readonly place!: HTMLElement | null
  @query('video') private readonly video!: HTMLVideoElement | null

  readonly #instead = decodedPicture(this)
  #opened: string | null = null
  #feed: Feed | null = null
  #hasRun = false
  /** Called at each change of what comes. */
  readonly #waiting = new Set<() => void>()

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    const { content } = this
    if (content === null || this.#isStill) return this.#instead.ready()
    const came = await this.#came(content.instead !== null)
    if (came === 'ready' || content.instead === null) return came
    return (await this.#instead.ready()) === 'ready' ? 'ready' : came
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#close()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.requestUpdate('content')
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    this.#open()
    if (changed.has('running')) this.#ran(changed.get('running') === true)
    if (this.running && (changed.has('running') || changed.has('air'))) this.#judge()
    this.#listen()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context, air } = this
    if (content === null) return nothing
    this.setAttribute('tone', 'night')
    const flows = air === 'flows' && !this.#isStill
    return html`${flows ? nothing : insteadOf(content.instead, this.#instead, context)}
      <div class="air ${flows ? 'flows' : ''}">
        ${
          content.way === 'hls' && !this.#isStill
            ? html`<video
                class=${content.fit}
                .muted=${true}
                playsinline
                disablepictureinpicture
                disableremoteplayback
                @canplay=${this.#play}
                @pause=${this.#paused}
              ></video>`
            : nothing
        }
      </div>`
  }

  get #isStill(): boolean {
    return this.context?.still ?? true
  }

  /** Opens what the content names, once. */
  #open(): void {
    const { content, context, place, video } = this
    const wanted = content === null || context === null || this.#isStill ? null : `${content.way} ${content.url}`
    if (wanted === this.#opened) return
    this.#close()
    this.#opened = wanted
    if (wanted === null || content === null || context === null || place === null) return
    if (content.way === 'hls' && video !== null) this.#feed = openFeed({ video, url: content.url, told: this.#told })
    if (content.way === 'page') this.#fill()
  }

  #close(): void {
    this.#feed?.close()
    this.#feed = null
    this.place?.querySelector('iframe')?.remove()
    this.#opened = null
    this.air = null
  }

  #fill(): void {
    const { content, context, place } = this
    if (content === null || context === null || place === null) return
    place.querySelector('iframe')?.remove()
    const { element, loaded } = openFrame(place, content.url, 'own-origin', context.answers(content.url))
    void loaded.then((readiness) => {
      if (element.isConnected) this.#told(readiness === 'ready' ? 'flows' : 'missing')
    })
  }

  readonly #told = (state: FeedState): void => {
    this.air = state
    for (const wake of this.#waiting) wake()
  }

  /** Waits until it flows. With a picture to stand instead nobody needs to wait for what has already failed. */
  #came(hasInstead: boolean): Promise<Readiness> {
    return new Promise((resolve) => {
      const settle = (readiness: Readiness): void => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve(readiness)
      }
      const look = (): void => {
        if (this.air === 'flows') settle('ready')
        else if (this.air === 'broken' || this.air === 'ended') settle('broken')
        else if (this.air === 'missing' && hasInstead) settle('missing')
      }
      const timer = setTimeout(() => settle('missing'), patienceMs)
      this.#waiting.add(look)
      look()
    })
  }

  /** On the glass it must flow: without a picture of its own another slide takes over (`missing`: until it comes back). */
  #judge(): void {
    const { air, content } = this
    if (air === null || air === 'flows' || content === null || content.instead !== null || this.#isStill) return
    tell<Failed>(this, 'failed', { why: air === 'broken' || air === 'ended' ? 'broken' : 'missing' })
  }

  /** Covered by a message it is cut, picture and sound, and comes back from now; before its turn it only waits. */
  #ran(before: boolean): void {
    const isPage = this.content?.way === 'page'
    if (this.running) {
      if (this.#hasRun && isPage && this.air === null) this.#fill()
      this.#hasRun = true
      this.#feed?.go()
      // A recording that waited at its beginning.
      this.#play()
    } else if (before && this.#hasRun) {
      this.#feed?.stop()
      if (isPage) this.place?.querySelector('iframe')?.remove()
      this.air = null
    }
  }

  readonly #play = (): void => {
    const { video } = this
    if (video === null) return
    const isRecording = Number.isFinite(video.duration)
    if (!this.running && isRecording && video.currentTime > 0) return
    void video.play().then(
      () => {
        // Shown from its beginning, when its turn comes.
        if (!this.running && isRecording) video.pause()
      },
      () => this.#hush(video),
    )
  }

  /** A browser holds what it does not want to be heard. */
  readonly #paused = (): void => {
    if (this.running && this.video?.ended === false) this.#play()
  }

  #listen(): void {
    const { video, context, running } = this
    if (video === null) return
    const muted = !(running && context?.sound === true)
    if (video.muted === muted) return
    video.muted = muted
    if (!muted) this.#play()
  }

  /** A browser that lets nothing sound before somebody has touched it still shows the picture. */
  #hush(video: HTMLVideoElement): void {
    if (video.muted || !video.isConnected) return
    video.muted = true
    this.#play()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-stream-slide': StreamSlide
  }
}
