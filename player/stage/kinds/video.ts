/** A film: muted, in step with every other screen that shows it, still where nothing may move. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { VideoContent } from '@infoskjerm/shared/model/slide.ts'
import { KindElement, type Readiness } from '../kind-element.ts'

/** Further off than this (s), the film is moved to where it should be; nearer, a seek would show more than it mends. */
const driftSeconds = 0.25
/** How long a first frame may take before the film counts as not ready (ms). */
const loadMs = 20_000

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
    const loaded = await firstFrame(video)
    if (loaded === 'ready') await this.#seek(video, 0)
    return loaded
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#video?.pause()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const video = this.#video
    if (video === null || !(changed.has('running') || changed.has('context') || changed.has('content') || changed.has('since'))) return
    if (!this.running || (this.context?.still ?? true)) return video.pause()
    void this.#play(video)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    this.setAttribute('tone', content.tone)
    return html`<video
      class=${content.fit}
      src=${context.mediaUrl(content.video.hash)}
      .muted=${true}
      playsinline
      loop
      preload="auto"
      disablepictureinpicture
      disableremoteplayback
    ></video>`
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video')
  }

  async #play(video: HTMLVideoElement): Promise<void> {
    await this.#seek(video, driftSeconds)
    try {
      await video.play()
    } catch (error) {
      // Paused again or taken off the glass before it began: nothing is wrong. Anything else leaves the first frame standing, which is what a still glass shows too.
      if (
        error instanceof DOMException &&
        (error.name === 'AbortError' || error.name === 'NotAllowedError' || error.name === 'NotSupportedError')
      )
        return
      throw error
    }
  }

  /** Moves to `(now − since) mod duration` where it is further off than `toleranceS`, and waits for that frame. */
  async #seek(video: HTMLVideoElement, toleranceS: number): Promise<void> {
    const { context, since, content } = this
    const toldMs = content?.video.durationMs ?? null
    const durationS = toldMs === null ? video.duration : toldMs / 1_000
    if (context === null || since === null || !(durationS > 0) || context.still) return
    const targetS = (Math.max(0, context.now() - since) / 1_000) % durationS
    const offS = Math.abs(video.currentTime - targetS)
    if (Math.min(offS, durationS - offS) <= Math.max(toleranceS, 1 / 60)) return
    const arrived = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
    video.currentTime = targetS
    await arrived
  }
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
