/** Planned screens pasted as a list: what is meant stands below as it is typed, and what is wrong in words. */
import type { PlannedScreen, ScreenListResult, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { type PlannedList, readPlanned, type WrongLine } from '../screen-form-list.ts'
import { loadVenue, venue } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { problemOutside } from './form.ts'
import { arrow } from './screen-direction.ts'
import './sheet.ts'
import { toast } from './toast.ts'

const nothingYet: PlannedList = { rows: [], wrong: [] }

/** Fires `close` when it is done. */
@customElement('is-screen-paste')
export class ScreenPaste extends CrewElement {
  @property({ type: Boolean }) open = false
  @state() private text = ''
  @state() private list = nothingYet
  @state() private problem: ApiProblem | null = null
  @state() private busy = false

  static override styles = [
    controls,
    css`
      textarea {
        min-height: 132px;
        white-space: pre;
        overflow: auto;
        tab-size: 12;
        font-size: var(--t-small);
      }
      .list strong {
        display: block;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--s3);
        color: var(--muted);
        font-size: var(--t-small);
      }
      .exit {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
      .arrow {
        width: 16px;
        height: 16px;
      }
      .wrong li + li {
        margin-top: var(--s1);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.text = ''
    this.list = nothingYet
    this.problem = null
  }

  private type(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value
    this.list = readPlanned(this.text)
    this.problem = null
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async write(): Promise<void> {
    if (!this.ready) return
    this.busy = true
    try {
      const { revision, value } = await api.post<Written<ScreenListResult>>('/screens/list', { rows: this.list.rows })
      toast(say().screens.pasteDone(value.made.length, value.changed.length), { undo: revision })
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
    return this.list.rows.length > 0 && this.list.wrong.length === 0 && !this.busy
  }

  private row(row: PlannedScreen) {
    const words = say().screens
    const known = venue.screens.some(({ name }) => name.toLocaleLowerCase() === row.name.toLocaleLowerCase())
    return html`<li>
      <span class="grow"
        ><strong class="clip">${row.name}</strong>
        <span class="facts">
          <span>${row.area}</span><span>${row.portrait ? words.upright : words.lying}</span>
          ${row.sizeInches === null ? nothing : html`<span>${words.inch(row.sizeInches)}</span>`}
          <span>${words.distances[row.distance]}</span>
          ${row.exits.map((exit) => html`<span class="exit">${arrow(exit.direction)}${exit.name}</span>`)}
        </span></span
      >
      <span class="chip ${known ? '' : 'blue'}">${known ? words.pasteChanged : words.pasteNew}</span>
    </li>`
  }

  private wrongLine({ line, what, said }: WrongLine) {
    const words = say().screens
    return html`<li><strong>${words.pasteLine(line)}</strong> ${words.pasteWrong[what](said)}.</li>`
  }

  private preview() {
    const words = say().screens
    const { rows, wrong } = this.list
    const known = new Set(venue.areas.map(({ name }) => name.toLocaleLowerCase()))
    const areas = [...new Set(rows.map(({ area }) => area))].filter((area) => !known.has(area.toLocaleLowerCase()))
    return html`<div class="stack" role="status">
      ${
        wrong.length === 0
          ? nothing
          : html`<ul class="card warn wrong">
              ${wrong.map((one) => this.wrongLine(one))}
            </ul>`
      }
      ${areas.length === 0 ? nothing : html`<p>${words.pasteNewAreas(areas.join(', '))}</p>`}
      ${
        rows.length === 0
          ? nothing
          : html`<ul class="list">
              ${rows.map((row) => this.row(row))}
            </ul>`
      }
    </div>`
  }

  protected override render() {
    const words = say().screens
    return html`<is-sheet .open=${this.open} .heading=${words.pasteTitle} @close=${this.close}>
      ${
        this.open
          ? html`<div class="stack">
              <div class="field">
                <label for="list">${words.pasteLabel}</label>
                <span class="hint" id="list-hint">${words.pasteHint}</span>
                <textarea
                  class="input"
                  id="list"
                  aria-describedby="list-hint"
                  spellcheck="false"
                  placeholder=${words.pasteExample}
                  .value=${this.text}
                  @input=${this.type}
                ></textarea>
              </div>
              ${problemOutside(this.problem, [])} ${this.preview()}
            </div>`
          : nothing
      }
      <div slot="footer">
        <button class="button primary large wide" ?disabled=${!this.ready} @click=${this.write}>
          ${words.pasteWrite(this.list.rows.length)}
        </button>
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-paste': ScreenPaste
  }
}
