/** What a round has found: what was wrong first, then whom nobody has seen. */
import type { RoundResource, SightingResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { mediaUrl } from '../media-url.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { areaName, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { progressOf } from './round-model.ts'

/** Fires `choose` with a screen's id where `choosable`. */
@customElement('is-round-list')
export class RoundList extends CrewElement {
  @property({ attribute: false }) round: RoundResource | null = null
  /** Whether a row leads back to its screen. */
  @property({ type: Boolean }) choosable = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .list > * {
        width: 100%;
        text-align: left;
      }
      .list button:hover {
        background: var(--hover);
      }
      img {
        flex: none;
        width: 72px;
        height: 56px;
        object-fit: cover;
        border-radius: var(--r1);
      }
      .list > button:focus-visible {
        outline-offset: -3px;
      }
    `,
  ]

  private row(screen: string, inside: unknown, picture: string | null) {
    const words = say().round
    const known = venue.screens.find((one) => one.id === screen)
    const name = known?.name ?? words.gone
    const content = html`<span class="grow"
        ><strong>${name}</strong>
        <span class="muted small">${known === undefined || areaName(known.area) === name ? '' : areaName(known.area)}</span>${inside}</span
      >${
        picture === null
          ? nothing
          : html`<a href=${mediaUrl(picture)} target="_blank" rel="noopener" @click=${(event: Event) => event.stopPropagation()}
              ><img src=${mediaUrl(picture)} alt=${words.photoOf(name)}
            /></a>`
      }`
    return this.choosable
      ? html`<button @click=${() => this.dispatchEvent(new CustomEvent<string>('choose', { detail: screen }))}>${content}</button>`
      : html`<div>${content}</div>`
  }

  private wrong(sighting: SightingResource) {
    const words = say()
    const { reported } = sighting
    const heard = reported.heardAt === null ? words.round.neverHeard : ''
    return this.row(
      sighting.screen,
      html`<br />${sighting.note === '' ? words.round.noNote : sighting.note}<br /><span class="muted small"
          >${times().relative(fromText(sighting.at), live.now())} · ${words.round.reported}:
          ${words.now.state[reported.state]}${heard === '' ? '' : `, ${heard}`}</span
        >`,
      sighting.picture,
    )
  }

  protected override render() {
    const words = say().round
    const { round } = this
    if (round === null) return nothing
    const { wrong, left } = progressOf(round)
    return html`
      ${wrong.length === 0 && left.length === 0 ? html`<p>${words.nothingWrong}</p>` : nothing}
      ${wrong.length === 0 ? nothing : html`<h3>${words.wrongHead(wrong.length)}</h3>`}
      ${wrong.length === 0 ? nothing : html`<div class="list">${wrong.map((one) => this.wrong(one))}</div>`}
      ${left.length === 0 ? nothing : html`<h3>${words.notSeen}</h3>`}
      ${left.length === 0 ? nothing : html`<div class="list">${left.map((screen) => this.row(screen, nothing, null))}</div>`}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-round-list': RoundList
  }
}
