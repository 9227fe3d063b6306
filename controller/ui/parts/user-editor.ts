/** One person: name, what the account may of itself, which crews, what else was given; or removing the account. */
import type { MembershipResource, User, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { venue } from '../venue.ts'
import { membershipsOf, type PeopleRows, wallNow } from '../views/people-model.ts'
import { untilText } from '../views/people-text.ts'
import { fromText } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { plain, problemOutside, textField } from './form.ts'
import { type Rights, rightsFields } from './rights-fields.ts'
import './rights-list.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

/** Fires `close` when it is done. */
@customElement('is-user-editor')
export class UserEditor extends CrewElement {
  /** Null: closed. */
  @property({ attribute: false }) user: User | null = null
  @property({ attribute: false }) rows: PeopleRows = { crews: [], memberships: [], grants: [] }
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
      section {
        display: grid;
        gap: var(--s3);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Fetched anew while somebody types: what is typed stays.
    if (!changed.has('user') || this.user === null || changed.get('user')?.id === this.user.id) return
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

  private async takeOut(membership: MembershipResource, crew: string): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/memberships/${membership.id}`))
    if (written !== null) toast(say().people.takenOut(this.name, crew), { undo: written.revision })
  }

  private crews(user: User) {
    const words = say().people
    const held = membershipsOf(user.id, this.rows, wallNow())
    const row = (one: MembershipResource) => {
      const name = this.rows.crews.find(({ id }) => id === one.crew)?.name ?? ''
      return html`<div>
        <span class="grow"
          ><strong>${name}</strong>
          <span class="muted">${words.ranks[one.rank]}${untilText(one.until === null ? null : fromText(one.until))}</span></span
        >
        <button class="button quiet" @click=${() => this.takeOut(one, name)}>${words.takeOut}</button>
      </div>`
    }
    return html`<section aria-label=${words.crewsOf}>
      <h3>${words.crewsOf}</h3>
      ${held.length === 0 ? html`<p class="muted">${words.inNone}</p>` : html`<div class="list">${held.map(row)}</div>`}
    </section>`
  }

  private body(user: User) {
    const words = say()
    return html`<div class="stack">
      ${textField({ ...plain, name: 'name', label: words.common.name, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
      ${this.crews(user)} <is-grants editable .to=${{ kind: 'user', user: user.id }} .grants=${this.rows.grants}></is-grants>
      ${rightsFields(this.rights, (rights) => (this.rights = rights))} ${problemOutside(this.problem, ['name'])}
    </div>`
  }

  protected override render() {
    const words = say()
    const { user } = this
    return html`<is-sheet .open=${user !== null} .heading=${user === null ? '' : words.people.change(user.name)} @close=${this.close}>
      ${user === null ? nothing : this.body(user)}
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
