/** `<is-publish>`: how a draft stands, where it would go, and *Vis på skjermene*; for slides and playlists alike. */
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import type { DraftState } from '../parts/slide-editor-draft.ts'
import { say } from '../words/words.ts'

/** Events: `publish`, `discard`, `retry`. */
@customElement('is-publish')
export class Publish extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s3) var(--s4);
        padding: var(--s3) var(--s4);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r3);
      }
      :host([unsent]) {
        border-color: var(--blue);
        box-shadow: var(--lift);
      }
      .state {
        flex: 1 1 220px;
        min-width: 0;
      }
      .state strong {
        font-weight: 650;
      }
      .row {
        flex-wrap: nowrap;
      }
      @media (max-width: 767px) {
        .row,
        .row .primary {
          flex: 1 1 auto;
        }
      }
    `,
  ]

  @property({ attribute: false }) saving: DraftState = 'idle'
  /** Something stands here that the screens do not show. */
  @property({ type: Boolean }) draft = false
  /** It has been shown before, so a draft can be thrown away. */
  @property({ type: Boolean }) published = false
  /** Where it would go, in words. */
  @property() reach = ''
  /** Why the draft is not saved or cannot go out; '' while nothing is wrong. */
  @property() problem = ''
  @property({ type: Boolean }) busy = false
  /** Reflected, so that whoever places the bar can keep it in sight. */
  @property({ type: Boolean, reflect: true }) unsent = false

  protected override willUpdate(): void {
    this.unsent = this.draft || this.saving === 'waiting' || this.saving === 'saving' || this.saving === 'failed'
  }

  override render(): TemplateResult {
    const words = say().slides
    const { unsent } = this
    return html`
      <div class="state" role="status">
        <strong>${this.stateText(unsent)}</strong>
        ${this.problem === '' ? html`<div class="small muted">${this.reach}</div>` : html`<div class="problem">${this.problem}</div>`}
      </div>
      <div class="row">
        ${this.saving === 'failed' ? html`<button class="button" @click=${() => this.tell('retry')}>${words.retry}</button>` : nothing}
        ${
          unsent && this.published
            ? html`<button class="button quiet" ?disabled=${this.busy} @click=${() => this.tell('discard')}>${words.discard}</button>`
            : nothing
        }
        ${
          unsent
            ? html`<button class="button primary large" ?disabled=${this.busy} @click=${() => this.tell('publish')}>
                ${words.publish}
              </button>`
            : nothing
        }
      </div>
    `
  }

  private stateText(unsent: boolean): string {
    const words = say().slides
    if (this.saving === 'failed') return words.notSaved
    if (this.saving === 'waiting' || this.saving === 'saving') return words.saving
    return unsent ? words.saved : words.onGlass
  }

  private tell(name: 'publish' | 'discard' | 'retry'): void {
    this.dispatchEvent(new CustomEvent(name))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-publish': Publish
  }
}
