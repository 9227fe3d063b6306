/** `<is-slip>`: when a countdown ends, and the buttons that let it end later or earlier. */
import { targetOf } from '@infoskjerm/player/stage/kinds/countdown.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { CountdownContent } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { SlipResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { stepping } from '../stepping.ts'
import { venue } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { SlideContextController } from './slide-editor-context.ts'
import { attempt, toast } from './toast.ts'

/** How far one press moves the end (min). */
const presses = [-1, 1, 5] as const

@customElement('is-slip')
export class Slip extends CrewElement {
  /** Id of the slide. */
  @property() slide = ''
  @property() name = ''
  @property({ attribute: false }) content: CountdownContent | null = null
  @property({ type: Boolean }) editable = false
  protected readonly live = new LiveController(this, 1_000)
  private readonly stage = new SlideContextController(this, { still: true })
  /** What is wanted while a write is on its way: presses go together, and no write overtakes another. */
  private wantedMs: number | null = null

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
      }
      .says {
        flex: 1 1 180px;
        min-width: 0;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
      .buttons .button {
        padding-inline: var(--s3);
      }
    `,
  ]

  private get laterMs(): number {
    return stepping.document.slips[this.slide] ?? 0
  }

  private endAt(laterMs: number): Instant | null {
    if (this.content === null) return null
    const target = targetOf(this.content.to, this.stage.programme, laterMs)
    return target.kind === 'at' ? target.at : null
  }

  private press(laterMs: number): void {
    const wantedMs = Math.max(-limits.slipMs, Math.min(limits.slipMs, laterMs))
    const isSending = this.wantedMs !== null
    this.wantedMs = wantedMs
    stepping.assume({ slips: this.shiftedTo(wantedMs) })
    if (!isSending) void this.send()
  }

  private shiftedTo(laterMs: number): readonly SlipResource[] {
    const others = stepping.slips.filter(({ slide }) => slide !== this.slide)
    if (laterMs === 0) return others
    return [...others, { slide: this.slide, laterMs, at: new Date(live.now()).toISOString(), by: venue.user?.name ?? '' }]
  }

  private async send(): Promise<void> {
    const words = say().steps.slip
    let sentMs: number | null = null
    while (this.wantedMs !== null && this.wantedMs !== sentMs) {
      const laterMs: number = this.wantedMs
      sentMs = laterMs
      const written = await attempt(() => api.put<Written<null>>(`/slips/${this.slide}`, { laterMs }))
      if (written === null) break
      const end = this.endAt(laterMs)
      const said = end === null ? words.shiftedOnly(this.name) : words.shifted(this.name, whenText(end))
      toast(said, { undo: written.revision })
    }
    this.wantedMs = null
    await stepping.load()
  }

  protected override render() {
    const words = say().steps.slip
    const { laterMs } = this
    const end = this.endAt(laterMs)
    const by = stepping.slips.find(({ slide }) => slide === this.slide)?.by ?? ''
    const moved = laterMs > 0 ? words.later(times().length(laterMs)) : words.earlier(times().length(-laterMs))
    return html`<span class="says">
        <strong class="tabular"
          >${end === null ? words.noEnd : end > live.now() ? words.ends(whenText(end)) : words.ended(whenText(end))}</strong
        >
        <span class="small muted">${laterMs === 0 ? words.asPlanned : `${moved}, ${words.by(by)}`}</span>
      </span>
      ${
        this.editable
          ? html`<span class="buttons" role="group" aria-label=${words.label(this.name)}>
              ${presses.map(
                (minutes) =>
                  html`<button
                    class="button tabular"
                    aria-label=${words.minutesLong(minutes)}
                    @click=${() => this.press(this.laterMs + minutes * minuteMs)}
                  >
                    ${words.minutes(minutes)}
                  </button>`,
              )}
              ${laterMs === 0 ? nothing : html`<button class="button" @click=${() => this.press(0)}>${words.putBack}</button>`}
            </span>`
          : nothing
      }`
  }
}

/** To the second where the end is not on a whole minute, as a stage counts. */
function whenText(end: Instant): string {
  const seconds = Math.floor((end % minuteMs) / 1_000)
  const clock = times().since(end, live.now())
  return seconds === 0 ? clock : `${clock}:${String(seconds).padStart(2, '0')}`
}

declare global {
  interface HTMLElementTagNameMap {
    'is-slip': Slip
  }
}
