/** What stands when nothing is scheduled: the venue, the time, soft light. Needs no asset. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Fallback } from '@infoskjerm/shared/engine/scene.ts'
import { wallTime } from '@infoskjerm/shared/time/zone.ts'
import '../backdrop.ts'
import { calendarOf } from '../calendar.ts'
import { cut, Fitting, type Fit } from '../fit.ts'
import { GlassElement } from '../glass-element.ts'
import { themeIn } from '../theme.ts'
import { Ticking } from '../ticking.ts'
import { capital, dateWords, say, timeOfDay } from '../words.ts'

@customElement('is-fallback')
export class FallbackBoard extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      .safe {
        justify-content: flex-end;
        gap: calc(30 * var(--u));
      }
      .venue {
        flex: none;
        max-block-size: 62%;
        margin-inline-start: -0.03em;
      }
      .venue .en {
        margin-block-start: 0.3em;
        color: var(--quiet);
        font-size: 0.36em;
        font-weight: 600;
        font-stretch: 100%;
        letter-spacing: 0;
      }
      .logo {
        flex: none;
        align-self: flex-start;
        max-inline-size: 40%;
        max-block-size: 22%;
        margin-block-end: auto;
        object-fit: contain;
        object-position: left top;
      }
      .logo[hidden] {
        display: none;
      }
      .foot {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        font-size: calc(48 * var(--u));
      }
      .time {
        font-weight: 700;
        font-size: calc(72 * var(--u));
      }
    `,
  ]

  @property({ attribute: false }) reason: Fallback['reason'] = 'nothing-scheduled'

  readonly fitting = new Fitting(this)

  constructor() {
    super()
    new Ticking(this, 'minute')
  }

  /** The board needs no asset (rule E10): a mark that is not here leaves no trace. */
  readonly #withoutLogo = (event: Event): void => {
    ;(event.target as HTMLElement).hidden = true
  }

  protected override render(): TemplateResult {
    const { context } = this
    const calendar = calendarOf(context)
    const { logo } = themeIn(context)
    const now = context === null ? null : context.now()
    const words = this.reason === 'closed' ? say.thanks : { nb: context?.event?.venueName ?? '', en: '' }
    const fit: Fit = {
      ceiling: 240,
      floor: 72,
      oneLineFrom: 130,
      draw: (share) =>
        html`<p lang="nb">${cut(words.nb, share)}</p>
          ${words.en === '' ? nothing : html`<p class="en" lang="en">${words.en}</p>`}`,
    }
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe">
        ${logo === null || context === null ? nothing : html`<img class="logo" alt="" src=${context.mediaUrl(logo)} @error=${this.#withoutLogo} />`}
        <div class="venue headline" data-fit .fit=${fit}></div>
        ${
          calendar === null || now === null
            ? nothing
            : html`<div class="foot">
                <span class="quiet" lang="nb">${capital(dateWords(wallTime(calendar.zone, now)).nb)}</span>
                <time class="time">${timeOfDay(calendar.zone, now)}</time>
              </div>`
        }
      </div>`
  }
}
