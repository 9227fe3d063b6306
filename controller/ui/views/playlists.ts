/** *Spillelister*: every list with its first slides and where it goes. */
import type { EntryResource, PlaylistResource, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import '../parts/slide-editor-thumb.ts'
import { attempt } from '../parts/toast.ts'
import { go } from '../router.ts'
import { mayEverywhere, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'
import { filmstrip, type Library, libraryOf, passMs } from './playlists-items.ts'
import { listed } from './schedule-text.ts'

const stripLength = 8

@customElement('is-playlists-view')
export class PlaylistsView extends CrewElement {
  static override styles = [
    controls,
    css`
      .lists {
        display: grid;
        gap: var(--s3);
      }
      .playlist {
        display: grid;
        gap: var(--s3);
        color: inherit;
        text-decoration: none;
        transition: border-color var(--fast) var(--ease);
      }
      .playlist:hover {
        border-color: var(--blue);
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--s1) var(--s3);
      }
      .strip {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: calc((100% - 7 * var(--s2)) / 8);
        gap: var(--s2);
        overflow: hidden;
        min-height: 24px;
      }
      is-slide-thumb {
        border-radius: 6px;
      }
      .skeleton {
        height: 148px;
        border-radius: var(--r3);
      }
      form {
        display: grid;
        gap: var(--s4);
      }
      @media (max-width: 767px) {
        .strip {
          grid-auto-columns: calc((100% - 3 * var(--s2)) / 3.6);
        }
      }
    `,
  ]

  protected readonly venue = new VenueController(this)
  private readonly stage = new SlideContextController(this, { still: true })
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => '/schedule', ['schedule'])
  @state() private making = false

  override render(): TemplateResult {
    const words = say().playlists
    return html`<div class="page">
      <header class="page-head">
        <h1>${words.title}</h1>
        ${mayEverywhere() ? this.newButton() : nothing}
      </header>
      ${this.content()}
      <is-sheet .open=${this.making} .heading=${words.newPlaylist} @close=${() => (this.making = false)}>
        <form id="new" @submit=${this.create}>
          <label class="field"
            ><span class="label">${words.name}</span>
            <input class="input" name="name" required maxlength="120" autocomplete="off" autofocus />
            <span class="hint">${words.nameHelp}</span></label
          >
          <button class="button primary large">${words.create}</button>
        </form>
      </is-sheet>
    </div>`
  }

  private newButton(): TemplateResult {
    return html`<button class="button primary" @click=${() => (this.making = true)}>${say().playlists.newPlaylist}</button>`
  }

  private content(): TemplateResult {
    const words = say().playlists
    const all = this.playlists.value
    if (all === null)
      return this.playlists.problem === null
        ? html`<div class="lists" aria-busy="true">${[1, 2, 3].map(() => html`<div class="skeleton"></div>`)}</div>`
        : html`<p class="problem">${sayProblem(this.playlists.problem)}</p>`
    if (all.length === 0)
      return html`<div class="empty">
        <h2>${words.emptyTitle}</h2>
        <p>${words.emptyHelp}</p>
        ${mayEverywhere() ? this.newButton() : nothing}
      </div>`
    const library = libraryOf(this.slides.value ?? [], all)
    return html`<ul class="lists">
      ${repeat(
        all.toSorted((a, b) => bodyOf(a).name.localeCompare(bodyOf(b).name, 'nb')),
        (playlist) => playlist.id,
        (playlist) => this.card(playlist, library),
      )}
    </ul>`
  }

  private card(playlist: PlaylistResource, library: Library): TemplateResult {
    const words = say().playlists
    const body = bodyOf(playlist)
    const users = (this.entries.value ?? []).filter((entry) => entry.playlist === playlist.id)
    const holders = [...library.playlists.values()].filter((one) =>
      bodyOf(one).items.some((item) => item.of.kind === 'playlist' && item.of.playlist === playlist.id),
    )
    const usedIn = [...users.map((entry) => entry.name), ...holders.map((one) => bodyOf(one).name)].map((name) => `«${name}»`)
    return html`<li>
      <a class="card playlist" href=${`/playlists/${playlist.id}`}>
        <div class="title">
          <h2>${body.name}</h2>
          <span class="muted small tabular"
            >${words.items(body.items.length)}${
              body.items.length === 0 || this.slides.value === null
                ? nothing
                : html` · ${words.pass(times().length(passMs(body, library)))}`
            }</span
          >
          ${playlist.draft === null ? nothing : html`<span class="chip blue">${words.draft}</span>`}
        </div>
        ${
          body.items.length === 0
            ? nothing
            : html`<div class="strip" aria-hidden="true">
                ${filmstrip(body, library, stripLength).map(
                  (slide) => html`<is-slide-thumb .body=${bodyOf(slide)} .context=${this.stage.context}></is-slide-thumb>`,
                )}
              </div>`
        }
        ${
          this.entries.value === null
            ? nothing
            : html`<span class="small muted">${usedIn.length === 0 ? words.unused : words.usedBy(listed(usedIn))}</span>`
        }
      </a>
    </li>`
  }

  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim()
    if (name === '') return
    const written = await attempt(() => api.post<Written<PlaylistResource>>('/playlists', { name, order: 'sequence', items: [] }))
    if (written === null) return
    this.making = false
    go(`/playlists/${written.value.id}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-playlists-view': PlaylistsView
  }
}
