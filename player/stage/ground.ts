/** The ground of a theme that has a picture or a film: dimmed by night as far as words on it need, in step on all screens. */
import { veilOver } from '@infoskjerm/shared/model/contrast.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import type { StageContext } from './context.ts'

/** Further off than this (s) a film is moved to where it should be. */
const driftS = 0.3

/** What lies behind words; nothing for a theme of lights. A file that cannot be had leaves night standing. */
export function groundOf(theme: ThemeBody, context: StageContext | null): TemplateResult | typeof nothing {
  const { ground, colours } = theme
  if (ground.kind === 'lights' || context === null) return nothing
  const veil = html`<div class="veil" style=${`opacity:${veilOver(colours)}`}></div>`
  const url = context.mediaUrl(ground.hash)
  if (ground.kind === 'picture') return html`<img class="ground" alt="" decoding="async" src=${url} @error=${hide} @load=${show} />${veil}`
  return html`<video
      class="ground"
      src=${url}
      muted
      .muted=${true}
      loop
      playsinline
      preload="auto"
      disablepictureinpicture
      disableremoteplayback
      @error=${hide}
      @loadeddata=${show}
      ${ref((element) => run(element, context))}
    ></video
    >${veil}`
}

function hide(event: Event): void {
  ;(event.target as HTMLElement).hidden = true
}

function show(event: Event): void {
  ;(event.target as HTMLElement).hidden = false
}

/** Plays from where the venue's time says; where nothing may move its first frame stands. */
function run(element: Element | undefined, context: StageContext): void {
  if (!(element instanceof HTMLVideoElement)) return
  if (context.still) return element.pause()
  const begin = (): void => {
    const { duration } = element
    if (duration > 0 && Number.isFinite(duration)) {
      const atS = (context.now() / 1_000) % duration
      if (Math.abs(element.currentTime - atS) > driftS) element.currentTime = atS
    }
    // Refused or taken off the glass meanwhile: its first frame stands, which is right as well.
    element.play().catch(() => element.pause())
  }
  if (element.readyState >= HTMLMediaElement.HAVE_METADATA) begin()
  else element.addEventListener('loadedmetadata', begin, { once: true })
}
