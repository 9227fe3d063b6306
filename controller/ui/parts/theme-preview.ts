/** `<is-theme-preview>`: a theme as the glass wears it, by the real renderer. */
import '@infoskjerm/player/stage/boards/fallback.ts'
import '@infoskjerm/player/stage/slide-view.ts'
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { say } from '../words/words.ts'
import { newSlide } from '../views/slides-new-content.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { SlideContextController } from './slide-editor-context.ts'
import { slideFromJson } from './slide-editor-json.ts'

/** What a theme can be seen by. */
export const previewKinds = ['text', 'programme', 'countdown', 'clock', 'fallback'] as const
export type PreviewKind = (typeof previewKinds)[number]

@customElement('is-theme-preview')
export class ThemePreview extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        aspect-ratio: 16 / 9;
        overflow: clip;
        border-radius: var(--r2);
        background: var(--sunken);
        contain: strict;
      }
      :host([portrait]) {
        aspect-ratio: 9 / 16;
      }
      .glass {
        display: block;
        width: 100%;
        height: 100%;
        pointer-events: none;
        user-select: none;
      }
    `,
  ]

  @property({ attribute: false }) theme: ThemeBody | null = null
  @property() kind: PreviewKind = 'text'
  @property({ type: Boolean, reflect: true }) portrait = false
  private readonly stage = new SlideContextController(this, { still: true })
  private slide: SlideBody | null = null
  private madeOf: readonly unknown[] = []
  private made: StageContext | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    this.inert = true
    this.ariaHidden = 'true'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind'))
      this.slide = this.kind === 'fallback' ? null : slideFromJson(newSlide(this.kind, live.now(), { playlists: [], happening: '' }))
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.worn()
    if (context === null) return nothing
    return this.slide === null
      ? html`<is-fallback class="glass" .context=${context}></is-fallback>`
      : html`<is-slide class="glass" .slide=${this.slide} .context=${context}></is-slide>`
  }

  /** The page's own context with this theme; the same as long as neither changes, so that nothing is drawn for nothing. */
  private worn(): StageContext | null {
    const { context } = this.stage
    const { theme } = this
    if (theme === null) return null
    if (this.made !== null && this.madeOf[0] === context && this.madeOf[1] === theme) return this.made
    this.madeOf = [context, theme]
    const event = context.event === null ? null : { ...context.event, look: theme }
    return (this.made = { ...context, event })
  }
}

/** What the kind is called. */
export function kindName(kind: PreviewKind): string {
  return say().themes.kinds[kind]
}

declare global {
  interface HTMLElementTagNameMap {
    'is-theme-preview': ThemePreview
  }
}
