/** `<is-schedule-list>`: what always goes, what waits for its time, then every festival day with what goes on it. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryResource, EventResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { may } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { type DayRow, scheduleDays } from './schedule-days.ts'
import './schedule-row.ts'
import { dayText, instantOf, nightText } from './schedule-text.ts'
import { festivalTimeAt } from './schedule-wall.ts'
import { scheduleStyles } from './schedule.styles.ts'

/** Events: `add` with a festival day; `edit`, `release` and `hold` with an entry. */
@customElement('is-schedule-list')
export class ScheduleList extends CrewElement {
  static override styles = [controls, scheduleStyles]

  @property({ attribute: false }) entries: readonly EntryResource[] = []
  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) now: Instant | null = null
  /** Ids of the entries that stand on some screen now. */
  @property({ attribute: false }) showing: ReadonlySet<string> = new Set()
  /** How many slides under embargo each entry shows, by id (rule E9). */
  @property({ attribute: false }) held: ReadonlyMap<string, number> = new Map()
  /** The programme as it stands, for entries that follow it. */
  @property({ attribute: false }) happenings: readonly Happening[] = []

  override render(): TemplateResult | typeof nothing {
    const { event, now } = this
    if (event === null || now === null) return nothing
    const words = say().schedule
    const dateOf = (t: Instant) => festivalTimeAt(t, event.zone, event.dayBreak).day
    const today = dateOf(now)
    const always = this.entries.filter((entry) => entry.windows === null)
    const waiting = this.entries.filter((entry) => entry.windows?.length === 0)
    const days = scheduleDays(this.entries, event.firstDay, event.lastDay, dateOf)
    return html`
      <nav class="strip" aria-label=${words.days}>
        ${always.length === 0 ? nothing : this.jump('always', words.always, false)}
        ${waiting.length === 0 ? nothing : this.jump('waiting', words.waiting, false)}
        ${days.map(({ day }) => this.jump(day, dayText(day, event, 'short'), day === today))}
      </nav>
      <div class="days">
        ${this.timeless('always', always, words.always, words.alwaysHelp)}
        ${this.timeless('waiting', waiting, words.waiting, words.waitingHelp)}
        ${days.map(
          ({ day, rows }) =>
            html`<section id=${`day-${day}`} aria-label=${dayText(day, event, 'long')}>
              ${this.dayHead(day, today, event)}
              ${
                rows.length === 0
                  ? html`<p class="muted">${words.nothingThatDay}</p>`
                  : html`<ul class="list">
                      ${rows.map((row) => html`<li>${this.row(row.entry, row, day, row.from <= now && now < row.until)}</li>`)}
                    </ul>`
              }
            </section>`,
        )}
      </div>
    `
  }

  private timeless(id: string, entries: readonly EntryResource[], title: string, help: string): TemplateResult | typeof nothing {
    if (entries.length === 0) return nothing
    return html`<section id=${`day-${id}`} aria-label=${title}>
      <div class="day-head">
        <h2>${title}</h2>
        <span class="muted small">${help}</span>
      </div>
      <ul class="list">
        ${entries.map((entry) => html`<li>${this.row(entry, null, '', true)}</li>`)}
      </ul>
    </section>`
  }

  private row(entry: EntryResource, window: DayRow | null, day: string, isOn: boolean): TemplateResult {
    const tell = (what: 'edit' | 'release' | 'hold') => () => this.dispatchEvent(new CustomEvent<EntryResource>(what, { detail: entry }))
    return html`<is-schedule-row
      class="grow"
      .entry=${entry}
      .window=${window}
      .day=${day}
      .happenings=${this.happenings}
      .event=${this.event}
      .showing=${isOn && this.showing.has(entry.id)}
      .held=${this.held.get(entry.id) ?? 0}
      .editable=${may('edit')}
      @edit=${tell('edit')}
      @release=${tell('release')}
      @hold=${tell('hold')}
    ></is-schedule-row>`
  }

  private jump(id: string, text: string, isToday: boolean): TemplateResult {
    const leap = (): void => this.renderRoot.querySelector(`#day-${id}`)?.scrollIntoView({ block: 'start' })
    return html`<button class=${isToday ? 'choice today' : 'choice'} aria-current=${isToday ? 'date' : nothing} @click=${leap}>
      ${text}
    </button>`
  }

  private dayHead(day: string, today: string, event: EventResource): TemplateResult {
    const words = say().schedule
    const noon = instantOf({ day, time: '12:00' }, event)
    const add = () => this.dispatchEvent(new CustomEvent<string>('add', { detail: day }))
    return html`<div class="day-head">
      <h2>${times().longDay(noon)}${day === today ? html` <span class="chip blue">${words.today}</span>` : nothing}</h2>
      ${clockChanges(day, event) ? html`<span class="change small">${words.clockChange(nightText(day, event))}</span>` : nothing}
      ${
        may('edit')
          ? html`<button class="button quiet" aria-label=${`${words.addDay}: ${dayText(day, event, 'long')}`} @click=${add}>
              + ${words.newEntry}
            </button>`
          : nothing
      }
    </div>`
  }
}

/** Whether the day is not 24 hours long. */
function clockChanges(day: string, event: EventResource): boolean {
  const start = instantOf({ day, time: event.dayBreak }, event)
  const end = festivalTimeAt((start + 86_400_000) as typeof start, event.zone, event.dayBreak)
  return end.time !== event.dayBreak
}

declare global {
  interface HTMLElementTagNameMap {
    'is-schedule-list': ScheduleList
  }
}
