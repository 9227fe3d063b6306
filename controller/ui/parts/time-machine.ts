/** The slider over the event's days. It leads away from now and comes back by itself. */
import { dayMs, hourMs, type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { live } from '../live.ts'
import { say } from '../words/words.ts'
import { times } from '../words/times.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

const stepMs = 5 * minuteMs

/** Fires `travel` with an `Instant`, or null for back to now. */
@customElement('is-time-machine')
export class TimeMachine extends CrewElement {
  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) at: Instant | null = null

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: 0;
        padding: var(--s2) var(--s5) var(--s3);
        border-width: 1px 0 0;
        border-radius: 0;
      }
      @media (max-width: 767px) {
        .card {
          padding: var(--s3) var(--s4);
          border-width: 1px;
          border-radius: var(--r3);
        }
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 var(--s3);
      }
      input {
        width: 100%;
        height: 28px;
        margin: 0;
        accent-color: var(--blue);
        cursor: grab;
      }
      .days {
        display: flex;
        font-size: var(--t-tiny);
        color: var(--muted);
      }
      .days span {
        min-width: 0;
        padding-left: 6px;
        border-left: 1px solid var(--line-strong);
      }
    `,
  ]

  private travel(event: Event): void {
    const at = Number((event.target as HTMLInputElement).value) as Instant
    this.dispatchEvent(new CustomEvent<Instant | null>('travel', { detail: at }))
  }

  protected override render() {
    if (this.event === null) return nothing
    const words = say().now
    const said = times()
    const { firstDay, lastDay, dayBreak } = this.event
    const from = said.at(firstDay, dayBreak)
    const until = later(said.at(lastDay, dayBreak), dayMs)
    const days: Instant[] = []
    for (let day = from; day < until; day = later(day, dayMs)) days.push(day)
    const now = live.now()
    const value = Math.min(until, Math.max(from, this.at ?? now))
    return html`<section class="card" aria-label=${words.timeMachine}>
      <div class="top">
        <strong>${words.timeMachine}</strong>
        <span class="muted small">${this.at === null ? words.timeMachineHint : said.dayTime(this.at)}</span>
      </div>
      <input
        type="range"
        aria-label=${words.timeMachine}
        aria-valuetext=${said.dayTime(this.at ?? now)}
        min=${from}
        max=${until}
        step=${stepMs}
        .value=${String(value)}
        @input=${this.travel}
      />
      <div class="days" aria-hidden="true">
        ${days.map((day) => {
          const changes =
            said.clock(later(day, dayMs - hourMs)) !== said.clock(later(day, -hourMs)) && said.clock(later(day, dayMs)) !== said.clock(day)
          return html`<span class="grow clip" style=${styleMap({ flex: '1' })}
            >${said.shortDay(day)}${changes ? ` · ${words.clockChange}` : ''}</span
          >`
        })}
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-time-machine': TimeMachine
  }
}
