/** `<is-sessions>`: where somebody is signed in, with *Logg ut*: one's own, or everybody's for those who may everything. */
import type { SessionResource, User } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { attempt, toast } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { venue } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'
import { wallNow } from './people-model.ts'

@customElement('is-sessions')
export class Sessions extends CrewElement {
  /** Those whose browsers are listed; null: one's own alone. */
  @property({ attribute: false }) users: readonly User[] | null = null
  private readonly sessions = new Resource<readonly SessionResource[]>(this, () => '/sessions', ['users', 'credentials'])

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
    `,
  ]

  private async end({ id }: SessionResource): Promise<void> {
    const done = await attempt(async () => (await api.delete(`/sessions/${id}`), true))
    if (done === null) return
    this.sessions.assume((this.sessions.value ?? []).filter((one) => one.id !== id))
    toast(say().people.signedOut, { undo: null })
  }

  private row(session: SessionResource) {
    const words = say().people
    const who = this.users?.find(({ id }) => id === session.user)?.name ?? ''
    const browser = session.browser === '' ? words.unknownBrowser : session.browser
    return html`<div>
      <span class="grow"
        >${this.users === null ? html`<strong>${browser}</strong>` : html`<strong>${who}</strong> <span class="muted">${browser}</span>`}
        ${session.current ? html`<span class="chip blue">${words.here}</span>` : nothing}<br /><span class="muted small"
          >${words.seen(times().relative(fromText(session.seenAt), wallNow()))}</span
        ></span
      >
      ${session.current ? nothing : html`<button class="button" @click=${() => this.end(session)}>${words.signOut}</button>`}
    </div>`
  }

  protected override render() {
    const { value, problem } = this.sessions
    if (value === null) return problem === null ? nothing : html`<p>${sayProblem(problem)}</p>`
    const shown = this.users === null ? value.filter(({ user }) => user === venue.user?.id) : value
    const order = [...shown].sort((a, b) => Number(b.current) - Number(a.current) || (a.seenAt < b.seenAt ? 1 : -1))
    return html`<div class="list">${order.map((session) => this.row(session))}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-sessions': Sessions
  }
}
