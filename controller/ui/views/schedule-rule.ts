/** `<is-rule>`: times that come again: on some weekdays, every n-th day, week or month, until a day or so many times, some days left out and some added. */
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { choiceField } from '../parts/slide-editor-fields.ts'
import { say } from '../words/words.ts'
import { type Ends, ordinals, type RuleForm, ruleOf, type Weekday, weekdayOf, weekdays } from './schedule-rule-model.ts'
import { dateText, ruleSentence } from './schedule-rule-text.ts'
import './schedule-time.ts'

type Edge = 'from' | 'until'
const steps = [1, 2, 3, 4]

/** Event `rule` carries the whole of it after each change. */
@customElement('is-rule')
export class RuleFields extends CrewElement {
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
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
      }
    `,
  ]

  @property({ attribute: false }) form: RuleForm | null = null
  @property({ attribute: false }) event: EventResource | null = null

  override render(): TemplateResult | typeof nothing {
    const { form } = this
    if (form === null) return nothing
    const words = say().schedule
    return html`
      <div class="pair">${this.time('from', words.from, form)}${this.time('until', words.until, form)}</div>
      ${form.foreign === null ? this.fields(form) : html`<p class="card small">${words.rule.foreign}</p>`}
      <p class="small" role="status">${ruleSentence(ruleOf(form))}</p>
      ${this.days(words.rule.except, words.rule.addExcept, form.except, (except) => this.change({ except }))}
      ${this.days(words.rule.extra, words.rule.addExtra, form.extra, (extra) => this.change({ extra }))}
    `
  }

  private fields(form: RuleForm): TemplateResult {
    const { rule } = say().schedule
    return html`
      ${choiceField(rule.repeats, ['DAILY', 'WEEKLY', 'MONTHLY'], rule.freqs, form.freq, (freq) => this.change({ freq }))}
      ${form.freq === 'WEEKLY' ? this.weekdays(form) : nothing} ${form.freq === 'MONTHLY' ? this.monthly(form) : nothing}
      <div class="pair">
        <label class="field"
          ><span class="label">${rule.every}</span>
          <select class="input" @change=${(change: Event) => this.change({ interval: Number((change.target as HTMLSelectElement).value) })}>
            ${[...new Set([...steps, form.interval])].map(
              (step) => html`<option value=${step} ?selected=${step === form.interval}>${rule.interval(form.freq, step)}</option>`,
            )}
          </select></label
        >
        ${this.date(rule.firstDay, form.firstDay, (firstDay) => this.change(movedTo(form, firstDay)))}
      </div>
      ${this.ends(form)}
    `
  }

  private weekdays(form: RuleForm): TemplateResult {
    const { rule } = say().schedule
    return html`<fieldset class="field">
      <legend>${rule.onDays}</legend>
      <div class="choices">
        ${weekdays.map((day) => {
          const on = form.days.includes(day)
          const days = on ? form.days.filter((one) => one !== day) : [...form.days, day]
          return html`<button
            type="button"
            class="choice"
            aria-pressed=${on}
            aria-label=${rule.weekdays[day]}
            @click=${() => days.length > 0 && this.change({ days })}
          >
            ${rule.shortWeekdays[day]}
          </button>`
        })}
      </div>
    </fieldset>`
  }

  private monthly(form: RuleForm): TemplateResult {
    const { rule } = say().schedule
    const { monthly } = form
    const weekday = monthly === 'date' ? weekdayOf(form.firstDay) : monthly.day
    const number = Number(form.firstDay.slice(8))
    return html`<div class="pair">
      <label class="field"
        ><span class="label">${rule.onThe}</span>
        <select
          class="input"
          @change=${(change: Event) => {
            const value = (change.target as HTMLSelectElement).value
            const ordinal = ordinals.find((one) => String(one) === value)
            this.change({ monthly: ordinal === undefined ? 'date' : { ordinal, day: weekday } })
          }}
        >
          <option value="date" ?selected=${monthly === 'date'}>${rule.sameDate(number)}</option>
          ${ordinals.map(
            (one) => html`<option value=${one} ?selected=${monthly !== 'date' && monthly.ordinal === one}>${rule.ordinals[one]}</option>`,
          )}
        </select></label
      >
      ${
        monthly === 'date'
          ? nothing
          : html`<label class="field"
              ><span class="label">${rule.weekday}</span>
              <select
                class="input"
                @change=${(change: Event) =>
                  this.change({ monthly: { ...monthly, day: (change.target as HTMLSelectElement).value as Weekday } })}
              >
                ${weekdays.map((day) => html`<option value=${day} ?selected=${day === weekday}>${rule.weekdays[day]}</option>`)}
              </select></label
            >`
      }
    </div>`
  }

  private ends(form: RuleForm): TemplateResult {
    const { rule } = say().schedule
    const { ends } = form
    const other: Readonly<Record<Ends['kind'], Ends>> = {
      never: { kind: 'never' },
      until: { kind: 'until', day: this.event?.lastDay ?? form.firstDay },
      count: { kind: 'count', count: 10 },
    }
    return html`<div class="stack">
      ${choiceField(rule.ends, ['never', 'until', 'count'], rule.endKinds, ends.kind, (kind) =>
        this.change({ ends: kind === ends.kind ? ends : other[kind] }),
      )}
      ${ends.kind === 'until' ? this.date(rule.lastDay, ends.day, (day) => this.change({ ends: { kind: 'until', day } })) : nothing}
      ${
        ends.kind === 'count'
          ? html`<label class="field"
              ><span class="label">${rule.times}</span>
              <input
                class="input tabular"
                type="number"
                min="1"
                max="999"
                .value=${String(ends.count)}
                @change=${(change: Event) => {
                  const count = Math.round(Number((change.target as HTMLInputElement).value))
                  if (count >= 1 && count <= 999) this.change({ ends: { kind: 'count', count } })
                }}
            /></label>`
          : nothing
      }
    </div>`
  }

  private time(edge: Edge, label: string, form: RuleForm): TemplateResult {
    return html`<is-time
      .label=${label}
      .value=${form[edge]}
      @time=${(time: CustomEvent<string>) => this.change({ [edge]: time.detail })}
    ></is-time>`
  }

  private date(label: string, value: string, take: (day: string) => void): TemplateResult {
    return html`<label class="field"
      ><span class="label">${label}</span>
      <input
        class="input"
        type="date"
        .value=${value}
        @change=${(change: Event) => {
          const day = (change.target as HTMLInputElement).value
          if (day !== '') take(day)
        }}
    /></label>`
  }

  /** Days as pills that a tap takes away, and a date field that adds one. */
  private days(label: string, add: string, days: readonly string[], take: (days: readonly string[]) => void): TemplateResult {
    const { rule } = say().schedule
    return html`<fieldset class="field">
      <legend>${label}</legend>
      <div class="days">
        ${days.map(
          (day) =>
            html`<button
              type="button"
              class="choice"
              aria-label=${rule.takeAway(dateText(day))}
              @click=${() => take(days.filter((one) => one !== day))}
            >
              ${dateText(day)} ×
            </button>`,
        )}
        <input
          class="input"
          type="date"
          style="width: auto"
          aria-label=${add}
          .value=${''}
          @change=${(change: Event) => {
            const input = change.target as HTMLInputElement
            if (input.value !== '') take([...new Set([...days, input.value])].sort())
            input.value = ''
          }}
        />
      </div>
    </fieldset>`
  }

  private change(change: Partial<RuleForm>): void {
    if (this.form !== null) this.dispatchEvent(new CustomEvent<RuleForm>('rule', { detail: { ...this.form, ...change } }))
  }
}

/** A single weekday moves along with the first day. */
function movedTo({ firstDay, days }: RuleForm, next: string): Partial<RuleForm> {
  const alone = days.length === 1 && days[0] === weekdayOf(firstDay)
  return { firstDay: next, ...(alone ? { days: [weekdayOf(next)] } : {}) }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-rule': RuleFields
  }
}
