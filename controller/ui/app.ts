/** The shell of the crew pages: who is signed in, where they are, the navigation, and what must be seen from everywhere. */
import type { Session } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api, ApiProblem } from './api.ts'
import { live, LiveController } from './live.ts'
import { controls } from './parts/controls.ts'
import { CrewElement } from './parts/crew-element.ts'
import './parts/nav.ts'
import './parts/override-strip.ts'
import './parts/screen-names.ts'
import { practiseHere, practising } from './parts/practice.ts'
import './parts/toast.ts'
import { forgetResources } from './resource.ts'
import { RouterController } from './router.ts'
import { followSteps, stepping } from './stepping.ts'
import { assumeVenue, followVenue, loadVenue, venue, VenueController } from './venue.ts'
import { views } from './view-table.ts'
import { language, say, setLanguage } from './words/words.ts'

/** Contact that is lost for less than this is not spoken of (ms). */
const silentMs = 2_000

@customElement('is-app')
export class App extends CrewElement {
  /** `unknown` until the controller has said whether somebody is signed in. */
  @state() private session: 'unknown' | 'signed-out' | 'signed-in' = 'unknown'
  @state() private loaded: ReadonlySet<string> = new Set()
  @query('main') private readonly main!: HTMLElement
  private readonly router = new RouterController(this)
  protected readonly venue = new VenueController(this)
  protected readonly live = new LiveController(this)
  /** Contact has been lost for long enough to say so. */
  @state() private lost = false
  private lostTimer: ReturnType<typeof setTimeout> | null = null
  private stopFollowing: (() => void) | null = null
  private shownPath = ''

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .skip {
        position: fixed;
        top: var(--s2);
        left: var(--s2);
        z-index: 60;
        transform: translateY(-200%);
      }
      .skip:focus {
        transform: none;
      }
      .frame {
        display: grid;
        grid-template-columns: 232px minmax(0, 1fr);
        min-height: 100dvh;
      }
      main {
        min-width: 0;
        padding-bottom: var(--said, 0px);
        outline: none;
      }
      .frame.override {
        color-scheme: dark;
        background: var(--paper);
        color: var(--ink);
      }
      .notes {
        position: sticky;
        top: 0;
        z-index: 20;
      }
      .sample {
        display: none;
      }
      .lost-contact {
        padding: var(--s2) var(--s6);
        background: var(--amber-soft);
        color: var(--amber-text);
        font-size: var(--t-small);
        font-weight: 600;
      }
      @media (max-width: 767px) {
        .frame {
          display: block;
          padding-bottom: calc(64px + 72px + env(safe-area-inset-bottom));
        }
        .notes {
          position: static;
        }
        .sample {
          display: block;
          padding: var(--s3) var(--s4) var(--s2);
          margin-bottom: calc(-1 * var(--s2));
        }
        .lost-contact {
          padding-inline: var(--s4);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    document.documentElement.lang = language()
    api.onSignedOut(() => this.signedOut())
    this.addEventListener('signed-in', (event) => this.signedIn((event as CustomEvent<Session>).detail))
    this.addEventListener('signed-out', () => this.signedOut())
    void this.findSession()
  }

  private async findSession(): Promise<void> {
    try {
      this.signedIn(await api.get<Session>('/session'))
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      if (problem.code !== 'offline') this.signedOut()
      else setTimeout(() => void this.findSession(), 2_000)
    }
  }

  private signedIn(session: Session): void {
    const { user } = session
    assumeVenue({ user, session })
    if (user.language !== language() && localStorage.getItem('infoskjerm.language') === null) setLanguage(user.language)
    this.stopFollowing ??= both(followVenue(), followSteps(live))
    live.start()
    void loadVenue()
    void stepping.load()
    this.session = 'signed-in'
  }

  private signedOut(): void {
    live.stop()
    api.practice.end()
    this.stopFollowing?.()
    this.stopFollowing = null
    forgetResources()
    stepping.forget()
    assumeVenue({ user: null, session: null, event: null, areas: [], screens: [], ready: false })
    this.session = 'signed-out'
  }

  private async load(name: string, load: () => Promise<unknown>): Promise<void> {
    await load()
    this.loaded = new Set([...this.loaded, name])
  }

  /** The element of a view, once its code is here. */
  private show(name: string, load: () => Promise<unknown>, show: () => TemplateResult): TemplateResult | typeof nothing {
    if (this.loaded.has(name)) return show()
    void this.load(name, load)
    return nothing
  }

  /** A restart of the controller, or a page that has just been opened, is over before anybody needs to hear of it. */
  private watchContact(): void {
    const away = this.session === 'signed-in' && !live.connected
    if (away === (this.lostTimer !== null)) return
    if (this.lostTimer !== null) clearTimeout(this.lostTimer)
    this.lostTimer = away ? setTimeout(() => (this.lost = true), silentMs) : null
    if (!away) this.lost = false
  }

  /** The session is of the browser: another page of it may have begun to practise, or have ended it. */
  private watchPractice(): void {
    const practice = venue.session?.practice ?? false
    if (practice && !practising()) practiseHere()
    else if (!practice && practising()) api.practice.end()
  }

  protected override willUpdate(): void {
    this.watchContact()
    this.watchPractice()
  }

  protected override updated(): void {
    const place = this.router.place
    const title = place.view === 'lost' ? say().now.lost : views[place.view].title()
    document.title = this.session === 'signed-out' ? `${say().signin.title} · infoskjerm` : `${title} · infoskjerm`
    if (this.session !== 'signed-in' || location.pathname === this.shownPath) return
    const first = this.shownPath === ''
    this.shownPath = location.pathname
    if (first) return
    window.scrollTo(0, 0)
    this.main.focus({ preventScroll: true })
  }

  private skip(event: Event): void {
    event.preventDefault()
    this.main.focus()
  }

  protected override render() {
    const place = this.router.place
    if (this.session === 'unknown') return nothing
    if (place.view === 'invitation' || place.view === 'stage-key') {
      const view = views[place.view]
      return this.show(place.view, view.load, () => view.show(place))
    }
    if (this.session === 'signed-out')
      return html`${this.show(
          'signin',
          () => import('./views/signin.ts'),
          () => html`<is-signin-view></is-signin-view>`,
        )}<is-toasts></is-toasts>`
    const view = place.view === 'lost' ? null : views[place.view]
    return html`
      <is-practice></is-practice>
      <a class="button skip" href="#main" @click=${this.skip}>${say().common.skip}</a>
      <div class="frame ${place.view}">
        <is-nav .place=${place.view} .sample=${venue.event?.sample !== null && venue.event !== null}></is-nav>
        <main tabindex="-1" id="main">
          <div class="notes">
            ${venue.event === null || venue.event.sample === null || place.view === 'override' ? nothing : html`<p class="sample"><a class="chip amber" href="/settings">${say().common.sample}</a></p>`}
            ${live.connected || !this.lost || !venue.ready ? nothing : html`<p class="lost-contact" role="status">${say().common.noContact}</p>`}
            ${place.view === 'override' ? nothing : html`<is-override-strip></is-override-strip>`}
            ${place.view === 'screens' || place.view === 'round' ? html`<is-screen-names></is-screen-names>` : nothing}
          </div>
          ${
            view === null
              ? html`<div class="page">
                  <h1>${say().now.lost}</h1>
                  <p><a href="/">${say().now.home}</a></p>
                </div>`
              : this.show(place.view, view.load, () => view.show(place))
          }
        </main>
      </div>
      <is-toasts></is-toasts>
    `
  }
}

function both(...stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-app': App
  }
}
