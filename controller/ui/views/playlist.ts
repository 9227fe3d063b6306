/** One playlist: put in order by hand or keyboard, kept as a draft, put on the screens when somebody says so. */
import type { EntryResource, PlaylistResource, Reach, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api, ApiProblem } from '../api.ts'
import { LiveController, Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import { createDraft } from '../parts/slide-editor-draft.ts'
import { choiceField, textField } from '../parts/slide-editor-fields.ts'
import { bodyOf, type PlaylistJson } from '../parts/slide-editor-json.ts'
import { createStaleGuard } from '../parts/slide-editor-stale.ts'
import '../parts/sortable.ts'
import { attempt, toast } from '../parts/toast.ts'
import { go } from '../router.ts'
import { mayEverywhere, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'
import './playlists-add.ts'
import type { ItemChange } from './playlists-item.ts'
import './playlists-item.ts'
import {
  inOrder,
  type ItemJson,
  type Library,
  libraryOf,
  nameOf,
  passMs,
  unpublishedSlides,
  withChange,
  withItem,
  withoutItem,
} from './playlists-items.ts'
import { listed } from './schedule-text.ts'
import './slides-publish.ts'
import { playlistStyles } from './playlist.styles.ts'

/** Changes rest this long before the draft is saved (ms). */
const saveAfterMs = 600

@customElement('is-playlist-view')
export class PlaylistView extends CrewElement {
  static override styles = [controls, playlistStyles]

  @property() playlistId = ''
  @state() private body: PlaylistJson | null = null
  @state() private busy = false
  @state() private adding = false
  protected readonly live = new LiveController(this)
  protected readonly venue = new VenueController(this)
  private readonly stage = new SlideContextController(this, { still: true })
  private readonly playlist = new Resource<PlaylistResource>(
    this,
    () => (this.playlistId === '' ? null : `/playlists/${this.playlistId}`),
    ['playlists'],
  )
  private readonly reach = new Resource<Reach>(this, () => (this.playlistId === '' ? null : `/playlists/${this.playlistId}/reach`), [
    'playlists',
    'schedule',
    'screens',
  ])
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => '/schedule', ['schedule'])
  private readonly guard = createStaleGuard(() => performance.now())
  private savedRevision: number | null = null
  private readonly draft = createDraft<PlaylistJson>({
    save: (body) => this.save(body),
    delayMs: saveAfterMs,
    changed: () => this.requestUpdate(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  })

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    void this.draft.flush()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playlistId')) this.body = null
    const found = this.playlist.value
    const typing = this.draft.state === 'waiting' || this.draft.state === 'saving' || this.draft.state === 'failed'
    if (found === null || typing || this.guard.isStale(found.changedAt)) return
    const body = bodyOf(found)
    if (JSON.stringify(body) !== JSON.stringify(this.body)) this.body = body
  }

  override render(): TemplateResult {
    const words = say().playlists
    const problem = this.body === null ? this.playlist.problem : null
    return html`<div class="page">
      <header class="page-head">
        <a class="back" href="/playlists">‹ ${words.back}</a>
        <h1>${this.body?.name ?? words.title}</h1>
      </header>
      ${
        problem !== null
          ? html`<div class="empty">
              <h2>${words.gone}</h2>
              <p>${sayProblem(problem)}</p>
            </div>`
          : this.body === null
            ? html`<div class="stack" aria-busy="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</div>`
            : this.editor(this.body, libraryOf(this.slides.value ?? [], this.playlists.value ?? []))
      }
    </div>`
  }

  private editor(body: PlaylistJson, library: Library): TemplateResult {
    const words = say().playlists
    const editable = mayEverywhere()
    return html`<div class="stack">
      ${
        editable
          ? html`<div class="head">
              ${textField(words.name, body.name, 1, 'nb', (name) => this.type({ ...body, name }))}
              <div class="order">
                ${choiceField(words.order, ['sequence', 'shuffle'], words.orders, body.order, (order) => this.type({ ...body, order }))}
                <p class="hint small muted" role="status">${words.orderHelp[body.order]}</p>
              </div>
            </div>`
          : html`<h2>${body.name}</h2>`
      }
      <div class="row spread">
        <span class="muted tabular"
          >${words.items(body.items.length)}${body.items.length === 0 ? nothing : html` · ${words.pass(times().length(passMs(body, library)))}`}</span
        >
        ${editable ? html`<button class="button" @click=${() => (this.adding = true)}>+ ${words.add}</button>` : nothing}
      </div>
      ${body.items.length === 0 ? html`<div class="empty"><p>${words.emptyList}</p></div>` : this.items(body, library, editable)}
      ${editable ? html`${this.publishBar(body, library)}${this.foot(body)}` : nothing}
      <is-add-items
        .open=${this.adding}
        .library=${library}
        .playlistId=${this.playlistId}
        .context=${this.stage.context}
        @add=${(event: CustomEvent<ItemJson['of']>) => this.type(withItem(this.body ?? body, event.detail))}
        @close=${() => (this.adding = false)}
      ></is-add-items>
    </div>`
  }

  private items(body: PlaylistJson, library: Library, editable: boolean): TemplateResult {
    const row = (item: ItemJson): TemplateResult =>
      html`<is-playlist-item
        slot=${item.id}
        .item=${item}
        .library=${library}
        .context=${this.stage.context}
        .editable=${editable}
        @change=${(event: CustomEvent<ItemChange>) => this.type(withChange(this.body ?? body, item.id, event.detail))}
        @remove=${() => this.takeOut(item, library)}
      ></is-playlist-item>`
    const rows = repeat(body.items, (item) => item.id, row)
    if (!editable) return html`<div>${rows}</div>`
    return html`<is-sortable
      .items=${body.items.map((item) => ({ id: item.id, label: nameOf(item, library) ?? say().playlists.missing }))}
      @sort=${(event: CustomEvent<readonly string[]>) => this.type(inOrder(this.body ?? body, event.detail))}
      >${rows}</is-sortable
    >`
  }

  private publishBar(body: PlaylistJson, library: Library): TemplateResult {
    const found = this.playlist.value
    const news = unpublishedSlides(body, library).length
    const reach = this.reach.value === null ? '' : say().slides.reach(this.reach.value.screens.length, this.reach.value.now.length)
    return html`<is-publish
      .saving=${this.draft.state}
      .draft=${found !== null && found.draft !== null}
      .published=${found !== null && found.published !== null}
      .reach=${news === 0 ? reach : `${reach}. ${say().playlists.draftSlides(news)}`}
      .problem=${this.draft.state === 'failed' ? problemText(this.draft.problem) : ''}
      .busy=${this.busy}
      @publish=${() => this.publish(unpublishedSlides(body, library))}
      @discard=${this.discard}
      @retry=${() => this.draft.flush()}
    ></is-publish>`
  }

  private foot(body: PlaylistJson): TemplateResult {
    const words = say().playlists
    const users = (this.entries.value ?? []).filter((entry) => entry.playlist === this.playlistId).map((entry) => `«${entry.name}»`)
    return html`<div class="foot row spread">
      ${
        users.length > 0
          ? html`<span class="small muted"
              >${words.deleteUsed(listed([...new Set(users)]))} <a href="/schedule">${words.goToSchedule}</a></span
            >`
          : html`<button class="button quiet red" @click=${() => this.delete(body.name)}>${words.deletePlaylist}</button>`
      }
    </div>`
  }

  private type(body: PlaylistJson): void {
    this.body = body
    this.draft.type(body)
  }

  private async save(body: PlaylistJson): Promise<void> {
    const written = await api.put<Written<PlaylistResource>>(`/playlists/${this.playlistId}/draft`, body)
    this.guard.saved(written.value.changedAt)
    this.savedRevision = written.revision
    this.playlist.assume(written.value)
  }

  /** Saved at once and on its own, so that *Angre* brings back this item and nothing else. */
  private async takeOut(item: ItemJson, library: Library): Promise<void> {
    if (this.body === null) return
    await this.draft.flush()
    this.type(withoutItem(this.body, item.id))
    await this.draft.flush()
    if (this.draft.state === 'saved')
      toast(say().playlists.removed(nameOf(item, library) ?? say().playlists.missing), { undo: this.savedRevision })
  }

  private async publish(slides: readonly string[]): Promise<void> {
    this.busy = true
    await this.draft.flush()
    if (this.draft.state !== 'failed') {
      const written = await attempt(() => api.post<Written<unknown>>('/publish', { slides, playlists: [this.playlistId] }))
      if (written !== null) {
        await Promise.all([this.playlist.reload(), this.reach.reload(), this.slides.reload()])
        toast(say().slides.published(this.reach.value?.screens.length ?? 0), { undo: written.revision })
      }
    }
    this.busy = false
  }

  private async discard(): Promise<void> {
    await this.draft.drop()
    const written = await attempt(() => api.delete<Written<PlaylistResource | null>>(`/playlists/${this.playlistId}/draft`))
    if (written === null) return
    this.guard.forget()
    await this.playlist.reload()
    toast(say().slides.discarded, { undo: written.revision })
  }

  private async delete(name: string): Promise<void> {
    await this.draft.drop()
    const written = await attempt(() => api.delete<Written<unknown>>(`/playlists/${this.playlistId}`))
    if (written === null) return
    go('/playlists')
    toast(say().playlists.deleted(name), { undo: written.revision })
  }
}

/** A circle is said with the names on the way round. */
function problemText(problem: unknown): string {
  const way = problem instanceof ApiProblem && problem.code === 'playlist-cycle' ? problem.body?.params['way'] : undefined
  return way === undefined ? sayProblem(problem) : say().playlists.cycle(String(way))
}

declare global {
  interface HTMLElementTagNameMap {
    'is-playlist-view': PlaylistView
  }
}
