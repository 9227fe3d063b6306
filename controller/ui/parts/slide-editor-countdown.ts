/** `<is-countdown-settings>`: what a countdown counts to: a moment, or the start or end of a happening, which it then follows when that is moved. */
import type { Happening, Programme } from '@infoskjerm/shared/model/programme.ts'
import type { CountdownContent } from '@infoskjerm/shared/model/slide.ts'
import type { OverJson } from '@infoskjerm/shared/wire/api.ts'
import { css, html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { venue, VenueController } from '../venue.ts'
import type { MomentChange } from '../views/schedule-moment.ts'
import '../views/schedule-moment.ts'
import { type FestivalTime, festivalTimeAt } from '../views/schedule-wall.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField, wordsFields } from './slide-editor-fields.ts'
import { fromText, toText } from './slide-editor-json.ts'

type CountdownJson = OverJson<CountdownContent>

/** Event `edit` carries the whole content after each change. */
@customElement('is-countdown-settings')
export class CountdownSettings extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      fieldset.field {
        display: grid;
        gap: 6px;
      }
    `,
  ]

  @property({ attribute: false }) content: CountdownJson | null = null
  @property({ attribute: false }) programme: Programme | null = null
  protected readonly venue = new VenueController(this)
  private readonly said = new Map<string, FestivalTime>()

  override render(): TemplateResult | null {
    const { content } = this
    if (content === null) return null
    const words = say().slides
    return html`
      ${wordsFields(words.heading, words.headingEnglish, content.title, (title) => this.edit({ title }))}
      ${choiceField(
        words.countdownTo,
        ['instant', 'happening'],
        { instant: words.toInstant, happening: words.toHappening },
        content.to.kind,
        (kind) => this.choose(kind),
      )}
      ${content.to.kind === 'instant' ? this.moment(content.to.at) : this.happening(content.to)}
      ${wordsFields(words.finished, words.finishedEnglish, content.finished, (finished) => this.edit({ finished }))}
    `
  }

  private get happenings(): readonly Happening[] {
    return this.programme?.happenings ?? []
  }

  private moment(at: string): TemplateResult {
    const { event } = venue
    const time = this.said.get(at) ?? (event === null ? null : festivalTimeAt(fromText(at), event.zone, event.dayBreak))
    if (time !== null) this.said.set(at, time)
    return html`<is-moment
      .label=${say().slides.toInstant}
      .event=${event}
      .now=${live.now()}
      .value=${time}
      @moment=${(change: CustomEvent<MomentChange>) => {
        if (change.detail.at !== null) this.edit({ to: { kind: 'instant', at: toText(change.detail.at) } })
      }}
    ></is-moment>`
  }

  private happening(to: CountdownJson['to'] & { readonly kind: 'happening' }): TemplateResult {
    const words = say().slides
    return html`<label class="field"
        ><span class="label">${words.happening}</span>
        <select
          class="input"
          @change=${(event: Event) => this.edit({ to: { ...to, happening: (event.target as HTMLSelectElement).value } })}
        >
          ${this.happenings.map(
            (one) =>
              html`<option value=${one.id} ?selected=${one.id === to.happening}>${one.title.nb} · ${times().dayTime(one.start)}</option>`,
          )}
        </select></label
      >
      ${choiceField(words.countdownTo, ['start', 'end'], words.edges, to.edge, (edge) => this.edit({ to: { ...to, edge } }))}`
  }

  private choose(kind: 'instant' | 'happening'): void {
    if (kind === 'instant') return this.edit({ to: { kind, at: toText(live.now()) } })
    const next = this.happenings.find((one) => one.start > live.now()) ?? this.happenings[0]
    if (next !== undefined) this.edit({ to: { kind, happening: next.id, edge: 'start' } })
  }

  private edit(change: Partial<CountdownJson>): void {
    if (this.content === null) return
    this.dispatchEvent(new CustomEvent<CountdownJson>('edit', { detail: { ...this.content, ...change } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-countdown-settings': CountdownSettings
  }
}
