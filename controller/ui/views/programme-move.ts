/** `<is-move>`: a happening goes to another stage, another time, or both. */
import { type Correction, nowhere } from '@infoskjerm/shared/model/correction.ts'
import type { Stage } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { say } from '../words/words.ts'
import { type Item, saidOf } from './programme-model.ts'
import { inWords } from './programme-text.ts'
import type { MomentChange } from './schedule-moment.ts'
import './schedule-moment.ts'
import { type FestivalTime, festivalTimeAt, meaningOf } from './schedule-wall.ts'

/** Where it goes and when; the times as somebody wrote them. */
interface Draft {
  readonly stage: string | null
  readonly start: FestivalTime
  readonly end: FestivalTime
}

/** Events: `close`, or `move` with the whole `Correction`. */
@customElement('is-move')
export class MoveSheet extends CrewElement {
  static override styles = [controls]

  @property({ attribute: false }) item: Item | null = null
  @property({ attribute: false }) stages: readonly Stage[] = []
  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) now: Instant | null = null
  @state() private draft: Draft | null = null

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item')) this.draft = this.item === null || this.event === null ? null : draftOf(this.item, this.event)
  }

  override render(): TemplateResult {
    const words = say().programme
    const { item, draft, event } = this
    return html`<is-sheet
      .open=${item !== null}
      .heading=${item === null ? '' : words.move.title(inWords(item.now.title))}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${
        item === null || draft === null || event === null
          ? nothing
          : html`<div class="stack">
                <fieldset class="field">
                  <legend class="label">${words.move.where}</legend>
                  <div class="choices">
                    ${this.places().map(
                      ([id, name]) =>
                        html`<label class="choice"
                          ><input
                            type="radio"
                            name="stage"
                            .checked=${id === draft.stage}
                            @change=${() => (this.draft = { ...draft, stage: id })}
                          />${name}</label
                        >`,
                    )}
                  </div>
                </fieldset>
                ${this.moment(words.move.from, draft.start, (start) => this.start(start))}
                ${this.moment(words.move.until, draft.end, (end) => (this.draft = { ...draft, end }))}
                ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
              </div>
              <div slot="footer">
                <button class="button primary large wide" ?disabled=${this.correction === null} @click=${this.send}>
                  ${words.move.save}
                </button>
              </div>`
      }
    </is-sheet>`
  }

  private places(): readonly (readonly [string | null, string])[] {
    return [...this.stages.map((stage) => [stage.id, inWords(stage.name)] as const), [null, say().programme.move.place]]
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

  /** The end goes along: it lasts as long as before. */
  private start(start: FestivalTime): void {
    const { draft, event } = this
    if (draft === null || event === null) return
    const [from, until, next] = [draft.start, draft.end, start].map((time) => meaningOf(time, event.zone, event.dayBreak))
    const follows = from?.kind === 'exists' && until?.kind === 'exists' && next?.kind === 'exists'
    const end = follows ? festivalTimeAt(later(next.at, until.at - from.at), event.zone, event.dayBreak) : draft.end
    this.draft = { ...draft, start, end }
  }

  private get problem(): string {
    const span = this.span
    return span !== null && span.end < span.start ? say().programme.move.endBeforeStart : ''
  }

  private get span(): { readonly start: Instant; readonly end: Instant } | null {
    const { draft, event } = this
    if (draft === null || event === null) return null
    const [start, end] = [draft.start, draft.end].map((time) => meaningOf(time, event.zone, event.dayBreak))
    return start?.kind === 'exists' && end?.kind === 'exists' ? { start: start.at, end: end.at } : null
  }

  /** What is said now; null while it is not sound. An end that is not known stays so. */
  private get correction(): Correction | null {
    const { item, draft, span } = this
    if (item === null || draft === null || span === null || span.end < span.start) return null
    return { ...saidOf(item), ...span, stage: draft.stage ?? nowhere }
  }

  private readonly send = (): void => {
    if (this.correction !== null) this.dispatchEvent(new CustomEvent<Correction>('move', { detail: this.correction }))
  }
}

function draftOf({ now, planned, correction }: Item, { zone, dayBreak }: EventResource): Draft {
  const end = now.open ? (correction?.end ?? planned.end) : now.end
  return { stage: now.stage, start: festivalTimeAt(now.start, zone, dayBreak), end: festivalTimeAt(end, zone, dayBreak) }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-move': MoveSheet
  }
}
