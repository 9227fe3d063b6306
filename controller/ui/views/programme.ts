/** *Program*: the timetable of the day, stage by stage, put right with one thumb; at the right of a desktop as the glass shows it. */
import { type Correction, goingOn, over } from '@infoskjerm/shared/model/correction.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource, HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { MediaQuery, phone } from '../parts/media-query.ts'
import { may, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { programmeDays, type StageDay, stageDays } from './programme-day.ts'
import { changesOf, type DelayPlan, planDelay } from './programme-delay-plan.ts'
import './programme-delay.ts'
import { ProgrammeDesk } from './programme-desk.ts'
import type { Writing } from './programme-form.ts'
import './programme-form.ts'
import { type Change, changeOf, type Item, programmeOf, saidOf, type Timetable } from './programme-model.ts'
import './programme-move.ts'
import './programme-paste.ts'
import './programme-preview.ts'
import type { Deed, HappeningRow } from './programme-row.ts'
import './programme-row.ts'
import { inWords, stageName } from './programme-text.ts'
import { programmeStyles } from './programme.styles.ts'
import { dayText, instantOf } from './schedule-text.ts'
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
  @state() private stage: string | null = localStorage.getItem(stageKey)
  @state() private chosen: string | null = null
  @state() private plan: DelayPlan | null = null
  @state() private moving: Item | null = null
  @state() private writing: Writing | null = null
  @state() private pasting = false
  @state() private refused = ''
  @state() private busy = false
  private shown: { readonly of: Timetable; readonly programme: Programme } | null = null

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
      ${timetable === null || event === null ? nothing : html`${this.glass(timetable, event)} ${this.sheets(timetable, event)}`}
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
      <div class="strips">
        <nav class="strip" aria-label=${words.days}>
          ${programmeDays(timetable, daysFrom(event.firstDay, event.lastDay), times().festivalDate).map((one) => this.dayLink(one, day, event))}
        </nav>
        ${all.length < 2 ? nothing : this.stageStrip(all, stage)}
      </div>
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
      <button class="button" @click=${() => (this.pasting = true)}>${words.paste.open}</button>
    </div>`
  }

  private dayLink(one: string, day: string, event: EventResource): TemplateResult {
    const isToday = one === this.today
    return html`<a
      class=${isToday ? 'choice today' : 'choice'}
      href=${isToday ? '/programme' : `/programme/${one}`}
      aria-current=${one === day ? 'page' : nothing}
      >${isToday ? say().programme.today : dayText(one, event, 'short')}</a
    >`
  }

  private stageStrip(all: readonly StageDay[], chosen: string | null): TemplateResult {
    const words = say().programme
    const pill = (id: string | null, name: string) =>
      html`<button class="choice" aria-pressed=${id === chosen} @click=${() => this.pickStage(id)}>${name}</button>`
    return html`<div class="strip" role="group" aria-label=${words.stages}>
      ${pill(null, words.allStages)} ${all.flatMap(({ stage }) => (stage === null ? [] : [pill(stage.id, inWords(stage.name))]))}
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
      .editable=${may('edit')}
      .open=${item.id === this.chosen}
      @choose=${() => (this.chosen = item.id === this.chosen ? null : item.id)}
      @deed=${(said: CustomEvent<Deed>) => this.do(item, said.detail)}
      @step=${(step: CustomEvent<number>) => this.step(step.target as HappeningRow, step.detail)}
    ></is-happening>`
  }

  /** The focus goes to the next row in sight, or the one before. */
  private step(from: HappeningRow, by: number): void {
    const rows = [...this.renderRoot.querySelectorAll('is-happening')].filter((row) => row.checkVisibility())
    rows[rows.indexOf(from) + by]?.focus()
  }

  private glass(timetable: Timetable, event: EventResource): TemplateResult {
    const words = say().programme.preview
    const day = this.day ?? this.today
    const at = day === this.today ? null : this.firstOf(timetable, day, event)
    const item = timetable.items.find(({ id }) => id === this.chosen)
    const stage = item?.now.stage ?? (timetable.stages.some(({ id }) => id === this.stage) ? this.stage : null)
    if (this.shown?.of !== timetable) this.shown = { of: timetable, programme: programmeOf(timetable) }
    return html`<aside aria-label=${say().common.nav.screens}>
      <h2>${at === null ? words.now : words.then(times().dayTime(at))}</h2>
      <is-programme-preview .programme=${this.shown.programme} .stage=${stage} .at=${at}></is-programme-preview>
      <p class="small muted">${stage === null ? words.all : words.stage(stageName(timetable.stages, stage))}</p>
      ${may('edit') ? html`<p class="small muted">${say().programme.keys}</p>` : nothing}
    </aside>`
  }

  /** When the chosen happening begins, else the first of the day. */
  private firstOf({ items }: Timetable, day: string, event: EventResource): Instant {
    const chosen = items.find(({ id }) => id === this.chosen)
    const first = chosen ?? items.find(({ now }) => times().festivalDate(now.start) === day)
    return first?.now.start ?? instantOf({ day, time: '12:00' }, event)
  }

  private sheets({ stages }: Timetable, event: EventResource): TemplateResult {
    return html`
      <is-delay
        .plan=${this.plan}
        .stages=${stages}
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
    const words = say().programme.said
    const title = inWords(item.now.title)
    const correct = (said: Correction, text: string) => void this.desk.correct([changeOf(item, said)], text)
    switch (deed.kind) {
      case 'delay':
        return this.askDelay(item, deed.minutes)
      case 'open':
        return correct(goingOn(saidOf(item)), words.open(title))
      case 'over':
        return correct(over(saidOf(item), live.now()), words.over(title))
      case 'cancel':
        return correct({ ...saidOf(item), cancelled: true }, words.cancelled(title))
      case 'keep':
        return void this.desk.correct([{ happening: item.id, correction: saidOf(item) }], words.kept(title))
      case 'revert':
        return void this.desk.correct([{ happening: item.id, correction: null }], words.reverted(title))
      case 'move':
        this.moving = item
        return
      case 'edit':
        return this.write({ item, day: times().festivalDate(item.now.start), stage: item.planned.stage })
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
    else this.sendDelay(plan, changesOf(plan, false))
  }

  private delay(withRest: boolean): void {
    const { plan } = this
    this.plan = null
    if (plan !== null) this.sendDelay(plan, changesOf(plan, withRest))
  }

  private sendDelay({ minutes, first: { before, after } }: DelayPlan, changes: readonly Change[]): void {
    const words = say().programme.said
    const title = inWords(after.now.title)
    const { clock } = times()
    const alone =
      before.now.start === after.now.start ? words.endsLater(title, clock(after.now.end)) : words.later(title, clock(after.now.start))
    void this.desk.correct(changes, changes.length === 1 ? alone : words.stage(changes.length, minutes))
  }

  private move(correction: Correction): void {
    const { moving } = this
    this.moving = null
    if (moving !== null) void this.desk.correct([changeOf(moving, correction)], say().programme.said.moved(inWords(moving.now.title)))
  }

  private write(writing: Writing): void {
    this.refused = ''
    this.writing = writing
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
