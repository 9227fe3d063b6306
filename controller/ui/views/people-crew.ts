/** `<is-crew-sheet>`: one crew: its name and the one above, who is in it and until when, and what it may do. */
import { type CrewResource, type MembershipResource, type Rank, ranks, type User, type Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { choiceField, plain, problemOutside, textField } from '../parts/form.ts'
import '../parts/rights-list.ts'
import '../parts/sheet.ts'
import { attempt, toast } from '../parts/toast.ts'
import '../parts/user-shift.ts'
import { usualShift } from '../parts/user-shift.ts'
import { may } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { crewTree, type PeopleRows, type Shift, shiftEnd, wallNow } from './people-model.ts'
import { untilText } from './people-text.ts'

/** Fires `close` when it is done. */
@customElement('is-crew-sheet')
export class CrewSheet extends CrewElement {
  /** Null: closed; 'new': one that is to be made. */
  @property({ attribute: false }) crew: CrewResource | 'new' | null = null
  @property({ attribute: false }) rows: PeopleRows = { crews: [], memberships: [], grants: [] }
  @property({ attribute: false }) users: readonly User[] = []
  @state() private name = ''
  @state() private parent = ''
  @state() private problem: ApiProblem | null = null
  /** Not null while somebody is taken in. */
  @state() private joining: { readonly user: string; readonly rank: Rank; readonly shift: Shift } | null = null

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
    if (!changed.has('crew') || this.crew === null || idOf(changed.get('crew') ?? null) === idOf(this.crew)) return
    this.name = this.crew === 'new' ? '' : this.crew.name
    this.parent = this.crew === 'new' ? '' : (this.crew.parent ?? '')
    this.problem = null
    this.joining = null
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async save(): Promise<void> {
    const body = { name: this.name.trim(), parent: this.parent === '' ? null : this.parent }
    try {
      const written =
        this.crew === 'new' || this.crew === null
          ? await api.post<Written<CrewResource>>('/crews', body)
          : await api.patch<Written<CrewResource>>(`/crews/${this.crew.id}`, body)
      toast(say().people.crewSaved(body.name), { undo: written.revision })
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    }
  }

  private async erase({ id, name }: CrewResource): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/crews/${id}`))
    if (written === null) return
    toast(say().people.crewRemoved(name), { undo: written.revision })
    this.close()
  }

  private async join(crew: CrewResource): Promise<void> {
    const { joining } = this
    const end = joining === null ? 'missing' : shiftEnd(joining.shift, wallNow(), times())
    if (joining === null || joining.user === '' || end === 'missing') return
    const body = {
      user: joining.user,
      crew: crew.id,
      rank: joining.rank,
      from: null,
      until: end === null ? null : new Date(end).toISOString(),
    }
    const written = await attempt(() => api.post<Written<MembershipResource>>('/memberships', body))
    if (written === null) return
    this.joining = null
    toast(say().people.added(this.nameOf(body.user), crew.name), { undo: written.revision })
  }

  private async takeOut(membership: MembershipResource, crew: CrewResource): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/memberships/${membership.id}`))
    if (written !== null) toast(say().people.takenOut(this.nameOf(membership.user), crew.name), { undo: written.revision })
  }

  private nameOf(user: string): string {
    return this.users.find(({ id }) => id === user)?.name ?? ''
  }

  private member(one: MembershipResource, crew: CrewResource) {
    const words = say().people
    const rank = one.rank === 'member' ? '' : words.ranks[one.rank]
    return html`<div>
      <span class="grow"
        ><strong>${this.nameOf(one.user)}</strong>
        <span class="muted">${rank}${untilText(one.until === null ? null : fromText(one.until))}</span></span
      >
      ${
        may('all') || one.rank === 'member'
          ? html`<button class="button quiet" @click=${() => this.takeOut(one, crew)}>${words.takeOut}</button>`
          : nothing
      }
    </div>`
  }

  private members(crew: CrewResource) {
    const words = say().people
    const members = this.rows.memberships.filter((one) => one.crew === crew.id)
    return html`<section aria-label=${words.members}>
      <h3>${words.members}</h3>
      ${
        members.length === 0
          ? html`<p class="muted">${words.nobody}</p>`
          : html`<div class="list">${members.map((one) => this.member(one, crew))}</div>`
      }
      ${
        this.joining === null
          ? html`<div>
              <button class="button" @click=${() => (this.joining = { user: '', rank: 'member', shift: usualShift })}>
                ${words.addMember}
              </button>
            </div>`
          : this.joinForm(crew, this.joining)
      }
    </section>`
  }

  private joinForm(crew: CrewResource, joining: { readonly user: string; readonly rank: Rank; readonly shift: Shift }) {
    const words = say().people
    const choose = (event: Event) => (this.joining = { ...joining, user: (event.target as HTMLSelectElement).value })
    return html`<div class="card stack">
      <div class="field">
        <label for="whom">${words.whom}</label>
        <select class="input" id="whom" @change=${choose}>
          <option value="" ?selected=${joining.user === ''}>${words.choosePerson}</option>
          ${this.users.map(({ id, name }) => html`<option value=${id} ?selected=${id === joining.user}>${name}</option>`)}
        </select>
      </div>
      ${
        may('all')
          ? choiceField(
              'rank',
              words.rank,
              ranks.map((rank) => [rank, words.ranks[rank]] as const),
              joining.rank,
              (rank) => (this.joining = { ...joining, rank }),
            )
          : nothing
      }
      <is-shift
        ?good=${may('all')}
        .label=${words.shift}
        .value=${joining.shift}
        @change=${(event: CustomEvent<Shift>) => (this.joining = { ...joining, shift: event.detail })}
      ></is-shift>
      <div><button class="button primary" ?disabled=${joining.user === ''} @click=${() => this.join(crew)}>${words.addMember}</button></div>
    </div>`
  }

  private head() {
    const words = say().people
    const self = this.crew === 'new' ? null : (this.crew?.id ?? null)
    return html`${textField({ ...plain, name: 'name', label: words.crewName, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
      <div class="field">
        <label for="parent">${words.under}</label>
        <select class="input" id="parent" @change=${(event: Event) => (this.parent = (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${this.parent === ''}>${words.underNothing}</option>
          ${crewTree(this.rows.crews)
            .filter(({ crew }) => crew.id !== self)
            .map(
              ({ crew, depth }) =>
                html`<option value=${crew.id} ?selected=${crew.id === this.parent}>${'\u2003'.repeat(depth)}${crew.name}</option>`,
            )}
        </select>
      </div>
      ${problemOutside(this.problem, ['name'])}`
  }

  private foot(crew: CrewResource | 'new') {
    const words = say()
    return html`<div slot="footer" class="foot">
      ${
        crew === 'new'
          ? html`<span></span>`
          : html`<button class="button quiet red" @click=${() => this.erase(crew)}>${words.people.removeCrew}</button>`
      }
      <button class="button primary" ?disabled=${this.name.trim() === ''} @click=${this.save}>${words.common.save}</button>
    </div>`
  }

  protected override render() {
    const words = say().people
    const { crew } = this
    const heading = crew === null ? '' : crew === 'new' ? words.newCrew : crew.name
    return html`<is-sheet .open=${crew !== null} .heading=${heading} @close=${this.close}>
      ${
        crew === null
          ? nothing
          : html`<div class="stack">
              ${crew === 'new' ? nothing : this.members(crew)}
              ${crew === 'new' ? nothing : html`<is-grants ?editable=${may('all')} .to=${{ kind: 'crew', crew: crew.id }} .grants=${this.rows.grants}></is-grants>`}
              ${may('all') ? this.head() : nothing}
            </div>`
      }
      ${crew === null || !may('all') ? nothing : this.foot(crew)}
    </is-sheet>`
  }
}

const idOf = (crew: CrewResource | 'new' | null): string | null => (crew === null || crew === 'new' ? crew : crew.id)

declare global {
  interface HTMLElementTagNameMap {
    'is-crew-sheet': CrewSheet
  }
}
