/** *Ta over*: screens lent for a while, and given back. */
import type { EntryResource, SlideResource, TakeoverResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { placeOfLink } from '../parts/where-mine.ts'
import { aimOf } from '../parts/where-model.ts'
import { Resource } from '../resource.ts'
import { may, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { quickHead, quickHeadStyles } from './notice-head.ts'
import './takeover-form.ts'
import './takeover-keys.ts'
import './takeover-list.ts'
import type { TakeoverList } from './takeover-list.ts'

@customElement('is-takeover-view')
export class TakeoverView extends CrewElement {
  /** A screen, or `area:` and an area, that is to be taken over; null for none. */
  @property({ attribute: false }) screenId: string | null = null
  /** One has just begun: what is taken over comes first. */
  @state() private sent = false
  @query('is-takeover-list') private readonly list!: TakeoverList
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => '/schedule', ['schedule'])
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    quickHeadStyles,
    css`
      .columns,
      .beside {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s6);
        align-items: start;
      }
      .sent .beside {
        order: -1;
      }
      .again {
        display: none;
      }
      @media (max-width: 767px) {
        .sent .form {
          display: none;
        }
        .sent .again {
          display: flex;
        }
      }
      @media (min-width: 1080px) {
        .columns {
          grid-template-columns: minmax(0, 480px) minmax(0, 420px);
          gap: var(--s7);
        }
        .sent .beside {
          order: 0;
        }
      }
    `,
  ]

  private shown(event: CustomEvent<TakeoverResource>): void {
    this.sent = true
    void this.list.add(event.detail)
    window.scrollTo(0, 0)
  }

  protected override render() {
    const words = say().takeover
    const given = placeOfLink(this.screenId)
    const slides = this.slides.value ?? []
    const entries = this.entries.value ?? []
    return html`<div class="page">
      ${quickHead(words.title, '/')}
      <div class="columns ${this.sent ? 'sent' : ''}">
        <button class="button primary large wide again" @click=${() => (this.sent = false)}>${words.another}</button>
        ${
          may('edit')
            ? html`<is-takeover-form
                class="form"
                .given=${given}
                .slides=${slides}
                .entries=${entries}
                @sent=${this.shown}
              ></is-takeover-form>`
            : html`<p class="muted">${say().common.only}</p>`
        }
        <div class="beside">
          <is-takeover-list .slides=${slides} .entries=${entries}></is-takeover-list>
          <is-takeover-keys .screens=${aimOf(given, 'everyone', venue.screens).screens}></is-takeover-keys>
        </div>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-takeover-view': TakeoverView
  }
}
