/** One screen of a round: its name as it stands on the glass, what it says of itself, and its exits where nobody has confirmed them. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { RoundResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dotOf, healthOf } from '../health.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import '../parts/preview.ts'
import { confirmExits } from '../parts/screen-confirm.ts'
import { arrow } from '../parts/screen-direction.ts'
import { areaName, mayIn, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { sightingOf } from './round-model.ts'
import { roundStyles } from './round.styles.ts'

@customElement('is-round-card')
export class RoundCard extends CrewElement {
  @property({ attribute: false }) round: RoundResource | null = null
  /** Id of the screen. */
  @property() screen = ''
  protected readonly live = new LiveController(this, 5_000)
  protected readonly venue = new VenueController(this)

  static override styles = [controls, roundStyles]

  private says() {
    const words = say()
    const screen = venue.screens.find((one) => one.id === this.screen)
    if (screen === undefined) return nothing
    const status = live.statuses.find((one) => one.screen === this.screen) ?? null
    const health = healthOf(screen, status, live.now())
    const heardAt = status?.heardAt ?? null
    const heard = heardAt === null ? words.round.neverHeard : words.round.heard(times().relative(heardAt as Instant, live.now()))
    return html`<p class="says">
      <span class="muted small">${words.round.says}</span><br /><span class="dot ${dotOf(health)}"></span
      ><strong>${words.now.state[status?.state ?? 'unknown']}</strong>
      <span class="muted">${heard}</span>
      ${screen.state.kind === 'out-of-service' ? html`<br /><span class="chip">${words.now.state['out-of-service']}</span>` : nothing}
    </p>`
  }

  private earlier() {
    const words = say().round
    const sighting = this.round === null ? null : sightingOf(this.round, this.screen)
    if (sighting === null) return nothing
    const when = times().relative(fromText(sighting.at), live.now())
    return html`<p>
      <span class="chip ${sighting.seen ? 'green' : 'red'}"
        >${sighting.seen ? icons.check : nothing}${sighting.seen ? words.seenBy(sighting.by, when) : words.wrongBy(sighting.by, when)}</span
      >
      ${sighting.note}
    </p>`
  }

  private exits() {
    const words = say()
    const screen = venue.screens.find((one) => one.id === this.screen)
    if (screen === undefined || screen.exits.every(({ confirmed }) => confirmed !== null)) return nothing
    return html`<div class="exits">
      <div class="grow">
        <span class="muted small">${words.round.exits}</span>
        ${screen.exits.map(
          (exit) =>
            html`<span class="exit"
              >${arrow(exit.direction)}<span class="visually-hidden">${words.screens.directions[exit.direction]}:</span>${exit.name}</span
            >`,
        )}
      </div>
      ${
        mayIn([screen.area])
          ? html`<button class="button" @click=${() => confirmExits(screen, screen.exits)}>${words.round.exitsRight}</button>`
          : nothing
      }
    </div>`
  }

  protected override render() {
    const words = say().round
    const screen = venue.screens.find((one) => one.id === this.screen)
    const area = screen === undefined ? '' : areaName(screen.area)
    return html`<section class="card one" aria-labelledby="name">
      <div aria-live="polite">
        <h2 id="name">${screen?.name ?? words.gone}</h2>
        <p class="muted">${area === screen?.name ? nothing : area}</p>
      </div>
      ${this.earlier()}
      ${
        screen === undefined
          ? nothing
          : html`<div class="glass" title=${words.shouldShow}><is-preview moving .screen=${screen.id}></is-preview></div>`
      }
      ${this.says()} ${this.exits()}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-round-card': RoundCard
  }
}
