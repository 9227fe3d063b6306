/** *Tema*: how the screens look, and which of the looks they wear. */
import { builtInThemes, type BuiltInTheme, type ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import type { ThemeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import '../parts/theme-preview.ts'
import { attempt, toast } from '../parts/toast.ts'
import { go } from '../router.ts'
import { assumeVenue, loadVenue, mayEverywhere, venue, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import './themes-editor.ts'

interface Shown {
  readonly id: string
  readonly body: ThemeBody
  /** Null: it comes with the product. */
  readonly resource: ThemeResource | null
}

@customElement('is-themes-view')
export class ThemesView extends CrewElement {
  static override styles = [
    controls,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
        gap: var(--s5);
      }
      .card {
        display: grid;
        gap: var(--s3);
        align-content: start;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
      }
      .head h2 {
        margin-right: auto;
        font-size: var(--t-h3);
        overflow-wrap: anywhere;
      }
      .lead {
        margin-bottom: var(--s5);
      }
      .skeleton {
        height: 240px;
      }
    `,
  ]

  /** The theme that is being changed; null: the list. */
  @property() themeId: string | null = null
  @state() private busy = false
  protected readonly venue = new VenueController(this)
  private readonly themes = new Resource<readonly ThemeResource[]>(this, () => '/themes', ['themes'])

  protected override render(): TemplateResult {
    const { themeId } = this
    const words = say().themes
    const found = this.themes.value?.find(({ id }) => id === themeId) ?? null
    if (themeId !== null && found !== null) return html`<is-theme-editor .resource=${found} .used=${isUsed(found.id)}></is-theme-editor>`
    return html`<div class="page">
      <header class="page-head"><h1>${words.title}</h1></header>
      ${themeId !== null && this.themes.value !== null ? html`<p class="card warn" role="status">${words.gone}</p>` : nothing}
      <p class="lead muted">${words.lead}</p>
      ${this.list()}
    </div>`
  }

  private list(): TemplateResult {
    const { value, problem } = this.themes
    if (value === null)
      return problem === null
        ? html`<div class="grid" aria-busy="true">${[1, 2].map(() => html`<div class="skeleton"></div>`)}</div>`
        : html`<p class="problem">${sayProblem(problem)}</p>`
    const own: Shown[] = value.map((resource) => ({ id: resource.id, body: bodyOf<ThemeBody>(resource), resource }))
    const builtIn = (Object.keys(builtInThemes) as BuiltInTheme[]).map((id): Shown => ({ id, body: builtInThemes[id], resource: null }))
    return html`<ul class="grid">
      ${repeat(
        [...own, ...builtIn],
        ({ id }) => id,
        (shown) => html`<li class="card">${this.one(shown)}</li>`,
      )}
    </ul>`
  }

  private one({ id, body, resource }: Shown): TemplateResult {
    const words = say().themes
    const isReady = resource === null || resource.published !== null
    return html`<is-theme-preview .theme=${body}></is-theme-preview>
      <div class="head">
        <h2>${body.name}</h2>
        ${isUsed(id) ? html`<span class="chip green">${words.inUse}</span>` : nothing}
        ${resource !== null && resource.draft !== null ? html`<span class="chip amber">${words.draft}</span>` : nothing}
      </div>
      ${
        mayEverywhere()
          ? html`<div class="row">
              ${
                isReady && !isUsed(id)
                  ? html`<button class="button primary" ?disabled=${this.busy} @click=${() => this.use(id, body)}>${words.use}</button>`
                  : nothing
              }
              ${
                resource === null
                  ? html`<button class="button" ?disabled=${this.busy} @click=${() => this.copy(body)}>${words.copy}</button>`
                  : html`<a class="button" href=${`/themes/${id}`}>${words.edit}</a>`
              }
            </div>`
          : nothing
      }`
  }

  private async use(theme: string, { name }: ThemeBody): Promise<void> {
    const { event } = venue
    if (event !== null) assumeVenue({ event: { ...event, theme } })
    const written = await attempt(() => api.put<Written<unknown>>('/events/current/theme', { theme }))
    if (written !== null) toast(say().themes.used(name), { undo: written.revision })
    await loadVenue()
  }

  private async copy(body: ThemeBody): Promise<void> {
    const taken = new Set((this.themes.value ?? []).map((one) => bodyOf<ThemeBody>(one).name))
    const first = say().themes.copyName(body.name)
    const name = [first, ...Array.from({ length: 30 }, (_, n) => `${first} ${n + 2}`)].find((one) => !taken.has(one)) ?? first
    this.busy = true
    const written = await attempt(() => api.post<Written<ThemeResource>>('/themes', { ...body, name }))
    this.busy = false
    if (written === null) return
    this.themes.assume([...(this.themes.value ?? []), written.value])
    go(`/themes/${written.value.id}`)
  }
}

function isUsed(id: string): boolean {
  return venue.event?.theme === id
}

declare global {
  interface HTMLElementTagNameMap {
    'is-themes-view': ThemesView
  }
}
