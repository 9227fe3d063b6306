/** `<is-holding>`: whose message a slide is, whether it is for crew alone, and whether it is held back until somebody releases it. */
import type { SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { Resource } from '../live.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { checkField } from './form.ts'
import type { SlideJson } from './slide-editor-json.ts'

export type Holding = Pick<SlideJson, 'sponsor' | 'embargo' | 'audience'>

/** Event `holding` carries what has changed. */
@customElement('is-holding')
export class HoldingFields extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s5);
      }
    `,
  ]

  @property({ attribute: false }) value: Holding = { sponsor: null, embargo: false, audience: 'everyone' }
  private readonly sponsors = new Resource<readonly SponsorResource[]>(this, () => '/sponsors', ['sponsors'])

  override render(): TemplateResult {
    const words = say().slides
    const { sponsor, embargo, audience } = this.value
    return html`${this.sponsorField(sponsor)}
    ${checkField(words.crewOnly, words.crewOnlyHelp, audience === 'crew', (crew) => this.tell({ audience: crew ? 'crew' : 'everyone' }))}
    ${checkField(words.embargo, words.embargoHelp, embargo, (held) => this.tell({ embargo: held }))}`
  }

  /** Nothing while the venue has no sponsors. */
  private sponsorField(sponsor: string | null): TemplateResult | typeof nothing {
    const words = say().slides
    const all = [...(this.sponsors.value ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'nb'))
    if (all.length === 0 && sponsor === null) return nothing
    const known = sponsor === null || all.some(({ id }) => id === sponsor)
    return html`<label class="field"
      ><span class="label">${words.sponsor}</span
      ><select
        class="input"
        .value=${live(sponsor ?? '')}
        @change=${(event: Event) => this.tell({ sponsor: (event.target as HTMLSelectElement).value || null })}
      >
        <option value="" ?selected=${sponsor === null}>${words.noSponsor}</option>
        ${known ? nothing : html`<option value=${sponsor} selected>…</option>`}
        ${all.map((one) => html`<option value=${one.id} ?selected=${one.id === sponsor}>${one.name}</option>`)}</select
      ><span class="hint">${words.sponsorHelp}</span></label
    >`
  }

  private tell(change: Partial<Holding>): void {
    this.dispatchEvent(new CustomEvent<Partial<Holding>>('holding', { detail: change }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-holding': HoldingFields
  }
}
