/** `<is-where>`: the place of a notice, a take-over or a new slide: one's own area in one tap, anything else behind *Velg …*. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { venue, VenueController } from '../venue.ts'
import { targetText } from '../views/schedule-text.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { nothingPicked, selectionOf, targetOf } from './target-selection.ts'
import './where-choose.ts'
import { aimOf, type Reaches } from './where-model.ts'

/** Fires `change` with the `Target` that was chosen. */
@customElement('is-where')
export class Where extends CrewElement {
  /** What is chosen; null: nothing yet. */
  @property({ attribute: false }) value: Target | null = null
  /** One's own area; null where it is not known. */
  @property({ attribute: false }) mine: Target | null = null
  /** The place from which somebody came here; null for none. */
  @property({ attribute: false }) given: Target | null = null
  @property() reaches: Reaches = 'everyone'
  @state() private choosing = false
  private told: Target | null = null
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .said,
      is-where-choose {
        margin-top: var(--s3);
      }
      .said {
        font-size: var(--t-small);
        color: var(--muted);
      }
      .head {
        margin-bottom: 6px;
        font-weight: 650;
      }
      .choice {
        max-width: 100%;
      }
    `,
  ]

  /** A place that the owner sets closes the choice. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value !== this.told) this.choosing = false
  }

  private tell(value: Target, choosing: boolean): void {
    this.told = value
    this.value = value
    this.choosing = choosing
    this.dispatchEvent(new CustomEvent<Target>('change', { detail: value }))
  }

  private chip(text: string, pressed: boolean, press: () => void) {
    return html`<button type="button" class="choice" aria-pressed=${pressed} @click=${press}><span class="clip">${text}</span></button>`
  }

  private get said(): string {
    const words = say().notice
    if (this.value === null) return words.chooseFirst
    if (selectionOf(this.value) !== null && aimOf(this.value, 'everyone', venue.screens).screens.length === 0) return words.chooseFirst
    const { screens, keptOut } = aimOf(this.value, this.reaches, venue.screens)
    if (this.reaches === 'crew' && screens.length === 0) return words.noCrewScreens
    const place = words.whereSaid(targetText(this.value, venue), say().common.screens(screens.length))
    return this.reaches === 'crew' ? `${place}. ${words.crewOnly(keptOut)}` : place
  }

  protected override render() {
    const words = say().notice
    const { value, mine, given } = this
    const free = this.choosing || (mine === null && given === null)
    const stands = (place: Target) => !free && JSON.stringify(value) === JSON.stringify(place)
    return html`<div role="group" aria-labelledby="head">
      <p class="head" id="head">${words.where}</p>
      ${
        mine === null && given === null
          ? nothing
          : html`<div class="choices">
              ${given === null ? nothing : this.chip(targetText(given, venue), stands(given), () => this.tell(given, false))}
              ${mine === null ? nothing : this.chip(words.mine, stands(mine), () => this.tell(mine, false))}
              ${this.chip(words.choose, free, () => (this.choosing = true))}
            </div>`
      }
      ${
        free
          ? html`<is-where-choose
              .value=${value ?? targetOf(nothingPicked)}
              .reaches=${this.reaches}
              @change=${(event: CustomEvent<Target>) => {
                event.stopPropagation()
                this.tell(event.detail, true)
              }}
            ></is-where-choose>`
          : nothing
      }
      <p class="said" role="status">${this.said}</p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-where': Where
  }
}
