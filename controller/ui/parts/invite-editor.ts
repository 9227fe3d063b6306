/** Inviting somebody: choose what they may, get a link and a QR code that work once, for a day. */
import type { Invitation, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { qrCode } from './qr.ts'
import { type Rights, rightsFields } from './rights-fields.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

const modest: Rights = { role: 'edit', mayStartOverride: false, mayEndOverride: false }

/** Fires `close` when it is done. */
@customElement('is-invite-editor')
export class InviteEditor extends CrewElement {
  @property({ type: Boolean }) open = false
  @state() private rights: Rights = modest
  @state() private invitation: Invitation | null = null

  static override styles = [
    controls,
    css`
      svg {
        width: min(260px, 100%);
        border-radius: var(--r2);
        border: 1px solid var(--line);
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: var(--s3);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.rights = modest
    this.invitation = null
  }

  private async make(): Promise<void> {
    const written = await attempt(() => api.post<Written<Invitation>>('/invitations', this.rights))
    this.invitation = written?.value ?? null
  }

  private async copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link)
    toast(say().people.copied, { undo: null })
  }

  private made(invitation: Invitation) {
    const words = say().people
    return html`<div class="stack">
      <div class="field">
        <label for="link">${words.link}</label>
        <input
          class="input"
          id="link"
          readonly
          .value=${invitation.link}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
      </div>
      <button class="button primary" @click=${() => this.copy(invitation.link)}>${words.copy}</button>
      <p>${words.scan}</p>
      ${qrCode(invitation.link, words.link)}
      <p class="muted small">${words.validUntil(times().dayTime(fromText(invitation.expiresAt)))}</p>
    </div>`
  }

  protected override render() {
    const words = say().people
    const { invitation } = this
    return html`<is-sheet .open=${this.open} .heading=${words.inviteTitle} @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      ${
        !this.open
          ? nothing
          : invitation === null
            ? html`<div class="stack">${rightsFields(this.rights, (rights) => (this.rights = rights))}</div>`
            : this.made(invitation)
      }
      <div slot="footer" class="foot">
        ${
          invitation === null
            ? html`<button class="button primary" @click=${this.make}>${words.makeLink}</button>`
            : html`<button class="button" @click=${() => (this.invitation = null)}>${words.another}</button>`
        }
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-invite-editor': InviteEditor
  }
}
