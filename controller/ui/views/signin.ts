/** Signing in with a named account. */
import type { Session } from '@infoskjerm/shared/wire/api.ts'
import { html } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { plain, problemOutside, textField } from '../parts/form.ts'
import { front, frontStyles } from '../parts/front.ts'
import { say } from '../words/words.ts'

/** Fires `signed-in` with the `Session`. */
@customElement('is-signin-view')
export class SigninView extends CrewElement {
  @state() private username = ''
  @state() private password = ''
  @state() private problem: ApiProblem | null = null
  @state() private busy = false
  @query('#password') private readonly passwordInput!: HTMLInputElement

  static override styles = [controls, frontStyles]

  private async submit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    try {
      const session = await api.post<Session>('/session', { username: this.username.trim(), password: this.password })
      this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: session, bubbles: true, composed: true }))
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
      this.passwordInput.select()
    } finally {
      this.busy = false
    }
  }

  protected override render() {
    const words = say().signin
    return front(html`
      <form class="card" @submit=${this.submit}>
        <h1>${words.title}</h1>
        ${textField({ ...plain, name: 'username', label: words.username, value: this.username, autocomplete: 'username', change: (v) => (this.username = v) })}
        ${textField({
          ...plain,
          name: 'password',
          label: words.password,
          value: this.password,
          type: 'password',
          autocomplete: 'current-password',
          change: (v) => (this.password = v),
        })}
        ${problemOutside(this.problem, [])}
        <button class="button primary large" ?disabled=${this.busy || this.username === '' || this.password === ''}>${words.signIn}</button>
        <p class="muted small">${words.help}</p>
      </form>
    `)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-signin-view': SigninView
  }
}
