/** Name, place and days of the event. */
import type { EventResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { assumeVenue } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { plain, problemAt, problemOutside, textField } from './form.ts'
import { toast } from './toast.ts'

const fields = ['name', 'venueName', 'firstDay', 'lastDay', 'zone', 'dayBreak'] as const
type Values = Readonly<Record<(typeof fields)[number], string>>

@customElement('is-event-form')
export class EventForm extends CrewElement {
  @property({ attribute: false }) event: EventResource | null = null
  @state() private values: Values = { name: '', venueName: '', firstDay: '', lastDay: '', zone: '', dayBreak: '' }
  @state() private problem: ApiProblem | null = null
  @state() private busy = false

  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: var(--s4);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('event') && this.event !== null && !this.changedFrom(changed.get('event') ?? null)) this.values = valuesOf(this.event)
  }

  /** Whether somebody has typed here since the event was last taken in. */
  private changedFrom(event: EventResource | null): boolean {
    return event !== null && fields.some((field) => this.values[field] !== event[field])
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault()
    this.busy = true
    try {
      const written = await api.patch<Written<EventResource>>('/events/current', this.values)
      this.problem = null
      assumeVenue({ event: written.value })
      toast(say().settings.saved, { undo: written.revision })
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private set(field: keyof Values, value: string): void {
    this.values = { ...this.values, [field]: value }
  }

  private native(field: keyof Values, label: string, type: 'date' | 'time') {
    const wrong = problemAt(this.problem, field)
    return html`<div class="field">
      <label for=${field}>${label}</label>
      <input
        class="input"
        id=${field}
        type=${type}
        aria-invalid=${wrong === null ? 'false' : 'true'}
        .value=${this.values[field]}
        @input=${(event: Event) => this.set(field, (event.target as HTMLInputElement).value)}
      />
      ${wrong === null ? '' : html`<span class="problem">${wrong}</span>`}
    </div>`
  }

  protected override render() {
    const words = say().settings
    const text = (name: keyof Values, label: string) =>
      textField({ ...plain, name, label, problem: this.problem, value: this.values[name], change: (v) => this.set(name, v) })
    return html`<form @submit=${this.save}>
      <div class="grid-2">${text('name', words.eventName)} ${text('venueName', words.venueName)}</div>
      <div class="grid-2">${this.native('firstDay', words.firstDay, 'date')} ${this.native('lastDay', words.lastDay, 'date')}</div>
      <div class="grid-2">${text('zone', words.zone)} ${this.native('dayBreak', words.dayBreak, 'time')}</div>
      ${problemOutside(this.problem, fields)}
      <div><button class="button primary" ?disabled=${this.busy || !this.changedFrom(this.event)}>${say().common.save}</button></div>
    </form>`
  }
}

function valuesOf(event: EventResource): Values {
  const { name, venueName, firstDay, lastDay, zone, dayBreak } = event
  return { name, venueName, firstDay, lastDay, zone, dayBreak }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-event-form': EventForm
  }
}
