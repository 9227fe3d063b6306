/** `<is-grants>`: what a person or a crew was let do, each in a sentence with *Ta tilbake*, and a form for more. */
import type { GrantResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { grantText } from '../views/people-text.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import type { Receiver } from './rights-grant.ts'
import './rights-grant.ts'
import { attempt, toast } from './toast.ts'

@customElement('is-grants')
export class Grants extends CrewElement {
  @property({ attribute: false }) to: Receiver | null = null
  @property({ attribute: false }) grants: readonly GrantResource[] = []
  @property({ type: Boolean }) editable = false
  @state() private giving = false

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
    `,
  ]

  private get own(): readonly GrantResource[] {
    const { to } = this
    return this.grants.filter((grant) =>
      to?.kind === 'user'
        ? grant.to.kind === 'user' && grant.to.user === to.user
        : to !== null && grant.to.kind === 'crew' && grant.to.crew === to.crew,
    )
  }

  private async take(grant: GrantResource): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/grants/${grant.id}`))
    if (written !== null) toast(say().people.taken, { undo: written.revision })
  }

  private row(grant: GrantResource) {
    const words = say().people
    const rank = grant.to.kind === 'crew' && grant.to.rank !== 'member' ? words.ranks[grant.to.rank] : null
    return html`<div>
      <span class="grow"
        >${words.sentence(grantText(grant))}${rank === null ? nothing : html`<br /><span class="muted small">${words.fromRank}: ${rank}</span>`}</span
      >
      ${this.editable ? html`<button class="button quiet" @click=${() => this.take(grant)}>${words.take}</button>` : nothing}
    </div>`
  }

  protected override render() {
    const words = say().people
    const own = this.own
    return html`<h3>${words.grants}</h3>
      ${own.length === 0 ? html`<p class="muted">${words.noGrants}</p>` : html`<div class="list">${own.map((grant) => this.row(grant))}</div>`}
      ${
        !this.editable
          ? nothing
          : this.giving
            ? html`<is-grant-form class="card" .to=${this.to} @given=${() => (this.giving = false)}></is-grant-form>`
            : html`<div><button class="button" @click=${() => (this.giving = true)}>${words.give}</button></div>`
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-grants': Grants
  }
}
