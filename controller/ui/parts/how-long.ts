/** `<is-how-long>`: how long something stands, as chips, with a moment of one's own behind *til …*. */
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { venue, VenueController } from '../venue.ts'
import type { MomentChange } from '../views/schedule-moment.ts'
import '../views/schedule-moment.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { chosenOf, type Length, type LengthChoice, minutesLong, untilSoon } from './how-long-model.ts'

/** Fires `change` with the new `Length`. `problem`: why it cannot be so; '' for nothing. */
@customElement('is-how-long')
export class HowLong extends CrewElement {
  @property() label = ''
  @property({ attribute: false }) value: Length = minutesLong(60)
  @property({ attribute: false }) choices: readonly LengthChoice[] = [10, 60, 'until']
  @property() problem = ''
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .choices + * {
        margin-top: var(--s3);
      }
      legend {
        font-weight: 650;
      }
    `,
  ]

  private pick(choice: LengthChoice): void {
    if (typeof choice === 'number') return this.tell(minutesLong(choice))
    if (choice !== 'until') return this.tell({ kind: choice })
    if (venue.event !== null) this.tell(untilSoon(live.now(), venue.event))
  }

  private tell(value: Length): void {
    this.value = value
    this.dispatchEvent(new CustomEvent<Length>('change', { detail: value }))
  }

  private textOf(choice: LengthChoice): string {
    const words = say().notice
    if (typeof choice === 'number') return times().length(choice * minuteMs)
    if (choice === 'until') return words.untilChip
    return choice === 'endless' ? words.endless : words.dayEnd(times().day(live.now()))
  }

  protected override render() {
    const { value } = this
    const chosen = chosenOf(value)
    return html`<fieldset>
      <legend>${this.label}</legend>
      <div class="choices">
        ${this.choices.map(
          (choice) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="length"
                .checked=${choice === chosen}
                @change=${(event: Event) => {
                  event.stopPropagation()
                  this.pick(choice)
                }}
              />${this.textOf(choice)}</label
            >`,
        )}
      </div>
      ${
        value.kind === 'until'
          ? html`<is-moment
              .label=${say().notice.untilLabel}
              .event=${venue.event}
              .now=${live.now()}
              .value=${value.value}
              @moment=${(event: CustomEvent<MomentChange>) => this.tell({ kind: 'until', value: event.detail.value, at: event.detail.at })}
            ></is-moment>`
          : nothing
      }
      ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
    </fieldset>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-how-long': HowLong
  }
}
