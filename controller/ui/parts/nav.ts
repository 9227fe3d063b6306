/** The navigation: a column on a desktop, a bar below on a phone; *Nødmelding* apart and always in sight for those who may. */
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { go, type ViewName } from '../router.ts'
import { mayInvite, mayOverride, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { type IconName, icons } from './icons.ts'

type Item = IconName & keyof ReturnType<typeof say>['common']['nav']

const desktop: readonly Item[] = [
  'now',
  'programme',
  'slides',
  'playlists',
  'schedule',
  'media',
  'screens',
  'sponsors',
  'themes',
  'people',
  'history',
  'settings',
]
const phone: readonly Item[] = ['now', 'programme', 'notice', 'screens', 'more']

/** Which item stands for a view that has none of its own. */
const standsFor: Partial<Record<ViewName, Item>> = {
  slide: 'slides',
  playlist: 'playlists',
  advice: 'schedule',
  round: 'screens',
  steps: 'schedule',
  'new-slide': 'slides',
  takeover: 'screens',
  invite: 'people',
}
const underMore: readonly ViewName[] = [
  'slides',
  'slide',
  'new-slide',
  'schedule',
  'steps',
  'advice',
  'takeover',
  'playlists',
  'playlist',
  'media',
  'sponsors',
  'themes',
  'people',
  'invite',
  'history',
  'settings',
  'more',
]

/** Views that have *Nødmelding* at their head, because their own button stands where it would. */
const ownAlarm: readonly ViewName[] = ['override', 'notice', 'takeover', 'new-slide', 'round', 'steps']

/** *Beskjed*, *Ta over*, *Ny slide*, *Inviter*. */
const shortcuts: Readonly<Record<string, string>> = { b: '/notice', t: '/takeover', n: '/new', i: '/invite', s: '/screens', r: '/round' }

const pathOf = (item: Item) => (item === 'now' ? '/' : `/${item}`)

@customElement('is-nav')
export class Nav extends CrewElement {
  @property() place: ViewName = 'now'
  @property({ type: Boolean }) sample = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      nav {
        position: sticky;
        top: 0;
        display: flex;
        flex-direction: column;
        height: 100dvh;
        padding: var(--s5) var(--s4) var(--s4);
        background: var(--surface);
        border-right: 1px solid var(--line);
        overflow: auto;
      }
      .brand {
        padding: 0 var(--s3);
        margin-bottom: var(--s5);
        font-size: 1.3125rem;
        font-weight: 800;
        font-stretch: 120%;
        letter-spacing: -0.01em;
      }
      .event {
        display: block;
        font-size: var(--t-small);
        font-weight: 500;
        font-stretch: 100%;
        letter-spacing: 0;
        color: var(--muted);
      }
      .items {
        display: grid;
        gap: 2px;
      }
      .item {
        display: flex;
        align-items: center;
        gap: var(--s3);
        min-height: 42px;
        padding: 0 var(--s3);
        border-radius: var(--r2);
        color: var(--ink-2);
        font-weight: 600;
        text-decoration: none;
      }
      .item svg {
        width: 20px;
        height: 20px;
      }
      .item:hover {
        background: var(--hover);
      }
      .item[aria-current] {
        background: var(--strong);
        color: var(--on-strong);
      }
      .foot {
        margin-top: auto;
        padding-top: var(--s4);
        display: grid;
        gap: var(--s3);
      }
      .foot .chip {
        justify-self: start;
        margin-left: var(--s3);
        text-decoration: none;
      }
      .danger {
        min-height: 48px;
      }
      .for-phone {
        display: none;
      }
      @media (max-width: 767px) {
        nav {
          display: none;
        }
        .for-phone {
          display: block;
        }
        .bar {
          position: fixed;
          inset: auto 0 0 0;
          z-index: 30;
          display: grid;
          grid-template-columns: repeat(5, 1fr);
          height: calc(64px + env(safe-area-inset-bottom));
          padding-bottom: env(safe-area-inset-bottom);
          background: var(--surface);
          border-top: 1px solid var(--line);
        }
        .bar .item {
          flex-direction: column;
          justify-content: center;
          gap: 2px;
          padding: 0;
          border-radius: 0;
          font-size: 0.75rem;
          color: var(--muted);
        }
        .bar .item svg {
          width: 24px;
          height: 24px;
        }
        .bar .item[aria-current] {
          background: none;
          color: var(--blue);
        }
        .alarm {
          position: fixed;
          right: var(--s4);
          bottom: calc(64px + var(--s3) + env(safe-area-inset-bottom));
          z-index: 29;
          border-radius: var(--r-full);
          min-height: 52px;
          padding: 0 var(--s5);
          font-size: var(--t-body);
          box-shadow: var(--lift);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.key)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.key)
  }

  /** One letter leads to what cannot wait, from wherever nobody is typing. */
  private readonly key = (event: KeyboardEvent): void => {
    const path = shortcuts[event.key]
    if (path === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event)) return
    event.preventDefault()
    go(path)
  }

  private item(item: Item, current: boolean) {
    return html`<a class="item" href=${pathOf(item)} aria-current=${current ? 'page' : nothing}
      >${icons[item]}<span>${say().common.nav[item]}</span></a
    >`
  }

  protected override render() {
    const words = say().common
    const seesOverride = mayOverride('start') || mayOverride('end')
    const shown = desktop.filter((item) => item !== 'people' || mayInvite())
    const here = standsFor[this.place] ?? this.place
    const herePhone = underMore.includes(this.place) ? 'more' : here
    return html`
      <nav aria-label=${words.navigation}>
        <div class="brand">infoskjerm<span class="event">${venue.event?.name ?? ' '}</span></div>
        <div class="items">${shown.map((item) => this.item(item, item === here))}</div>
        <div class="foot">
          ${this.sample ? html`<a class="chip amber" href="/settings" title=${words.sampleHint}>${words.sample}</a>` : nothing}
          <a class="button primary wide" href="/notice" aria-keyshortcuts="b">${words.nav.notice}</a>
          ${seesOverride ? html`<a class="button danger wide" href="/override">${words.nav.override}</a>` : nothing}
        </div>
      </nav>
      <div class="for-phone">
        ${seesOverride && !ownAlarm.includes(this.place) ? html`<a class="button danger alarm" href="/override">${words.nav.override}</a>` : nothing}
        <div class="bar" role="navigation" aria-label=${words.navigation}>${phone.map((item) => this.item(item, item === herePhone))}</div>
      </div>
    `
  }
}

/** Whether the key falls where somebody types, or in a sheet that has the page to itself. */
function isBusy(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof HTMLElement && (node.isContentEditable || node.matches('input, textarea, select, dialog')))
}

declare global {
  interface HTMLElementTagNameMap {
    'is-nav': Nav
  }
}
