/** *Mer*: on a phone, the way to what the bar has no room for. */
import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { may, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'

const items = ['new', 'takeover', 'slides', 'schedule', 'playlists', 'media', 'sponsors', 'people', 'history', 'settings'] as const

@customElement('is-more-view')
export class MoreView extends CrewElement {
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      a {
        color: inherit;
        text-decoration: none;
        font-weight: 600;
      }
      .chevron {
        margin-left: auto;
        color: var(--muted);
      }
      .chevron svg {
        display: block;
        width: 18px;
        height: 18px;
      }
    `,
  ]

  protected override render() {
    const words = say().common.nav
    return html`<div class="page narrow">
      <header class="page-head"><h1>${words.more}</h1></header>
      <nav class="list" aria-label=${words.more}>
        ${items
          .filter((item) => item !== 'people' || may('all'))
          .map((item) => html`<a href=${`/${item}`}>${icons[item]} ${words[item]}<span class="chevron">${icons.chevron}</span></a>`)}
      </nav>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-more-view': MoreView
  }
}
