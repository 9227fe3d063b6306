/** *Sendeplan*: what goes where and when; add, change, take out. */
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
import { widestPlace } from '../parts/where-mine.ts'
import { replace } from '../router.ts'
import { may, venue, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import './advice-chip.ts'
import { libraryOf } from './playlists-items.ts'
import { timetableOf } from './programme-model.ts'
import { heldSlides } from './schedule-embargo.ts'
import { type EntryForm, formOf, newForm } from './schedule-form-model.ts'
import type { EntryFormElement } from './schedule-form.ts'
import './schedule-form.ts'
import './schedule-list.ts'
import { type Held, replacementsOf, showingAt } from './schedule-now.ts'
import './schedule-release.ts'
import './schedule-removal.ts'
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
    return html`<is-schedule-list
      .entries=${all}
      .event=${event}
      .now=${live.now()}
      .showing=${new Set(showingAt(this.held, live.now()).keys())}
      .held=${new Map(all.map((entry) => [entry.id, this.heldBy(entry).length]))}
      .happenings=${this.happenings}
      @add=${(add: CustomEvent<string>) => this.add(add.detail)}
      @edit=${(edit: CustomEvent<EntryResource>) => this.edit(edit.detail)}
      @release=${(release: CustomEvent<EntryResource>) => (this.releasing = release.detail)}
      @hold=${(hold: CustomEvent<EntryResource>) => this.holdBack(hold.detail)}
    ></is-schedule-list>`
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
    this.editing = { id: null, form: { ...newForm(venue.event, day, live.now()), target: widestPlace() } }
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

declare global {
  interface HTMLElementTagNameMap {
    'is-schedule-view': ScheduleView
  }
}
