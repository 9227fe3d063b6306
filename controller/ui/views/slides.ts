/** *Slides*: every slide as it looks on the glass. */
import type { PlaylistResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { live, LiveController, Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import '../parts/slide-editor-thumb.ts'
import { may, mayEverywhere, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import './slides-new.ts'
import { slidesOnGlass } from './slides-on-glass.ts'
import { filtersOf, playlistsWith, type SlideFilter, slideFilters } from './slides-state.ts'

@customElement('is-slides-view')
export class SlidesView extends CrewElement {
  static override styles = [
    controls,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3);
        margin-bottom: var(--s5);
      }
      .tools .input {
        flex: 1 1 200px;
        max-width: 320px;
      }
      .choice .count {
        margin-left: var(--s2);
        opacity: 0.6;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(264px, 100%), 1fr));
        gap: var(--s4);
      }
      .slide {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        height: 100%;
        align-content: start;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r3);
        overflow: clip;
        color: inherit;
        text-decoration: none;
        transition: border-color var(--fast) var(--ease);
      }
      .slide:hover {
        border-color: var(--blue);
      }
      .slide:focus-visible {
        outline-offset: 2px;
      }
      is-slide-thumb {
        border-radius: calc(var(--r3) - 1px) calc(var(--r3) - 1px) 0 0;
      }
      .expired is-slide-thumb {
        filter: grayscale(1);
        opacity: 0.6;
      }
      .about {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s2);
        padding: var(--s3);
      }
      .line {
        display: flex;
        gap: var(--s2);
        align-items: baseline;
        justify-content: space-between;
      }
      .name {
        min-width: 0;
        font-weight: 650;
      }
      .line .tabular {
        flex: none;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .skeleton {
        aspect-ratio: 16 / 11.5;
        border-radius: var(--r3);
      }
      @media (max-width: 767px) {
        .tools .input {
          max-width: none;
        }
        .choices {
          flex-wrap: nowrap;
          overflow-x: auto;
          margin: -4px calc(-1 * var(--s4));
          padding: 4px var(--s4);
          scrollbar-width: none;
        }
        .choice {
          flex: none;
        }
        .grid {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: var(--s3);
        }
        .chip {
          font-size: 0.75rem;
          padding-inline: 8px;
        }
      }
    `,
  ]

  protected readonly live = new LiveController(this, 30_000)
  protected readonly venue = new VenueController(this)
  private readonly stage = new SlideContextController(this, { still: true })
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])
  @state() private filter: SlideFilter = 'all'
  @state() private search = ''
  @state() private making = false

  override render(): TemplateResult {
    const words = say().slides
    return html`<div class="page">
      <header class="page-head">
        <h1>${words.title}</h1>
        ${mayEverywhere() ? html`<button class="button" @click=${() => (this.making = true)}>${words.newDraft}</button>` : nothing}
        ${may('edit') ? html`<a class="button primary" href="/new">${words.newSlide}</a>` : nothing}
      </header>
      ${this.content()}
      <is-new-slide .open=${this.making} @close=${() => (this.making = false)}></is-new-slide>
    </div>`
  }

  private content(): TemplateResult {
    const words = say().slides
    const all = this.slides.value
    if (all === null)
      return this.slides.problem === null
        ? html`<div class="grid" aria-busy="true">${[1, 2, 3, 4, 5, 6].map(() => html`<div class="skeleton"></div>`)}</div>`
        : html`<p class="problem">${sayProblem(this.slides.problem)}</p>`
    if (all.length === 0)
      return html`<div class="empty">
        <h2>${words.emptyTitle}</h2>
        <p>${words.emptyHelp}</p>
        ${mayEverywhere() ? html`<button class="button primary" @click=${() => (this.making = true)}>${words.newDraft}</button>` : nothing}
      </div>`
    const showing = slidesOnGlass(() => this.requestUpdate())
    const now = live.now()
    const passes = new Map(all.map((slide) => [slide.id, filtersOf(slide, now, showing)]))
    const wanted = this.search.trim().toLocaleLowerCase()
    const shown = all
      .filter((slide) => passes.get(slide.id)?.has(this.filter) ?? false)
      .filter((slide) => textOf(slide).includes(wanted))
      .toSorted((a, b) => bodyOf(a).name.localeCompare(bodyOf(b).name, 'nb'))
    return html`
      ${this.tools((filter) => all.filter((slide) => passes.get(slide.id)?.has(filter) ?? false).length)}
      ${shown.length === 0 ? html`<p class="muted">${words.nothingFound}</p>` : nothing}
      <ul class="grid">
        ${repeat(
          shown,
          (slide) => slide.id,
          (slide) => this.card(slide, passes.get(slide.id) ?? new Set(), showing.filter((id) => id === slide.id).length),
        )}
      </ul>
    `
  }

  private tools(count: (filter: SlideFilter) => number): TemplateResult {
    const words = say().slides
    const offered = slideFilters.map((filter) => ({ filter, n: count(filter) })).filter(({ filter, n }) => n > 0 || filter === this.filter)
    return html`<div class="tools">
      <div class="choices" role="group" aria-label=${words.filterLabel}>
        ${offered.map(
          ({ filter, n }) =>
            html`<button class="choice" aria-pressed=${filter === this.filter} @click=${() => (this.filter = filter)}>
              ${words.filters[filter]}<span class="count tabular">${n}</span>
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

  private card(slide: SlideResource, passes: ReadonlySet<SlideFilter>, on: number): TemplateResult {
    const words = say().slides
    const body = bodyOf(slide)
    const orphan = this.playlists.value !== null && playlistsWith(slide.id, this.playlists.value).length === 0
    return html`<li>
      <a class=${passes.has('expired') ? 'slide expired' : 'slide'} href=${`/slides/${slide.id}`}>
        <is-slide-thumb .body=${body} .context=${this.stage.context}></is-slide-thumb>
        <div class="about">
          <div class="line">
            <span class="name clip">${body.name}</span>
            <span class="small muted tabular">${words.seconds(Math.round(body.durationMs / 1000))}</span>
          </div>
          <div class="chips" ?hidden=${on === 0 && passes.size < 2 && !orphan}>
            ${on > 0 ? html`<span class="chip green"><span class="dot green"></span>${words.nowOn(on)}</span>` : nothing}
            ${passes.has('draft') ? html`<span class="chip blue">${words.filters.draft}</span>` : nothing}
            ${passes.has('waiting') ? html`<span class="chip">${words.filters.waiting}</span>` : nothing}
            ${passes.has('expired') ? html`<span class="chip">${words.filters.expired}</span>` : nothing}
            ${orphan ? html`<span class="chip amber">${words.inNoPlaylist}</span>` : nothing}
          </div>
        </div>
      </a>
    </li>`
  }
}

/** Everything that can be searched for: the name and what stands on the slide. */
function textOf(slide: SlideResource): string {
  const { name, content } = bodyOf(slide)
  return `${name} ${say().slides.kinds[content.kind]} ${JSON.stringify(content)}`.toLocaleLowerCase()
}

declare global {
  interface HTMLElementTagNameMap {
    'is-slides-view': SlidesView
  }
}
