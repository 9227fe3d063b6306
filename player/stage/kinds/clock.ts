/** The clock: the time as large as the glass allows, the date, the venue. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ClockContent } from '@infoskjerm/shared/model/slide.ts'
import '../backdrop.ts'
import { calendarOf } from '../calendar.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'
import { Ticking } from '../ticking.ts'
import { capital, dateWords, timeOfDay } from '../words.ts'
import { wallTime } from '@infoskjerm/shared/time/zone.ts'

@customElement('is-clock-slide')
export class ClockSlide extends KindElement<ClockContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .heading {
        flex: none;
        max-block-size: 18%;
        font-weight: 650;
        line-height: 1.15;
      }
      .heading .en {
        color: var(--quiet);
        font-weight: 500;
      }
      .time {
        flex: 1 1 0;
        display: grid;
        align-content: center;
        font-weight: 800;
        font-stretch: 104%;
        line-height: 0.9;
        letter-spacing: -0.03em;
        white-space: nowrap;
        margin-inline-start: -0.035em;
      }
      .foot {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: calc(40 * var(--u));
        font-size: calc(52 * var(--u));
        line-height: 1.2;
      }
      .foot .en,
      .venue {
        color: var(--quiet);
        font-size: calc(40 * var(--u));
      }
      .date {
        font-weight: 650;
      }
      @container (orientation: portrait) {
        .foot {
          display: grid;
          gap: calc(24 * var(--u));
          font-size: calc(64 * var(--u));
        }
      }
    `,
  ]

  constructor() {
    super()
    new Ticking(this, 'minute')
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    const calendar = calendarOf(context)
    if (content === null || context === null) return nothing
    const now = context.now()
    const date = calendar === null ? null : dateWords(wallTime(calendar.zone, now))
    const time = calendar === null ? '' : timeOfDay(calendar.zone, now)
    const face: Fit = {
      ceiling: 720,
      floor: 60,
      oneLineFrom: null,
      draw: () => (this.portrait ? time.split(':').map((pair) => html`<span>${pair}</span>`) : html`<span>${time}</span>`),
    }
    const { nb, en } = content.heading
    const heading: Fit = {
      ceiling: 56,
      floor: 36,
      oneLineFrom: null,
      draw: (share) =>
        html`<span lang="nb">${cut(nb, share)}</span> ${en === '' ? nothing : html`<span class="en" lang="en">${cut(en, share)}</span>`}`,
    }
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe">
        ${nb === '' && en === '' ? nothing : html`<div class="heading" data-fit .fit=${heading}></div>`}
        <div class="time" data-fit .fit=${face}></div>
        <div class="foot">
          <div>
            <p class="date" lang="nb">${date === null ? '' : capital(date.nb)}</p>
            <p class="en" lang="en">${date?.en ?? ''}</p>
          </div>
          <p class="venue">${context.event?.venueName ?? ''}</p>
        </div>
      </div>`
  }
}
