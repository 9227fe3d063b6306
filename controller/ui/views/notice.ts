/** *Beskjed*: a short message on some screens, gone by itself. */
import type { NoticeResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { placeOfLink } from '../parts/where-mine.ts'
import { may, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import './notice-form.ts'
import { quickHead, quickHeadStyles } from './notice-head.ts'
import './notice-list.ts'
import type { NoticeList } from './notice-list.ts'

@customElement('is-notice-view')
export class NoticeView extends CrewElement {
  /** A screen, or `area:` and an area, for which the notice is to be; null for none. */
  @property({ attribute: false }) noticeId: string | null = null
  /** One has just been sent: what stands on the screens comes first. */
  @state() private sent = false
  @query('is-notice-list') private readonly list!: NoticeList
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    quickHeadStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s6);
        align-items: start;
      }
      .sent is-notice-list {
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
        .sent is-notice-list {
          order: 0;
        }
      }
    `,
  ]

  private shown(event: CustomEvent<NoticeResource>): void {
    this.sent = true
    this.list.add(event.detail)
    window.scrollTo(0, 0)
  }

  protected override render() {
    const words = say().notice
    const given = placeOfLink(this.noticeId)
    return html`<div class="page">
      ${quickHead(words.title, '/')}
      <div class="columns ${this.sent ? 'sent' : ''}">
        <button class="button primary large wide again" @click=${() => (this.sent = false)}>${words.another}</button>
        ${
          may('edit')
            ? html`<is-notice-form class="form" .given=${given} @sent=${this.shown}></is-notice-form>`
            : html`<p class="muted">${say().common.only}</p>`
        }
        <is-notice-list></is-notice-list>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-notice-view': NoticeView
  }
}
