/** `<is-takeover-keys>`: links with which a stage crew without an account takes over these screens for a while. */
import type { ScreenResource, TakeoverKeyResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { attempt, toast } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { may, screenName, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './takeover-new-key.ts'

@customElement('is-takeover-keys')
export class TakeoverKeys extends CrewElement {
  /** The screens that a new key begins with. */
  @property({ attribute: false }) screens: readonly ScreenResource[] = []
  @state() private making = false
  private readonly keys = new Resource<readonly TakeoverKeyResource[]>(this, () => '/takeover-keys', ['takeover_keys', 'takeovers'])
  protected readonly live = new LiveController(this, 10_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        align-content: start;
      }
    `,
  ]

  private async revoke(key: TakeoverKeyResource): Promise<void> {
    const done = await attempt(() => api.delete(`/takeover-keys/${key.id}`))
    if (done === null) return
    this.keys.assume((this.keys.value ?? []).filter(({ id }) => id !== key.id))
    toast(say().takeover.revoked(key.name), { undo: null })
  }

  private one(key: TakeoverKeyResource) {
    const words = say().takeover
    return html`<li>
      <div class="grow">
        <strong>${key.name}</strong>
        <p class="small muted">${key.screens.map(screenName).join(', ')}</p>
        <p class="small muted tabular">
          ${key.usesLeft === 0 ? words.usedUp : words.usesLeft(key.usesLeft)} · ${words.keyUntil(times().clock(fromText(key.expiresAt)))}
        </p>
      </div>
      ${
        may('edit')
          ? html`<button class="button" aria-label=${`${words.revoke}: ${key.name}`} @click=${() => this.revoke(key)}>
              ${words.revoke}
            </button>`
          : nothing
      }
    </li>`
  }

  protected override render() {
    const words = say().takeover
    const keys = (this.keys.value ?? []).filter(({ expiresAt }) => fromText(expiresAt) > live.now())
    return html`
      <h2>${words.keys}</h2>
      <p class="muted small">${words.keysHelp}</p>
      ${
        keys.length === 0
          ? html`<p class="muted">${words.noKeys}</p>`
          : html`<ul class="list">
              ${repeat(
                keys,
                ({ id }) => id,
                (key) => this.one(key),
              )}
            </ul>`
      }
      ${may('edit') ? html`<div><button class="button" @click=${() => (this.making = true)}>${words.makeKey}</button></div>` : nothing}
      <is-new-key
        .open=${this.making}
        .begin=${this.screens}
        @made=${() => this.keys.reload()}
        @close=${() => (this.making = false)}
      ></is-new-key>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-takeover-keys': TakeoverKeys
  }
}
