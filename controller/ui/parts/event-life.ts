/** `<is-event-life>`: how far the event is, in words; ending it, letting the boxes go, and making next year's. */
import type { EventPhase, EventResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { assumeVenue, loadVenue } from '../venue.ts'
import { listed } from '../views/people-text.ts'
import { language, say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { nextFirstDay, nextName, weekdayOf } from './event-next.ts'
import { choiceField, plain, problemAt, problemOutside, textField } from './form.ts'
import './hold.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

/** What `POST /events/next` answers beside the event. */
interface Copied {
  readonly leftOut: { readonly entries: readonly string[]; readonly slides: readonly string[] }
}

@customElement('is-event-life')
export class EventLife extends CrewElement {
  @property({ attribute: false }) event: EventResource | null = null
  /** What is about to be done; null: nothing. */
  @state() private doing: 'end' | 'boxes' | 'next' | null = null
  /** Names of what could not come along to the new year. */
  @state() private leftOut: readonly string[] = []
  @state() private name = ''
  @state() private firstDay = ''
  @state() private problem: ApiProblem | null = null

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: var(--s3);
      }
    `,
  ]

  private async setPhase(event: EventResource, phase: EventPhase): Promise<void> {
    this.doing = null
    assumeVenue({ event: { ...event, phase } })
    const written = await attempt(() => api.put<Written<EventResource>>('/events/current/phase', { phase }))
    if (written !== null) toast(say().settings.phaseSet(say().settings.phases[phase]), { undo: written.revision })
    await loadVenue()
  }

  private async emptyBoxes(): Promise<void> {
    this.doing = null
    const done = await attempt(async () => (await api.post('/events/current/farewell', {}), true))
    if (done !== null) toast(say().settings.boxesEmptied, { undo: null })
    await loadVenue()
  }

  private askNext(event: EventResource): void {
    this.name = nextName(event.name)
    this.firstDay = nextFirstDay(event.firstDay)
    this.problem = null
    this.doing = 'next'
  }

  private async makeNext(): Promise<void> {
    try {
      const written = await api.post<Written<Copied>>('/events/next', { name: this.name.trim(), firstDay: this.firstDay })
      const { entries, slides } = written.value.leftOut
      this.doing = null
      this.leftOut = [...entries, ...slides]
      toast(say().settings.nextMade(this.name.trim()), { undo: written.revision })
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    }
    await loadVenue()
  }

  private phase(event: EventResource) {
    const words = say().settings
    const hint = html`<p class="muted small">${words.phaseHints[event.phase]}</p>`
    if (event.phase === 'ended')
      return html`<p>
          <strong>${words.phases.ended}</strong>
        </p>
        ${hint}
        <div class="row">
          <button class="button" @click=${() => this.setPhase(event, 'running')}>${words.reopen}</button>
          <button class="button" @click=${() => (this.doing = 'boxes')}>${words.emptyBoxes} …</button>
          <button class="button" @click=${() => this.askNext(event)}>${words.nextYearButton}</button>
        </div>`
    return html`${choiceField(
        'phase',
        words.phase,
        (['setup', 'running'] as const).map((phase) => [phase, words.phases[phase]] as const),
        event.phase,
        (phase) => void this.setPhase(event, phase),
      )}
      ${hint}
      <div class="row">
        <button class="button" @click=${() => (this.doing = 'end')}>${words.endEvent} …</button>
        <button class="button" @click=${() => this.askNext(event)}>${words.nextYearButton}</button>
      </div>`
  }

  private next() {
    const words = say().settings
    const wrong = problemAt(this.problem, 'firstDay')
    return html`<div class="stack">
      <p class="muted">${words.nextYearText}</p>
      ${textField({ ...plain, name: 'name', label: words.nextName, value: this.name, problem: this.problem, change: (v) => (this.name = v) })}
      <div class="field">
        <label for="first">${words.nextFirstDay}</label>
        <input
          class="input"
          id="first"
          type="date"
          aria-invalid=${wrong === null ? 'false' : 'true'}
          aria-describedby="weekday"
          .value=${this.firstDay}
          @input=${(event: Event) => (this.firstDay = (event.target as HTMLInputElement).value)}
        />
        <span class="hint" id="weekday">${words.nextWeekday(weekdayOf(this.firstDay, language()))}</span>
        ${wrong === null ? nothing : html`<span class="problem">${wrong}</span>`}
      </div>
      <p><strong>${words.comesAlong}</strong> ${words.comesAlongText}</p>
      <p><strong>${words.staysBehind}</strong> ${words.staysBehindText}</p>
      ${problemOutside(this.problem, ['name', 'firstDay'])}
    </div>`
  }

  private sheet(event: EventResource) {
    const words = say().settings
    const { doing } = this
    const heading = doing === 'end' ? words.endEvent : doing === 'boxes' ? words.emptyBoxes : words.nextYear
    const close = () => (this.doing = null)
    const held = (text: string, label: string, done: () => Promise<void>) =>
      html`<div class="stack">
        <p>${text}</p>
        <is-hold bar .label=${label} @held=${done}></is-hold>
      </div>`
    return html`<is-sheet .open=${doing !== null} .heading=${heading} @close=${close}>
      ${
        doing === 'end'
          ? held(words.endEventText, words.endEventHold, () => this.setPhase(event, 'ended'))
          : doing === 'boxes'
            ? held(words.emptyBoxesText, words.emptyBoxesHold, () => this.emptyBoxes())
            : doing === 'next'
              ? this.next()
              : nothing
      }
      ${
        doing === 'next'
          ? html`<div slot="footer" class="foot">
              <button class="button" @click=${close}>${say().common.cancel}</button>
              <button class="button primary" ?disabled=${this.name.trim() === '' || this.firstDay === ''} @click=${this.makeNext}>
                ${words.makeNext}
              </button>
            </div>`
          : nothing
      }
    </is-sheet>`
  }

  protected override render() {
    const { event } = this
    if (event === null) return nothing
    const left = this.leftOut.length === 0 ? nothing : html`<p role="status">${say().settings.leftOut(listed(this.leftOut))}</p>`
    return html`${this.phase(event)} ${left} ${this.sheet(event)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-event-life': EventLife
  }
}
