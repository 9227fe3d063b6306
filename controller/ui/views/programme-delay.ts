/** `<is-delay>`: asks once whether the rest of the stage follows, with every old and new time, before anything is sent. */
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { MediaQuery, phone } from '../parts/media-query.ts'
import '../parts/sheet.ts'
import { live } from '../live.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { changesOf, type DelayPlan, type Shift } from './programme-delay-plan.ts'
import { changed, programmeOf, type Timetable } from './programme-model.ts'
import './programme-preview.ts'
import { inWords, stageName } from './programme-text.ts'

/** Events: `close`, or `answer` with whether the rest follows. */
@customElement('is-delay')
export class DelaySheet extends CrewElement {
  static override styles = [
    controls,
    css`
      ul {
        margin-top: var(--s4);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--s4);
        padding: var(--s2) var(--s4);
        min-height: 48px;
      }
      li.first {
        font-weight: 650;
      }
      .times {
        white-space: nowrap;
      }
      s {
        color: var(--muted);
        font-weight: 400;
      }
      h3 {
        margin: var(--s5) 0 var(--s2);
      }
      .answers {
        display: grid;
        gap: var(--s2);
      }
    `,
  ]

  @property({ attribute: false }) plan: DelayPlan | null = null
  @property({ attribute: false }) timetable: Timetable | null = null
  private readonly phone = new MediaQuery(this, phone)
  private then: Programme | null = null
  @query('#all') private readonly all!: HTMLButtonElement | null

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('plan')) return
    const { plan, timetable } = this
    this.then = plan === null || timetable === null ? null : programmeOf(changed(timetable, changesOf(plan, true), '', live.now()))
  }

  protected override updated(changes: PropertyValues<this>): void {
    // The likeliest answer is one press of Enter away; the sheet itself has just taken the focus for its heading.
    if (changes.has('plan') && this.plan !== null) void this.updateComplete.then(() => requestAnimationFrame(() => this.all?.focus()))
  }

  override render(): TemplateResult {
    const words = say().programme
    const { plan } = this
    const title = plan === null ? '' : inWords(plan.first.before.now.title)
    return html`<is-sheet
      .open=${plan !== null}
      .heading=${plan === null ? '' : words.delayTitle(title, plan.minutes)}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${
        plan === null
          ? nothing
          : html`<p>${this.question(plan)}</p>
              <ul class="list">
                ${this.line(plan.first, 'first')} ${plan.rest.map((shift) => this.line(shift, ''))}
              </ul>
              ${this.phone.holds ? nothing : this.glass(plan)}
              <div slot="footer" class="answers">
                <button id="all" class="button primary large wide" @click=${() => this.answer(true)}>
                  ${words.delayAll(plan.rest.length)}
                </button>
                <button class="button large wide" @click=${() => this.answer(false)}>${words.delayAlone(title)}</button>
                ${plan.overlaps ? html`<p class="small muted">${words.clash}</p>` : nothing}
              </div>`
      }
    </is-sheet>`
  }

  private glass({ first }: DelayPlan): TemplateResult {
    return html`<h3>${say().programme.delayShows}</h3>
      <is-programme-preview .programme=${this.then} .stage=${first.after.now.stage} .at=${this.shownAt(first)}></is-programme-preview>`
  }

  /** What is far off is shown as it begins. */
  private shownAt({ after }: Shift): Instant | null {
    return times().festivalDate(after.now.start) === times().festivalDate(live.now()) ? null : after.now.start
  }

  private question({ first }: DelayPlan): string {
    const { stage } = first.before.now
    return stage === null ? say().programme.delayHere : say().programme.delayQuestion(stageName(this.timetable?.stages ?? [], stage))
  }

  /** The time that moves: the start, or the end of what has begun. */
  private line({ before, after }: Shift, looks: string): TemplateResult {
    const { clock } = times()
    const startMoves = before.now.start !== after.now.start
    const [old, next] = startMoves
      ? [clock(before.now.start), clock(after.now.start)]
      : [say().programme.to(clock(before.now.end)), clock(after.now.end)]
    return html`<li class=${looks}>
      <span class="times tabular"
        ><s>${old}</s> <span class="visually-hidden">${say().programme.becomes}</span> <strong>${next}</strong></span
      >
      <span>${inWords(before.now.title)}</span>
    </li>`
  }

  private answer(withRest: boolean): void {
    this.dispatchEvent(new CustomEvent<boolean>('answer', { detail: withRest }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-delay': DelaySheet
  }
}
