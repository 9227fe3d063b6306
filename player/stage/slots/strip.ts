/** A strip of the glass: one line that stands still where it fits, and else glides by synced time, so that all screens move together. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Showing } from '@infoskjerm/shared/engine/scene.ts'
import { contentFor, type SlideContent, type Tone } from '@infoskjerm/shared/model/slide.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { GlassElement } from '../glass-element.ts'
import { Ticking } from '../ticking.ts'
import { glideIn, pageAt } from './glide.ts'
import { type Line, lineOf } from './line.ts'

/** `<is-strip .showing .context>`, as large as the strip it stands in. */
@customElement('is-strip')
export class Strip extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      :host {
        --u: calc(100cqb / 108);
      }
      .window {
        position: absolute;
        inset-block: 0;
        inset-inline: var(--safe-inline);
        display: flex;
        align-items: center;
        overflow: hidden;
      }
      .line {
        flex: none;
        font-size: calc(54 * var(--u));
        line-height: 1;
        white-space: pre;
      }
      /* Words that come and go at the edges fade there. */
      :host([long]) .window {
        inset-inline: calc(var(--safe-inline) * 0.6);
        padding-inline: calc(var(--safe-inline) * 0.4);
        mask-image: linear-gradient(
          to right,
          transparent,
          #000 calc(var(--safe-inline) * 0.4),
          #000 calc(100% - var(--safe-inline)),
          transparent
        );
      }
      /* Nothing moves: the words stand in whole lines, of which one is seen at a time. */
      .paged {
        align-items: flex-start;
      }
      .paged .line {
        inline-size: 100%;
        line-height: 100cqb;
        white-space: pre-wrap;
      }
      .lead {
        font-weight: 800;
        font-stretch: 108%;
        margin-inline-end: 0.7em;
      }
      .en {
        color: var(--quiet);
        margin-inline-start: 1.2em;
      }
      .en .lead {
        font-weight: 650;
        font-stretch: 100%;
      }
    `,
  ]

  @property({ attribute: false }) showing: Showing | null = null

  @query('.window') private readonly window!: HTMLElement | null
  @query('.line') private readonly line!: HTMLElement | null

  #motion: Animation | null = null
  #movedBy = ''
  #turning: ReturnType<typeof setTimeout> | undefined
  readonly #resized = new ResizeObserver(() => this.#move())

  constructor() {
    super()
    new Ticking(this, 'second')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    clearTimeout(this.#turning)
    this.#stop()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#resized.observe(this)
  }

  protected override updated(_changed: PropertyValues): void {
    this.#move()
  }

  protected override render(): TemplateResult | typeof nothing {
    const said = this.#said()
    if (said === null) return nothing
    this.setAttribute('tone', this.#tone())
    const { lead, rest } = said
    return html`<div class="window ${this.context?.still === true ? 'paged' : ''}">
      <p class="line">${spoken(lead.nb, rest.nb, 'nb')}${this.#differs(lead, rest) ? spoken(lead.en, rest.en, 'en') : nothing}</p>
    </div>`
  }

  /** Words that are the same in both languages are said once. */
  #differs(lead: Words, rest: Words): boolean {
    return `${lead.en}${rest.en}` !== '' && (lead.en !== lead.nb || rest.en !== rest.nb)
  }

  #content(): SlideContent | null {
    const { showing, context } = this
    if (showing === null || context === null) return null
    return context.screen === null ? showing.slide.content : contentFor(showing.slide, context.screen.variant)
  }

  #tone(): Tone {
    const content = this.#content()
    return content?.kind === 'text' ? content.tone : 'night'
  }

  #said(): Line | null {
    const { showing, context } = this
    const content = this.#content()
    if (content === null || showing === null || context === null) return null
    return lineOf(content, context, context.slips[showing.slideId] ?? 0)
  }

  /** Sets the line where it stands in its turn. */
  #move(): void {
    clearTimeout(this.#turning)
    const { window, line, showing, context } = this
    if (window === null || line === null || showing === null || context === null) return this.#stop()
    const overPx = Math.ceil(line.scrollWidth - window.clientWidth + 2 * parseFloat(getComputedStyle(window).paddingInlineStart))
    this.toggleAttribute('long', overPx > 0 && !context.still)
    const turn = { ms: showing.until - showing.since, sinceMs: context.now() - showing.since }
    if (context.still) this.#turn(line, turn)
    else this.#glide(line, overPx, turn)
  }

  /** A motion that runs already runs on by itself. */
  #glide(line: HTMLElement, overPx: number, turn: Turn): void {
    if (overPx <= 0) return this.#stop()
    const by = `${overPx} ${turn.ms} ${this.showing?.key ?? ''}`
    if (by === this.#movedBy) return
    this.#stop()
    line.style.transform = ''
    this.#movedBy = by
    const { delayMs, durationMs } = glideIn(turn.ms)
    const ends = { transform: `translateX(${-overPx}px)` }
    this.#motion = line.animate([{ transform: 'none' }, ends], { delay: delayMs, duration: durationMs, fill: 'both' })
    this.#motion.currentTime = turn.sinceMs
  }

  #turn(line: HTMLElement, { ms, sinceMs }: Turn): void {
    this.#stop()
    const pages = Math.max(1, Math.round(line.scrollHeight / Math.max(1, this.clientHeight)))
    const page = pageAt(pages, ms, sinceMs)
    line.style.transform = page === 0 ? '' : `translateY(${(-100 * page) / pages}%)`
    if (page + 1 < pages) this.#turning = setTimeout(() => this.#move(), Math.max(50, ((page + 1) * ms) / pages - sinceMs))
  }

  #stop(): void {
    this.#motion?.cancel()
    this.#motion = null
    this.#movedBy = ''
  }
}

/** How long the turn of the line is, and how much of it is over (ms). */
interface Turn {
  readonly ms: number
  readonly sinceMs: number
}

function spoken(lead: string, rest: string, language: 'nb' | 'en'): TemplateResult {
  return html`<span class=${language} lang=${language}>${lead === '' ? nothing : html`<b class="lead">${lead}</b>`}${rest}</span>`
}

declare global {
  interface HTMLElementTagNameMap {
    'is-strip': Strip
  }
}
