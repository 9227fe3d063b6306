/** `<is-slide-editor>`: the slide at its true look, lying or standing; words are written on the slide itself. */
import '@infoskjerm/player/stage/kinds/layout.ts'
import '@infoskjerm/player/stage/slide-view.ts'
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { contentToJson, type SlideJson, slideFromJson } from './slide-editor-json.ts'
import { RegionsController } from './slide-editor-regions.ts'
import type { Version } from './slide-editor-version.ts'

type Turn = 'landscape' | 'portrait'

/** Event `edit` carries the whole slide as it stands after each change. */
@customElement('is-slide-editor')
export class SlideEditor extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        min-width: 0;
      }
      .glass {
        container-type: inline-size;
        position: relative;
        width: 100%;
        overflow: clip;
        border-radius: var(--r3);
        box-shadow: 0 0 0 1px var(--line);
      }
      .landscape {
        aspect-ratio: 16 / 9;
        max-height: 68dvh;
        max-width: calc(68dvh * 16 / 9);
        margin-inline: auto;
      }
      .portrait {
        aspect-ratio: 9 / 16;
        max-width: min(100%, calc(68dvh * 9 / 16));
        margin-inline: auto;
      }
      .glass:focus-within {
        box-shadow: 0 0 0 3px var(--focus);
      }
      is-slide {
        display: block;
        width: 100%;
        height: 100%;
        /* The ground is the slide's own: a dark one beneath would show at the rounded corners of a light slide. */
        background: none;
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--s2) var(--s4);
      }
    `,
  ]

  @property({ attribute: false }) body: SlideJson | null = null
  @property({ attribute: false }) context: StageContext | null = null
  @property({ type: Boolean }) editable = false
  /** The version that `body` is; one for screens that stand upright is shown upright. */
  @property({ attribute: false }) version: Version = null
  @state() private turn: Turn = 'landscape'
  private drawn: SlideBody | null = null
  private readonly regions = new RegionsController(
    this,
    () => this.drawn,
    () => this.context,
  )

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('body')) this.drawn = this.body === null ? null : slideFromJson(this.body)
    if (changed.has('version') && changed.get('version') !== undefined) this.turn = this.version === 'portrait' ? 'portrait' : 'landscape'
  }

  override render(): TemplateResult {
    const words = say().slides
    const written = this.editable && this.body?.content.kind === 'text'
    return html`
      <div class=${`glass ${this.turn}`} role="group" aria-label=${written ? words.editorLabel : words.previewLabel}>
        <is-slide
          .slide=${this.drawn}
          .regions=${this.regions.now}
          .context=${this.context}
          .editable=${written}
          @slide-edit=${this.edited}
        ></is-slide>
      </div>
      <div class="under">
        <span class="small muted">${written ? words.writeHere : nothing}</span>
        <div class="choices" role="group" aria-label=${words.turnLabel}>
          ${(['landscape', 'portrait'] as const).map(
            (turn) =>
              html`<button class="choice" aria-pressed=${turn === this.turn} @click=${() => (this.turn = turn)}>
                ${words.turn[turn]}
              </button>`,
          )}
        </div>
      </div>
    `
  }

  private edited(event: CustomEvent<SlideContent>): void {
    event.stopPropagation()
    if (this.body === null) return
    this.dispatchEvent(new CustomEvent<SlideJson>('edit', { detail: { ...this.body, content: contentToJson(event.detail) } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-slide-editor': SlideEditor
  }
}
