/** `<is-happening-form>`: a happening typed by hand, new or to be changed. */
import type { Stage } from '@infoskjerm/shared/model/programme.ts'
import { noWords, type Words } from '@infoskjerm/shared/model/words.ts'
import { hourMs, type Instant, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource, HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { textField } from '../parts/slide-editor-fields.ts'
import { say } from '../words/words.ts'
import type { Item } from './programme-model.ts'
import { inWords } from './programme-text.ts'
import type { MomentChange } from './schedule-moment.ts'
import './schedule-moment.ts'
import { type FestivalTime, festivalTime, festivalTimeAt, meaningOf } from './schedule-wall.ts'

/** What is being written: a new happening on a day (`item` null), or one that exists. */
export interface Writing {
  readonly item: Item | null
  readonly day: string
  /** The stage that a new one begins with. */
  readonly stage: string | null
}

interface Draft {
  readonly title: Words
  readonly description: Words
  readonly stage: string | null
  /** The name of a place that is not there yet; null: one is chosen. */
  readonly place: string | null
  readonly start: FestivalTime
  /** Null: a moment. */
  readonly end: FestivalTime | null
}

/** Events: `close`, `write` with a sound `HappeningBody`, `remove`. */
@customElement('is-happening-form')
export class HappeningForm extends CrewElement {
  static override styles = [controls]

  @property({ attribute: false }) writing: Writing | null = null
  @property({ attribute: false }) stages: readonly Stage[] = []
  /** Also without a place, and in a new one. */
  @property({ type: Boolean }) anywhere = true
  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) now: Instant | null = null
  /** What the controller refused; '' for nothing. */
  @property() refused = ''
  @property({ type: Boolean }) busy = false
  @state() private draft: Draft | null = null
  @state() private tried = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('writing')) return
    const { writing, event, now } = this
    this.draft = writing === null || event === null ? null : draftOf(writing, event, now)
    this.tried = false
  }

  override render(): TemplateResult {
    const words = say().programme.form
    const { writing, draft } = this
    return html`<is-sheet
      .open=${writing !== null}
      .heading=${writing?.item === null ? words.addTitle : words.editTitle}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${
        writing === null || draft === null
          ? nothing
          : html`${this.fields(draft, writing)}
              <div slot="footer" class="row spread">
                <button class="button primary large" ?disabled=${this.busy} @click=${this.send}>
                  ${writing.item === null ? words.save : words.change}
                </button>
                ${
                  writing.item === null
                    ? nothing
                    : html`<button
                        class="button quiet red"
                        ?disabled=${this.busy}
                        @click=${() => this.dispatchEvent(new CustomEvent('remove'))}
                      >
                        ${words.remove}
                      </button>`
                }
              </div>`
      }
    </is-sheet>`
  }

  private fields(draft: Draft, writing: Writing): TemplateResult {
    const words = say().programme.form
    return html`<div class="stack">
      ${textField(words.titleNb, draft.title.nb, 1, 'nb', (nb) => this.change({ title: { ...draft.title, nb } }))} ${this.place(draft)}
      ${this.moment(words.from, draft.start, (start) => this.change({ start, end: follow(draft, start) }))}
      ${draft.end === null ? nothing : this.moment(words.until, draft.end, (end) => this.change({ end }))}
      <label class="check"
        ><input
          type="checkbox"
          .checked=${draft.end === null}
          @change=${(input: Event) => this.change({ end: (input.target as HTMLInputElement).checked ? null : this.hourAfter(draft.start) })}
        />${words.moment}</label
      >
      <details ?open=${draft.title.en !== '' || draft.description.nb !== ''}>
        <summary>${words.more}</summary>
        <div class="stack">
          ${textField(words.titleEn, draft.title.en, 1, 'en', (en) => this.change({ title: { ...draft.title, en } }))}
          ${textField(words.descriptionNb, draft.description.nb, 3, 'nb', (nb) => this.change({ description: { ...draft.description, nb } }))}
          ${textField(words.descriptionEn, draft.description.en, 3, 'en', (en) => this.change({ description: { ...draft.description, en } }))}
        </div>
      </details>
      ${writing.item?.origin === 'table' ? html`<p class="small muted">${words.pasted}</p>` : nothing}
      ${this.tried && this.wrong !== '' ? html`<p class="problem" role="alert">${this.wrong}</p>` : nothing}
      ${this.refused === '' ? nothing : html`<p class="problem" role="alert">${this.refused}</p>`}
    </div>`
  }

  private place(draft: Draft): TemplateResult {
    const words = say().programme
    const none = draft.place === null && draft.stage === null
    return html`<div class="field">
        <label class="label" for="stage">${words.form.place}</label>
        <select id="stage" class="input" @change=${(change: Event) => this.pick((change.target as HTMLSelectElement).value)}>
          ${this.anywhere ? html`<option value="" ?selected=${none}>${words.move.place}</option>` : nothing}
          ${this.stages.map(
            (stage) =>
              html`<option value=${stage.id} ?selected=${draft.place === null && stage.id === draft.stage}>${inWords(stage.name)}</option>`,
          )}
          ${this.anywhere ? html`<option value="+" ?selected=${draft.place !== null}>${words.form.newPlace}</option>` : nothing}
        </select>
      </div>
      ${draft.place === null ? nothing : textField(words.form.newPlaceName, draft.place, 1, 'nb', (place) => this.change({ place }))}`
  }

  private pick(value: string): void {
    if (value === '+') this.change({ place: '' })
    else this.change({ place: null, stage: value === '' ? null : value })
  }

  private moment(label: string, value: FestivalTime, take: (value: FestivalTime) => void): TemplateResult {
    return html`<is-moment
      .label=${label}
      .event=${this.event}
      .now=${this.now}
      .value=${value}
      @moment=${(change: CustomEvent<MomentChange>) => take(change.detail.value)}
    ></is-moment>`
  }

  private change(change: Partial<Draft>): void {
    if (this.draft !== null) this.draft = { ...this.draft, ...change }
  }

  private hourAfter(start: FestivalTime): FestivalTime {
    const { event } = this
    if (event === null) return start
    const meaning = meaningOf(start, event.zone, event.dayBreak)
    return festivalTimeAt(later(meaning.kind === 'exists' ? meaning.at : meaning.after, hourMs), event.zone, event.dayBreak)
  }

  private get span(): { readonly start: Instant; readonly end: Instant } | null {
    const { draft, event } = this
    if (draft === null || event === null) return null
    const [start, end] = [draft.start, draft.end ?? draft.start].map((time) => meaningOf(time, event.zone, event.dayBreak))
    return start?.kind === 'exists' && end?.kind === 'exists' ? { start: start.at, end: end.at } : null
  }

  /** What is wrong, in a sentence; '' for nothing. A time that does not exist is refused in its own field. */
  private get wrong(): string {
    const words = say().programme.form
    const { draft, span } = this
    if (draft === null) return ''
    if (draft.title.nb.trim() === '') return words.titleMissing
    if (draft.place !== null && draft.place.trim() === '') return words.placeMissing
    if (span === null) return words.timeMissing
    return span.end < span.start ? words.endBeforeStart : ''
  }

  private readonly send = (): void => {
    this.tried = true
    const { draft, span } = this
    if (draft === null || span === null || this.wrong !== '') return
    const { title, description, stage, place } = draft
    const body: HappeningBody = { title, description, stage: place === null ? stage : place.trim(), ...span }
    this.dispatchEvent(new CustomEvent<HappeningBody>('write', { detail: body }))
  }
}

function draftOf({ item, day, stage }: Writing, { zone, dayBreak }: EventResource, now: Instant | null): Draft {
  const wall = (t: Instant) => festivalTimeAt(t, zone, dayBreak)
  if (item !== null) {
    const { title, description, start, end, stage: planned } = item.planned
    return { title, description, stage: planned, place: null, start: wall(start), end: end === start ? null : wall(end) }
  }
  const soon = now === null ? null : wall(instant(Math.ceil((now + minuteMs) / (15 * minuteMs)) * 15 * minuteMs))
  const start = soon !== null && soon.day === day ? soon : festivalTime(day, '18:00', dayBreak)
  const meaning = meaningOf(start, zone, dayBreak)
  const end = wall(later(meaning.kind === 'exists' ? meaning.at : meaning.after, hourMs))
  return { title: noWords, description: noWords, stage, place: null, start, end }
}

/** The end moves along to the new day of the start when it was on the same one. */
function follow({ start, end }: Draft, next: FestivalTime): FestivalTime | null {
  return end !== null && end.day === start.day ? { ...end, day: next.day } : end
}

declare global {
  interface HTMLElementTagNameMap {
    'is-happening-form': HappeningForm
  }
}
