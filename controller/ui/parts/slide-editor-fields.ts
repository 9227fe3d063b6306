/** Small form fields of the slide settings, as templates. */
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { say } from '../words/words.ts'

/** One of a few, as pills. */
export function choiceField<V extends string>(
  label: string,
  values: readonly V[],
  texts: Readonly<Record<V, string>>,
  chosen: V,
  choose: (value: V) => void,
): TemplateResult {
  return html`<fieldset class="field">
    <legend>${label}</legend>
    <div class="choices">
      ${values.map(
        (value) =>
          html`<label class="choice"
            ><input type="radio" name=${label} .checked=${live(value === chosen)} @change=${() => choose(value)} />${texts[value]}</label
          >`,
      )}
    </div>
  </fieldset>`
}

/** A line or, with `rows` over 1, a few lines of text; `hint` stands below. */
export function textField(
  label: string,
  value: string,
  rows: number,
  language: 'nb' | 'en',
  change: (text: string) => void,
  hint = '',
): TemplateResult {
  const typed = (event: Event): void => change((event.target as HTMLInputElement | HTMLTextAreaElement).value)
  return html`<label class="field"
    ><span class="label">${label}</span>${
      rows > 1
        ? html`<textarea class="input" lang=${language} rows=${rows} .value=${live(value)} @input=${typed}></textarea>`
        : html`<input class="input" lang=${language} .value=${live(value)} @input=${typed} />`
    }${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}</label
  >`
}

/** The same words in Norwegian and English. */
export function wordsFields(label: string, englishLabel: string, words: Words, change: (words: Words) => void): TemplateResult {
  return html`${textField(label, words.nb, 1, 'nb', (nb) => change({ ...words, nb }))}${textField(englishLabel, words.en, 1, 'en', (en) =>
    change({ ...words, en }),
  )}`
}

/** Whole seconds of at least one, as ms; null for anything else. */
export function readSeconds(text: string): number | null {
  const seconds = Number(text.trim().replace(',', '.'))
  return /^\d{1,5}$/.test(text.trim()) && seconds >= 1 && seconds <= 86_400 ? seconds * 1_000 : null
}

/** How long a slide stands, in seconds; only a sound number is passed on. */
export function secondsField(durationMs: number, written: string | null, write: (text: string, ms: number | null) => void): TemplateResult {
  const words = say().slides
  const wrong = written !== null && readSeconds(written) === null
  return html`<label class="field"
    ><span class="label">${words.duration}</span>
    <span class="row"
      ><input
        class="input tabular"
        style="width: 96px"
        inputmode="numeric"
        aria-invalid=${wrong}
        .value=${live(written ?? String(Math.round(durationMs / 1000)))}
        @input=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value
          write(text, readSeconds(text))
        }}
      /><span>${words.durationUnit}</span></span
    >${wrong ? html`<span class="problem" role="alert">${words.durationWrong}</span>` : nothing}</label
  >`
}
