/** *Folk*: who may what, in sentences; crews and who is on duty; where somebody is signed in; inviting more. */
import type { CrewResource, GrantResource, MembershipResource, User } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import '../parts/invite-editor.ts'
import '../parts/user-editor.ts'
import { Resource } from '../resource.ts'
import { go, replace } from '../router.ts'
import { may, mayInvite, venue, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import './people-crew.ts'
import { crewTree, type PeopleRows, wallNow } from './people-model.ts'
import './people-sessions.ts'
import { crewsText, grantText, personText } from './people-text.ts'

const tabs = ['people', 'crews', 'sessions'] as const
type Tab = (typeof tabs)[number]

@customElement('is-people-view')
export class PeopleView extends CrewElement {
  /** Whether the sheet for inviting stands open, as it does at its own address. */
  @property({ type: Boolean }) inviting = false
  @state() private tab: Tab = 'people'
  @state() private changing: string | null = null
  @state() private crew: string | 'new' | null = null
  protected readonly venue = new VenueController(this)
  private readonly users = new Resource<readonly User[]>(this, () => '/users', ['users'])
  private readonly crews = new Resource<readonly CrewResource[]>(this, () => '/crews', ['crews'])
  private readonly memberships = new Resource<readonly MembershipResource[]>(this, () => '/memberships', ['memberships', 'users', 'crews'])
  private readonly grants = new Resource<readonly GrantResource[]>(this, () => '/grants', ['grants', 'users', 'crews', 'areas'])

  static override styles = [
    controls,
    css`
      .list > * {
        width: 100%;
        text-align: left;
      }
      .list button:hover {
        background: var(--hover);
      }
      .face {
        display: grid;
        place-items: center;
        flex: none;
        align-self: start;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        background: var(--blue-soft);
        color: var(--blue);
        font-weight: 700;
      }
      .choices {
        margin-bottom: var(--s4);
      }
      .list + p,
      .empty + p,
      h2 + p + * {
        margin-top: var(--s4);
      }
      .chevron {
        flex: none;
        color: var(--muted);
      }
      .chevron svg {
        display: block;
        width: 18px;
        height: 18px;
      }
      .under {
        padding-left: calc(var(--s4) + var(--depth) * var(--s5));
      }
      .bone {
        height: 20px;
        width: 40%;
      }
    `,
  ]

  private get rows(): PeopleRows {
    return { crews: this.crews.value ?? [], memberships: this.memberships.value ?? [], grants: this.grants.value ?? [] }
  }

  private person(user: User) {
    const words = say().people
    const now = wallNow()
    const crews = crewsText(user, this.rows, now)
    const inside = html`<span class="face" aria-hidden="true">${user.name.slice(0, 1).toUpperCase()}</span>
      <span class="grow"
        ><strong>${user.name}</strong>${user.id === venue.user?.id ? html` <span class="muted">(${words.you})</span>` : nothing}
        ${crews.length === 0 ? nothing : html`<span class="muted">· ${crews.join(' · ')}</span>`}
        ${personText(user, this.rows, now).map((sentence) => html`<br /><span class="small">${sentence}</span>`)}</span
      >`
    return may('all')
      ? html`<button @click=${() => (this.changing = user.id)}>${inside}<span class="chevron">${icons.chevron}</span></button>`
      : html`<div>${inside}</div>`
  }

  private people(users: readonly User[]) {
    return html`<div class="list">${users.map((user) => this.person(user))}</div>`
  }

  private crewRow({ crew, depth }: { readonly crew: CrewResource; readonly depth: number }) {
    const words = say().people
    const members = this.rows.memberships.filter((one) => one.crew === crew.id)
    const grants = this.rows.grants.filter(({ to }) => to.kind === 'crew' && to.crew === crew.id)
    return html`<button class="under" style=${styleMap({ '--depth': String(depth) })} @click=${() => (this.crew = crew.id)}>
      <span class="grow"
        ><strong>${crew.name}</strong> <span class="muted">${words.people(members.length)}</span>${grants.map(
          (grant) => html`<br /><span class="small">${words.sentence(grantText(grant))}</span>`,
        )}</span
      ><span class="chevron">${icons.chevron}</span>
    </button>`
  }

  private crewList(crews: readonly CrewResource[]) {
    const words = say().people
    const shown = crewTree(crews)
    return html`${
      shown.length === 0
        ? html`<div class="empty">
            <h2>${words.noCrews}</h2>
            <p>${words.noCrewsHelp}</p>
          </div>`
        : html`<div class="list">${shown.map((one) => this.crewRow(one))}</div>`
    }
    ${may('all') ? html`<p><button class="button" @click=${() => (this.crew = 'new')}>${words.newCrew}</button></p>` : nothing}`
  }

  /** Whoever leads a crew sees that crew; whoever may everything sees everything. */
  private content(users: readonly User[]) {
    const words = say().people
    if (!may('all')) {
      const led = this.rows.crews.filter(({ id }) => venue.session?.invites.includes(id) ?? false)
      return mayInvite()
        ? html`<h2>${words.myCrews}</h2>
            <p class="muted">${words.leaderHelp}</p>
            ${this.crewList(led)}`
        : this.people(users)
    }
    return html`<div class="choices" role="group" aria-label=${words.title}>
        ${tabs.map(
          (tab) =>
            html`<button class="choice" aria-pressed=${tab === this.tab} @click=${() => (this.tab = tab)}>${words.tabs[tab]}</button>`,
        )}
      </div>
      ${
        this.tab === 'people'
          ? this.people(users)
          : this.tab === 'crews'
            ? this.crewList(this.rows.crews)
            : html`<is-sessions .users=${users}></is-sessions>`
      }`
  }

  protected override render() {
    const words = say().people
    const { value, problem } = this.users
    const crew = this.crew === 'new' ? 'new' : (this.rows.crews.find(({ id }) => id === this.crew) ?? null)
    return html`<div class="page narrow">
      <header class="page-head">
        <h1>${words.title}</h1>
        ${mayInvite() ? html`<button class="button primary" aria-keyshortcuts="i" @click=${() => go('/invite')}>${words.invite}</button>` : nothing}
      </header>
      ${
        value !== null
          ? this.content(value)
          : problem === null
            ? html`<div class="list" aria-hidden="true">
                ${[1, 2, 3].map(() => html`<div><span class="face"></span><span class="skeleton bone"></span></div>`)}
              </div>`
            : html`<p class="card">${sayProblem(problem)}</p>`
      }
      <is-invite-editor .open=${this.inviting && mayInvite()} .rows=${this.rows} @close=${() => replace('/people')}></is-invite-editor>
      <is-user-editor
        .user=${(value ?? []).find(({ id }) => id === this.changing) ?? null}
        .rows=${this.rows}
        @close=${() => (this.changing = null)}
      ></is-user-editor>
      <is-crew-sheet .crew=${crew} .rows=${this.rows} .users=${value ?? []} @close=${() => (this.crew = null)}></is-crew-sheet>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-people-view': PeopleView
  }
}
