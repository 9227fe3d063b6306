/** Changing what somebody may, or removing their account. */
import type { User, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { venue } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { plain, problemOutside, textField } from './form.ts'
import { type Rights, rightsFields } from './rights-fields.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

/** Fires `close` when it is done. */
@customElement('is-user-editor')
export class UserEditor extends CrewElement {
  /** Null: closed. */
  @property({ attribute: false }) user: User | null = null
  @state() private name = ''
  @state() private rights: Rights = { role: 'see', mayStartOverride: false, mayEndOverride: false }
  @state() private problem: ApiProblem | null = null

  static override styles = [
    controls,
    css`
      .foot {
        display: flex;
        justify-content: space-between;
        gap: var(--s3);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('user') || this.user === null) return
    const { name, role, mayStartOverride, mayEndOverride } = this.user
    this.name = name
    this.rights = { role, mayStartOverride, mayEndOverride }
    this.problem = null
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async save(user: User): Promise<void> {
    try {
      const written = await api.patch<Written<User>>(`/users/${user.id}`, { name: this.name.trim(), ...this.rights })
      toast(say().people.saved(this.name), { undo: written.revision })
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    }
  }

  private async erase(user: User): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/users/${user.id}`))
    if (written === null) return
    toast(say().people.removed(user.name), { undo: written.revision })
    this.close()
  }

  protected override render() {
    const words = say()
    const { user } = this
    return html`<is-sheet .open=${user !== null} .heading=${user === null ? '' : words.people.change(user.name)} @close=${this.close}>
      ${
        user === null
          ? nothing
          : html`<div class="stack">
              ${textField({ ...plain, name: 'name', label: words.common.name, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
              ${rightsFields(this.rights, (rights) => (this.rights = rights))} ${problemOutside(this.problem, ['name'])}
            </div>`
      }
      ${
        user === null
          ? nothing
          : html`<div slot="footer" class="foot">
              ${
                user.id === venue.user?.id
                  ? html`<span></span>`
                  : html`<button class="button quiet red" @click=${() => this.erase(user)}>${words.people.remove}</button>`
              }
              <button class="button primary" ?disabled=${this.name.trim() === ''} @click=${() => this.save(user)}>
                ${words.common.save}
              </button>
            </div>`
      }
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-user-editor': UserEditor
  }
}
