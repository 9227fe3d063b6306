/** *Folk*: who may what, and inviting more. */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/invite-editor.ts'
import '../parts/user-editor.ts'
import { Resource } from '../resource.ts'
import { may, venue, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'

@customElement('is-people-view')
export class PeopleView extends CrewElement {
  @state() private inviting = false
  @state() private changing: User | null = null
  protected readonly venue = new VenueController(this)
  private readonly users = new Resource<readonly User[]>(this, () => '/users', ['users'])

  static override styles = [
    controls,
    css`
      .list > * {
        width: 100%;
        text-align: left;
        flex-wrap: wrap;
      }
      button.person:hover {
        background: var(--hover);
      }
      .face {
        display: grid;
        place-items: center;
        flex: none;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        background: var(--blue-soft);
        color: var(--blue);
        font-weight: 700;
      }
      .bone {
        height: 20px;
        width: 40%;
      }
    `,
  ]

  private person(user: User) {
    const words = say().people
    const you = user.id === venue.user?.id
    const inside = html`<span class="face" aria-hidden="true">${user.name.slice(0, 1).toUpperCase()}</span>
      <span class="grow"
        ><strong>${user.name}</strong>${you ? html` <span class="muted">(${words.you})</span>` : nothing}<br /><span class="muted small"
          >${user.username}</span
        ></span
      >
      <span class="row">
        <span class="chip">${words.roles[user.role]}</span>
        ${user.mayStartOverride ? html`<span class="chip red">${words.mayStart}</span>` : nothing}
        ${user.mayEndOverride ? html`<span class="chip red">${words.mayEnd}</span>` : nothing}
      </span>`
    return may('all')
      ? html`<button class="person" @click=${() => (this.changing = user)}>${inside}</button>`
      : html`<div class="person">${inside}</div>`
  }

  protected override render() {
    const words = say().people
    const { value, problem } = this.users
    return html`<div class="page narrow">
      <header class="page-head">
        <h1>${words.title}</h1>
        ${may('all') ? html`<button class="button primary" @click=${() => (this.inviting = true)}>${words.invite}</button>` : nothing}
      </header>
      ${problem !== null && value === null ? html`<p class="card">${sayProblem(problem)}</p>` : nothing}
      ${
        value === null && problem === null
          ? html`<div class="list" aria-hidden="true">
              ${[1, 2, 3].map(() => html`<div><span class="face"></span><span class="skeleton bone"></span></div>`)}
            </div>`
          : html`<div class="list">${(value ?? []).map((user) => this.person(user))}</div>`
      }
      <is-invite-editor .open=${this.inviting} @close=${() => (this.inviting = false)}></is-invite-editor>
      <is-user-editor .user=${this.changing} @close=${() => (this.changing = null)}></is-user-editor>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-people-view': PeopleView
  }
}
