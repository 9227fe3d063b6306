/** *Mer*: on a phone, the way to what the bar has no room for. */
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { beginPractice, practising } from '../parts/practice.ts'
import { mayInvite, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'

const items = [
  'new',
  'takeover',
  'round',
  'slides',
  'schedule',
  'playlists',
  'media',
  'sponsors',
  'themes',
  'people',
  'history',
  'settings',
] as const

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
      .list + *,
      .invite + * {
        margin-top: var(--s4);
      }
      .practise {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s3);
      }
    `,
  ]

  /** Inviting is one tap from here: the person stands beside you and waits. */
  private invite() {
    if (!mayInvite()) return nothing
    return html`<p class="invite"><a class="button primary large wide" href="/invite">${say().people.inviteToShift}</a></p>`
  }

  private practise() {
    if (practising()) return nothing
    const words = say().practice
    return html`<section class="card practise" aria-label=${words.title}>
      <span class="grow muted">${words.beginHint}</span><button class="button" @click=${() => void beginPractice()}>${words.begin}</button>
    </section>`
  }

  protected override render() {
    const words = say().common.nav
    return html`<div class="page narrow">
      <header class="page-head"><h1>${words.more}</h1></header>
      ${this.invite()}
      <nav class="list" aria-label=${words.more}>
        ${items
          .filter((item) => item !== 'people' || mayInvite())
          .map((item) => html`<a href=${`/${item}`}>${icons[item]} ${words[item]}<span class="chevron">${icons.chevron}</span></a>`)}
      </nav>
      ${this.practise()}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-more-view': MoreView
  }
}
