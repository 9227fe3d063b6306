/** *Media*: the pictures and videos there are, what uses them, and more of them. */
import { mediaOf } from '@infoskjerm/shared/model/slide.ts'
import type { MediaResource, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/media-upload.ts'
import { factsOf, thumbnailOf } from '../parts/media-words.ts'
import { bodyOf, type SlideJson, slideFromJson } from '../parts/slide-editor-json.ts'
import { attempt, toast } from '../parts/toast.ts'
import { go } from '../router.ts'
import { may, mayEverywhere, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import { listed } from './schedule-text.ts'
import { newMediaSlide } from './slides-new-content.ts'

@customElement('is-media-view')
export class MediaView extends CrewElement {
  static override styles = [
    controls,
    css`
      .stack {
        gap: var(--s5);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3);
      }
      .tools .input {
        flex: 1 1 200px;
        max-width: 320px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(232px, 100%), 1fr));
        gap: var(--s4);
      }
      .media {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r3);
        overflow: clip;
      }
      img,
      .none {
        display: grid;
        place-items: center;
        width: 100%;
        aspect-ratio: 16 / 9;
        padding: var(--s3);
        object-fit: contain;
        /* Between light and dark, so that a mark made for either is seen. */
        background: color-mix(in srgb, var(--muted) 55%, var(--sunken));
        color: var(--ink);
      }
      .about {
        display: grid;
        gap: 2px;
        padding: var(--s3);
      }
      .name {
        font-weight: 650;
      }
      .actions {
        display: flex;
        justify-content: space-between;
        gap: var(--s1);
        margin: var(--s1) calc(-1 * var(--s2)) calc(-1 * var(--s2));
      }
      .skeleton {
        aspect-ratio: 16 / 13;
        border-radius: var(--r3);
      }
      @media (max-width: 767px) {
        .tools .input {
          max-width: none;
        }
        .grid {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: var(--s3);
        }
        .actions {
          flex-direction: column;
        }
      }
    `,
  ]

  protected readonly venue = new VenueController(this)
  private readonly media = new Resource<readonly MediaResource[]>(this, () => '/media', ['media'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  @state() private kind: 'all' | MediaResource['kind'] = 'all'
  @state() private search = ''

  override render(): TemplateResult {
    const words = say().media
    return html`<div class="page">
      <header class="page-head"><h1>${words.title}</h1></header>
      <div class="stack">
        ${may('edit') ? html`<is-upload multiple @uploaded=${this.uploaded}></is-upload>` : nothing} ${this.content()}
      </div>
    </div>`
  }

  private content(): TemplateResult {
    const words = say().media
    const all = this.media.value
    if (all === null)
      return this.media.problem === null
        ? html`<div class="grid" aria-busy="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</div>`
        : html`<p class="problem">${sayProblem(this.media.problem)}</p>`
    if (all.length === 0)
      return html`<div class="empty">
        <h2>${words.emptyTitle}</h2>
        <p>${words.emptyHelp}</p>
      </div>`
    const wanted = this.search.trim().toLocaleLowerCase()
    const shown = all
      .filter((one) => (this.kind === 'all' || one.kind === this.kind) && one.name.toLocaleLowerCase().includes(wanted))
      .toSorted((a, b) => (a.uploadedAt < b.uploadedAt ? 1 : -1))
    return html`
      ${this.tools()} ${shown.length === 0 ? html`<p class="muted">${words.nothingFound}</p>` : nothing}
      <ul class="grid">
        ${repeat(
          shown,
          (one) => one.id,
          (one) => this.card(one),
        )}
      </ul>
    `
  }

  private tools(): TemplateResult {
    const words = say().media
    return html`<div class="tools">
      <div class="choices" role="group" aria-label=${words.kindLabel}>
        ${(['all', 'image', 'video'] as const).map(
          (kind) =>
            html`<button class="choice" aria-pressed=${kind === this.kind} @click=${() => (this.kind = kind)}>
              ${words.kinds[kind]}
            </button>`,
        )}
      </div>
      <input
        class="input"
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${this.search}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
    </div>`
  }

  private card(media: MediaResource): TemplateResult {
    const words = say().media
    const picture = thumbnailOf(media)
    const users = this.usersOf(media)
    return html`<li class="media">
      ${picture === null ? html`<span class="none">${say().slides.kinds.video}</span>` : html`<img src=${picture} alt="" loading="lazy" />`}
      <div class="about">
        <span class="name clip">${media.name}</span>
        <span class="small muted tabular">${factsOf(media)}</span>
        <span class="small muted">${users.length === 0 ? words.unused : words.usedBy(listed(users))}</span>
        ${
          mayEverywhere()
            ? html`<div class="actions">
                <button class="button quiet" @click=${() => this.makeSlide(media)}>${words.makeSlide}</button>
                <button class="button quiet red" aria-label=${words.remove(media.name)} @click=${() => this.delete(media, users)}>
                  ${say().common.delete}
                </button>
              </div>`
            : nothing
        }
      </div>
    </li>`
  }

  private usersOf(media: MediaResource): readonly string[] {
    const uses = (body: SlideJson): boolean => mediaOf(slideFromJson(body)).includes(media.hash)
    return (this.slides.value ?? [])
      .filter((slide) => [slide.draft, slide.published].some((body) => body !== null && uses(body)))
      .map((slide) => `«${bodyOf(slide).name}»`)
  }

  private uploaded(event: CustomEvent<Written<MediaResource>>): void {
    toast(say().media.uploaded(event.detail.value.name), { undo: event.detail.revision })
    void this.media.reload()
  }

  private async makeSlide(media: MediaResource): Promise<void> {
    const written = await attempt(() => api.post<Written<SlideResource>>('/slides', newMediaSlide(media)))
    if (written !== null) go(`/slides/${written.value.id}`)
  }

  private async delete(media: MediaResource, users: readonly string[]): Promise<void> {
    if (users.length > 0) return toast(say().media.inUse(listed(users)), { undo: null })
    const written = await attempt(() => api.delete<Written<unknown>>(`/media/${media.id}`))
    if (written === null) return
    toast(say().media.removed(media.name), { undo: written.revision })
    await this.media.reload()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-media-view': MediaView
  }
}
