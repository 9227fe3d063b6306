/** `<is-daily>`: times that repeat each day, from a first day to a last one, some days left out. */
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { edgesOn, type EntryForm, type FormProblem, gapsOf } from './schedule-form-model.ts'
import { dayText, instantOf, nightText } from './schedule-text.ts'
import { addDays, daysFrom, festivalTimeAt } from './schedule-wall.ts'
import './schedule-time.ts'

type Daily = EntryForm['daily']
type Edge = 'from' | 'until'

/** Days offered before and after the event: rigging and clearing away. */
const daysAround = 2

/** Event `daily` carries the whole of it after each change. */
@customElement('is-daily')
export class DailyFields extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s3);
      }
    `,
  ]

  @property({ attribute: false }) form: EntryForm | null = null
  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) problems: readonly FormProblem[] = []

  override render(): TemplateResult | typeof nothing {
    const { form, event } = this
    if (form === null || event === null) return nothing
    const words = say().schedule
    const { daily } = form
    return html`
      <div>
        <div class="pair">${this.time('from', words.from, daily)}${this.time('until', words.until, daily)}</div>
        <p class="small muted" style="margin-top: 6px">${this.endText(daily, event)}</p>
      </div>
      ${this.gaps(form, event)}
      <div class="pair">
        ${this.day(words.firstDay, daily.firstDay, event, (firstDay) => this.change({ firstDay }))}
        ${this.day(words.lastDay, daily.lastDay, event, (lastDay) => this.change({ lastDay }))}
      </div>
      ${
        this.problems.some((problem) => problem.kind === 'last-before-first')
          ? html`<p class="problem" role="alert">${words.lastBeforeFirst}</p>`
          : nothing
      }
      ${this.exceptions(daily, event)}
    `
  }

  private time(edge: Edge, label: string, daily: Daily): TemplateResult {
    return html`<is-time
      .label=${label}
      .value=${daily[edge]}
      @time=${(time: CustomEvent<string>) => this.change({ [edge]: time.detail })}
    ></is-time>`
  }

  /** When the first of them ends, with both days where that is after midnight. */
  private endText(daily: Daily, event: EventResource): string {
    const words = say().schedule
    const end = words.nextDay(times().dayTime(instantOf(edgesOn(daily.firstDay, daily, event.dayBreak).until, event)))
    return daily.from === daily.until ? `${words.roundTheClock}. ${end}` : daily.until > daily.from ? '' : end
  }

  private gaps(form: EntryForm, event: EventResource): TemplateResult[] {
    const words = say().schedule
    const refused = this.problems.some((problem) => problem.kind === 'gap')
    return gapsOf(form, event).map((gap) => {
      const time = form.daily[gap.edge]
      const night = nightText(gap.night, event)
      if (!refused) return html`<p class="small muted">${words.gapNote(time, night, times().clock(gap.after))}</p>`
      return html`<div class="stack" style="gap: var(--s2)">
        <p class="problem" role="alert">${words.gap(time, night)}</p>
        <div class="row">
          ${[gap.before, gap.after].map(
            (at) =>
              html`<button
                type="button"
                class="button"
                @click=${() => this.change({ [gap.edge]: festivalTimeAt(at, event.zone, event.dayBreak).time })}
              >
                ${words.use(times().clock(at))}
              </button>`,
          )}
        </div>
      </div>`
    })
  }

  private day(label: string, value: string, event: EventResource, take: (day: string) => void): TemplateResult {
    const offered = new Set([...daysFrom(addDays(event.firstDay, -daysAround), addDays(event.lastDay, daysAround)), value])
    return html`<label class="field"
      ><span class="label">${label}</span>
      <select class="input" @change=${(change: Event) => take((change.target as HTMLSelectElement).value)}>
        ${[...offered].sort().map((day) => html`<option value=${day} ?selected=${day === value}>${dayText(day, event, 'long')}</option>`)}
      </select></label
    >`
  }

  private exceptions(daily: Daily, event: EventResource): TemplateResult | typeof nothing {
    const days = daysFrom(daily.firstDay, daily.lastDay)
    if (days.length < 2 || days.length > 14) return nothing
    return html`<fieldset class="field">
      <legend>${say().schedule.notOn}</legend>
      <div class="choices">
        ${days.map((day) => {
          const out = daily.except.includes(day)
          const except = out ? daily.except.filter((one) => one !== day) : [...daily.except, day].sort()
          return html`<button type="button" class="choice" aria-pressed=${out} @click=${() => this.change({ except })}>
            ${dayText(day, event, 'short')}
          </button>`
        })}
      </div>
    </fieldset>`
  }

  private change(change: Partial<Daily>): void {
    if (this.form === null) return
    this.dispatchEvent(new CustomEvent<Daily>('daily', { detail: { ...this.form.daily, ...change } }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-daily': DailyFields
  }
}
