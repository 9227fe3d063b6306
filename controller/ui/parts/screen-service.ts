/** *Planlagt · I drift · Ute av drift* of one screen, changed in two taps; why, who, since when, and a line for those who come after. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type OutOfService, outOfService } from '@infoskjerm/shared/model/screen.ts'
import type { ScreenResource, ServiceBody, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live as liveValue } from 'lit/directives/live.js'
import { api } from '../api.ts'
import { live } from '../live.ts'
import { mayIn, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { assumingScreen } from './screen-assume.ts'
import { toast } from './toast.ts'

type StateKind = ScreenResource['state']['kind']

const kinds: readonly StateKind[] = ['in-service', 'out-of-service', 'planned']

/** Writes at once; every change can be undone. */
@customElement('is-screen-service')
export class ScreenService extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  /** *Ute av drift* has been pressed, and why is still to be chosen. */
  @state() private choosing = false
  /** The line as it is being typed; null: as it is stored. */
  @state() private note: string | null = null
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s3);
      }
      .kinds {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--s1);
      }
      .kinds .choice {
        justify-content: center;
        padding: 0 var(--s2);
        white-space: nowrap;
      }
      .line {
        display: flex;
        gap: var(--s2);
        align-items: end;
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('screen')) return
    this.choosing = false
    this.note = null
  }

  private choose(screen: ScreenResource, kind: StateKind): void {
    this.choosing = kind === 'out-of-service' && screen.state.kind !== kind
    if (kind !== 'out-of-service' && screen.state.kind !== kind) void this.write(screen, { kind })
  }

  private async write(screen: ScreenResource, body: ServiceBody): Promise<void> {
    const { state } = screen
    const by = venue.user?.name ?? ''
    const since = state.kind === 'out-of-service' ? state.since : new Date(live.now()).toISOString()
    const now: ScreenResource['state'] = body.kind === 'out-of-service' ? { ...body, by, since } : body
    this.choosing = false
    this.note = null
    const written = await assumingScreen(screen.id, { state: now }, () =>
      api.post<Written<ScreenResource>>(`/screens/${screen.id}/service`, body),
    )
    const words = say().screens
    const only = state.kind === body.kind && body.kind === 'out-of-service' && state.kind === 'out-of-service' && state.why === body.why
    if (written !== null) toast(only ? words.noteSaved : words.nowIs(screen.name, words.states[body.kind]), { undo: written.revision })
  }

  private reasons(screen: ScreenResource) {
    const words = say().screens
    const { state } = screen
    const current = state.kind === 'out-of-service' ? state : null
    const press = (why: OutOfService) => void this.write(screen, { kind: 'out-of-service', why, note: this.note ?? current?.note ?? '' })
    return html`<div role="group" aria-label=${words.outWhy} class="field">
      <span class="label">${words.outWhy}</span>
      <div class="choices">
        ${outOfService.map(
          (why) =>
            html`<button type="button" class="choice" aria-pressed=${current?.why === why} @click=${() => press(why)}>
              ${words.reasons[why]}
            </button>`,
        )}
      </div>
      <span class="hint">${words.outHint}</span>
    </div>`
  }

  private line(screen: ScreenResource, current: Extract<ScreenResource['state'], { kind: 'out-of-service' }>) {
    const words = say().screens
    const note = this.note ?? current.note
    const save = (event: Event) => {
      event.preventDefault()
      if (note !== current.note) void this.write(screen, { kind: 'out-of-service', why: current.why, note })
    }
    return html`<form class="line" @submit=${save}>
      <label class="field grow"
        ><span class="label">${words.note}</span>
        <input
          class="input"
          autocomplete="off"
          maxlength=${limits.titleLength}
          .value=${liveValue(note)}
          @input=${(event: Event) => (this.note = (event.target as HTMLInputElement).value)}
      /></label>
      ${note === current.note ? nothing : html`<button class="button">${say().common.save}</button>`}
    </form>`
  }

  protected override render() {
    const screen = venue.screens.find((one) => one.id === this.screen)
    if (screen === undefined) return nothing
    const words = say().screens
    const { state } = screen
    const out = state.kind === 'out-of-service' ? state : null
    const since = out === null ? '' : words.outBySince(out.by, times().relative(fromText(out.since), live.now()))
    if (!mayIn([screen.area]))
      return html`<div class="card">
        <p>
          <strong>${words.states[state.kind]}</strong
          >${out === null ? nothing : html` <span class="muted">${words.reasons[out.why]} · ${since}</span>`}
        </p>
        ${out === null || out.note === '' ? nothing : html`<p>${out.note}</p>`}
      </div>`
    const shown = this.choosing ? 'out-of-service' : state.kind
    return html`<div class="card">
      <div class="kinds" role="group" aria-label=${words.service}>
        ${kinds.map(
          (kind) =>
            html`<button type="button" class="choice" aria-pressed=${kind === shown} @click=${() => this.choose(screen, kind)}>
              ${words.states[kind]}
            </button>`,
        )}
      </div>
      ${out === null ? nothing : html`<p class="small muted">${since}</p>`} ${shown === 'out-of-service' ? this.reasons(screen) : nothing}
      ${out === null ? nothing : this.line(screen, out)}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-service': ScreenService
  }
}
