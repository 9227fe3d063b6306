/** `<is-linked>`: an entry that follows the programme: which happening, from how long before it until how long after. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { dayMs, type Instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningEdge } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { inWords } from './programme-text.ts'
import type { EntryForm } from './schedule-form-model.ts'
import { linkedText } from './schedule-linked-text.ts'

type Linked = EntryForm['linked']
type Side = 'from' | 'until'
type Where = 'before-start' | 'after-start' | 'before-end' | 'after-end'

/** The longest a link may reach away from its happening (minutes): a day. */
const mostMin = dayMs / 60_000

/** Event `linked` carries the whole of it after each change. */
@customElement('is-linked')
export class LinkedFields extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .edge {
        display: grid;
        grid-template-columns: 88px minmax(0, 1fr);
        gap: var(--s2);
      }
      .said::first-letter {
        text-transform: uppercase;
      }
    `,
  ]

  @property({ attribute: false }) linked: Linked | null = null
  @property({ attribute: false }) happenings: readonly Happening[] = []
  @property({ attribute: false }) now: Instant | null = null
  /** Somebody has tried to save without a happening. */
  @property({ type: Boolean }) missing = false
  @state() private typed: Readonly<Record<Side, string | null>> = { from: null, until: null }

  override render(): TemplateResult | typeof nothing {
    const { linked } = this
    if (linked === null) return nothing
    const words = say().schedule.linked
    const chosen = this.happenings.find(({ id }) => id === linked.happening) ?? null
    return html`
      <div class="field">
        <label class="label" for="happening">${words.which}</label>
        <select
          id="happening"
          class="input"
          @change=${(change: Event) => this.change({ happening: (change.target as HTMLSelectElement).value })}
        >
          <option value="" disabled ?selected=${chosen === null}>${words.choose}</option>
          ${this.days.map(
            ([day, happenings]) =>
              html`<optgroup label=${day}>
                ${happenings.map(
                  (one) =>
                    html`<option value=${one.id} ?selected=${one.id === linked.happening}>
                      ${times().clock(one.start)} ${inWords(one.title)}${one.cancelled ? ` (${words.cancelledMark})` : ''}
                    </option>`,
                )}
              </optgroup>`,
          )}
        </select>
        ${this.missing ? html`<p class="problem" role="alert">${words.missing}</p>` : nothing}
      </div>
      ${this.edge('from', linked.from)} ${this.edge('until', linked.until)}
      ${
        linked.happening === null
          ? nothing
          : html`<p class="small muted said" role="status">${linkedText(linked, chosen)}</p>
              <p class="small muted">${words.follows}</p>`
      }
    `
  }

  /** Day by day, those that are not over first: seldom does anybody plan for what has been. */
  private get days(): readonly (readonly [string, readonly Happening[]])[] {
    const over = ({ end }: Happening) => this.now !== null && end <= this.now
    const groups = new Map<string, Happening[]>()
    for (const one of [...this.happenings.filter((each) => !over(each)), ...this.happenings.filter(over)]) {
      const day = over(one) ? say().schedule.linked.overOn(times().longDay(one.start)) : times().longDay(one.start)
      groups.set(day, [...(groups.get(day) ?? []), one])
    }
    return [...groups.entries()]
  }

  private edge(side: Side, value: HappeningEdge): TemplateResult {
    const schedule = say().schedule
    const words = schedule.linked
    const typed = this.typed[side]
    const wrong = typed !== null && readMinutes(typed) === null
    const where = whereOf(value)
    return html`<fieldset class="field">
      <legend>${side === 'from' ? schedule.from : schedule.until}</legend>
      <div class="edge">
        <input
          class="input tabular"
          inputmode="numeric"
          autocomplete="off"
          aria-label=${words.minutes}
          aria-invalid=${wrong}
          .value=${live(typed ?? String(Math.abs(value.offsetMin)))}
          @input=${(input: Event) => this.type(side, (input.target as HTMLInputElement).value)}
        />
        <select
          class="input"
          aria-label=${words.edge}
          @change=${(change: Event) => this.change({ [side]: edgeOf((change.target as HTMLSelectElement).value as Where, Math.abs(value.offsetMin)) })}
        >
          ${(['before-start', 'after-start', 'before-end', 'after-end'] as const).map(
            (one) => html`<option value=${one} ?selected=${one === where}>${words.edges[one]}</option>`,
          )}
        </select>
      </div>
      ${wrong ? html`<span class="problem">${words.minutesWrong}</span>` : nothing}
    </fieldset>`
  }

  private type(side: Side, text: string): void {
    const minutes = readMinutes(text)
    this.typed = { ...this.typed, [side]: minutes === null ? text : null }
    if (minutes !== null && this.linked !== null) this.change({ [side]: edgeOf(whereOf(this.linked[side]), minutes) })
  }

  private change(change: Partial<Linked>): void {
    if (this.linked === null) return
    this.linked = { ...this.linked, ...change }
    this.dispatchEvent(new CustomEvent<Linked>('linked', { detail: this.linked }))
  }
}

/** Whole minutes of at most a day; null for anything else. */
function readMinutes(text: string): number | null {
  const minutes = Number(text.trim())
  return /^\d{1,4}$/.test(text.trim()) && minutes <= mostMin ? minutes : null
}

function whereOf({ edge, offsetMin }: HappeningEdge): Where {
  const before = offsetMin < 0 || Object.is(offsetMin, -0)
  return before ? `before-${edge}` : `after-${edge}`
}

/** Nought minutes before is kept apart from nought minutes after, so that the choice stays while somebody types. */
function edgeOf(where: Where, minutes: number): HappeningEdge {
  return { edge: where.endsWith('start') ? 'start' : 'end', offsetMin: where.startsWith('before') ? -minutes : minutes }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-linked': LinkedFields
  }
}
