/** A film: silent unless sound is switched on for the screen, in step with every other screen that shows it, still where nothing may move. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { VideoContent } from '@infoskjerm/shared/model/slide.ts'
import { aheadBy, seekBeyondS, speedFor } from '../following.ts'
import { KindElement, type Readiness } from '../kind-element.ts'

/** A film is looked at this often (ms). */
const lookEveryMs = 250
/** How long a first frame may take before the film counts as not ready (ms). */
const loadMs = 20_000
/** How long to wait for it to be drawn once it has come (ms). */
const drawMs = 3_000

@customElement('is-video-slide')
export class VideoSlide extends KindElement<VideoContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      video {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      video.contain {
        inset: 6cqh 5cqw;
        inline-size: 90cqw;
        block-size: 88cqh;
        object-fit: contain;
      }
    `,
  ]

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    const video = this.#video
    if (video === null) return 'ready'
    if (this.#presented?.src !== video.src) this.#presented = { src: video.src, frame: drawnFrame(video) }
    const { frame } = this.#presented
    const loaded = await firstFrame(video)
    if (loaded === 'ready') {
      await this.#seek(video, 0)
      await Promise.race([frame, new Promise((resolve) => setTimeout(resolve, drawMs))])
    }
    return loaded
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#following = null
    this.#video?.pause()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const video = this.#video
    if (video === null || !(changed.has('running') || changed.has('context') || changed.has('content') || changed.has('since'))) return
    if (!this.running || (this.context?.still ?? true)) {
      this.#following = null
      return video.pause()
    }
    void this.#play(video)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    this.setAttribute('tone', content.tone)
    return html`<video
      class=${content.fit}
      src=${context.mediaUrl(content.video.hash)}
      .muted=${!this.#isHeard}
      playsinline
      loop
      preload="auto"
      disablepictureinpicture
      disableremoteplayback
    ></video>`
  }

  /** When the first frame of this source was handed to the glass. */
  #presented: { readonly src: string; readonly frame: Promise<unknown> } | null = null

  /** Null while it stands still; else whoever looks after it. */
  #following: symbol | null = null

  /** Only on the glass: what waits is silent. */
  get #isHeard(): boolean {
    return this.running && this.context?.sound === true
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video')
  }

  async #play(video: HTMLVideoElement): Promise<void> {
    await this.#seek(video, seekBeyondS)
    try {
      await video.play()
      this.#follow(video)
    } catch (error) {
      // A browser that lets nothing sound before somebody has touched it still shows the picture.
      if (!video.muted && error instanceof DOMException && error.name === 'NotAllowedError') {
        video.muted = true
        return this.#play(video)
      }
      // Paused again or taken off the glass before it began: nothing is wrong. Anything else leaves the first frame standing, which is what a still glass shows too.
      if (
        error instanceof DOMException &&
        (error.name === 'AbortError' || error.name === 'NotAllowedError' || error.name === 'NotSupportedError')
      )
        return
      throw error
    }
  }

  /** Keeps the film in step while it runs, by the frames that are really shown. */
  #follow(video: HTMLVideoElement): void {
    const mine = Symbol('following')
    this.#following = mine
    let lookedAtMs = Number.NEGATIVE_INFINITY
    const look = (nowMs: number, { mediaTime, expectedDisplayTime }: VideoFrameCallbackMetadata): void => {
      if (this.#following !== mine) return
      video.requestVideoFrameCallback(look)
      if (nowMs - lookedAtMs < lookEveryMs || video.seeking) return
      lookedAtMs = nowMs
      const place = this.#place(video, expectedDisplayTime - performance.now())
      const speed = place === null ? 1 : speedFor(aheadBy(mediaTime, place.atS, place.ofS))
      if (speed === null) void this.#seek(video, 0)
      else if (video.playbackRate !== speed) video.playbackRate = speed
    }
    video.requestVideoFrameCallback(look)
  }

  /** Where the film should be `inMs` from now, and how long it is (s); null: anywhere. */
  #place(video: HTMLVideoElement, inMs: number): { readonly atS: number; readonly ofS: number } | null {
    const { context, since, content } = this
    const toldMs = content?.video.durationMs ?? null
    const ofS = toldMs === null ? video.duration : toldMs / 1_000
    if (context === null || since === null || !(ofS > 0) || context.still) return null
    return { atS: (Math.max(0, context.now() + inMs - since) / 1_000) % ofS, ofS }
  }

  /** Moves it to where it should be, where it is further off than `toleranceS`, and waits for that frame. */
  async #seek(video: HTMLVideoElement, toleranceS: number): Promise<void> {
    const place = this.#place(video, 0)
    if (place === null || Math.abs(aheadBy(video.currentTime, place.atS, place.ofS)) <= Math.max(toleranceS, 1 / 60)) return
    const arrived = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
    video.currentTime = place.atS
    await arrived
  }
}

/** A film that can play need not have been drawn: on a busy machine it would come on the glass empty. A page that nobody sees draws nothing, so nobody waits for this for ever. */
function drawnFrame(video: HTMLVideoElement): Promise<unknown> {
  return new Promise((resolve) => video.requestVideoFrameCallback(resolve))
}

function firstFrame(video: HTMLVideoElement): Promise<Readiness> {
  return new Promise((resolve) => {
    const settle = (result: Readiness): void => {
      clearTimeout(timer)
      video.removeEventListener('canplay', arrived)
      video.removeEventListener('error', failed)
      resolve(result)
    }
    const arrived = (): void => settle('ready')
    const failed = (): void => settle(reason(video))
    const timer = setTimeout(() => settle('not-ready'), loadMs)
    if (video.error !== null) return failed()
    if (video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) return arrived()
    video.addEventListener('canplay', arrived)
    video.addEventListener('error', failed)
  })
}

/** A source that does not answer and one that cannot be decoded look alike to the element except for what it managed to read. */
function reason(video: HTMLVideoElement): Readiness {
  const code = video.error?.code
  if (code === MediaError.MEDIA_ERR_DECODE) return 'broken'
  return /format error|demuxer/iu.test(video.error?.message ?? '') && !/404|not found/iu.test(video.error?.message ?? '')
    ? 'broken'
    : 'missing'
}
