/** A button that must be held: a ring fills while it is, and nothing happens before it is full. Pointer, keyboard and screen reader. */
import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

/** How long a second press from a screen reader, which cannot hold, is waited for (ms). */
const againMs = 5_000

/** Fires `held` once it has been held for `holdMs`. Whoever cannot hold (a screen reader's press) presses twice. */
@customElement('is-hold')
export class Hold extends CrewElement {
  @property() label = ''
  @property({ type: Number }) holdMs = 1_200
  @property({ type: Boolean }) disabled = false
  /** A wide bar instead of the disc. */
  @property({ type: Boolean, reflect: true }) bar = false
  @state() private holding = false
  @state() private armed = false
  private timer: ReturnType<typeof setTimeout> | null = null
  private disarm: ReturnType<typeof setTimeout> | null = null

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        --danger: #a80f1f;
        --ring: #ef4452;
      }
      button {
        position: relative;
        display: grid;
        place-items: center;
        width: 216px;
        height: 216px;
        margin: 0 auto;
        border-radius: 50%;
        color: #ffffff;
        touch-action: none;
        user-select: none;
        -webkit-touch-callout: none;
      }
      button:disabled {
        opacity: 0.4;
        cursor: default;
      }
      svg {
        position: absolute;
        inset: 0;
        transform: rotate(-90deg);
      }
      circle {
        fill: none;
        stroke-width: 9;
      }
      .track {
        stroke: color-mix(in srgb, var(--ring) 24%, transparent);
      }
      .fill {
        stroke: var(--ring);
        stroke-dasharray: 100;
        stroke-dashoffset: 100;
        transition: stroke-dashoffset 200ms ease-out;
      }
      .holding .fill {
        stroke-dashoffset: 0;
        transition: stroke-dashoffset var(--hold) linear;
      }
      .label {
        position: relative;
        display: grid;
        place-items: center;
        width: 168px;
        height: 168px;
        padding: var(--s4);
        border-radius: 50%;
        background: var(--danger);
        font-size: 1.375rem;
        font-weight: 750;
        line-height: 1.2;
        text-wrap: balance;
        transition: transform var(--fast) var(--ease);
      }
      .holding .label {
        transform: scale(0.97);
      }
      @media (max-width: 767px) {
        button {
          width: 196px;
          height: 196px;
        }
        .label {
          width: 152px;
          height: 152px;
        }
      }
      :host([bar]) {
        --danger: transparent;
      }
      :host([bar]) button {
        width: 100%;
        height: auto;
        min-height: 56px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r3);
        background: linear-gradient(var(--bar-fill, var(--blue-soft)) 0 0) no-repeat 0 0 / 0% 100% var(--surface);
        color: var(--ink);
        overflow: hidden;
        transition: background-size 200ms ease-out;
      }
      :host([bar]) button.holding {
        background-size: 100% 100%;
        transition: background-size var(--hold) linear;
      }
      :host([bar]) svg {
        display: none;
      }
      :host([bar]) .label {
        width: auto;
        height: auto;
        padding: var(--s2) var(--s4);
        font-size: var(--t-body);
      }
    `,
  ]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.letGo()
    if (this.disarm !== null) clearTimeout(this.disarm)
  }

  private begin(): void {
    if (this.disabled || this.holding) return
    this.holding = true
    this.timer = setTimeout(() => this.done(), this.holdMs)
  }

  private letGo(): void {
    this.holding = false
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private done(): void {
    this.letGo()
    this.armed = false
    this.dispatchEvent(new CustomEvent('held'))
  }

  private pointer(event: PointerEvent): void {
    if (event.button === 0) this.begin()
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (event.type === 'keyup') this.letGo()
    else if (!event.repeat) this.begin()
  }

  /** Presses with `detail` 0 come from assistive technology: keys are taken above, pointers count their clicks. */
  private press(event: MouseEvent): void {
    if (event.detail !== 0 || this.disabled) return
    if (this.armed) return this.done()
    this.armed = true
    this.disarm = setTimeout(() => (this.armed = false), againMs)
  }

  protected override render() {
    return html`<button
      class=${this.holding ? 'holding' : ''}
      style=${styleMap({ '--hold': `${this.holdMs}ms` })}
      ?disabled=${this.disabled}
      aria-describedby="hint"
      @pointerdown=${this.pointer}
      @pointerup=${this.letGo}
      @pointerleave=${this.letGo}
      @pointercancel=${this.letGo}
      @contextmenu=${(event: Event) => event.preventDefault()}
      @keydown=${this.key}
      @keyup=${this.key}
      @blur=${this.letGo}
      @click=${this.press}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="track" cx="50" cy="50" r="45" />
        <circle class="fill" cx="50" cy="50" r="45" pathLength="100" />
      </svg>
      <span class="label">${this.armed ? say().override.holdAgain : this.label}</span>
      <span class="visually-hidden" id="hint">${say().override.holdHint}</span>
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-hold': Hold
  }
}
