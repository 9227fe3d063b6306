/** An area's name, new or changed; deleting it where no screen is in it. */
import type { Area, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { assumeVenue, loadVenue, venue } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { plain, problemOutside, textField } from './form.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

/** Fires `close` when it is done. */
@customElement('is-area-editor')
export class AreaEditor extends CrewElement {
  /** Null: a new one. */
  @property({ attribute: false }) area: Area | null = null
  @property({ type: Boolean }) open = false
  @state() private name = ''
  @state() private problem: ApiProblem | null = null

  static override styles = [
    controls,
    css`
      .foot {
        display: flex;
        justify-content: space-between;
        gap: var(--s3);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.name = this.area?.name ?? ''
    this.problem = null
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault()
    const name = this.name.trim()
    if (name === '') return
    const { area } = this
    try {
      const written =
        area === null ? await api.post<Written<Area>>('/areas', { name }) : await api.patch<Written<Area>>(`/areas/${area.id}`, { name })
      const others = venue.areas.filter((one) => one.id !== written.value.id)
      assumeVenue({ areas: [...others, written.value].sort((a, b) => a.position - b.position) })
      toast(area === null ? say().screens.added(name) : say().screens.saved(name), { undo: written.revision })
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    }
  }

  private async erase(area: Area): Promise<void> {
    this.close()
    assumeVenue({ areas: venue.areas.filter((one) => one.id !== area.id) })
    const written = await attempt(() => api.delete<Written<null>>(`/areas/${area.id}`))
    if (written !== null) toast(say().common.deleted(area.name), { undo: written.revision })
    else await loadVenue()
  }

  protected override render() {
    const words = say()
    const { area } = this
    const used = area !== null && venue.screens.some((screen) => screen.area === area.id)
    return html`<is-sheet
      .open=${this.open}
      .heading=${area === null ? words.screens.newArea : words.screens.changeArea(area.name)}
      @close=${this.close}
    >
      ${
        this.open
          ? html`<form class="stack" @submit=${this.save}>
              ${textField({ ...plain, name: 'name', label: words.screens.areaName, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
              ${problemOutside(this.problem, ['name'])} ${used ? html`<p class="muted small">${words.screens.areaInUse}</p>` : nothing}
            </form>`
          : nothing
      }
      <div slot="footer" class="foot">
        ${
          area === null || used
            ? html`<span></span>`
            : html`<button class="button quiet red" @click=${() => this.erase(area)}>${words.screens.deleteArea}</button>`
        }
        <button class="button primary" ?disabled=${this.name.trim() === ''} @click=${this.save}>${words.common.save}</button>
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-area-editor': AreaEditor
  }
}
