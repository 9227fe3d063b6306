/** The two ways out of a screen: name and direction of each, and who has confirmed them standing there. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Direction } from '@infoskjerm/shared/model/screen.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { live } from '../live.ts'
import { type ExitResource, exitsNamed, sameExits, withExit } from '../screen-form.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import './screen-direction.ts'
import { confirmExits, movedAway } from './screen-confirm.ts'

/** Fires `change` with the exits as they are being edited; confirming stores them first. */
@customElement('is-screen-exits')
export class ScreenExits extends CrewElement {
  /** The screen as it is stored; null: it is not yet. */
  @property({ attribute: false }) screen: ScreenResource | null = null
  /** The exits in the form. */
  @property({ attribute: false }) value: readonly ExitResource[] = []
  @state() private busy = false
  @state() private tried = false

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s4);
      }
      .exit {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--s2) var(--s3);
        align-items: center;
      }
      .exit + .exit {
        padding-top: var(--s4);
        border-top: 1px solid var(--line);
      }
      .said {
        display: grid;
        gap: var(--s2);
        justify-items: start;
        align-content: start;
      }
      .said .field {
        width: 100%;
      }
      .chip {
        white-space: normal;
      }
      .confirm {
        display: grid;
        gap: var(--s2);
      }
    `,
  ]

  private change(exits: readonly ExitResource[]): void {
    this.value = exits
    this.dispatchEvent(new CustomEvent<readonly ExitResource[]>('change', { detail: exits }))
  }

  private async confirm(screen: ScreenResource): Promise<void> {
    this.tried = true
    if (!exitsNamed(this.value)) return
    this.busy = true
    const confirmed = await confirmExits(screen, this.value)
    this.busy = false
    if (confirmed !== null) this.change(confirmed)
  }

  private async moved(screen: ScreenResource): Promise<void> {
    const exits = await movedAway(screen)
    if (exits !== null) this.change(exits)
  }

  private exit(exit: ExitResource, index: number) {
    const words = say().screens
    const name = (value: string) => this.change(withExit(this.value, index, { name: value, direction: exit.direction }))
    const turn = (direction: Direction) => this.change(withExit(this.value, index, { name: exit.name, direction }))
    const missing = this.tried && exit.name.trim() === ''
    return html`<div class="exit">
      <div class="said">
        <label class="field"
          ><span class="label">${words.exitName} ${index + 1}</span>
          <input
            class="input"
            autocomplete="off"
            maxlength=${limits.nameLength}
            aria-invalid=${missing}
            .value=${exit.name}
            @input=${(event: Event) => name((event.target as HTMLInputElement).value)}
          />
          ${missing ? html`<span class="problem" role="alert">${words.exitNeedsName}</span>` : nothing}</label
        >
        ${
          exit.confirmed === null
            ? html`<span class="chip amber">${words.exitsUnconfirmed}</span>`
            : html`<span class="chip green"
                >${words.confirmedAt(exit.confirmed.by, times().relative(fromText(exit.confirmed.at), live.now()))}</span
              >`
        }
        <button type="button" class="button quiet" @click=${() => this.change(this.value.filter((_, at) => at !== index))}>
          ${words.removeExit}
        </button>
      </div>
      <is-screen-direction
        .value=${exit.direction}
        .label=${exit.name}
        @change=${(event: CustomEvent<Direction>) => {
          event.stopPropagation()
          turn(event.detail)
        }}
      ></is-screen-direction>
    </div>`
  }

  private confirming(screen: ScreenResource) {
    const words = say().screens
    const unconfirmed = this.value.some(({ confirmed }) => confirmed === null)
    const unsaved = !sameExits(this.value, screen.exits)
    if (this.value.length === 0 && !unsaved) return nothing
    if (!unconfirmed && !unsaved)
      return html`<div>
        <button type="button" class="button quiet" @click=${() => this.moved(screen)}>${words.moved}</button>
      </div>`
    return html`<div class="confirm">
      <span class="hint small muted">${words.confirmHint}</span>
      <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => this.confirm(screen)}>
        ${unsaved ? words.saveAndConfirm : words.confirmHere}
      </button>
    </div>`
  }

  protected override render() {
    const words = say().screens
    const add = () => this.change([...this.value, { name: '', direction: 'right', confirmed: null }])
    return html`<section class="card" aria-label=${words.exits}>
      <div class="field"><span class="label">${words.exits}</span><span class="hint">${words.exitHint}</span></div>
      ${repeat(
        this.value,
        (_, index) => index,
        (exit, index) => this.exit(exit, index),
      )}
      ${this.value.length >= 2 ? nothing : html`<div><button type="button" class="button" @click=${add}>${words.addExit}</button></div>`}
      ${this.screen === null ? nothing : this.confirming(this.screen)}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-exits': ScreenExits
  }
}
