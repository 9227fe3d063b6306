/** `<is-programme-strips>`: which festival day, and which stage of it. */
import type { Stage } from '@infoskjerm/shared/model/programme.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'
import { inWords } from './programme-text.ts'
import { dayText } from './schedule-text.ts'

/** Event `stage` carries the id of a stage, null for all. Days are links. */
@customElement('is-programme-strips')
export class ProgrammeStrips extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 4;
        display: grid;
        gap: var(--s2);
        margin: 0 calc(-1 * var(--s4)) var(--s4);
        padding: var(--s2) 0;
        background: var(--paper);
      }
      .strip {
        display: flex;
        gap: var(--s2);
        overflow-x: auto;
        padding: 2px var(--s4);
        scrollbar-width: none;
      }
      .choice {
        flex: none;
        color: inherit;
        text-decoration: none;
        white-space: nowrap;
      }
      .choice[aria-current],
      .choice[aria-pressed='true'] {
        background: var(--strong);
        border-color: var(--strong);
        color: var(--on-strong);
      }
      .today:not([aria-current]) {
        border-color: var(--blue);
        color: var(--blue);
      }
    `,
  ]

  @property({ attribute: false }) days: readonly string[] = []
  @property() day = ''
  @property() today = ''
  @property({ attribute: false }) event: EventResource | null = null
  /** Those on which something happens that day. */
  @property({ attribute: false }) stages: readonly Stage[] = []
  @property({ attribute: false }) stage: string | null = null

  /** The chosen day is in sight, wherever in the row it stands. */
  protected override firstUpdated(): void {
    const chosen = this.renderRoot.querySelector<HTMLElement>('[aria-current]')
    const strip = chosen?.parentElement
    if (chosen !== null && strip !== null && strip !== undefined) strip.scrollLeft = chosen.offsetLeft - strip.offsetLeft - 80
  }

  override render(): TemplateResult {
    const words = say().programme
    const pill = (id: string | null, name: string) =>
      html`<button
        class="choice"
        aria-pressed=${id === this.stage}
        @click=${() => this.dispatchEvent(new CustomEvent<string | null>('stage', { detail: id }))}
      >
        ${name}
      </button>`
    return html`<nav class="strip" aria-label=${words.days}>${this.days.map((day) => this.link(day))}</nav>
      ${
        this.stages.length < 2
          ? nothing
          : html`<div class="strip" role="group" aria-label=${words.stages}>
              ${pill(null, words.allStages)} ${this.stages.map((stage) => pill(stage.id, inWords(stage.name)))}
            </div>`
      }`
  }

  private link(day: string): TemplateResult {
    const isToday = day === this.today
    const name = isToday || this.event === null ? say().programme.today : dayText(day, this.event, 'short')
    return html`<a
      class=${isToday ? 'choice today' : 'choice'}
      href=${isToday ? '/programme' : `/programme/${day}`}
      aria-current=${day === this.day ? 'page' : nothing}
      >${name}</a
    >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-programme-strips': ProgrammeStrips
  }
}
