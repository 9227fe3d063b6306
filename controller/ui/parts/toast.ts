/** Short messages at the foot of the page, with *Angre* where something can be taken back. */
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api, ApiProblem } from '../api.ts'
import { say, sayProblem } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

interface Toast {
  readonly id: number
  readonly text: string
  readonly undo: number | null
  readonly trouble: boolean
}

type Asked = Omit<Toast, 'id'>

const bus = new EventTarget()

function show(asked: Asked): void {
  bus.dispatchEvent(new CustomEvent<Asked>('toast', { detail: asked }))
}

/** Says `text`. `undo` is the revision that *Angre* takes back; null where nothing can be. */
export function toast(text: string, { undo }: { readonly undo: number | null }): void {
  show({ text, undo, trouble: false })
}

/** Says what was refused, in a sentence; throws on what is no refusal. */
export function toastProblem(problem: unknown): void {
  show({ text: sayProblem(problem), undo: null, trouble: true })
}

/** Runs a write and says what was refused; answers null then. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (problem) {
    toastProblem(problem)
    return null
  }
}

const shownMs = 8_000
const most = 3

@customElement('is-toasts')
export class Toasts extends CrewElement {
  @state() private toasts: readonly Toast[] = []
  private next = 1

  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: auto 0 calc(var(--foot, 0px) + var(--s4)) 0;
        z-index: 50;
        display: grid;
        justify-items: center;
        gap: var(--s2);
        pointer-events: none;
        border: 0;
        padding: 0 var(--s4);
        background: none;
        width: auto;
        overflow: visible;
        color: inherit;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: var(--s4);
        max-width: 560px;
        min-height: 48px;
        padding: var(--s2) var(--s2) var(--s2) var(--s4);
        border-radius: var(--r3);
        background: var(--strong);
        color: var(--on-strong);
        font-weight: 550;
        box-shadow: var(--lift);
        animation: rise var(--slow) var(--ease);
      }
      .toast.trouble {
        background: var(--red);
        color: var(--on-red);
      }
      .toast .button {
        min-height: 40px;
        border-color: transparent;
        background: color-mix(in srgb, currentcolor 16%, transparent);
        color: inherit;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.popover = 'manual'
    bus.addEventListener('toast', this.take)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    bus.removeEventListener('toast', this.take)
  }

  private readonly take = (event: Event) => {
    const made: Toast = { ...(event as CustomEvent<Asked>).detail, id: this.next++ }
    this.toasts = [...this.toasts, made].slice(-most)
    // The top layer, above any open sheet: shown again so that it comes last in it.
    if (this.matches(':popover-open')) this.hidePopover()
    this.showPopover()
    setTimeout(() => this.drop(made.id), shownMs)
  }

  private drop(id: number): void {
    this.toasts = this.toasts.filter((one) => one.id !== id)
    if (this.toasts.length === 0 && this.matches(':popover-open')) this.hidePopover()
  }

  private async undo(one: Toast): Promise<void> {
    this.drop(one.id)
    try {
      await api.post('/undo', { revision: one.undo })
      toast(say().common.undone, { undo: null })
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      toastProblem(problem)
    }
  }

  protected override render() {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.toasts,
        (one) => one.id,
        (one) =>
          html`<div class="toast ${one.trouble ? 'trouble' : ''}">
            <span class="grow">${one.text}</span>
            ${
              one.undo === null
                ? html`<button class="button icon" aria-label=${say().common.close} @click=${() => this.drop(one.id)}>✕</button>`
                : html`<button class="button" @click=${() => this.undo(one)}>${say().common.undo}</button>`
            }
          </div>`,
      )}${nothing}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-toasts': Toasts
  }
}
