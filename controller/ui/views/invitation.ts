/** Accepting an invitation: a name, a user name and a password, and one is in. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Invitation, Session } from '@infoskjerm/shared/wire/api.ts'
import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { problemOutside, textField } from '../parts/form.ts'
import { front, frontStyles } from '../parts/front.ts'
import { Resource } from '../resource.ts'
import { go, replace } from '../router.ts'
import { fromText, times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'

const fields = ['name', 'username', 'password'] as const
type Field = (typeof fields)[number]

/** Fires `signed-in` with the `Session` of the new account. */
@customElement('is-invitation-view')
export class InvitationView extends CrewElement {
  @property() token = ''
  @state() private values: Readonly<Record<Field, string>> = { name: '', username: '', password: '' }
  @state() private problem: ApiProblem | null = null
  @state() private busy = false
  private readonly invitation = new Resource<Invitation>(
    this,
    () => (this.token === '' ? null : `/invitations/${encodeURIComponent(this.token)}`),
    [],
  )

  static override styles = [controls, frontStyles]

  private async submit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    try {
      const session = await api.post<Session>(`/invitations/${encodeURIComponent(this.token)}/accept`, this.values)
      replace('/')
      this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: session, bubbles: true, composed: true }))
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private field(name: Field, label: string, hint: string, type: 'text' | 'password', autocomplete: string) {
    const change = (value: string) => (this.values = { ...this.values, [name]: value })
    return textField({ name, label, hint, type, autocomplete, value: this.values[name], problem: this.problem, change })
  }

  protected override render() {
    const words = say().signin
    const { value, problem } = this.invitation
    if (problem !== null)
      return front(
        html`<div class="card">
          <h1>${words.invitation}</h1>
          <p>${sayProblem(problem)}</p>
          <button class="button" @click=${() => go('/')}>${words.toSignIn}</button>
        </div>`,
      )
    if (value === null) return front(html`<div class="card"><p class="muted">${say().common.loading}</p></div>`)
    return front(html`
      <form class="card" @submit=${this.submit}>
        <h1>${words.welcome}</h1>
        <p class="muted">${words.invited} ${words.until(times().dayTime(fromText(value.expiresAt)))}</p>
        ${this.field('name', words.yourName, words.nameHint, 'text', 'name')}
        ${this.field('username', words.username, words.usernameHint, 'text', 'username')}
        ${this.field('password', words.password, words.passwordHint(limits.passwordLength), 'password', 'new-password')}
        ${problemOutside(this.problem, fields)}
        <button class="button primary large" ?disabled=${this.busy || fields.some((field) => this.values[field].trim() === '')}>
          ${words.accept}
        </button>
      </form>
    `)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-invitation-view': InvitationView
  }
}
