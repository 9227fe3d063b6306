/** `<is-into-playlist>`: the warning that a slide is in no playlist, and one click to put it into one. */
import type { PlaylistResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import { attempt, toast } from '../parts/toast.ts'
import { say } from '../words/words.ts'
import { withSlide } from './playlists-items.ts'

/** Event `added` with `{playlist, along}`; `along` when the list has no other unpublished change, so that it may go out with the slide. */
@customElement('is-into-playlist')
export class IntoPlaylist extends CrewElement {
  static override styles = [
    controls,
    css`
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--s3);
      }
      .list {
        display: grid;
      }
      .list button {
        width: 100%;
        text-align: left;
        font-weight: 600;
      }
      .list button:hover {
        background: var(--hover);
      }
    `,
  ]

  @property() slideId = ''
  @property({ attribute: false }) playlists: readonly PlaylistResource[] = []
  @state() private choosing = false

  override render(): TemplateResult {
    const words = say().slides
    const [only] = this.playlists
    return html`<div class="card warn" role="status">
        <span>${words.orphan}</span>
        ${
          only === undefined
            ? html`<a class="button" href="/playlists">${words.makePlaylist}</a>`
            : html`<button class="button" @click=${() => (this.playlists.length === 1 ? this.add(only) : (this.choosing = true))}>
                ${this.playlists.length === 1 ? words.addToNamed(bodyOf(only).name) : words.addToPlaylist}
              </button>`
        }
      </div>
      <is-sheet .open=${this.choosing} .heading=${words.addToPlaylist} @close=${() => (this.choosing = false)}>
        <div class="list">${this.playlists.map((one) => html`<button @click=${() => this.add(one)}>${bodyOf(one).name}</button>`)}</div>
      </is-sheet>`
  }

  private async add(playlist: PlaylistResource): Promise<void> {
    this.choosing = false
    const body = withSlide(bodyOf(playlist), this.slideId)
    const written = await attempt(() => api.put<Written<PlaylistResource>>(`/playlists/${playlist.id}/draft`, body))
    if (written === null) return
    const along = playlist.draft === null
    const words = say().slides
    toast(along ? words.addedTo(body.name) : words.addedToDraft(body.name), { undo: written.revision })
    this.dispatchEvent(new CustomEvent('added', { detail: { playlist: playlist.id, along } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-into-playlist': IntoPlaylist
  }
}
