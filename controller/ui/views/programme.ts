/** *Program*: the timetable of the day, stage by stage, put right with one thumb; at the right of a desktop as the glass shows it. */
import type { Correction } from '@infoskjerm/shared/model/correction.ts'
import type { EventResource, HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { MediaQuery, phone } from '../parts/media-query.ts'
import { may, mayEverywhere, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { programmeDays, type StageDay, stageDays } from './programme-day.ts'
import { changesOf, type DelayPlan, planDelay } from './programme-delay-plan.ts'
import './programme-delay.ts'
import { type Deed, delaySaid, tell } from './programme-deeds.ts'
import { mayCorrect, mayUse, ProgrammeDesk } from './programme-desk.ts'
import type { Writing } from './programme-form.ts'
import './programme-form.ts'
import './programme-glass.ts'
import { RowKeys } from './programme-keys.ts'
import { changeOf, type Item, type Timetable } from './programme-model.ts'
import './programme-move.ts'
import './programme-paste.ts'
import type { HappeningRow } from './programme-row.ts'
import './programme-row.ts'
import './programme-strips.ts'
import { inWords } from './programme-text.ts'
import { programmeStyles } from './programme.styles.ts'
import { instantOf } from './schedule-text.ts'
import { addDays, daysFrom } from './schedule-wall.ts'

/** The stage that this phone was last set to. */
const stageKey = 'infoskjerm.programme.stage'

@customElement('is-programme-view')
export class ProgrammeView extends CrewElement {
  static override styles = [controls, programmeStyles]

  /** ISO date of the festival day; null: today. */
  @property({ attribute: false }) day: string | null = null
  protected readonly live = new LiveController(this, 5_000)
  protected readonly venue = new VenueController(this)
  private readonly phone = new MediaQuery(this, phone)
  private readonly desk = new ProgrammeDesk(this)
  private readonly keys = new RowKeys(this)
  @state() private stage: string | null = localStorage.getItem(stageKey)
  @state() private chosen: string | null = null
  @state() private plan: DelayPlan | null = null
  @state() private moving: Item | null = null
  @state() private writing: Writing | null = null
  @state() private pasting = false
  @state() private refused = ''
  @state() private busy = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('day')) this.chosen = null
  }

  override render(): TemplateResult {
    const { event } = venue
    const { timetable } = this.desk
    return html`<div class="frame">
      <div class="page">
        <header class="page-head">
          <h1>${say().programme.title}</h1>
          ${timetable === null || this.phone.holds ? nothing : this.makers(this.day ?? this.today, this.stage)}
          <span class="clock tabular muted">${times().shortDay(live.now())} ${times().clock(live.now())}</span>
        </header>
        ${timetable === null || event === null ? this.waiting() : this.content(timetable, event)}
      </div>
      ${timetable === null || event === null ? nothing : html`${this.glass(timetable)} ${this.sheets(timetable, event)}`}
    </div>`
  }

  private waiting(): TemplateResult {
    const { problem } = this.desk
    if (problem !== '') return html`<p class="problem" role="alert">${problem}</p>`
    return html`<div aria-busy="true">${[1, 2, 3, 4, 5].map(() => html`<div class="skeleton bone"></div>`)}</div>`
  }

  private get today(): string {
    return times().festivalDate(live.now())
  }

  private content(timetable: Timetable, event: EventResource): TemplateResult {
    const words = say().programme
    const day = this.day ?? this.today
    const all = stageDays(timetable, day, live.now(), times().festivalDate)
    const stage = all.some((one) => one.stage?.id === this.stage) ? this.stage : null
    const shown = stage === null ? all : all.filter((one) => one.stage?.id === stage)
    return html`
      <is-programme-strips
        .days=${programmeDays(timetable, daysFrom(event.firstDay, event.lastDay), times().festivalDate)}
        .day=${day}
        .today=${this.today}
        .event=${event}
        .stages=${all.flatMap((one) => (one.stage === null ? [] : [one.stage]))}
        .stage=${stage}
        @stage=${(pick: CustomEvent<string | null>) => this.pickStage(pick.detail)}
      ></is-programme-strips>
      ${
        timetable.items.length === 0
          ? html`<div class="empty">
              <h2>${words.emptyTitle}</h2>
              <p>${words.emptyHelp}</p>
            </div>`
          : all.length === 0
            ? html`<p class="muted">${words.emptyDay}</p>`
            : shown.map((one) => this.stageDay(one, timetable, event))
      }
      ${this.phone.holds ? this.makers(day, stage) : nothing}
    `
  }

  /** At the foot on a phone, where putting right comes first; in the head elsewhere. */
  private makers(day: string, stage: string | null): TemplateResult | typeof nothing {
    const words = say().programme
    if (!may('edit')) return nothing
    return html`<div class="makers">
      <button class="button" @click=${() => this.write({ item: null, day, stage })}>${words.form.add}</button>
      ${mayEverywhere() ? html`<button class="button" @click=${() => (this.pasting = true)}>${words.paste.open}</button>` : nothing}
    </div>`
  }

  private pickStage(id: string | null): void {
    this.stage = id
    if (id === null) localStorage.removeItem(stageKey)
    else localStorage.setItem(stageKey, id)
  }

  private stageDay({ stage, coming, over }: StageDay, timetable: Timetable, event: EventResource): TemplateResult {
    const words = say().programme
    const name = stage === null ? words.noStage : inWords(stage.name)
    const rows = (items: readonly Item[]) =>
      html`<ul class="list">
        ${repeat(
          items,
          ({ id }) => id,
          (item) => html`<li>${this.row(item, timetable, event)}</li>`,
        )}
      </ul>`
    return html`<section class="stage" aria-label=${name}>
      <h2>
        ${stage === null || stage.letter === '' ? nothing : html`<span class="letter" aria-hidden="true">${stage.letter}</span>`}${name}
      </h2>
      ${coming.length === 0 ? nothing : rows(coming)}
      ${
        over.length === 0
          ? nothing
          : html`<details class="past">
              <summary>${words.overTitle(over.length)}</summary>
              ${rows(over)}
            </details>`
      }
    </section>`
  }

  private row(item: Item, { stages }: Timetable, { dayBreak }: EventResource): TemplateResult {
    return html`<is-happening
      .item=${item}
      .stages=${stages}
      .now=${live.now()}
      .dayBreak=${dayBreak}
      .editable=${mayCorrect(item, stages)}
      .open=${item.id === this.chosen}
      @choose=${() => (this.chosen = item.id === this.chosen ? null : item.id)}
      @deed=${(said: CustomEvent<Deed>) => this.do(item, said.detail)}
      @step=${(step: CustomEvent<number>) => this.keys.step(step.target as HappeningRow, step.detail)}
    ></is-happening>`
  }

  private glass(timetable: Timetable): TemplateResult {
    return html`<aside aria-label=${say().programme.preview.label}>
      <is-programme-glass
        .timetable=${timetable}
        .stage=${this.stage}
        .day=${this.day === this.today ? null : this.day}
        .chosen=${this.chosen}
      ></is-programme-glass>
      <p class="small muted">${say().programme.keys}</p>
    </aside>`
  }

  private sheets(timetable: Timetable, event: EventResource): TemplateResult {
    const stages = timetable.stages.filter(mayUse)
    return html`
      <is-delay
        .plan=${this.plan}
        .timetable=${this.desk.timetable}
        @close=${() => (this.plan = null)}
        @answer=${(answer: CustomEvent<boolean>) => this.delay(answer.detail)}
      ></is-delay>
      <is-move
        .item=${this.moving}
        .stages=${stages}
        .event=${event}
        .now=${live.now()}
        @close=${() => (this.moving = null)}
        @move=${(move: CustomEvent<Correction>) => this.move(move.detail)}
      ></is-move>
      <is-happening-form
        .writing=${this.writing}
        .stages=${stages}
        .anywhere=${mayEverywhere()}
        .event=${event}
        .now=${live.now()}
        .refused=${this.refused}
        .busy=${this.busy}
        @close=${() => (this.writing = null)}
        @write=${(write: CustomEvent<HappeningBody>) => this.save(write.detail)}
        @remove=${this.takeOut}
      ></is-happening-form>
      <is-paste .open=${this.pasting} .event=${event} @close=${() => (this.pasting = false)} @pasted=${() => this.desk.reload()}></is-paste>
    `
  }

  private do(item: Item, deed: Deed): void {
    switch (deed.kind) {
      case 'delay':
        return this.askDelay(item, deed.minutes)
      case 'move':
        this.moving = item
        return
      case 'edit':
        return this.write({ item, day: times().festivalDate(item.now.start), stage: item.planned.stage })
      default: {
        const { change, said } = tell(item, deed, live.now())
        void this.desk.correct([change], said)
      }
    }
  }

  /** Sent at once where nothing comes after it on its stage. */
  private askDelay(item: Item, minutes: number): void {
    const { timetable } = this.desk
    const { event } = venue
    if (timetable === null || event === null) return
    const dayEnd = instantOf({ day: addDays(times().festivalDate(item.now.start), 1), time: event.dayBreak }, event)
    const plan = planDelay(item, minutes, timetable, live.now(), dayEnd)
    if (plan.rest.length > 0) this.plan = plan
    else this.sendDelay(plan, false)
  }

  private delay(withRest: boolean): void {
    const { plan } = this
    this.plan = null
    if (plan !== null) this.sendDelay(plan, withRest)
  }

  private sendDelay(plan: DelayPlan, withRest: boolean): void {
    const changes = changesOf(plan, withRest)
    void this.desk.correct(changes, delaySaid(plan, changes.length))
  }

  private move(correction: Correction): void {
    const { moving } = this
    this.moving = null
    if (moving !== null) void this.desk.correct([changeOf(moving, correction)], say().programme.said.moved(inWords(moving.now.title)))
  }

  /** Who may only act on some stages begins on one of them. */
  private write(writing: Writing): void {
    const first = mayEverywhere() ? null : (this.desk.timetable?.stages.find(mayUse)?.id ?? null)
    this.refused = ''
    this.writing = { ...writing, stage: writing.stage ?? first }
  }

  private async save(body: HappeningBody): Promise<void> {
    this.busy = true
    this.refused = await this.desk.write(this.writing?.item?.id ?? null, body)
    this.busy = false
    if (this.refused === '') this.writing = null
  }

  private readonly takeOut = (): void => {
    const item = this.writing?.item ?? null
    this.writing = null
    if (item !== null) void this.desk.remove(item)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-programme-view': ProgrammeView
  }
}
