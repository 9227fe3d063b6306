/** `<is-schedule-row>`: one entry on one day, readable as a sentence, with its place in the day as a bar. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { EntryResource, EventResource, When } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { type DayRow, laneOf } from './schedule-days.ts'
import { releasedOn } from './schedule-embargo.ts'
import { dayText, instantOf, nightText, whenText, whereText } from './schedule-text.ts'
import { addDays, festivalTimeAt } from './schedule-wall.ts'

/** Events `edit` when it is pressed, `release` when what it holds back is to be seen, `hold` when it is to be held back again. */
@customElement('is-schedule-row')
export class ScheduleRow extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .row {
        display: grid;
        grid-template-columns: 148px minmax(0, 1fr) 168px;
        align-items: center;
        gap: var(--s1) var(--s4);
        width: 100%;
        min-height: 72px;
        padding: var(--s3) var(--s4);
        text-align: left;
      }
      button.row:hover {
        background: var(--hover);
      }
      .row.timeless {
        grid-template-columns: minmax(0, 1fr);
      }
      .time {
        font-weight: 650;
        font-size: var(--t-lead);
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s2);
        font-weight: 650;
      }
      .lane {
        position: relative;
        height: 8px;
        border-radius: var(--r-full);
        background: var(--sunken);
      }
      .bar {
        position: absolute;
        inset-block: 0;
        min-width: 4px;
        border-radius: inherit;
        background: var(--blue);
      }
      .house .bar {
        background: var(--line-strong);
      }
      .normal .bar {
        opacity: 0.55;
      }
      .takeover .bar {
        background: var(--strong);
      }
      .when {
        display: grid;
      }
      .held {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
        padding: 0 var(--s4) var(--s3) calc(148px + 2 * var(--s4));
      }
      .held.timeless {
        padding-left: var(--s4);
      }
      @media (max-width: 767px) {
        .held {
          padding-left: var(--s4);
        }
        .row {
          grid-template-columns: minmax(0, 1fr);
        }
        .when {
          display: flex;
          flex-wrap: wrap;
          align-items: baseline;
          gap: 0 var(--s2);
        }
        .lane {
          height: 4px;
          margin-top: 6px;
        }
      }
    `,
  ]

  @property({ attribute: false }) entry: EntryResource | null = null
  /** The window on this day; null for what always goes. */
  @property({ attribute: false }) window: DayRow | null = null
  @property() day = ''
  /** The programme as it stands, for an entry that follows it. */
  @property({ attribute: false }) happenings: readonly Happening[] = []
  /** How many slides under embargo it shows (rule E9). */
  @property({ type: Number }) held = 0
  @property({ attribute: false }) event: EventResource | null = null
  @property({ type: Boolean }) showing = false
  @property({ type: Boolean }) editable = false
  protected readonly venue = new VenueController(this)

  override render(): TemplateResult | typeof nothing {
    const { entry, event, window } = this
    if (entry === null || event === null) return nothing
    const content = html`
      ${window === null ? nothing : html`<span class="when">${this.timeText(window, event)}</span>`}
      <span>
        <span class="name"
          >${entry.name}
          ${this.showing ? html`<span class="chip green"><span class="dot green"></span>${say().schedule.now}</span>` : nothing}</span
        >
        <span class="small muted">${this.about(entry, event)}</span>
      </span>
      ${window === null ? nothing : this.lane(entry, window, event)}
    `
    const looks = window === null ? 'row timeless' : 'row'
    const row = this.editable
      ? html`<button class=${looks} @click=${() => this.tell('edit')}>${content}</button>`
      : html`<div class=${looks}>${content}</div>`
    return html`${row}${entry.manual ? this.steer(entry) : nothing}${this.held === 0 ? nothing : this.embargo(entry)}`
  }

  private steer(entry: EntryResource): TemplateResult {
    const words = say().steps
    return html`<div class=${this.window === null ? 'held timeless' : 'held'}>
      <a class="button" href=${`/steps/${entry.id}`} aria-label=${`${words.steer}: ${entry.name}`}>${words.steer}</a>
    </div>`
  }

  /** Beneath the row, not inside the button that it is. Holding back takes one step, releasing more. */
  private embargo(entry: EntryResource): TemplateResult {
    const words = say().advice
    const screens = releasedOn(entry.armed, entry, venue.screens).length
    const looks = this.window === null ? 'held timeless' : 'held'
    if (screens > 0)
      return html`<div class=${looks}>
        <span class="chip amber">${words.released(say().common.screens(screens))}</span>
        ${this.editable ? html`<button class="button" @click=${() => this.tell('hold')}>${words.holdAgain}</button>` : nothing}
      </div>`
    return html`<div class=${looks}>
      <span class="chip purple">${words.held}</span>
      <span class="small muted">${words.heldSlides(this.held)}</span>
      ${this.editable ? html`<button class="button" @click=${() => this.tell('release')}>${words.release}</button>` : nothing}
    </div>`
  }

  private tell(what: 'edit' | 'release' | 'hold'): void {
    this.dispatchEvent(new CustomEvent(what))
  }

  /** `18:00–02:00` and, where it goes past midnight, in which night or to which day (rule T6); what began on an earlier day says when. */
  private timeText({ from, until }: DayRow, event: EventResource): TemplateResult {
    const words = say().schedule
    const start = festivalTimeAt(from, event.zone, event.dayBreak)
    const end = festivalTimeAt(until, event.zone, event.dayBreak)
    const two = (first: string, second: string): TemplateResult =>
      html`<span class="time tabular">${first}</span>${second === '' ? nothing : html`<span class="small muted">${second}</span>`}`
    if (start.day < this.day) {
      const goesOn = end.day > this.day
      return two(goesOn ? words.allDay : words.to(end.time), words.since(times().dayTime(from)))
    }
    const clock = `${start.time}–${end.time}`
    if (start.time < event.dayBreak || (end.day === this.day && end.time < event.dayBreak)) return two(clock, nightText(this.day, event))
    if (end.day === this.day) return two(clock, '')
    return two(
      clock,
      end.day === addDays(this.day, 1) && end.time === event.dayBreak
        ? nightText(this.day, event)
        : words.toDay(dayText(end.day, event, 'long')),
    )
  }

  private about(entry: EntryResource, event: EventResource): string {
    const words = say().schedule
    const { when } = entry
    const facts = [
      says(when) ? whenText(when, event, this.happenings) : null,
      whereText(entry, venue),
      words.priority(words.bands[entry.band]),
      entry.manual ? words.sharings.manual : entry.exclusive ? words.sharings.alone : null,
    ]
    return facts.filter((fact) => fact !== null).join(' · ')
  }

  private lane(entry: EntryResource, row: DayRow, event: EventResource): TemplateResult {
    const { from, until } = laneOf(row, this.day, (day) => instantOf({ day, time: event.dayBreak }, event))
    const place = { left: `${from * 100}%`, width: `${(until - from) * 100}%` }
    return html`<span class=${`lane ${entry.band}`} aria-hidden="true"><span class="bar" style=${styleMap(place)}></span></span>`
  }
}

/** Whether the rule says more than the times of the day do. */
function says(when: When): boolean {
  return when.kind === 'rule' || when.kind === 'happening' || (when.kind === 'daily' && when.firstDay !== when.lastDay)
}

declare global {
  interface HTMLElementTagNameMap {
    'is-schedule-row': ScheduleRow
  }
}
