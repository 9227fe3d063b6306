/** `<is-validity>`: all the time, or between two moments; either end may be open. */
import type { Rfc3339 } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from '../live.ts'
import { venue, VenueController } from '../venue.ts'
import type { MomentChange } from '../views/schedule-moment.ts'
import '../views/schedule-moment.ts'
import { type FestivalTime, festivalTimeAt } from '../views/schedule-wall.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { fromText, toText } from './slide-editor-json.ts'

/** Detail of the event `validity`; sent only while both ends make sense. */
export interface Validity {
  readonly validFrom: Rfc3339 | null
  readonly validUntil: Rfc3339 | null
}

@customElement('is-validity')
export class ValidityField extends CrewElement {
  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        gap: var(--s3);
      }
      legend {
        margin-bottom: 6px;
        font-size: var(--t-small);
        font-weight: 600;
        color: var(--ink-2);
      }
    `,
  ]

  @property({ attribute: false }) value: Validity = { validFrom: null, validUntil: null }
  @property() label = ''
  @state() private limited = false
  private readonly said = new Map<Rfc3339, FestivalTime>()
  protected readonly venue = new VenueController(this)

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && (this.value.validFrom !== null || this.value.validUntil !== null)) this.limited = true
  }

  override render(): TemplateResult {
    const words = say().slides
    const choice = (limited: boolean, text: string) =>
      html`<label class="choice"
        ><input type="radio" name="limited" .checked=${this.limited === limited} @change=${() => this.limit(limited)} />${text}</label
      >`
    return html`<fieldset>
      <legend>${this.label === '' ? words.validity : this.label}</legend>
      <div class="choices">${choice(false, words.validAlways)}${choice(true, words.validBetween)}</div>
      ${this.limited ? html`${this.moment('validFrom', words.validFrom)}${this.moment('validUntil', words.validUntil)}` : nothing}
      ${this.wrong ? html`<p class="problem" role="alert">${words.validOrder}</p>` : nothing}
    </fieldset>`
  }

  private moment(end: keyof Validity, label: string): TemplateResult {
    return html`<is-moment
      .label=${label}
      .event=${venue.event}
      .now=${live.now()}
      .value=${this.timeOf(this.value[end])}
      @moment=${(event: CustomEvent<MomentChange>) => this.take(end, event.detail)}
    ></is-moment>`
  }

  private get wrong(): boolean {
    const { validFrom, validUntil } = this.value
    return validFrom !== null && validUntil !== null && fromText(validUntil) <= fromText(validFrom)
  }

  /** The same object for the same instant, so that a field in which somebody is writing is not set back. */
  private timeOf(text: Rfc3339 | null): FestivalTime | null {
    if (text === null || venue.event === null) return null
    const time = this.said.get(text) ?? festivalTimeAt(fromText(text), venue.event.zone, venue.event.dayBreak)
    this.said.set(text, time)
    return time
  }

  private limit(limited: boolean): void {
    this.limited = limited
    if (!limited) this.change({ validFrom: null, validUntil: null })
  }

  private take(end: keyof Validity, { at }: MomentChange): void {
    if (at !== null) this.change({ ...this.value, [end]: toText(at) })
  }

  private change(value: Validity): void {
    this.value = value
    if (!this.wrong) this.dispatchEvent(new CustomEvent<Validity>('validity', { detail: value }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-validity': ValidityField
  }
}
