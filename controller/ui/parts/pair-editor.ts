/** Connecting a box: the code on the screen is scanned or typed, and the screen it is for is pointed out, or made. */
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { walking } from '../screen-form.ts'
import { areaName, loadVenue, mayIn, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { plain, problemAt, problemOutside, textField } from './form.ts'
import { nameWhenHeard } from './pair-name.ts'
import './practice-box.ts'
import './scan.ts'
import './sheet.ts'
import { toast } from './toast.ts'

const codeLength = 8
const newOne = ''

/** Fires `close` when it is done. */
@customElement('is-pair-editor')
export class PairEditor extends CrewElement {
  @property({ type: Boolean }) open = false
  /** Id of the screen that is meant; null: it is chosen here. */
  @property({ attribute: false }) screenId: string | null = null
  @state() private code = ''
  @state() private screen: string | null = null
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
      .which {
        gap: var(--s3);
        min-height: 48px;
        cursor: pointer;
      }
      .which:has(input:checked) {
        background: var(--blue-soft);
        font-weight: 650;
      }
      .which:has(input:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: -3px;
      }
      .which input {
        flex: none;
        width: 20px;
        height: 20px;
        accent-color: var(--blue);
      }
      .foot {
        display: flex;
        justify-content: flex-end;
      }
      @media (max-width: 767px) {
        .foot .button {
          flex: 1;
          min-height: 52px;
        }
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.code = ''
    this.name = ''
    this.problem = null
    this.area = venue.areas.find((area) => mayIn([area.id]))?.id ?? ''
    // The wrong screen chosen by itself would be worse than one tap more.
    this.screen = this.screenId ?? (this.free().length === 0 ? newOne : null)
  }

  private type(event: Event): void {
    this.code = (event.target as HTMLInputElement).value
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .slice(0, codeLength)
    this.problem = null
    this.requestUpdate()
  }

  private scanned(event: CustomEvent<string>): void {
    this.code = event.detail
    this.problem = null
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
      const written = await api.post<Written<ScreenResource>>('/screens/pair', {
        code: this.code,
        screen: known?.id ?? null,
        name,
        area: known?.area ?? this.area,
      })
      toast(say().screens.connected(name), { undo: null })
      void loadVenue()
      nameWhenHeard(written.value.id)
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private get ready(): boolean {
    const which = this.screen === newOne ? this.name.trim() !== '' && this.area !== '' : this.screen !== null
    return this.code.length === codeLength && which
  }

  /** Screens without a box: those that wait for one first, else in the order in which one walks past. */
  private free(): readonly ScreenResource[] {
    const free = walking(venue.screens.filter((screen) => !screen.paired && mayIn([screen.area])))
    const planned = ({ state }: ScreenResource) => state.kind === 'planned'
    return [...free.filter(planned), ...free.filter((screen) => !planned(screen))]
  }

  private choice(id: string, name: string, area: string) {
    return html`<label class="which"
      ><input type="radio" name="screen" value=${id} .checked=${id === this.screen} @change=${() => (this.screen = id)} /><span
        >${name}${area === '' || area === name ? nothing : html` <span class="muted">${area}</span>`}</span
      ></label
    >`
  }

  private fields() {
    const words = say().screens
    const wrong = problemAt(this.problem, 'code')
    return html`<form class="stack" @submit=${this.connect}>
      ${api.practice.on ? html`<is-practice-box></is-practice-box>` : nothing}
      <is-scan @code=${this.scanned}></is-scan>
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
      <fieldset class="field">
        <legend>${words.which}</legend>
        <div class="list">
          ${this.free().map((screen) => this.choice(screen.id, screen.name, areaName(screen.area)))}${this.choice(newOne, words.aNewOne, '')}
        </div>
      </fieldset>
      ${
        this.screen !== newOne
          ? nothing
          : html`${textField({ ...plain, name: 'name', label: words.name, hint: words.nameHint, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
              <div class="field">
                <label for="area">${words.area}</label>
                <select class="input" id="area" @change=${(event: Event) => (this.area = (event.target as HTMLSelectElement).value)}>
                  ${venue.areas.filter((area) => mayIn([area.id])).map((area) => html`<option value=${area.id} ?selected=${area.id === this.area}>${area.name}</option>`)}
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
