/** `<is-new-slide-form>`: what, where, from and until in one sheet; one button shows it on the screens. */
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { type Instant, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { PlacementResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live as keep } from 'lit/directives/live.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { checkField } from '../parts/form.ts'
import { dayLong, endOf, type Length } from '../parts/how-long-model.ts'
import '../parts/how-long.ts'
import { attempt, toast } from '../parts/toast.ts'
import '../parts/where-glass.ts'
import { myPlace, rememberArea } from '../parts/where-mine.ts'
import { aimOf, narrowed } from '../parts/where-model.ts'
import '../parts/where.ts'
import { venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { fromField, type Moment } from './new-slide-from.ts'
import { bodyOf, draftOf, emptySlide, hindranceTo, type NewSlideDraft } from './new-slide-model.ts'
import { noticeFormStyles } from './notice-form.styles.ts'
import { festivalTimeAt } from './schedule-wall.ts'
import type { Shot } from './takeover-content.ts'
import './takeover-picture.ts'

/** A placement that is changed, with its slide. */
export interface Placed {
  readonly placement: PlacementResource
  readonly slide: SlideBody
}

/** Fires `sent` with the `PlacementResource` once the controller has it. */
@customElement('is-new-slide-form')
export class NewSlideForm extends CrewElement {
  /** The place from which somebody came here; null for none. */
  @property({ attribute: false }) given: Target | null = null
  /** Null: a new one. */
  @property({ attribute: false }) placed: Placed | null = null
  @state() private draft: NewSlideDraft = emptySlide
  @state() private chosen: Target | null = null
  /** Null: now. */
  @state() private from: Moment | null = null
  @state() private length: Length = dayLong
  @state() private tried = false
  @state() private busy = false
  protected readonly live = new LiveController(this, 10 * secondMs)
  protected readonly venue = new VenueController(this)

  static override styles = [controls, noticeFormStyles]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('placed') && this.placed !== null && venue.event !== null) this.takeIn(this.placed, venue.event)
  }

  private takeIn({ placement, slide }: Placed, event: NonNullable<typeof venue.event>): void {
    const at = (text: string) => {
      const t = fromText(text)
      return { value: festivalTimeAt(t, event.zone, event.dayBreak), at: t }
    }
    this.draft = draftOf(slide)
    this.chosen = placement.target
    this.from = fromText(placement.from) <= live.now() ? null : at(placement.from)
    this.length = placement.until === null ? { kind: 'endless' } : { kind: 'until', ...at(placement.until) }
  }

  protected override firstUpdated(): void {
    if (matchMedia('(pointer: fine)').matches) this.focusField()
  }

  private focusField(): void {
    this.renderRoot.querySelector<HTMLElement>('.says .input')?.focus()
  }

  private change(change: Partial<NewSlideDraft>): void {
    this.draft = { ...this.draft, ...change }
  }

  private get target(): Target | null {
    return this.chosen ?? this.given ?? myPlace()
  }

  private get reaches() {
    return this.draft.crew ? 'crew' : 'everyone'
  }

  private get aim() {
    return aimOf(this.target, this.reaches, venue.screens)
  }

  private get begins(): Instant | 'now' | 'missing' {
    return this.from === null ? 'now' : (this.from.at ?? 'missing')
  }

  private get end() {
    const now = live.now()
    const from = typeof this.begins === 'string' ? now : this.begins
    return venue.event === null ? 'missing' : endOf(this.length, from, now, venue.event)
  }

  private get hindrance() {
    return hindranceTo(this.draft, this.begins, this.end, this.aim)
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void this.press()
  }

  /** A press while the picture is on its way waits for it. */
  private async press(): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.renderRoot.querySelector('is-take-picture')?.arrived()
    await this.send()
    this.busy = false
  }

  private async send(): Promise<void> {
    const { target, begins, end, aim, placed } = this
    const slide = bodyOf(this.draft)
    this.tried = true
    if (this.hindrance === 'words') this.focusField()
    if (this.hindrance !== null || slide === null || target === null) return
    const until = typeof end === 'string' ? null : new Date(end).toISOString()
    const from = typeof begins === 'string' ? (placed?.placement.from ?? null) : new Date(begins).toISOString()
    // A target that is narrowed already would be narrowed once more with every change.
    const body = { slide, target: target === placed?.placement.target ? target : narrowed(target, this.reaches), from, until }
    const written = await attempt(() =>
      placed === null
        ? api.post<Written<PlacementResource>>('/placements', body)
        : api.put<Written<PlacementResource>>(`/placements/${placed.placement.id}`, body),
    )
    if (written === null) return
    rememberArea(aim.screens)
    this.chosen = null
    toast(placed === null ? say().newSlide.sent(aim.screens.length) : say().newSlide.changed, { undo: written.revision })
    this.draft = emptySlide
    this.tried = false
    this.dispatchEvent(new CustomEvent<PlacementResource>('sent', { detail: written.value }))
  }

  private line(
    label: string,
    name: string,
    value: string,
    lang: 'nb' | 'en',
    rows: number,
    change: (text: string) => void,
    hint = '',
  ): TemplateResult {
    const typed = (event: Event) => change((event.target as HTMLTextAreaElement).value)
    return html`<label class="field"
      ><span class="label">${label}</span
      ><textarea class="input" name=${name} lang=${lang} rows=${rows} placeholder=${hint} .value=${keep(value)} @input=${typed}></textarea>
    </label>`
  }

  private wordsFields(): TemplateResult {
    const words = say().newSlide
    const { title, body } = this.draft
    return html`${this.line(words.heading, 'title', title.nb, 'nb', 1, (nb) => this.change({ title: { ...title, nb } }), words.headingExample)}
      <details ?open=${this.placed !== null && body.nb + title.en + body.en !== ''}>
        <summary>${words.more}</summary>
        <div class="stack">
          ${this.line(words.text, 'body', body.nb, 'nb', 2, (nb) => this.change({ body: { ...body, nb } }), words.textHint)}
          ${this.line(words.headingEn, 'title-en', title.en, 'en', 1, (en) => this.change({ title: { ...title, en } }))}
          ${this.line(words.textEn, 'body-en', body.en, 'en', 2, (en) => this.change({ body: { ...body, en } }))}
        </div>
      </details>`
  }

  private pictureFields(): TemplateResult {
    return html`<is-take-picture
        .shot=${this.draft.shot}
        @picture=${(event: CustomEvent<Shot>) => this.change({ shot: event.detail })}
      ></is-take-picture>
      ${this.line(say().newSlide.caption, 'caption', this.draft.caption, 'nb', 1, (caption) => this.change({ caption }))}`
  }

  private what(): TemplateResult {
    const words = say().newSlide
    const { kind, other, crew } = this.draft
    if (other !== null)
      return html`<div class="card says">
        <p>${words.otherKind}</p>
        <p><a href=${`/slides/${this.placed?.placement.slide ?? ''}`}>${words.openSlide}</a></p>
      </div>`
    return html`<div class="choices" role="group" aria-label=${words.kind}>
        ${(['words', 'picture'] as const).map(
          (one) =>
            html`<button type="button" class="choice" aria-pressed=${one === kind} @click=${() => this.change({ kind: one })}>
              ${words.kinds[one]}
            </button>`,
        )}
      </div>
      <is-where-glass
        .slide=${bodyOf(this.draft)}
        .screen=${this.aim.screens[0] ?? null}
        .hint=${kind === 'words' ? words.emptyPreview : words.emptyPicture}
      ></is-where-glass>
      <div class="card says">
        ${kind === 'words' ? this.wordsFields() : this.pictureFields()}
        ${checkField(words.crew, crew ? words.crewHint : null, crew, (ticked) => this.change({ crew: ticked }))}
      </div>`
  }

  private get foot(): string {
    const words = say().newSlide
    const { hindrance, end } = this
    if (this.tried && hindrance === 'words') return words.writeFirst
    if (this.tried && hindrance === 'picture') return words.pictureFirst
    if (this.tried && hindrance === 'from') return words.fromWrong
    if (this.tried && hindrance === 'where') return this.draft.crew ? say().notice.noCrewScreens : say().notice.chooseFirst
    if (end === 'endless') return words.endless
    return typeof end === 'string' ? '' : words.goneBy(times().since(end, live.now()))
  }

  protected override render() {
    const words = say().newSlide
    const { placed } = this
    return html`<div class="form" @keydown=${this.key}>
      ${this.what()}
      <is-where
        class="card"
        .value=${this.target}
        .mine=${myPlace()}
        .given=${placed?.placement.target ?? this.given}
        .reaches=${this.reaches}
        @change=${(event: CustomEvent<Target>) => (this.chosen = event.detail)}
      ></is-where>
      ${fromField(this.from, (from) => (this.from = from))}
      <is-how-long
        class="card"
        .label=${words.until}
        .value=${this.length}
        .choices=${['day-end', 'until', 'endless'] as const}
        .problem=${this.hindrance === 'until' ? words.untilWrong : ''}
        @change=${(event: CustomEvent<Length>) => (this.length = event.detail)}
      ></is-how-long>
      <div class="action">
        <button class="button primary large wide send" aria-keyshortcuts="Control+Enter" aria-disabled=${this.busy} @click=${this.press}>
          ${this.busy ? say().notice.sending : placed === null ? words.show : words.saveChange}
        </button>
        <p class="muted small" role="status">${this.foot}</p>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-slide-form': NewSlideForm
  }
}
