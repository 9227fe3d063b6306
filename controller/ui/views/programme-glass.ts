/** `<is-programme-glass>`: what the screens make of the programme, beside the day that is being put right. */
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { programmeOf, type Timetable } from './programme-model.ts'
import './programme-preview.ts'
import { stageName } from './programme-text.ts'

@customElement('is-programme-glass')
export class ProgrammeGlass extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
    `,
  ]

  @property({ attribute: false }) timetable: Timetable | null = null
  /** The stage that is looked at; null: all. */
  @property({ attribute: false }) stage: string | null = null
  /** A festival day other than today is shown as it begins, or as what is chosen on it does. */
  @property({ attribute: false }) day: string | null = null
  /** Id of the happening that is being put right. */
  @property({ attribute: false }) chosen: string | null = null
  private drawn: { readonly of: Timetable; readonly programme: Programme } | null = null

  override render(): TemplateResult | typeof nothing {
    const { timetable } = this
    if (timetable === null) return nothing
    if (this.drawn?.of !== timetable) this.drawn = { of: timetable, programme: programmeOf(timetable) }
    const words = say().programme.preview
    const item = timetable.items.find(({ id }) => id === this.chosen)
    const stage = item?.now.stage ?? (timetable.stages.some(({ id }) => id === this.stage) ? this.stage : null)
    const at = this.at(timetable, item?.now.start ?? null)
    return html`<h2>${at === null ? words.now : words.then(times().dayTime(at))}</h2>
      <is-programme-preview .programme=${this.drawn.programme} .stage=${stage} .at=${at}></is-programme-preview>
      <p class="small muted">${stage === null ? words.all : words.stage(stageName(timetable.stages, stage))}</p>`
  }

  /** Null: now. */
  private at({ items }: Timetable, chosen: Instant | null): Instant | null {
    if (this.day === null) return null
    return chosen ?? items.find(({ now }) => times().festivalDate(now.start) === this.day)?.now.start ?? times().at(this.day, '12:00')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-programme-glass': ProgrammeGlass
  }
}
