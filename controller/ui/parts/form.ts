/** Fields of forms: label, hint, and the refusal that concerns the field, tied together for screen readers. */
import { html, nothing, type TemplateResult } from 'lit'
import type { ApiProblem } from '../api.ts'
import { sayProblem } from '../words/words.ts'

export interface TextField {
  /** The field's path in the body, also its name and id. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly hint: string | null
  readonly type: 'text' | 'password' | 'number' | 'search'
  readonly autocomplete: string
  readonly problem: ApiProblem | null
  readonly change: (value: string) => void
}

/** A plain field with the usual answers to what is seldom asked. */
export const plain = { hint: null, type: 'text', autocomplete: 'off', problem: null } as const

/** A line of text with its label. */
export function textField(field: TextField): TemplateResult {
  const said = problemAt(field.problem, field.name)
  const notes = [field.hint === null ? null : `${field.name}-hint`, said === null ? null : `${field.name}-problem`]
    .filter(Boolean)
    .join(' ')
  return html`<div class="field">
    <label for=${field.name}>${field.label}</label>
    <input
      class="input"
      id=${field.name}
      name=${field.name}
      type=${field.type}
      autocomplete=${field.autocomplete}
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${said === null ? 'false' : 'true'}
      aria-describedby=${notes === '' ? nothing : notes}
      .value=${field.value}
      @input=${(event: Event) => field.change((event.target as HTMLInputElement).value)}
    />
    ${field.hint === null ? nothing : html`<span class="hint" id=${`${field.name}-hint`}>${field.hint}</span>`}
    ${said === null ? nothing : html`<span class="problem" id=${`${field.name}-problem`}>${said}</span>`}
  </div>`
}

/** One of a few, as pills. */
export function choiceField<T extends string>(
  name: string,
  label: string,
  options: readonly (readonly [T, string])[],
  value: T,
  change: (value: T) => void,
): TemplateResult {
  return html`<fieldset class="field">
    <legend>${label}</legend>
    <div class="choices">
      ${options.map(
        ([option, text]) =>
          html`<label class="choice"
            ><input type="radio" name=${name} value=${option} .checked=${option === value} @change=${() => change(option)} />${text}</label
          >`,
      )}
    </div>
  </fieldset>`
}

/** A box to tick, with what it means below. */
export function checkField(label: string, hint: string | null, checked: boolean, change: (checked: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input type="checkbox" .checked=${checked} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><span
      >${label}${hint === null ? nothing : html`<span class="hint">${hint}</span>`}</span
    ></label
  >`
}

/** The refusal in words where it blames this field. */
export function problemAt(problem: ApiProblem | null, path: string): string | null {
  return problem !== null && problem.body?.path === path ? sayProblem(problem) : null
}

/** The refusal in words where it blames none of the fields that are shown. */
export function problemOutside(problem: ApiProblem | null, paths: readonly string[]): TemplateResult | typeof nothing {
  if (problem === null || paths.includes(problem.body?.path ?? '')) return nothing
  return html`<p class="problem" role="alert">${sayProblem(problem)}</p>`
}
