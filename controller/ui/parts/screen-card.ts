/** One screen on the wall of *Nå*: how it looks, its name, and a word only where something is amiss. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { dotOf, type Health } from '../health.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import './preview.ts'

/** Fires `choose` when pressed. `--thumb` is the height of the picture. */
@customElement('is-screen-card')
export class ScreenCard extends CrewElement {
  @property({ attribute: false }) screen: ScreenResource | null = null
  /** Null in the time machine: how it is now does not matter then. */
  @property({ attribute: false }) health: Health | null = null
  @property({ attribute: false }) at: Instant | null = null
  @property({ type: Boolean, reflect: true }) chosen = false

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      button {
        position: relative;
        display: grid;
        gap: var(--card-gap, 6px);
        width: 100%;
        padding: var(--card-pad, 6px);
        border-radius: var(--r3);
        text-align: left;
        transition: background var(--fast) var(--ease);
      }
      button:hover {
        background: var(--hover);
      }
      :host([chosen]) button {
        background: var(--surface);
        box-shadow: 0 0 0 2px var(--blue);
      }
      .glass {
        position: relative;
        height: var(--thumb, 112px);
        min-width: 0;
      }
      is-preview {
        height: 100%;
        max-width: 100%;
      }
      .glass.old is-preview,
      .glass.silent is-preview,
      .glass.out-of-service is-preview {
        filter: saturate(0.35) brightness(0.62);
      }
      .glass.silent::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: var(--r1);
        background: repeating-linear-gradient(135deg, rgb(11 14 26 / 0.72) 0 10px, rgb(58 62 78 / 0.72) 10px 20px);
      }
      .glass.old::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: var(--r1);
        box-shadow: inset 0 0 0 3px var(--amber);
      }
      .name {
        display: flex;
        align-items: center;
        gap: var(--s2);
        font-size: var(--card-font, 0.9375rem);
        font-weight: 600;
        line-height: 1.3;
        min-width: 0;
      }
      .dot {
        width: 9px;
        height: 9px;
      }
      .state {
        font-size: var(--t-tiny);
        color: var(--muted);
        padding-left: 17px;
        line-height: 1.3;
      }
      .state.red {
        color: var(--red-text);
      }
      .state.amber {
        color: var(--amber-text);
      }
    `,
  ]

  private choose(): void {
    this.dispatchEvent(new CustomEvent('choose'))
  }

  protected override render() {
    const { screen, health } = this
    if (screen === null) return nothing
    const state = health === null || health.kind === 'right' || health.kind === 'unpaired' ? null : say().now.state[health.kind]
    return html`<button aria-pressed=${this.chosen} @click=${this.choose}>
      <span class="glass ${health?.kind ?? ''}"><is-preview .screen=${screen.id} .at=${this.at}></is-preview></span>
      <span class="name">
        ${health === null ? nothing : html`<span class="dot ${dotOf(health)}"></span>`}
        <span class="clip">${screen.name}</span>
        ${health === null ? nothing : html`<span class="visually-hidden">, ${say().now.state[health.kind]}</span>`}
      </span>
      ${state === null || health === null ? nothing : html`<span class="state clip ${dotOf(health)}" aria-hidden="true">${state}</span>`}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-card': ScreenCard
  }
}
