/** `<is-grant-form>`: letting a person, or a crew from a role upwards, do something somewhere for a while. */
import { type GrantResource, type Rank, ranks, type Right, type Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { venue, VenueController } from '../venue.ts'
import { type Shift, shiftEnd, wallNow } from '../views/people-model.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField } from './form.ts'
import { attempt, toast } from './toast.ts'
import './user-shift.ts'

const rights: readonly Right[] = ['edit', 'start-override', 'end-override', 'all']
const forGood: Shift = { kind: 'good' }

/** To whom: a person, or a crew (whose least role is then asked for). */
export type Receiver = { readonly kind: 'user'; readonly user: string } | { readonly kind: 'crew'; readonly crew: string }

/** Fires `given` when the controller has it. */
@customElement('is-grant-form')
export class GrantForm extends CrewElement {
  @property({ attribute: false }) to: Receiver | null = null
  @state() private right: Right = 'edit'
  @state() private areas: readonly string[] = []
  @state() private rank: Rank = 'member'
  @state() private shift: Shift = forGood
  @state() private busy = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .form {
        display: grid;
        gap: var(--s4);
      }
    `,
  ]

  private async give(): Promise<void> {
    const { to } = this
    const end = shiftEnd(this.shift, wallNow(), times())
    if (to === null || end === 'missing' || this.busy) return
    this.busy = true
    const body = {
      to: to.kind === 'user' ? to : { ...to, rank: this.rank },
      right: this.right,
      areas: this.right === 'all' || this.areas.length === 0 ? null : this.areas,
      from: null,
      until: end === null ? null : new Date(end).toISOString(),
    }
    const written = await attempt(() => api.post<Written<GrantResource>>('/grants', body))
    this.busy = false
    if (written === null) return
    toast(say().people.given, { undo: written.revision })
    this.dispatchEvent(new CustomEvent('given'))
  }

  private toggle(area: string): void {
    this.areas = this.areas.includes(area) ? this.areas.filter((one) => one !== area) : [...this.areas, area]
  }

  private where() {
    const words = say().people
    const chip = (text: string, checked: boolean, change: () => void) =>
      html`<label class="choice"><input type="checkbox" .checked=${checked} @change=${change} />${text}</label>`
    return html`<fieldset class="field">
      <legend>${words.where}</legend>
      <div class="choices">
        ${chip(words.wholeHall, this.areas.length === 0, () => (this.areas = []))}
        ${venue.areas.map(({ id, name }) => chip(name, this.areas.includes(id), () => this.toggle(id)))}
      </div>
    </fieldset>`
  }

  protected override render() {
    const words = say().people
    return html`<div class="form">
      ${choiceField(
        'right',
        words.what,
        rights.map((right) => [right, words.can[right]] as const),
        this.right,
        (right) => (this.right = right),
      )}
      ${this.right === 'all' ? nothing : this.where()}
      ${
        this.to?.kind === 'crew'
          ? choiceField(
              'rank',
              words.fromRank,
              ranks.map((rank) => [rank, words.ranks[rank]] as const),
              this.rank,
              (rank) => (this.rank = rank),
            )
          : nothing
      }
      <is-shift
        good
        .label=${words.howLong}
        .value=${this.shift}
        @change=${(event: CustomEvent<Shift>) => (this.shift = event.detail)}
      ></is-shift>
      <div><button class="button primary" ?disabled=${this.busy} @click=${this.give}>${words.doGive}</button></div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-grant-form': GrantForm
  }
}
