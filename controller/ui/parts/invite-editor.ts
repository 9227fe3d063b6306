/** Inviting somebody: into which crew, for how long; then a QR code and a link that work once, for a day. */
import type { CrewResource, Invitation, InvitedTo, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { may, venue, VenueController } from '../venue.ts'
import { crewTree, givenBy, type PeopleRows, type Shift, shiftEnd, wallNow } from '../views/people-model.ts'
import { clockText, givenText, listed, untilText } from '../views/people-text.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { qrCode } from './qr.ts'
import { type Rights, rightsFields } from './rights-fields.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'
import './user-shift.ts'
import { usualShift } from './user-shift.ts'

const nothingOwn: Rights = { role: 'see', mayStartOverride: false, mayEndOverride: false }
const modest: Rights = { ...nothingOwn, role: 'edit' }

/** Fires `close` when it is done. */
@customElement('is-invite-editor')
export class InviteEditor extends CrewElement {
  @property({ type: Boolean }) open = false
  @property({ attribute: false }) rows: PeopleRows = { crews: [], memberships: [], grants: [] }
  /** Null: not chosen by hand; '': none. */
  @state() private picked: string | null = null
  @state() private shift: Shift = usualShift
  @state() private rights: Rights | null = null
  @state() private invitation: Invitation | null = null
  @state() private busy = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .code {
        display: grid;
        justify-items: center;
        gap: var(--s3);
        text-align: center;
      }
      svg {
        width: min(320px, 100%);
        border: 1px solid var(--line);
        border-radius: var(--r2);
      }
      .foot {
        display: flex;
        gap: var(--s3);
      }
      .foot .button {
        flex: 1;
      }
      summary {
        min-height: var(--touch);
        align-content: center;
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.picked = null
    this.shift = usualShift
    this.rights = null
    this.invitation = null
  }

  /** The crews into which one may invite: those one leads, or every one. */
  private get crews(): readonly CrewResource[] {
    const led = venue.session?.invites ?? []
    const offered = crewTree(this.rows.crews).map(({ crew }) => crew)
    return may('all') ? offered : offered.filter(({ id }) => led.includes(id))
  }

  /** One's own crew first: whoever leads a shift seldom means another. */
  private get crew(): string {
    if (this.picked !== null) return this.picked
    const own = this.rows.memberships.find(({ user, crew }) => user === venue.user?.id && this.crews.some(({ id }) => id === crew))?.crew
    return (
      own ?? this.crews.find(({ id }) => venue.session?.invites.includes(id) ?? false)?.id ?? (may('all') ? '' : (this.crews[0]?.id ?? ''))
    )
  }

  private get own(): Rights {
    return this.rights ?? (this.crew === '' ? modest : nothingOwn)
  }

  private get into(): InvitedTo | null | 'missing' {
    if (this.crew === '') return null
    const end = shiftEnd(this.shift, wallNow(), times())
    if (end === 'missing') return 'missing'
    return { crew: this.crew, rank: 'member', until: end === null ? null : new Date(end).toISOString() }
  }

  private async make(): Promise<void> {
    const { into } = this
    if (this.busy || into === 'missing') return
    this.busy = true
    const written = await attempt(() => api.post<Written<Invitation>>('/invitations', { ...this.own, into }))
    this.busy = false
    this.invitation = written?.value ?? null
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || this.invitation !== null) return
    event.preventDefault()
    void this.make()
  }

  private async copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link)
    toast(say().people.copied, { undo: null })
  }

  private async share(link: string): Promise<void> {
    try {
      await navigator.share({ url: link })
    } catch (cause) {
      // Closing the phone's own sheet is no trouble.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause
    }
  }

  /** What the invited will be able to do, in a sentence. */
  private get promise(): string {
    const words = say().people
    const { into, own } = this
    if (into === null || into === 'missing' || own.role !== 'see') return words.sentence(words.base[own.role])
    const until = into.until === null ? null : fromText(into.until)
    const given = givenBy({ crew: into.crew, rank: into.rank, until }, this.rows, wallNow())
    if (given.length === 0) return words.theyOnlyLook
    return words.theyCan(listed(given.map((one) => lowered(givenText(one)))))
  }

  /** `Info til 12:00` */
  private placeText(into: InvitedTo | null) {
    const name = this.rows.crews.find(({ id }) => id === into?.crew)?.name
    if (into === null || name === undefined) return nothing
    return html`${name}${untilText(into.until === null ? null : fromText(into.until))}<br />`
  }

  private made({ link, expiresAt, into }: Invitation) {
    const words = say().people
    return html`<div class="code">
      ${qrCode(link, words.code)}
      <p>
        <strong>${words.scan}</strong><br />${this.placeText(into)}<span class="muted small"
          >${words.oneOnly(clockText(fromText(expiresAt)))}</span
        >
      </p>
      <div class="field">
        <label for="link" class="visually-hidden">${words.link}</label>
        <input class="input" id="link" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      </div>
      <div class="row">
        <button class="button" @click=${() => this.copy(link)}>${words.copy}</button>
        ${'share' in navigator ? html`<button class="button" @click=${() => this.share(link)}>${words.share}</button>` : nothing}
      </div>
    </div>`
  }

  private chooseCrew() {
    const words = say().people
    const offered: readonly (readonly [string, string])[] = [
      ...this.crews.map(({ id, name }) => [id, name] as const),
      ...(may('all') ? [['', words.noCrew] as const] : []),
    ]
    if (offered.length < 2) return offered.length === 0 || this.crew === '' ? nothing : html`<p><strong>${offered[0]?.[1]}</strong></p>`
    return html`<fieldset class="field">
      <legend>${words.which}</legend>
      <div class="choices">
        ${offered.map(
          ([id, name]) =>
            html`<label class="choice"
              ><input type="radio" name="crew" .checked=${id === this.crew} @change=${() => (this.picked = id)} />${name}</label
            >`,
        )}
      </div>
    </fieldset>`
  }

  private form() {
    const words = say().people
    const fields = html`${rightsFields(this.own, (rights) => (this.rights = rights))}`
    return html`<div class="stack">
      ${this.chooseCrew()}
      ${
        this.crew === ''
          ? nothing
          : html`<is-shift
              .label=${words.shift}
              .value=${this.shift}
              ?good=${may('all')}
              @change=${(event: CustomEvent<Shift>) => (this.shift = event.detail)}
            ></is-shift>`
      }
      ${
        !may('all')
          ? nothing
          : this.crew === ''
            ? fields
            : html`<details>
                <summary>${words.more}</summary>
                ${fields}
              </details>`
      }
      <p class="muted" role="status">${this.promise}</p>
    </div>`
  }

  protected override render() {
    const words = say().people
    const { invitation } = this
    const blocked = this.busy || this.into === 'missing' || (this.crew === '' && !may('all'))
    return html`<is-sheet
      .open=${this.open}
      .heading=${words.inviteTitle}
      @keydown=${this.key}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${!this.open ? nothing : invitation === null ? this.form() : this.made(invitation)}
      <div slot="footer" class="foot">
        ${
          invitation === null
            ? html`<button class="button primary large" aria-keyshortcuts="Control+Enter" ?disabled=${blocked} @click=${this.make}>
                ${words.showCode}
              </button>`
            : html`<button class="button" @click=${() => (this.invitation = null)}>${words.another}</button>`
        }
      </div>
    </is-sheet>`
  }
}

/** With a small letter, for the middle of a sentence. */
const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

declare global {
  interface HTMLElementTagNameMap {
    'is-invite-editor': InviteEditor
  }
}
