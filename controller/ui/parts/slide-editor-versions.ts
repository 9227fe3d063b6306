/** `<is-versions>`: which version of the slide is written: the one for all screens, or one made for some. */
import { type SlideVariant, variantsOf } from '@infoskjerm/shared/model/slide.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import type { SlideJson } from './slide-editor-json.ts'
import { addVersion, mayVary, removeVersion, type Version } from './slide-editor-version.ts'

/** Detail of the event `versions`: which version is meant now, and the slide where it has changed by that (else null). */
export interface VersionsChange {
  readonly version: Version
  readonly body: SlideJson | null
}

/** `body` is the whole slide. */
@customElement('is-versions')
export class Versions extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s2);
      }
      .row {
        flex-wrap: wrap;
        gap: var(--s2);
      }
      select.input {
        width: auto;
        max-width: 100%;
      }
    `,
  ]

  @property({ attribute: false }) body: SlideJson | null = null
  @property({ attribute: false }) version: Version = null

  override render(): TemplateResult | typeof nothing {
    const { body, version } = this
    if (body === null || (!mayVary(body.content) && body.variants.length === 0)) return nothing
    const words = say().slides.versions
    const made = body.variants.map((variant) => variant.for)
    const left = variantsOf.filter((one) => !made.includes(one))
    return html`
      <div class="row" role="group" aria-label=${words.label}>
        ${made.length === 0 ? nothing : [null, ...made].map((one) => this.pill(one))}
        ${
          left.length === 0 || !mayVary(body.content)
            ? nothing
            : html`<select class="input" aria-label=${words.add} @change=${this.added}>
                <option value="" selected>+ ${words.add}</option>
                ${left.map((one) => html`<option value=${one}>${words.for[one]}</option>`)}
              </select>`
        }
      </div>
      ${
        version === null
          ? nothing
          : html`<div class="row">
              <span class="small muted">${words.help[version]}</span>
              <button class="button quiet small" @click=${() => this.tell(null, removeVersion(body, version))}>${words.remove}</button>
            </div>`
      }
    `
  }

  private pill(one: Version): TemplateResult {
    const words = say().slides.versions
    return html`<button class="choice" aria-pressed=${one === this.version} @click=${() => this.tell(one, null)}>
      ${one === null ? words.others : words.for[one]}
    </button>`
  }

  private readonly added = (event: Event): void => {
    const select = event.target as HTMLSelectElement
    const version = variantsOf.find((one) => one === select.value)
    select.value = ''
    if (version !== undefined && this.body !== null) this.tell(version, addVersion(this.body, version))
  }

  private tell(version: SlideVariant['for'] | null, body: SlideJson | null): void {
    this.dispatchEvent(new CustomEvent<VersionsChange>('versions', { detail: { version, body } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-versions': Versions
  }
}
