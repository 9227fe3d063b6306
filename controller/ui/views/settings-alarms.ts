/** `<is-alarms-settings>`: the one address where troubles are told of: hidden like a password, tried with one button. */
import type { WebhookResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { plain, problemOutside, textField } from '../parts/form.ts'
import { attempt, toast } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { wallNow } from './people-model.ts'

@customElement('is-alarms-settings')
export class AlarmsSettings extends CrewElement {
  /** Null: not being changed. */
  @state() private typed: string | null = null
  @state() private shown = false
  @state() private busy = false
  @state() private problem: ApiProblem | null = null
  private readonly webhook = new Resource<WebhookResource>(this, () => '/alarms/webhook', ['settings'])

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s4);
        padding: var(--s5);
      }
      h2 {
        font-size: 1.1875rem;
      }
      .set {
        overflow-wrap: anywhere;
      }
      @media (max-width: 767px) {
        .card {
          padding: var(--s4);
        }
      }
    `,
  ]

  private async save(url: string | null): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const written = await api.put<Written<WebhookResource>>('/alarms/webhook', { url })
      this.webhook.assume(written.value)
      toast(url === null ? say().alarms.removed : say().alarms.saved, { undo: written.revision })
      this.typed = null
      this.problem = null
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private async test(): Promise<void> {
    if (this.busy) return
    this.busy = true
    const done = await attempt(async () => (await api.post('/alarms/webhook/test', {}), true))
    this.busy = false
    if (done !== null) toast(say().alarms.tested, { undo: null })
    await this.webhook.reload()
  }

  private form(typed: string, known: boolean) {
    const words = say()
    return html`${textField({
        ...plain,
        name: 'url',
        type: this.shown ? 'text' : 'password',
        autocomplete: 'off',
        label: words.alarms.address,
        hint: words.alarms.addressHint,
        value: typed,
        problem: this.problem,
        change: (value) => (this.typed = value),
      })}
      ${problemOutside(this.problem, ['url'])}
      <div class="row">
        <button class="button primary" ?disabled=${this.busy || typed.trim() === ''} @click=${() => this.save(typed.trim())}>
          ${words.common.save}
        </button>
        <button class="button" aria-pressed=${this.shown} @click=${() => (this.shown = !this.shown)}>
          ${this.shown ? words.alarms.hide : words.alarms.show}
        </button>
        ${known ? html`<button class="button quiet" @click=${() => (this.typed = null)}>${words.common.cancel}</button>` : nothing}
      </div>`
  }

  private standing(url: string) {
    const words = say().alarms
    return html`<p class="set">${this.shown ? url : words.set}</p>
      <div class="row">
        <button class="button" ?disabled=${this.busy} @click=${this.test}>${this.busy ? words.testing : words.test}</button>
        <button class="button" @click=${() => (this.typed = '')}>${words.change}</button>
        <button class="button quiet red" @click=${() => this.save(null)}>${words.remove}</button>
      </div>`
  }

  protected override render() {
    const words = say().alarms
    const { value } = this.webhook
    if (value === null) return nothing
    const { url, last } = value
    const when = last === null ? '' : times().relative(fromText(last.at), wallNow())
    return html`<section class="card" aria-label=${words.title}>
      <h2>${words.title}</h2>
      <p class="muted">${words.text} ${words.quiet}</p>
      ${last === null ? nothing : html`<p class=${last.taken ? '' : 'problem'} role="status">${last.taken ? words.lastTaken(when) : words.lastFailed(when)}</p>`}
      ${url === null && this.typed === null ? html`<p>${words.notSet}</p>` : nothing}
      ${this.typed !== null || url === null ? this.form(this.typed ?? '', url !== null) : this.standing(url)}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-alarms-settings': AlarmsSettings
  }
}
