/** `<is-own-password>`: *Bytt passord*: the old one and a new one; every other browser is signed out, this one stays. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { may, venue } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { checkField, plain, problemOutside, textField } from './form.ts'
import './sheet.ts'
import { toast } from './toast.ts'

const fields = ['password.old', 'password.new'] as const

/** Fires `close` when it is done. */
@customElement('is-own-password')
export class OwnPassword extends CrewElement {
  @property({ type: Boolean }) open = false
  @state() private old = ''
  @state() private fresh = ''
  @state() private shown = false
  @state() private busy = false
  @state() private problem: ApiProblem | null = null

  static override styles = [
    controls,
    css`
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: var(--s3);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return
    // What was typed does not lie about in a sheet that is closed.
    this.old = ''
    this.fresh = ''
    this.shown = false
    this.problem = null
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy || this.old === '' || this.fresh === '') return
    this.busy = true
    try {
      await api.patch<Written<User>>('/session', { password: { old: this.old, new: this.fresh } })
      toast(say().settings.passwordChanged, { undo: null })
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private field(name: (typeof fields)[number], label: string, hint: string | null, value: string, change: (value: string) => void) {
    const autocomplete = name === 'password.old' ? 'current-password' : 'new-password'
    const type = this.shown ? 'text' : 'password'
    return textField({ ...plain, name, label, hint, value, change, type, autocomplete, problem: this.problem })
  }

  protected override render() {
    const words = say()
    const { settings } = words
    return html`<is-sheet .open=${this.open} .heading=${settings.password} @close=${this.close}>
      <form id="form" class="stack" @submit=${this.submit}>
        <input type="text" name="username" autocomplete="username" .value=${venue.user?.username ?? ''} readonly hidden />
        ${this.field('password.old', settings.oldPassword, null, this.old, (value) => (this.old = value))}
        ${this.field('password.new', settings.newPassword, words.signin.passwordHint(limits.passwordLength), this.fresh, (value) => (this.fresh = value))}
        ${checkField(settings.showPasswords, null, this.shown, (shown) => (this.shown = shown))} ${problemOutside(this.problem, fields)}
        <p class="muted">${settings.passwordEnds} ${may('all') ? settings.passwordEndsKeys : ''}</p>
      </form>
      <div slot="footer" class="foot">
        <button class="button" @click=${this.close}>${words.common.cancel}</button>
        <button class="button primary" type="submit" form="form" ?disabled=${this.busy || this.old === '' || this.fresh === ''}>
          ${settings.setPassword}
        </button>
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-own-password': OwnPassword
  }
}
