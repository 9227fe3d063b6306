/** One screen in a sheet: whether it is in service, its ways out, and the form of what it is. */
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import {
  bodyOf,
  changesOf,
  type ExitResource,
  inputOf,
  newScreen,
  type ScreenInput,
  sizeNameOf,
  type SizeName,
  sizes,
  tagsOf,
} from '../screen-form.ts'
import { assumeVenue, loadVenue, may, mayIn, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField, plain, problemAt, problemOutside, textField } from './form.ts'
import { icons } from './icons.ts'
import './screen-care.ts'
import './screen-exits.ts'
import './screen-service.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

const paths = ['name', 'area', 'widthPx', 'heightPx', 'tags', 'sizeInches', 'position']

/** Fires `close` when it is done, and `pair` when a box is to be connected to the screen. */
@customElement('is-screen-editor')
export class ScreenEditor extends CrewElement {
  /** Null: a new one. */
  @property({ attribute: false }) screen: ScreenResource | null = null
  @property({ type: Boolean }) open = false
  @state() private input: ScreenInput = newScreen('')
  @state() private tags = ''
  @state() private other = false
  @state() private problem: ApiProblem | null = null
  @state() private busy = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .locked {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      .locked svg {
        width: 20px;
        height: 20px;
      }
      .foot {
        display: flex;
        justify-content: space-between;
        gap: var(--s3);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') && changed.get('screen')?.id === this.screen?.id) return
    if (!this.open || !(changed.has('open') || changed.has('screen'))) return
    this.input = this.screen === null ? newScreen(venue.areas[0]?.id ?? '') : inputOf(this.screen)
    this.tags = this.input.tags.join(', ')
    this.other = sizeNameOf(this.input) === 'other'
    this.problem = null
  }

  private change(change: Partial<ScreenInput>): void {
    this.input = { ...this.input, ...change }
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault()
    const body = { ...this.input, tags: tagsOf(this.tags) }
    const { screen } = this
    this.busy = true
    try {
      const written =
        screen === null
          ? await api.post<Written<ScreenResource>>('/screens', bodyOf(body))
          : await api.patch<Written<ScreenResource>>(`/screens/${screen.id}`, changesOf(body, screen))
      const others = venue.screens.filter((one) => one.id !== written.value.id)
      assumeVenue({ screens: [...others, written.value].sort((a, b) => (a.name < b.name ? -1 : 1)) })
      const words = say().screens
      toast(screen === null ? words.added(body.name) : words.saved(body.name), { undo: written.revision })
      this.close()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.problem = problem
    } finally {
      this.busy = false
    }
  }

  private async erase(screen: ScreenResource): Promise<void> {
    this.close()
    assumeVenue({ screens: venue.screens.filter((one) => one.id !== screen.id) })
    const written = await attempt(() => api.delete<Written<null>>(`/screens/${screen.id}`))
    if (written !== null) toast(say().common.deleted(screen.name), { undo: written.revision })
    else await loadVenue()
  }

  private async unpair(screen: ScreenResource): Promise<void> {
    const written = await attempt(() => api.delete<Written<null>>(`/screens/${screen.id}/device`))
    if (written === null) return
    assumeVenue({ screens: venue.screens.map((one) => (one.id === screen.id ? { ...one, paired: false } : one)) })
    toast(say().screens.unpaired(screen.name), { undo: null })
  }

  private async identify(screen: ScreenResource): Promise<void> {
    const done = await attempt(() => api.post(`/screens/${screen.id}/identify`, {}))
    if (done !== null) toast(say().now.identified(screen.name), { undo: null })
  }

  private chooseSize(name: SizeName): void {
    this.other = name === 'other'
    if (name === 'other') return
    const [widthPx, heightPx] = sizes[name]
    this.change({ widthPx, heightPx })
  }

  private size() {
    const words = say().screens
    const options = (Object.keys(words.sizes) as SizeName[]).map((name) => [name, words.sizes[name]] as const)
    const px = (name: 'widthPx' | 'heightPx', label: string) =>
      textField({
        ...plain,
        name,
        label,
        type: 'number',
        problem: this.problem,
        value: String(this.input[name]),
        change: (v) => this.change({ [name]: Math.round(Number(v)) }),
      })
    return html`${choiceField('size', words.size, options, this.other ? 'other' : sizeNameOf(this.input), (name) => this.chooseSize(name))}
    ${this.other ? html`<div class="grid-2">${px('widthPx', words.width)}${px('heightPx', words.height)}</div>` : nothing}`
  }

  /** What stands before everybody or before crew alone is decided by who may everything. */
  private audience() {
    const words = say().screens
    const { audience } = this.input
    const hint = audience === 'crew' ? words.crewOnlyHint : words.publicHint
    const options = (['public', 'crew'] as const).map((one) => [one, words.audiences[one]] as const)
    return may('all')
      ? html`${choiceField('audience', words.audience, options, audience, (to) => this.change({ audience: to }))}
          <p class="small muted">${hint}</p>`
      : html`<div class="field">
          <span class="label">${words.audience}</span>
          <p class="locked">${icons.lock}<strong>${words.audiences[audience]}</strong></p>
          <span class="hint">${hint} ${words.audienceLocked}</span>
        </div>`
  }

  private numbers() {
    const words = say().screens
    const { sizeInches, position } = this.input
    const number = { ...plain, type: 'number', problem: this.problem } as const
    return html`<div class="grid-2">
      ${textField({ ...number, name: 'sizeInches', label: words.inches, hint: words.inchesHint, value: sizeInches === null ? '' : String(sizeInches), change: (v) => this.change({ sizeInches: v === '' ? null : Number(v) }) })}
      ${textField({ ...number, name: 'position', label: words.position, hint: words.positionHint, value: String(position), change: (v) => this.change({ position: Math.max(0, Math.round(Number(v))) }) })}
    </div>`
  }

  private exits(stored: ScreenResource | null) {
    return html`<is-screen-exits
      .screen=${stored}
      .value=${this.input.exits}
      @change=${(event: CustomEvent<readonly ExitResource[]>) => this.change({ exits: event.detail })}
    ></is-screen-exits>`
  }

  private actions(screen: ScreenResource) {
    const words = say().screens
    return html`<div class="row">
      ${
        screen.paired
          ? html`<button type="button" class="button" @click=${() => this.identify(screen)}>${words.identify}</button>
              <button type="button" class="button" @click=${() => this.unpair(screen)}>${words.unpair}</button>`
          : html`<button type="button" class="button primary" @click=${() => this.dispatchEvent(new CustomEvent('pair'))}>
              ${words.pairHere}
            </button>`
      }
    </div>`
  }

  private fields() {
    const words = say().screens
    const known = venue.screens.find((one) => one.id === this.screen?.id) ?? this.screen
    const distances = (['near', 'passage', 'hall'] as const).map((one) => [one, words.distances[one]] as const)
    const profiles = (['standard', 'lofi'] as const).map((one) => [one, words.profiles[one]] as const)
    const text = { ...plain, problem: this.problem }
    return html`<div class="stack">
      ${
        known === null
          ? html`<p class="muted">${words.newPlanned}</p>`
          : html`<is-screen-service .screen=${known.id}></is-screen-service>${this.actions(known)}${this.exits(known)}
              <is-screen-care .screen=${known.id}></is-screen-care>`
      }
      <form id="form" class="stack" @submit=${this.save}>
        ${textField({ ...text, name: 'name', label: words.name, hint: words.nameHint, value: this.input.name, change: (name) => this.change({ name }) })}
        <div class="field">
          <label for="area">${words.area}</label>
          <select class="input" id="area" @change=${(event: Event) => this.change({ area: (event.target as HTMLSelectElement).value })}>
            ${venue.areas
              .filter((area) => area.id === this.input.area || mayIn([area.id]))
              .map((area) => html`<option value=${area.id} ?selected=${area.id === this.input.area}>${area.name}</option>`)}
          </select>
          ${problemAt(this.problem, 'area') === null ? nothing : html`<span class="problem">${problemAt(this.problem, 'area')}</span>`}
        </div>
        ${this.size()} ${choiceField('distance', words.distance, distances, this.input.distance, (distance) => this.change({ distance }))}
        ${this.numbers()} ${this.audience()}
        ${textField({ ...text, name: 'tags', label: words.tags, hint: words.tagsHint, value: this.tags, change: (v) => (this.tags = v) })}
        ${choiceField('profile', words.profile, profiles, this.input.profile, (profile) => this.change({ profile }))}
        ${known === null ? this.exits(null) : nothing} ${problemOutside(this.problem, paths)}
        <button hidden></button>
      </form>
    </div>`
  }

  protected override render() {
    const words = say()
    const { screen } = this
    return html`<is-sheet .open=${this.open} .heading=${screen?.name ?? words.screens.add} @close=${this.close}>
      ${this.open ? this.fields() : nothing}
      <div slot="footer" class="foot">
        ${
          screen === null
            ? html`<span></span>`
            : html`<button class="button quiet red" @click=${() => this.erase(screen)}>${words.screens.delete}</button>`
        }
        <button class="button primary" ?disabled=${this.busy || this.input.name.trim() === ''} @click=${this.save}>
          ${words.common.save}
        </button>
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-editor': ScreenEditor
  }
}
