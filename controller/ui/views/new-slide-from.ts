/** *Fra*: a new slide comes at once, or at a moment of one's own. */
import { html, nothing, type TemplateResult } from 'lit'
import { untilSoon } from '../parts/how-long-model.ts'
import { live } from '../live.ts'
import { venue } from '../venue.ts'
import { say } from '../words/words.ts'
import type { MomentChange } from './schedule-moment.ts'
import './schedule-moment.ts'

/** What is written, and what it means; `at` null while it means nothing. */
export type Moment = MomentChange

/** `from` null: now. */
export function fromField(from: Moment | null, change: (from: Moment | null) => void): TemplateResult {
  const words = say().newSlide
  const begin = (): void => {
    const soon = venue.event === null ? null : untilSoon(live.now(), venue.event)
    change(soon === null ? null : { value: soon.value, at: soon.at })
  }
  const choice = (text: string, checked: boolean, pick: () => void) =>
    html`<label class="choice"><input type="radio" name="from" .checked=${checked} @change=${pick} />${text}</label>`
  return html`<fieldset class="card">
    <legend class="visually-hidden">${words.from}</legend>
    <p class="head" aria-hidden="true">${words.from}</p>
    <div class="choices">${choice(words.now, from === null, () => change(null))}${choice(words.later, from !== null, begin)}</div>
    ${
      from === null
        ? nothing
        : html`<is-moment
            .label=${words.fromLabel}
            .event=${venue.event}
            .now=${live.now()}
            .value=${from.value}
            @moment=${(event: CustomEvent<MomentChange>) => change(event.detail)}
          ></is-moment>`
    }
  </fieldset>`
}
