/** Short messages at the foot of the page, with *Angre* where something can be taken back. */
import type { Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api, ApiProblem } from '../api.ts'
import { live } from '../live.ts'
import { say, sayProblem } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { concerned, isOver, type Progress, progressText } from './progress.ts'

interface Toast {
  readonly id: number
  readonly text: string
  readonly undo: number | null
  /** The revision whose way to the screens is told. */
  readonly about: number | null
  readonly trouble: boolean
}

type Asked = Omit<Toast, 'id'>

const shownMs = 8_000
/** While screens are still on the way to it, a message stays for this long (ms). */
const followedMs = 20_000
const most = 3

/** What is being said, and the elements that could show it: of an open sheet the last opened, because everything outside it is inert. */
const shelf: { toasts: readonly Toast[]; hosts: readonly Toasts[]; next: number } = { toasts: [], hosts: [], next: 1 }

function keep(toasts: readonly Toast[]): void {
  shelf.toasts = toasts
  for (const host of shelf.hosts) host.requestUpdate()
}

function show(asked: Asked): void {
  const made: Toast = { ...asked, id: shelf.next++ }
  keep([...shelf.toasts, made].slice(-most))
  shelf.hosts.at(-1)?.rise()
  setTimeout(() => {
    const progress = progressOf(made)
    if (progress === null || isOver(progress)) drop(made.id)
    else setTimeout(() => drop(made.id), followedMs - shownMs)
  }, shownMs)
}

/** How far it has come; null where no screen is concerned, or nothing is known yet. */
function progressOf({ about }: Toast): Progress | null {
  const progress = about === null ? null : live.operation(String(about))
  return progress !== null && (progress.pending || concerned(progress) > 0) ? progress : null
}

function drop(id: number): void {
  keep(shelf.toasts.filter((one) => one.id !== id))
}

/** Says `text`, and how far it has come on the screens where it concerns any. `undo` is the revision that *Angre* takes back; null where nothing can be, 0 where nothing was changed. */
export function toast(text: string, { undo }: { readonly undo: number | null }): void {
  show({ text, undo: undo === 0 ? null : undo, about: undo, trouble: false })
}

/** Says that something was taken back, and how far that has come on the screens. */
export function toastUndone({ revision }: { readonly revision: number }): void {
  show({ text: say().common.undone, undo: null, about: revision, trouble: false })
}

/** Says what was refused, in a sentence; throws on what is no refusal. */
export function toastProblem(problem: unknown): void {
  show({ text: sayProblem(problem), undo: null, about: null, trouble: true })
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

@customElement('is-toasts')
export class Toasts extends CrewElement {
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
      .progress {
        display: block;
        font-size: var(--t-small);
        font-weight: 450;
      }
      .see {
        min-height: var(--touch);
        margin: -12px 0;
        padding: 0 var(--s2);
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 650;
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
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
    this.stopHearing = live.subscribe(() => {
      if (this.toasts.some(({ about }) => about !== null)) this.requestUpdate()
    })
    shelf.hosts = [...shelf.hosts, this]
    keep(shelf.toasts)
  }

  private stopHearing = (): void => undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stopHearing()
    shelf.hosts = shelf.hosts.filter((host) => host !== this)
    keep(shelf.toasts)
  }

  /** Into the top layer, above any open sheet: shown again so that it comes last in it. */
  rise(): void {
    if (this.matches(':popover-open')) this.hidePopover()
    this.showPopover()
  }

  private get toasts(): readonly Toast[] {
    return shelf.hosts.at(-1) === this ? shelf.toasts : []
  }

  protected override updated(): void {
    const shown = this.matches(':popover-open')
    if (this.toasts.length > 0 && !shown) this.showPopover()
    if (this.toasts.length === 0 && shown) this.hidePopover()
    // What lies at the foot of the page can be scrolled free of it.
    document.documentElement.style.setProperty('--said', `${this.toasts.length === 0 ? 0 : this.offsetHeight}px`)
  }

  private async undo(one: Toast): Promise<void> {
    drop(one.id)
    try {
      toastUndone(await api.post<Written<null>>('/undo', { revision: one.undo }))
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      toastProblem(problem)
    }
  }

  private progress(one: Toast) {
    const progress = progressOf(one)
    if (progress === null) return nothing
    const id = String(one.about)
    // Loaded when somebody asks: the sheet shows messages itself. This one would only lie over what it says.
    const see = async (): Promise<void> => {
      const { openOperation } = await import('./operation-sheet.ts')
      drop(one.id)
      openOperation(id)
    }
    return html`<span class="progress tabular"
      >${progressText(progress)} <button class="see" @click=${see}>${say().operations.see}</button></span
    >`
  }

  protected override render() {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.toasts,
        (one) => one.id,
        (one) =>
          html`<div class="toast ${one.trouble ? 'trouble' : ''}">
            <span class="grow">${one.text}${this.progress(one)}</span>
            ${
              one.undo === null
                ? html`<button class="button icon" aria-label=${say().common.close} @click=${() => drop(one.id)}>✕</button>`
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
