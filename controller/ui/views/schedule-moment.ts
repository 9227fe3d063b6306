/** `<is-moment>`: a festival day and a time. Says what was understood in T6 words; a time that does not exist is refused with its two neighbours (rule T3). */
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { dayText, nightText } from './schedule-text.ts'
import { addDays, daysFrom, type FestivalTime, festivalTimeAt, meaningOf, readTime } from './schedule-wall.ts'

/** Detail of the event `moment`: what is written, and the instant it means; null while it means none. */
export interface MomentChange {
  readonly value: FestivalTime
  readonly at: Instant | null
}

/** Days offered before and after the event: rigging and clearing away. */
const daysAround = 2

@customElement('is-moment')
export class MomentField extends CrewElement {
  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        gap: 6px;
        min-width: 0;
      }
      legend {
        padding: 0;
        font-size: var(--t-small);
        font-weight: 600;
        color: var(--ink-2);
        margin-bottom: 6px;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 104px;
        gap: var(--s2);
      }
      .said {
        font-size: var(--t-small);
        color: var(--muted);
      }
    `,
  ]

  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) value: FestivalTime | null = null
  /** Today is offered too, wherever it lies. */
  @property({ attribute: false }) now: Instant | null = null
  @property() label = ''
  @state() private typed: string | null = null
  @state() private anyDate = false

  override render(): TemplateResult {
    const words = say().schedule
    return html`<fieldset>
      <legend>${this.label}</legend>
      <div class="pair">
        ${
          this.anyDate
            ? html`<input
                class="input"
                type="date"
                aria-label=${words.date}
                .value=${this.value?.day ?? ''}
                @change=${(event: Event) => this.pick((event.target as HTMLInputElement).value)}
              />`
            : html`<select
                class="input"
                aria-label=${words.day}
                @change=${(event: Event) => this.pick((event.target as HTMLSelectElement).value)}
              >
                ${this.value === null ? html`<option value="" selected>${words.day}</option>` : nothing}
                ${this.days.map((day) => html`<option value=${day} ?selected=${day === this.value?.day}>${this.nameOf(day)}</option>`)}
                <option value="other">${words.otherDay}</option>
              </select>`
        }
        <input
          class="input tabular"
          inputmode="text"
          autocomplete="off"
          aria-label=${words.time}
          placeholder="18:00"
          aria-invalid=${this.wrong !== nothing}
          aria-describedby="said"
          .value=${this.typed ?? this.value?.time ?? ''}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          @change=${this.commit}
        />
      </div>
      <div id="said" role="status">${this.wrong === nothing ? this.understood : this.wrong}</div>
    </fieldset>`
  }

  private get days(): readonly string[] {
    const { event } = this
    if (event === null) return this.value === null ? [] : [this.value.day]
    const days = new Set(daysFrom(addDays(event.firstDay, -daysAround), addDays(event.lastDay, daysAround)))
    if (this.value !== null) days.add(this.value.day)
    if (this.today !== null) days.add(this.today)
    return [...days].sort()
  }

  private get today(): string | null {
    return this.now === null || this.event === null ? null : festivalTimeAt(this.now, this.event.zone, this.event.dayBreak).day
  }

  private nameOf(day: string): string {
    if (this.event === null) return day
    const name = dayText(day, this.event, 'long')
    return day === this.today ? `${name} (${say().schedule.today})` : name
  }

  private get understood(): TemplateResult | typeof nothing {
    const { event, value } = this
    if (event === null || value === null) return nothing
    const meaning = meaningOf(value, event.zone, event.dayBreak)
    return meaning.kind === 'exists' ? html`<span class="said">${times().dayTime(meaning.at)}</span>` : nothing
  }

  private get wrong(): TemplateResult | typeof nothing {
    const { event, value } = this
    const words = say().schedule
    if (this.typed !== null && this.typed.trim() !== '' && readTime(this.typed) === null && this.typed.length > 4)
      return html`<span class="problem">${words.timeWrong}</span>`
    if (event === null || value === null) return nothing
    const meaning = meaningOf(value, event.zone, event.dayBreak)
    if (meaning.kind === 'exists') return nothing
    return html`<span class="problem">${words.gap(value.time, nightText(value.day, event))}</span>
      <span class="row">
        ${[meaning.before, meaning.after].map(
          (at) =>
            html`<button type="button" class="button" @click=${() => this.take(festivalTimeAt(at, event.zone, event.dayBreak))}>
              ${words.use(times().clock(at))}
            </button>`,
        )}
      </span>`
  }

  private pick(day: string): void {
    if (day === 'other') this.anyDate = true
    else if (day !== '') this.take({ day, time: this.value?.time ?? readTime(this.typed ?? '') ?? '18:00' })
  }

  private commit(): void {
    const time = readTime(this.typed ?? '')
    if (time === null) return
    const day = this.value?.day ?? this.today ?? this.event?.firstDay ?? null
    if (day !== null) this.take({ day, time })
  }

  private take(value: FestivalTime): void {
    this.typed = null
    this.value = value
    const meaning = this.event === null ? null : meaningOf(value, this.event.zone, this.event.dayBreak)
    const at = meaning?.kind === 'exists' ? meaning.at : null
    this.dispatchEvent(new CustomEvent<MomentChange>('moment', { detail: { value, at } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-moment': MomentField
  }
}
