/** `<is-programme-preview>`: the timetable as the glass shows it, by the real renderer, also before the controller has answered. */
import '@infoskjerm/player/stage/slide-view.ts'
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'

@customElement('is-programme-preview')
export class ProgrammePreview extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        aspect-ratio: 16 / 9;
        overflow: clip;
        border-radius: var(--r3);
        background: var(--glass);
        pointer-events: none;
        contain: strict;
      }
      is-slide {
        display: block;
        width: 100%;
        height: 100%;
      }
    `,
  ]

  @property({ attribute: false }) programme: Programme | null = null
  /** The stage whose now and next is shown; null: all. */
  @property({ attribute: false }) stage: string | null = null
  /** Null: now, going on by itself. */
  @property({ attribute: false }) at: Instant | null = null
  private readonly base = new SlideContextController(this, { still: true })
  private made: { readonly of: readonly unknown[]; readonly context: StageContext } | null = null
  private slide: SlideBody | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    this.inert = true
    this.ariaHidden = 'true'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.slide === null || changed.has('stage')) this.slide = slideOf(this.stage)
  }

  private get context(): StageContext {
    const { programme, at } = this
    const { context } = this.base
    const of = [programme, at, context]
    if (this.made !== null && of.every((part, index) => part === this.made?.of[index])) return this.made.context
    this.made = { of, context: { ...context, programme, now: at === null ? live.now : () => at } }
    return this.made.context
  }

  override render(): TemplateResult {
    return html`<is-slide .slide=${this.slide} .context=${this.context}></is-slide>`
  }
}

function slideOf(stage: string | null): SlideBody {
  return {
    name: '',
    content: { kind: 'programme', heading: noWords, of: stage === null ? { scope: 'all' } : { scope: 'stage', stage } },
    variants: [],
    durationMs: 15_000,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-programme-preview': ProgrammePreview
  }
}
