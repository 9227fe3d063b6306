/** Connecting a box: the code that stands on the screen is typed here, and the screen it is for is chosen or made. */
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { loadVenue, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { plain, problemAt, problemOutside, textField } from './form.ts'
import './sheet.ts'
import { toast } from './toast.ts'

const codeLength = 8
const newOne = ''

/** Fires `close` when it is done. */
@customElement('is-pair-editor')
export class PairEditor extends CrewElement {
  @property({ type: Boolean }) open = false
  @state() private code = ''
  @state() private screen = newOne
  @state() private name = ''
  @state() private area = ''
  @state() private problem: ApiProblem | null = null
  @state() private busy = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .code {
        font-size: 1.75rem;
        font-weight: 700;
        letter-spacing: 0.16em;
        text-transform: uppercase;
        min-height: 60px;
      }
      .foot {
        display: flex;
        justify-content: flex-end;
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.code = ''
    this.name = ''
    this.problem = null
    this.area = venue.areas[0]?.id ?? ''
    this.screen = venue.screens.find((screen) => !screen.paired && screen.state.kind !== 'out-of-service')?.id ?? newOne
  }

  private type(event: Event): void {
    this.code = (event.target as HTMLInputElement).value
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .slice(0, codeLength)
    this.problem = null
    this.requestUpdate()
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async connect(event: Event): Promise<void> {
    event.preventDefault()
    if (!this.ready || this.busy) return
    this.busy = true
    const known = venue.screens.find((screen) => screen.id === this.screen)
    const name = known?.name ?? this.name.trim()
    try {
      await api.post<Written<ScreenResource>>('/screens/pair', {
        code: this.code,
        screen: known?.id ?? null,
        name,
        area: known?.area ?? this.area,
      })
      toast(say().screens.connected(name), { undo: null })
      void loadVenue()
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private get ready(): boolean {
    return this.code.length === codeLength && (this.screen !== newOne || (this.name.trim() !== '' && this.area !== ''))
  }

  private fields() {
    const words = say().screens
    const wrong = problemAt(this.problem, 'code')
    const free = venue.screens.filter((screen) => !screen.paired)
    return html`<form class="stack" @submit=${this.connect}>
      <div class="field">
        <label for="code">${words.code}</label>
        <input
          class="input code tabular"
          id="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-describedby="code-hint"
          aria-invalid=${wrong === null ? 'false' : 'true'}
          .value=${this.code}
          @input=${this.type}
        />
        <span class="hint" id="code-hint">${words.codeHint}</span>
        ${wrong === null ? nothing : html`<span class="problem" role="alert">${wrong}</span>`}
      </div>
      <div class="field">
        <label for="screen">${words.which}</label>
        <select class="input" id="screen" @change=${(event: Event) => (this.screen = (event.target as HTMLSelectElement).value)}>
          ${free.map((screen) => html`<option value=${screen.id} ?selected=${screen.id === this.screen}>${screen.name}</option>`)}
          <option value=${newOne} ?selected=${this.screen === newOne}>${words.aNewOne}</option>
        </select>
      </div>
      ${
        this.screen !== newOne
          ? nothing
          : html`${textField({ ...plain, name: 'name', label: words.name, hint: words.nameHint, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
              <div class="field">
                <label for="area">${words.area}</label>
                <select class="input" id="area" @change=${(event: Event) => (this.area = (event.target as HTMLSelectElement).value)}>
                  ${venue.areas.map((area) => html`<option value=${area.id} ?selected=${area.id === this.area}>${area.name}</option>`)}
                </select>
              </div>`
      }
      ${problemOutside(this.problem, ['code', 'name'])}
      <button hidden></button>
    </form>`
  }

  protected override render() {
    const words = say().screens
    return html`<is-sheet .open=${this.open} .heading=${words.pair} @close=${this.close}>
      ${this.open ? this.fields() : nothing}
      <div slot="footer" class="foot">
        <button class="button primary" ?disabled=${!this.ready || this.busy} @click=${this.connect}>${words.connect}</button>
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-pair-editor': PairEditor
  }
}
