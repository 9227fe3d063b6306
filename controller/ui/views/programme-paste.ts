/** `<is-paste>`: the programme pasted from a spreadsheet: every row as it was understood, what it changes, and only then put in. */
import type { EventResource, OverJson, ProgrammeTableBody, ProgrammeTableResult, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { toast } from '../parts/toast.ts'
import { times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'
import { happeningToJson } from './programme-model.ts'
import { problemText } from './programme-paste-text.ts'
import { bodiesOf, type PastedProgramme, type PastedRow, readPasted } from './programme-pasted.ts'
import { inWords } from './programme-text.ts'

/** Somebody who types is left in peace for so long before the controller is asked what the table would change (ms). */
const restMs = 250

/** Events: `close`; `pasted` when a table has come in. */
@customElement('is-paste')
export class PasteSheet extends CrewElement {
  static override styles = [
    controls,
    css`
      textarea.input {
        min-height: 132px;
        font-size: var(--t-small);
        white-space: pre;
        overflow: auto;
      }
      .list > * {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr);
        gap: 0 var(--s2);
        min-height: 44px;
      }
      .list .wrong {
        background: var(--red-soft);
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .answer {
        display: grid;
        gap: var(--s2);
      }
    `,
  ]

  @property({ type: Boolean }) open = false
  @property({ attribute: false }) event: EventResource | null = null
  @state() private text = ''
  @state() private read: PastedProgramme | null = null
  @state() private result: ProgrammeTableResult | null = null
  @state() private problem: ApiProblem | null = null
  @state() private allowFewer = false
  @state() private busy = false
  private round = 0
  private timer: ReturnType<typeof setTimeout> | null = null

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.timer !== null) clearTimeout(this.timer)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.take('')
  }

  override render(): TemplateResult {
    const words = say().programme.paste
    return html`<is-sheet .open=${this.open} .heading=${words.title} @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      ${
        this.open
          ? html`<div class="stack">
                <label class="field"
                  ><span class="label">${words.text}</span>
                  <textarea
                    class="input"
                    rows="5"
                    spellcheck="false"
                    placeholder=${words.example}
                    .value=${this.text}
                    @input=${(input: Event) => this.take((input.target as HTMLTextAreaElement).value)}
                  ></textarea>
                  <span class="hint">${words.help}</span></label
                >
                ${this.read === null ? html`<p class="small muted">${words.replaces}</p>` : this.preview(this.read)}
              </div>
              <div slot="footer" class="answer">${this.answer()}</div>`
          : nothing
      }
    </is-sheet>`
  }

  private preview({ rows, headings, missing }: PastedProgramme): TemplateResult {
    const words = say().programme.paste
    if (missing.length > 0)
      return html`<p class="problem" role="alert">
        ${words.errors.columns(missing.map((column) => words.columns[column].toLowerCase()).join(', '))}
      </p>`
    const wrong = rows.filter(({ body }) => body === null)
    return html`
      ${headings ? nothing : html`<p class="small muted">${words.assumed}</p>`}
      <p class="sum" role="status">
        ${
          wrong.length > 0
            ? html`<span class="chip red">${words.wrong(wrong.length)}</span>`
            : html`<span class="chip">${words.rows(rows.length)}</span>`
        }
        ${this.changes()}
      </p>
      <ul class="list">
        ${[...wrong, ...rows.filter(({ body }) => body !== null)].map((row) => this.row(row))}
      </ul>
    `
  }

  private changes(): TemplateResult | typeof nothing {
    const words = say().programme.paste
    if (this.result === null) return nothing
    const { added, changed, removed, stages } = this.result
    if (added.length + changed.length + removed.length === 0) return html`<span class="chip">${words.same}</span>`
    return html`
      ${added.length === 0 ? nothing : html`<span class="chip green">${words.added(added.length)}</span>`}
      ${changed.length === 0 ? nothing : html`<span class="chip blue">${words.changed(changed.length)}</span>`}
      ${removed.length === 0 ? nothing : html`<span class="chip amber">${words.removed(removed.length)}</span>`}
      ${stages.length === 0 ? nothing : html`<span class="small">${words.newPlaces(stages.join(', '))}</span>`}
    `
  }

  private row({ row, title, body, problems }: PastedRow): TemplateResult {
    const words = say().programme.paste
    return html`<li class=${body === null ? 'wrong' : ''}>
      <span class="small muted tabular" aria-label=${`${words.row} ${row}`}>${row}</span>
      <span
        ><strong>${title}</strong> ${
          body === null
            ? problems.map((problem) => html`<span class="problem">${problemText(problem)} </span>`)
            : html`<br /><span class="small muted">${this.understood(body)}</span>`
        }</span
      >
    </li>`
  }

  private understood({ title, start, end, stage }: NonNullable<PastedRow['body']>): string {
    const { dayTime, clock } = times()
    const span = start === end ? dayTime(start) : `${dayTime(start)}–${clock(end)}`
    return [span, stage, title.en === '' ? null : inWords({ nb: title.en, en: title.en })].filter((part) => part !== null).join(' · ')
  }

  private answer(): TemplateResult {
    const words = say().programme.paste
    const fewer = this.problem?.code === 'fewer-happenings'
    const ready = this.read !== null && bodiesOf(this.read) !== null && (this.result !== null || (fewer && this.allowFewer))
    return html`
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${sayProblem(this.problem)}</p>`}
      ${
        fewer || this.allowFewer
          ? html`<label class="check"
              ><input
                type="checkbox"
                .checked=${this.allowFewer}
                @change=${(input: Event) => this.allow((input.target as HTMLInputElement).checked)}
              />${words.fewer}</label
            >`
          : nothing
      }
      <button class="button primary large wide" ?disabled=${!ready || this.busy} @click=${this.save}>${words.save}</button>
    `
  }

  private take(text: string): void {
    this.text = text
    this.result = null
    this.problem = null
    this.allowFewer = false
    this.read = text.trim() === '' || this.event === null ? null : readPasted(text, this.event)
    this.askSoon()
  }

  private allow(allowFewer: boolean): void {
    this.allowFewer = allowFewer
    this.askSoon()
  }

  private askSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.round += 1
    if (this.body !== null) this.timer = setTimeout(() => void this.ask(), restMs)
  }

  private get body(): OverJson<ProgrammeTableBody> | null {
    const bodies = this.read === null ? null : bodiesOf(this.read)
    return bodies === null ? null : { rows: bodies.map(happeningToJson), allowFewer: this.allowFewer }
  }

  /** What the table would change; the last one asked for wins. */
  private async ask(): Promise<void> {
    const round = this.round
    const answer = await this.post('/programme/table?dry=1')
    if (round !== this.round) return
    this.result = answer instanceof ApiProblem ? null : answer.value
    this.problem = answer instanceof ApiProblem ? answer : null
  }

  private readonly save = async (): Promise<void> => {
    this.busy = true
    const answer = await this.post('/programme/table')
    this.busy = false
    if (answer instanceof ApiProblem) {
      this.problem = answer
      return
    }
    toast(say().programme.said.table, { undo: answer.revision })
    this.dispatchEvent(new CustomEvent('pasted'))
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async post(path: string): Promise<Written<ProgrammeTableResult> | ApiProblem> {
    try {
      return await api.post<Written<ProgrammeTableResult>>(path, this.body)
    } catch (problem) {
      if (problem instanceof ApiProblem) return problem
      throw problem
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-paste': PasteSheet
  }
}
