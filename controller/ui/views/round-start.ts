/** The beginning of a round: where to walk, and what earlier rounds have found. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { RoundResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { may, mayIn, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './round-list.ts'
import { progressOf } from './round-model.ts'
import { roundStyles } from './round.styles.ts'

/** Fires `start` with the `Target` of the round. */
@customElement('is-round-start')
export class RoundStart extends CrewElement {
  @property({ attribute: false }) former: readonly RoundResource[] = []
  protected readonly venue = new VenueController(this)

  static override styles = [controls, roundStyles]

  private place(name: string, n: number, target: Target, primary: boolean) {
    const start = () => this.dispatchEvent(new CustomEvent<Target>('start', { detail: target }))
    return html`<button class="button large ${primary ? 'primary' : ''}" @click=${start}>
      <span class="clip">${name}</span> <span class="muted tabular">${primary ? say().common.screens(n) : n}</span>
      <span class="visually-hidden">${say().round.startHere}</span>
    </button>`
  }

  private places() {
    const words = say().round
    if (!may('edit')) return html`<p class="muted">${words.only}</p>`
    const walked = venue.screens.filter(({ state }) => state.kind !== 'planned')
    if (venue.ready && walked.length === 0) return html`<p class="muted">${words.noScreens}</p>`
    const areas = venue.areas
      .filter((area) => mayIn([area.id]))
      .map((area) => ({ area, n: walked.filter((screen) => screen.area === area.id).length }))
      .filter(({ n }) => n > 0)
    const all = mayIn([...new Set(walked.map(({ area }) => area))])
    return html`<h2>${words.where}</h2>
      <div class="start">
        ${all ? this.place(words.startAll, walked.length, { kind: 'all' }, true) : nothing}
        ${areas.length === 1 && all ? nothing : areas.map(({ area, n }) => this.place(area.name, n, { kind: 'area', area: area.id }, false))}
      </div>
      ${walked.length < venue.screens.length ? html`<p class="small muted">${words.planned}</p>` : nothing}`
  }

  private past(round: RoundResource) {
    const words = say().round
    const { seen, of, wrong } = progressOf(round)
    return html`<details class="card">
      <summary>
        <strong>${times().relative(fromText(round.startedAt), live.now())}</strong><span>${words.result(seen, of, wrong.length)}</span
        ><span class="muted">${round.by}</span>
      </summary>
      <is-round-list .round=${round}></is-round-list>
    </details>`
  }

  protected override render() {
    const words = say().round
    return html`<div class="stack">
      <p>${words.what}</p>
      ${this.places()}
      ${
        this.former.length === 0
          ? nothing
          : html`<section class="former">
              <h2>${words.former}</h2>
              ${this.former.map((one) => this.past(one))}
            </section>`
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-round-start': RoundStart
  }
}
