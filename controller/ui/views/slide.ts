/** One slide: written at its true look, kept as a draft while somebody types, put on the screens when they say so. */
import type { PlaylistResource, Reach, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { LiveController, Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import { createDraft } from '../parts/slide-editor-draft.ts'
import { bodyOf, type SlideJson } from '../parts/slide-editor-json.ts'
import '../parts/slide-editor-settings.ts'
import { createStaleGuard } from '../parts/slide-editor-stale.ts'
import { type Version, versionOf, withVersion } from '../parts/slide-editor-version.ts'
import type { VersionsChange } from '../parts/slide-editor-versions.ts'
import '../parts/slide-editor-versions.ts'
import '../parts/slide-editor.ts'
import { attempt, toast } from '../parts/toast.ts'
import { go } from '../router.ts'
import { mayEverywhere, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import { listed } from './schedule-text.ts'
import { slidesOnGlass } from './slides-on-glass.ts'
import './slides-publish.ts'
import './slides-into-playlist.ts'
import { playlistsWith } from './slides-state.ts'
import { slideStyles } from './slide.styles.ts'

/** Typing rests this long before the draft is saved (ms). */
const saveAfterMs = 600

@customElement('is-slide-view')
export class SlideView extends CrewElement {
  static override styles = [controls, slideStyles]

  @property() slideId = ''
  @state() private body: SlideJson | null = null
  @state() private version: Version = null
  @state() private problem = ''
  @state() private busy = false
  @state() private removing = false
  protected readonly live = new LiveController(this)
  protected readonly venue = new VenueController(this)
  private readonly stage = new SlideContextController(this, { still: false })
  private readonly slide = new Resource<SlideResource>(this, () => (this.slideId === '' ? null : `/slides/${this.slideId}`), ['slides'])
  private readonly reach = new Resource<Reach>(this, () => (this.slideId === '' ? null : `/slides/${this.slideId}/reach`), [
    'slides',
    'playlists',
    'schedule',
    'screens',
  ])
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])
  private readonly guard = createStaleGuard(() => performance.now())
  /** Playlists whose only unpublished change is that this slide was put into them here. */
  private along: ReadonlySet<string> = new Set()
  private readonly draft = createDraft<SlideJson>({
    save: (body) => this.save(body),
    delayMs: saveAfterMs,
    changed: () => this.requestUpdate(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  })

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('beforeunload', this.warn)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('beforeunload', this.warn)
    void this.draft.flush()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('slideId')) [this.body, this.version] = [null, null]
    const found = this.slide.value
    const typing = this.draft.state === 'waiting' || this.draft.state === 'saving' || this.draft.state === 'failed'
    if (found === null || typing || this.guard.isStale(found.changedAt)) return
    const body = bodyOf(found)
    if (JSON.stringify(body) !== JSON.stringify(this.body)) this.body = body
    if (!body.variants.some((variant) => variant.for === this.version)) this.version = null
  }

  override render(): TemplateResult {
    const words = say().slides
    return html`<div class="page">
      <header class="page-head">
        <a class="back" href="/slides">‹ ${words.back}</a>
        <h1>${this.body?.name ?? words.title}</h1>
      </header>
      ${this.slide.problem !== null && this.body === null ? this.gone(sayProblem(this.slide.problem)) : this.columns()}
    </div>`
  }

  private gone(why: string): TemplateResult {
    return html`<div class="empty">
      <h2>${say().slides.goneTitle}</h2>
      <p>${why}</p>
      <a class="button" href="/slides">${say().slides.back}</a>
    </div>`
  }

  private columns(): TemplateResult {
    const { body } = this
    if (body === null) return html`<div class="columns" aria-busy="true"><div class="glass skeleton"></div></div>`
    const shown = versionOf(body, this.version)
    const edit = (event: CustomEvent<SlideJson>): void => this.type(withVersion(this.body ?? body, this.version, event.detail))
    return html`<div class="columns">
      <div class="main">
        ${mayEverywhere() ? html`<is-versions .body=${body} .version=${this.version} @versions=${this.vary}></is-versions>` : nothing}
        <is-slide-editor
          .body=${shown}
          .version=${this.version}
          .context=${this.stage.context}
          .editable=${mayEverywhere()}
          @edit=${edit}
        ></is-slide-editor>
        ${mayEverywhere() ? this.publishBar() : nothing} ${this.membership()}
      </div>
      ${
        mayEverywhere()
          ? html`<section class="side" aria-label=${say().slides.settings}>
              <is-slide-settings .body=${shown} .programme=${this.stage.programme} @edit=${edit}></is-slide-settings>
              ${this.foot()}
            </section>`
          : nothing
      }
    </div>`
  }

  private publishBar(): TemplateResult {
    const found = this.slide.value
    return html`<is-publish
      .saving=${this.draft.state}
      .draft=${found !== null && (found.draft !== null || this.along.size > 0)}
      .published=${found !== null && found.published !== null}
      .reach=${this.reachText}
      .problem=${this.draft.state === 'failed' ? sayProblem(this.draft.problem) : this.problem}
      .busy=${this.busy}
      @publish=${this.publish}
      @discard=${this.discard}
      @retry=${() => this.draft.flush()}
    ></is-publish>`
  }

  private get nowOn(): number {
    return slidesOnGlass(() => this.requestUpdate()).filter((slide) => slide === this.slideId).length
  }

  private get reachText(): string {
    return this.reach.value === null ? '' : say().slides.reach(this.reach.value.screens.length, this.nowOn)
  }

  private membership(): TemplateResult | typeof nothing {
    const all = this.playlists.value
    if (all === null) return nothing
    const within = playlistsWith(this.slideId, all)
    if (within.length > 0)
      return html`<p class="small muted">
        ${say().slides.inPlaylists}
        ${within.map((one, at) => html`${at > 0 ? ', ' : ''}<a href=${`/playlists/${one.id}`}>${bodyOf(one).name}</a>`)}
      </p>`
    if (!mayEverywhere()) return nothing
    return html`<is-into-playlist
      .slideId=${this.slideId}
      .playlists=${all}
      @added=${(event: CustomEvent<{ playlist: string; along: boolean }>) => {
        if (event.detail.along) this.along = new Set([...this.along, event.detail.playlist])
        void this.playlists.reload()
        void this.reach.reload()
      }}
    ></is-into-playlist>`
  }

  private foot(): TemplateResult {
    const words = say().slides
    const within = playlistsWith(this.slideId, this.playlists.value ?? []).map((one) => `«${bodyOf(one).name}»`)
    return html`<div class="foot">
      <button class="button" @click=${this.copy}>${words.copy}</button>
      <button class="button quiet red" @click=${() => (this.nowOn > 0 ? (this.removing = true) : this.delete())}>${words.remove}</button>
      <is-sheet .open=${this.removing} .heading=${words.removeNowTitle(this.nowOn)} @close=${() => (this.removing = false)}>
        <p>${words.removeNowHelp(this.nowOn)}</p>
        ${within.length === 0 ? nothing : html`<p class="muted">${words.removeUsed(listed(within))}</p>`}
        <div slot="footer" class="row">
          <button class="button danger" @click=${this.delete}>${words.remove}</button>
          <button class="button" @click=${() => (this.removing = false)}>${say().common.cancel}</button>
        </div>
      </is-sheet>
    </div>`
  }

  private vary({ detail }: CustomEvent<VersionsChange>): void {
    this.version = detail.version
    if (detail.body !== null) this.type(detail.body)
  }

  private type(body: SlideJson): void {
    this.body = body
    this.problem = ''
    this.draft.type(body)
  }

  private async save(body: SlideJson): Promise<void> {
    const written = await api.put<Written<SlideResource>>(`/slides/${this.slideId}/draft`, body)
    this.guard.saved(written.value.changedAt)
    this.slide.assume(written.value)
  }

  private async publish(): Promise<void> {
    this.busy = true
    await this.draft.flush()
    if (this.draft.state !== 'failed') {
      const along = (this.playlists.value ?? []).filter((one) => one.draft !== null && this.along.has(one.id)).map((one) => one.id)
      const slides = this.slide.value?.draft === null ? [] : [this.slideId]
      const written = await attempt(() => api.post<Written<unknown>>('/publish', { slides, playlists: along }))
      if (written !== null) {
        this.along = new Set()
        await Promise.all([this.slide.reload(), this.reach.reload()])
        toast(say().slides.published(this.reach.value?.screens.length ?? 0), { undo: written.revision })
      }
    }
    this.busy = false
  }

  private async discard(): Promise<void> {
    await this.draft.drop()
    const written = await attempt(() => api.delete<Written<SlideResource | null>>(`/slides/${this.slideId}/draft`))
    if (written === null) return
    this.guard.forget()
    await this.slide.reload()
    toast(say().slides.discarded, { undo: written.revision })
  }

  private async delete(): Promise<void> {
    this.removing = false
    await this.draft.drop()
    const name = this.body?.name ?? ''
    const written = await attempt(() => api.delete<Written<unknown>>(`/slides/${this.slideId}`))
    if (written === null) return
    go('/slides')
    toast(say().slides.removed(name), { undo: written.revision })
  }

  private async copy(): Promise<void> {
    if (this.body === null) return
    await this.draft.flush()
    const body = { ...this.body, name: say().slides.copyOf(this.body.name) }
    const written = await attempt(() => api.post<Written<SlideResource>>('/slides', body))
    if (written !== null) go(`/slides/${written.value.id}`)
  }

  /** Asks before the window closes over words that are not saved. */
  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.draft.state !== 'waiting' && this.draft.state !== 'failed') return
    void this.draft.flush()
    event.preventDefault()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-slide-view': SlideView
  }
}
