/** *Sendeplan*: what always goes, then every festival day with what goes on it; add, change, take out. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type {
  EntryBody,
  EntryResource,
  EventResource,
  PlaylistResource,
  ProgrammeResource,
  SlideResource,
  Written,
} from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { documents } from '../documents.ts'
import { live, LiveController, Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { attempt, toast } from '../parts/toast.ts'
import { replace } from '../router.ts'
import { may, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'
import './advice-chip.ts'
import { libraryOf } from './playlists-items.ts'
import { timetableOf } from './programme-model.ts'
import { type DayRow, scheduleDays } from './schedule-days.ts'
import { heldSlides } from './schedule-embargo.ts'
import { type EntryForm, formOf, newForm } from './schedule-form-model.ts'
import type { EntryFormElement } from './schedule-form.ts'
import './schedule-form.ts'
import { type Held, replacementsOf, showingAt } from './schedule-now.ts'
import './schedule-release.ts'
import './schedule-removal.ts'
import './schedule-row.ts'
import { dayText, instantOf, nightText } from './schedule-text.ts'
import { festivalTimeAt } from './schedule-wall.ts'
import { scheduleStyles } from './schedule.styles.ts'

/** What the sheet is about: a new entry (`id` null) or one that exists. */
interface Editing {
  readonly id: string | null
  readonly form: EntryForm
}

@customElement('is-schedule-view')
export class ScheduleView extends CrewElement {
  static override styles = [controls, scheduleStyles]

  protected readonly live = new LiveController(this, 10_000)
  protected readonly venue = new VenueController(this)
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => '/schedule', [
    'schedule',
    'screens',
    'areas',
    'events',
    'happenings',
    'corrections',
  ])
  private readonly programme = new Resource<ProgrammeResource>(this, () => '/programme', ['happenings', 'stages', 'corrections', 'events'])
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  /** The entry to open, where the path names one. */
  @property({ attribute: false }) entryId: string | null = null
  @state() private editing: Editing | null = null
  @state() private releasing: EntryResource | null = null
  @state() private removing: EntryResource | null = null
  @state() private refused = ''
  @state() private busy = false
  private opened = false
  @query('is-entry-form') private form!: EntryFormElement | null

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entryId')) this.opened = false
    const named = this.entries.value?.find(({ id }) => id === this.entryId)
    if (this.opened || named === undefined || venue.event === null) return
    this.opened = true
    this.edit(named)
  }

  override render(): TemplateResult {
    const words = say().schedule
    return html`<div class="page">
      <header class="page-head">
        <h1>${words.title}</h1>
        <is-advice-chip></is-advice-chip>
        ${may('edit') ? html`<button class="button primary" @click=${() => this.add(null)}>${words.newEntry}</button>` : nothing}
      </header>
      ${this.content(venue.event)} ${this.editSheet()}
      <is-entry-removal
        .entry=${this.removing}
        .held=${this.held}
        @close=${() => (this.removing = null)}
        @remove=${() => this.removing !== null && this.takeOut(this.removing)}
      ></is-entry-removal>
      <is-release
        .entry=${this.releasing}
        .slides=${this.releasing === null ? [] : this.heldBy(this.releasing)}
        @close=${() => (this.releasing = null)}
        @released=${() => this.entries.reload()}
      ></is-release>
    </div>`
  }

  private content(event: EventResource | null): TemplateResult {
    const words = say().schedule
    const all = this.entries.value
    if (all === null || event === null)
      return this.entries.problem === null
        ? html`<div class="stack" aria-busy="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</div>`
        : html`<p class="problem">${sayProblem(this.entries.problem)}</p>`
    if (all.length === 0)
      return html`<div class="empty">
        <h2>${words.emptyTitle}</h2>
        <p>${words.emptyHelp}</p>
        ${may('edit') ? html`<button class="button primary" @click=${() => this.add(null)}>${words.newEntry}</button>` : nothing}
      </div>`
    const now = live.now()
    const today = festivalTimeAt(now, event.zone, event.dayBreak).day
    const showing = showingAt(this.held, now)
    const always = all.filter((entry) => entry.windows === null)
    const waiting = all.filter((entry) => entry.windows?.length === 0)
    const days = scheduleDays(all, event.firstDay, event.lastDay, (t) => festivalTimeAt(t, event.zone, event.dayBreak).day)
    return html`
      <nav class="strip" aria-label=${words.days}>
        ${always.length === 0 ? nothing : this.jump('always', words.always, false)}
        ${days.map(({ day }) => this.jump(day, dayText(day, event, 'short'), day === today))}
      </nav>
      <div class="days">
        ${
          always.length === 0
            ? nothing
            : html`<section id="day-always" aria-label=${words.always}>
                <div class="day-head">
                  <h2>${words.always}</h2>
                  <span class="muted small">${words.alwaysHelp}</span>
                </div>
                <ul class="list">
                  ${always.map((entry) => html`<li>${this.row(entry, null, '', event, showing.has(entry.id))}</li>`)}
                </ul>
              </section>`
        }
        ${
          waiting.length === 0
            ? nothing
            : html`<section aria-label=${words.waiting}>
                <div class="day-head">
                  <h2>${words.waiting}</h2>
                  <span class="muted small">${words.waitingHelp}</span>
                </div>
                <ul class="list">
                  ${waiting.map((entry) => html`<li>${this.row(entry, null, '', event, false)}</li>`)}
                </ul>
              </section>`
        }
        ${days.map(
          ({ day, rows }) =>
            html`<section id=${`day-${day}`} aria-label=${dayText(day, event, 'long')}>
              ${this.dayHead(day, today, event)}
              ${
                rows.length === 0
                  ? html`<p class="muted">${words.nothingThatDay}</p>`
                  : html`<ul class="list">
                      ${rows.map(
                        (row) =>
                          html`<li>
                            ${this.row(row.entry, row, day, event, row.from <= now && now < row.until && showing.has(row.entry.id))}
                          </li>`,
                      )}
                    </ul>`
              }
            </section>`,
        )}
      </div>
    `
  }

  private row(entry: EntryResource, window: DayRow | null, day: string, event: EventResource, showing: boolean): TemplateResult {
    return html`<is-schedule-row
      class="grow"
      .entry=${entry}
      .window=${window}
      .day=${day}
      .happenings=${this.happenings}
      .event=${event}
      .showing=${showing}
      .held=${this.heldBy(entry).length}
      .editable=${may('edit')}
      @edit=${() => this.edit(entry)}
      @release=${() => (this.releasing = entry)}
      @hold=${() => this.holdBack(entry)}
    ></is-schedule-row>`
  }

  private get happenings(): readonly Happening[] {
    return this.programme.value === null ? [] : timetableOf(this.programme.value).items.map((item) => item.now)
  }

  private heldBy(entry: EntryResource): readonly SlideResource[] {
    return heldSlides(entry.playlist, libraryOf(this.slides.value ?? [], this.playlists.value ?? []))
  }

  /** At once, and without *Angre*: what is held back is never released by one press. */
  private async holdBack({ id, name }: EntryResource): Promise<void> {
    const written = await attempt(() => api.post<Written<EntryResource>>(`/schedule/${id}/disarm`, null))
    if (written !== null) toast(say().advice.heldAgain(name), { undo: null })
    await this.entries.reload()
  }

  private jump(id: string, text: string, isToday: boolean): TemplateResult {
    const leap = (): void => this.renderRoot.querySelector(`#day-${id}`)?.scrollIntoView({ block: 'start' })
    return html`<button class=${isToday ? 'choice today' : 'choice'} aria-current=${isToday ? 'date' : nothing} @click=${leap}>
      ${text}
    </button>`
  }

  private dayHead(day: string, today: string, event: EventResource): TemplateResult {
    const words = say().schedule
    const noon = instantOf({ day, time: '12:00' }, event)
    return html`<div class="day-head">
      <h2>${times().longDay(noon)}${day === today ? html` <span class="chip blue">${words.today}</span>` : nothing}</h2>
      ${clockChanges(day, event) ? html`<span class="change small">${words.clockChange(nightText(day, event))}</span>` : nothing}
      ${
        may('edit')
          ? html`<button class="button quiet" aria-label=${`${words.addDay}: ${dayText(day, event, 'long')}`} @click=${() => this.add(day)}>
              + ${words.newEntry}
            </button>`
          : nothing
      }
    </div>`
  }

  private get held(): readonly Held[] {
    return live.classes.flatMap(({ hash, screens }) => {
      const manifest = hash === null ? null : (documents.get(hash, () => this.requestUpdate()) as Manifest | null)
      return manifest === null ? [] : [{ manifest, screens }]
    })
  }

  private editSheet(): TemplateResult {
    const words = say().schedule
    const { editing } = this
    const entry = this.entries.value?.find((one) => one.id === editing?.id) ?? null
    return html`<is-sheet
      .open=${editing !== null}
      .heading=${editing?.id === null || editing === null ? words.newEntry : words.editTitle}
      @close=${this.closeEdit}
    >
      ${
        editing === null
          ? nothing
          : html`<is-entry-form
                .form=${editing.form}
                .event=${venue.event}
                .now=${live.now()}
                .playlists=${this.playlists.value ?? []}
                .happenings=${this.happenings}
                .refused=${this.refused}
                @changed=${(event: CustomEvent<EntryForm>) => (this.editing = { ...editing, form: event.detail })}
                @entry=${(event: CustomEvent<EntryBody>) => this.save(editing.id, event.detail)}
              ></is-entry-form>
              <div slot="footer" class="row spread">
                <button class="button primary large" ?disabled=${this.busy} @click=${() => this.form?.submit()}>
                  ${editing.id === null ? words.save : words.change}
                </button>
                ${entry === null ? nothing : html`<button class="button quiet red" @click=${() => this.askRemove(entry)}>${words.remove}</button>`}
              </div>`
      }
    </is-sheet>`
  }

  private readonly closeEdit = (): void => {
    this.editing = null
    if (this.entryId !== null) replace('/schedule')
  }

  private add(day: string | null): void {
    if (venue.event === null) return
    this.refused = ''
    this.editing = { id: null, form: newForm(venue.event, day, live.now()) }
  }

  private edit(entry: EntryResource): void {
    if (venue.event === null || !may('edit')) return
    this.refused = ''
    this.editing = { id: entry.id, form: formOf(entry, venue.event, live.now()) }
  }

  private async save(id: string | null, body: EntryBody): Promise<void> {
    this.busy = true
    try {
      const written =
        id === null
          ? await api.post<Written<EntryResource>>('/schedule', body)
          : await api.put<Written<EntryResource>>(`/schedule/${id}`, body)
      this.closeEdit()
      const words = say().schedule
      const text = id === null ? words.saved(body.name, words.screens(written.value.screens.length)) : words.changed(body.name)
      toast(text, { undo: written.revision })
      await this.entries.reload()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.refused = sayProblem(problem)
    } finally {
      this.busy = false
    }
  }

  private askRemove(entry: EntryResource): void {
    this.closeEdit()
    if (replacementsOf(entry.id, this.held, live.now()).length > 0) this.removing = entry
    else void this.takeOut(entry)
  }

  private async takeOut(entry: EntryResource): Promise<void> {
    this.removing = null
    this.entries.assume((this.entries.value ?? []).filter((one) => one.id !== entry.id))
    const written = await attempt(() => api.delete<Written<unknown>>(`/schedule/${entry.id}`))
    if (written !== null) toast(say().schedule.removed(entry.name), { undo: written.revision })
    await this.entries.reload()
  }
}

/** Whether the day is not 24 hours long. */
function clockChanges(day: string, event: EventResource): boolean {
  const start = instantOf({ day, time: event.dayBreak }, event)
  const end = festivalTimeAt((start + 86_400_000) as typeof start, event.zone, event.dayBreak)
  return end.time !== event.dayBreak
}

declare global {
  interface HTMLElementTagNameMap {
    'is-schedule-view': ScheduleView
  }
}
