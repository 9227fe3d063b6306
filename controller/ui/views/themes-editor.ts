/** `<is-theme-editor>`: one theme, changed beside how it looks. Nothing reaches a screen before it is put there. */
import { weakPairs } from '@infoskjerm/shared/model/contrast.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import type { ThemeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { choiceField } from '../parts/form.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import '../parts/theme-form.ts'
import { kindName, previewKinds, type PreviewKind } from '../parts/theme-preview.ts'
import { attempt, toast } from '../parts/toast.ts'
import { go } from '../router.ts'
import { mayEverywhere } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'

type Shape = 'wide' | 'tall'

@customElement('is-theme-editor')
export class ThemeEditor extends CrewElement {
  static override styles = [
    controls,
    css`
      .back {
        color: inherit;
        text-decoration: none;
        font-weight: 600;
      }
      .page-head {
        flex-wrap: wrap;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.3fr) minmax(320px, 1fr);
        gap: var(--s6);
        align-items: start;
      }
      .seen {
        position: sticky;
        top: var(--s5);
        display: grid;
        gap: var(--s4);
      }
      .tall {
        width: min(100%, 360px);
        justify-self: center;
      }
      .foot {
        position: sticky;
        bottom: 0;
        z-index: 5;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s3);
        margin-top: var(--s5);
        padding: var(--s3) 0;
        background: var(--paper);
        border-top: 1px solid var(--line);
      }
      .foot .red {
        margin-left: auto;
      }
      @media (max-width: 900px) {
        /* The picture alone stays in sight; what chooses it scrolls away. */
        .columns {
          display: block;
        }
        .seen {
          display: contents;
        }
        .seen > * {
          margin-bottom: var(--s4);
        }
        is-theme-preview {
          position: sticky;
          top: var(--s2);
          z-index: 4;
          box-shadow: 0 0 0 var(--s2) var(--paper);
        }
        .tall {
          width: 132px;
          margin-inline: auto;
        }
      }
      @media (max-width: 767px) {
        /* Above the tabs and the button for emergencies. */
        .foot {
          bottom: calc(64px + 72px + env(safe-area-inset-bottom));
        }
      }
    `,
  ]

  @property({ attribute: false }) resource!: ThemeResource
  /** Whether the event wears it. */
  @property({ type: Boolean }) used = false
  @state() private theme: ThemeBody | null = null
  @state() private kind: PreviewKind = 'text'
  @state() private shape: Shape = 'wide'
  @state() private refused = ''
  @state() private busy = false
  private stored = ''

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('resource')) return
    const body = bodyOf<ThemeBody>(this.resource)
    const stored = JSON.stringify(body)
    // What somebody is changing here stays when the same theme is stored elsewhere; a save here ends it.
    if (this.theme === null || JSON.stringify(this.theme) === this.stored) this.theme = body
    this.stored = stored
  }

  protected override render(): TemplateResult | typeof nothing {
    const { theme } = this
    if (theme === null) return nothing
    const words = say().themes
    const kinds = previewKinds.map((kind) => [kind, kindName(kind)] as const)
    const shapes = (['wide', 'tall'] as const).map((shape) => [shape, words.shapes[shape]] as const)
    return html`<div class="page">
      <header class="page-head">
        <a class="back" href="/themes">‹ ${words.back}</a>
        <h1>${theme.name}</h1>
        ${this.used ? html`<span class="chip green">${words.inUse}</span>` : nothing}
        ${this.resource.draft === null ? nothing : html`<span class="chip amber">${words.draft}</span>`}
      </header>
      <div class="columns">
        <section class="seen" aria-label=${words.preview}>
          <is-theme-preview class=${this.shape} .theme=${theme} .kind=${this.kind} .portrait=${this.shape === 'tall'}></is-theme-preview>
          ${choiceField('kind', words.preview, kinds, this.kind, (kind) => (this.kind = kind))}
          ${choiceField('shape', words.shapes[this.shape], shapes, this.shape, (shape) => (this.shape = shape))}
        </section>
        <div>
          <is-theme-form
            .theme=${theme}
            .inert=${!mayEverywhere()}
            @theme=${(event: CustomEvent<ThemeBody>) => this.change(event.detail)}
          ></is-theme-form>
          ${this.refused === '' ? nothing : html`<p class="problem" role="alert">${this.refused}</p>`}
          ${mayEverywhere() ? this.foot(theme) : nothing}
        </div>
      </div>
    </div>`
  }

  private foot(theme: ThemeBody): TemplateResult {
    const words = say().themes
    const isWeak = weakPairs(theme).length > 0 || theme.name.trim() === ''
    const isTouched = JSON.stringify(theme) !== this.stored
    const hasDraft = this.resource.draft !== null
    return html`<div class="foot">
      <button class="button primary" ?disabled=${this.busy || isWeak || !(isTouched || hasDraft)} @click=${() => this.show(theme)}>
        ${words.publish}
      </button>
      <button class="button" ?disabled=${this.busy || isWeak || !isTouched} @click=${() => this.save(theme)}>${words.save}</button>
      ${
        hasDraft && this.resource.published !== null
          ? html`<button class="button quiet" ?disabled=${this.busy} @click=${() => this.discard(theme)}>${words.discard}</button>`
          : nothing
      }
      ${
        this.used
          ? nothing
          : html`<button class="button quiet red" ?disabled=${this.busy} @click=${() => this.erase(theme)}>${words.remove}</button>`
      }
    </div>`
  }

  private change(theme: ThemeBody): void {
    this.refused = ''
    this.theme = theme
  }

  /** Whether it is stored. */
  private async keep(theme: ThemeBody): Promise<Written<ThemeResource> | null> {
    this.busy = true
    try {
      const written = await api.put<Written<ThemeResource>>(`/themes/${this.resource.id}/draft`, theme)
      this.stored = JSON.stringify(theme)
      this.resource = written.value
      return written
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.refused = sayProblem(problem)
      return null
    } finally {
      this.busy = false
    }
  }

  private async save(theme: ThemeBody): Promise<void> {
    const written = await this.keep(theme)
    if (written !== null) toast(say().themes.saved(theme.name), { undo: written.revision })
  }

  private async show(theme: ThemeBody): Promise<void> {
    if (JSON.stringify(theme) !== this.stored && (await this.keep(theme)) === null) return
    const words = say().themes
    const written = await attempt(() => api.post<Written<ThemeResource>>(`/themes/${this.resource.id}/publish`, {}))
    if (written === null) return
    this.resource = written.value
    toast(this.used ? words.publishUsed(theme.name) : words.publishUnused(theme.name), { undo: written.revision })
  }

  private async discard(theme: ThemeBody): Promise<void> {
    const written = await attempt(() => api.delete<Written<ThemeResource>>(`/themes/${this.resource.id}/draft`))
    if (written === null) return
    this.theme = null
    this.resource = written.value
    toast(say().themes.discarded(theme.name), { undo: written.revision })
  }

  private async erase(theme: ThemeBody): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/themes/${this.resource.id}`))
    if (written === null) return
    toast(say().common.deleted(theme.name), { undo: written.revision })
    go('/themes')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-theme-editor': ThemeEditor
  }
}
