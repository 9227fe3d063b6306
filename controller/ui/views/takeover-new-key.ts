/** `<is-new-key>`: the sheet in which a key is made, and the link it gives as QR, to copy and to share. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource, TakeoverKeyResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { choiceField, plain, textField } from '../parts/form.ts'
import { qrCode } from '../parts/qr.ts'
import '../parts/sheet.ts'
import '../parts/target-picker.ts'
import { nothingPicked, screensOf, targetOf } from '../parts/target-selection.ts'
import { attempt, toast } from '../parts/toast.ts'
import { venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'

const minutesOffered = ['15', '60', '240'] as const
const usesOffered = ['1', '20', '100'] as const

/** Fires `made` when there is a new key, and `close`. */
@customElement('is-new-key')
export class NewKey extends CrewElement {
  @property({ type: Boolean }) open = false
  /** The screens that it begins with. */
  @property({ attribute: false }) begin: readonly ScreenResource[] = []
  @state() private name = ''
  @state() private target: Target = targetOf(nothingPicked)
  @state() private minutes: (typeof minutesOffered)[number] = '15'
  @state() private uses: (typeof usesOffered)[number] = '20'
  @state() private made: TakeoverKeyResource | null = null
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      svg {
        width: min(280px, 100%);
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
    this.name = ''
    this.made = null
    this.target = targetOf({ ...nothingPicked, screens: this.begin.map(({ id }) => id) })
  }

  private get screens(): readonly string[] {
    return screensOf(this.target, venue.screens).map(({ id }) => id)
  }

  private async make(): Promise<void> {
    const body = { name: this.name.trim(), screens: this.screens, minutes: Number(this.minutes), uses: Number(this.uses) }
    const written = await attempt(() => api.post<Written<TakeoverKeyResource>>('/takeover-keys', body))
    if (written === null) return
    this.made = written.value
    this.dispatchEvent(new CustomEvent('made'))
  }

  private async copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link)
    toast(say().takeover.copied, { undo: null })
  }

  private async share(key: TakeoverKeyResource, link: string): Promise<void> {
    try {
      await navigator.share({ title: say().takeover.stageFor(key.name), url: link })
    } catch (refused) {
      // Somebody who changes their mind is no trouble.
      if (!(refused instanceof DOMException) || refused.name !== 'AbortError') throw refused
    }
  }

  private form(): TemplateResult {
    const words = say().takeover
    const minutes = minutesOffered.map((value) => [value, times().length(Number(value) * minuteMs)] as const)
    const uses = usesOffered.map((value) => [value, words.times(Number(value))] as const)
    return html`<div class="stack">
      ${textField({ ...plain, name: 'name', label: words.keyName, value: this.name, hint: words.keyNameExample, change: (name) => (this.name = name) })}
      <div class="field">
        <span class="label">${words.keyScreens}</span>
        <is-target .value=${this.target} @change=${(event: CustomEvent<Target>) => (this.target = event.detail)}></is-target>
      </div>
      ${choiceField('minutes', words.keyLasts, minutes, this.minutes, (value) => (this.minutes = value))}
      ${choiceField('uses', words.keyUses, uses, this.uses, (value) => (this.uses = value))}
    </div>`
  }

  private ready(key: TakeoverKeyResource): TemplateResult {
    const words = say().takeover
    const link = key.link ?? ''
    return html`<div class="stack">
      <p>${words.keyOnce}</p>
      <p>${words.scan}</p>
      ${qrCode(link, words.link)}
      <div class="field">
        <label for="link">${words.link}</label>
        <input class="input" id="link" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      </div>
      <div class="row">
        <button class="button primary" @click=${() => this.copy(link)}>${words.copy}</button>
        ${'share' in navigator ? html`<button class="button" @click=${() => this.share(key, link)}>${words.share}</button>` : nothing}
      </div>
      <p class="muted small">${words.usesLeft(key.usesLeft)} · ${words.keyUntil(times().clock(fromText(key.expiresAt)))}</p>
    </div>`
  }

  protected override render() {
    const words = say().takeover
    const { made } = this
    const incomplete = this.name.trim() === '' || this.screens.length === 0
    return html`<is-sheet
      .open=${this.open}
      .heading=${made === null ? words.makeKey : words.keyReady}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${!this.open ? nothing : made === null ? this.form() : this.ready(made)}
      <div slot="footer" class="foot">
        ${
          made === null
            ? html`<button class="button primary" ?disabled=${incomplete} @click=${this.make}>${words.makeKey}</button>`
            : html`<button class="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${say().common.close}</button>`
        }
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-key': NewKey
  }
}
