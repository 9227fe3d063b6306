/** `<is-sponsor-form>`: a sponsor: its name, what was promised, and beside whom it must not stand. */
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { choiceField } from '../parts/slide-editor-fields.ts'
import '../parts/target-picker.ts'
import { say } from '../words/words.ts'
import { listed } from './schedule-text.ts'
import { promiseKinds, type SponsorForm, sponsorOf, type SponsorProblem, sponsorProblems } from './sponsors-form-model.ts'

/** Event `sponsor` carries the `SponsorBody` of a sound form; `changed` the form after each change. */
@customElement('is-sponsor-form')
export class SponsorFormElement extends CrewElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: var(--s5);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s3);
      }
      .amount {
        width: 120px;
      }
    `,
  ]

  @property({ attribute: false }) form: SponsorForm | null = null
  /** The other sponsors. */
  @property({ attribute: false }) others: readonly SponsorResource[] = []
  /** Id of the sponsor that is changed; null for a new one. */
  @property({ attribute: false }) self: string | null = null
  /** What the controller refused; '' for nothing. */
  @property() refused = ''
  @state() private tried = false

  override render(): TemplateResult | typeof nothing {
    const { form } = this
    if (form === null) return nothing
    const words = say().sponsors
    return html`<form novalidate @submit=${this.sent}>
      ${this.line('name', words.name, form.name, words.nameMissing, (name) => this.change({ name }))}
      ${choiceField(words.promised, promiseKinds, words.kinds, form.kind, (kind) => this.change({ kind }))}
      ${form.kind === 'none' ? nothing : this.promise(form, form.kind)} ${this.rivals(form)}
      ${this.refused === '' ? nothing : html`<p class="problem" role="alert">${this.refused}</p>`}
      <button hidden></button>
    </form>`
  }

  /** Sends `sponsor`, or shows what is wrong and goes there. */
  submit(): void {
    if (this.form === null) return
    this.tried = true
    if (sponsorProblems(this.form).length === 0)
      this.dispatchEvent(new CustomEvent<SponsorBody>('sponsor', { detail: sponsorOf(this.form) }))
    else
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.problem')?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
      )
  }

  private sent(event: Event): void {
    event.preventDefault()
    this.submit()
  }

  private promise(form: SponsorForm, kind: 'share' | 'minutes'): TemplateResult {
    const words = say().sponsors
    const between = form.limited ? 'between' : 'always'
    return html`${this.line(
        'amount',
        words.amount[kind],
        form.amounts[kind],
        words.amountWrong[kind],
        (typed) => this.change({ amounts: { ...form.amounts, [kind]: typed } }),
        'amount tabular',
      )}
      <div class="field">
        <span class="label">${words.where}</span>
        <is-target .value=${form.where} @change=${(change: CustomEvent<Target>) => this.change({ where: change.detail })}></is-target>
        ${this.problem('where', words.whereMissing)}
      </div>
      ${choiceField(words.hours, ['always', 'between'], words.hourKinds, between, (value) => this.change({ limited: value === 'between' }))}
      ${
        form.limited
          ? html`<div class="pair">
              ${this.line('from', words.from, form.from, say().schedule.timeWrong, (from) => this.change({ from }), 'tabular')}
              ${this.line('until', words.until, form.until, say().schedule.timeWrong, (until) => this.change({ until }), 'tabular')}
            </div>`
          : nothing
      }`
  }

  private line(
    field: SponsorProblem,
    label: string,
    value: string,
    wrong: string,
    typed: (text: string) => void,
    looks = '',
  ): TemplateResult {
    return html`<label class="field"
      ><span class="label">${label}</span>
      <input
        class=${`input ${looks}`}
        name=${field}
        maxlength=${field === 'name' ? 120 : 8}
        inputmode=${field === 'amount' ? 'decimal' : 'text'}
        autocomplete="off"
        aria-invalid=${this.has(field)}
        .value=${live(value)}
        @input=${(event: Event) => typed((event.target as HTMLInputElement).value)}
      />${this.problem(field, wrong)}</label
    >`
  }

  private rivals(form: SponsorForm): TemplateResult | typeof nothing {
    if (this.others.length === 0) return nothing
    const words = say().sponsors
    const theirs = this.others.filter((other) => this.self !== null && other.rivals.includes(this.self))
    const toggle = (id: string) =>
      this.change({ rivals: form.rivals.includes(id) ? form.rivals.filter((one) => one !== id) : [...form.rivals, id] })
    return html`<fieldset class="field">
      <legend>${words.rivals}</legend>
      <div class="choices">
        ${this.others.map(
          (other) =>
            html`<button
              type="button"
              class="choice"
              aria-pressed=${theirs.includes(other) || form.rivals.includes(other.id)}
              ?disabled=${theirs.includes(other)}
              @click=${() => toggle(other.id)}
            >
              ${other.name}
            </button>`,
        )}
      </div>
      <span class="hint">${words.rivalsHelp} ${theirs.length === 0 ? '' : words.rivalThere(listed(theirs.map(({ name }) => name)))}</span>
    </fieldset>`
  }

  private has(problem: SponsorProblem): boolean {
    return this.tried && this.form !== null && sponsorProblems(this.form).includes(problem)
  }

  /** What is missing is said only after somebody has tried to save. */
  private problem(problem: SponsorProblem, text: string): TemplateResult | typeof nothing {
    return this.has(problem) ? html`<span class="problem" role="alert">${text}</span>` : nothing
  }

  private change(change: Partial<SponsorForm>): void {
    if (this.form === null) return
    this.form = { ...this.form, ...change }
    this.dispatchEvent(new CustomEvent<SponsorForm>('changed', { detail: this.form }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-sponsor-form': SponsorFormElement
  }
}
