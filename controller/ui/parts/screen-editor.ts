/** The form of one screen, new or existing, in a sheet. */
import type { Direction } from '@infoskjerm/shared/model/screen.ts'
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { inputOf, newScreen, type ScreenInput, sizeNameOf, type SizeName, sizes, tagsOf, withExit } from '../screen-form.ts'
import { assumeVenue, loadVenue, venue } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { checkField, choiceField, plain, problemAt, problemOutside, textField } from './form.ts'
import './sheet.ts'
import { attempt, toast } from './toast.ts'

const paths = ['name', 'widthPx', 'heightPx', 'tags', 'state.why']

/** Fires `close` when it is done. */
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

  static override styles = [
    controls,
    css`
      .exit {
        display: grid;
        gap: var(--s3);
        padding: var(--s3);
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--surface);
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
          ? await api.post<Written<ScreenResource>>('/screens', body)
          : await api.patch<Written<ScreenResource>>(`/screens/${screen.id}`, body)
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

  private state() {
    const words = say().screens
    const now = this.input.state
    const options = (['in-service', 'out-of-service', 'planned'] as const).map((kind) => [kind, words.states[kind]] as const)
    const choose = (kind: (typeof options)[number][0]) => {
      const out = { kind: 'out-of-service', by: venue.user?.name ?? '', since: new Date().toISOString(), why: '' } as const
      this.change({ state: kind === 'out-of-service' ? out : { kind } })
    }
    return html`${choiceField('state', words.state, options, now.kind, choose)}
    ${
      now.kind === 'out-of-service'
        ? textField({
            ...plain,
            name: 'state.why',
            label: words.why,
            problem: this.problem,
            value: now.why,
            change: (why) => this.change({ state: { ...now, why } }),
          })
        : nothing
    }`
  }

  private exit(exit: ScreenInput['exits'][number], index: number) {
    const words = say().screens
    const directions = (Object.keys(words.directions) as Direction[]).map((one) => [one, words.directions[one]] as const)
    const { exits } = this.input
    const confirm = (confirmed: boolean) => {
      const mark = confirmed ? { by: venue.user?.name ?? '', at: new Date().toISOString() } : null
      this.change({ exits: exits.map((one, at) => (at === index ? { ...one, confirmed: mark } : one)) })
    }
    return html`<div class="exit">
      ${textField({
        ...plain,
        name: `exits.${index}.name`,
        label: words.exitName,
        value: exit.name,
        problem: this.problem,
        change: (name) => this.change({ exits: withExit(exits, index, { name, direction: exit.direction }) }),
      })}
      ${choiceField(`exits.${index}.direction`, words.direction, directions, exit.direction, (direction) =>
        this.change({ exits: withExit(exits, index, { name: exit.name, direction }) }),
      )}
      ${checkField(words.confirmExit, exit.confirmed === null ? null : words.confirmedBy(exit.confirmed.by), exit.confirmed !== null, confirm)}
      <div>
        <button type="button" class="button quiet" @click=${() => this.change({ exits: exits.filter((_, at) => at !== index) })}>
          ${words.removeExit}
        </button>
      </div>
    </div>`
  }

  private exits() {
    const words = say().screens
    const { exits } = this.input
    return html`<div class="field">
      <span class="label">${words.exits}</span>
      <span class="hint">${words.exitHint}</span>
      ${exits.map((exit, index) => this.exit(exit, index))}
      ${
        exits.length >= 2
          ? nothing
          : html`<div>
              <button
                type="button"
                class="button"
                @click=${() => this.change({ exits: [...exits, { name: '', direction: 'right', confirmed: null }] })}
              >
                ${words.addExit}
              </button>
            </div>`
      }
    </div>`
  }

  private actions(screen: ScreenResource) {
    const words = say().screens
    return html`<div class="row">
      ${
        screen.paired
          ? html`<button type="button" class="button" @click=${() => this.identify(screen)}>${words.identify}</button>
              <button type="button" class="button" @click=${() => this.unpair(screen)}>${words.unpair}</button>`
          : html`<span class="chip"><span class="dot hollow"></span>${words.notConnected}</span>`
      }
    </div>`
  }

  private fields() {
    const words = say().screens
    const known = venue.screens.find((one) => one.id === this.screen?.id) ?? this.screen
    const audiences = (['public', 'crew'] as const).map((one) => [one, words.audiences[one]] as const)
    const distances = (['near', 'passage', 'hall'] as const).map((one) => [one, words.distances[one]] as const)
    const profiles = (['standard', 'lofi'] as const).map((one) => [one, words.profiles[one]] as const)
    const text = { ...plain, problem: this.problem }
    return html`<form id="form" class="stack" @submit=${this.save}>
      ${known === null ? nothing : this.actions(known)}
      ${textField({ ...text, name: 'name', label: words.name, hint: words.nameHint, value: this.input.name, change: (name) => this.change({ name }) })}
      <div class="field">
        <label for="area">${words.area}</label>
        <select class="input" id="area" @change=${(event: Event) => this.change({ area: (event.target as HTMLSelectElement).value })}>
          ${venue.areas.map((area) => html`<option value=${area.id} ?selected=${area.id === this.input.area}>${area.name}</option>`)}
        </select>
        ${problemAt(this.problem, 'area') === null ? nothing : html`<span class="problem">${problemAt(this.problem, 'area')}</span>`}
      </div>
      ${this.state()} ${this.size()}
      ${choiceField('distance', words.distance, distances, this.input.distance, (distance) => this.change({ distance }))}
      ${textField({ ...text, name: 'tags', label: words.tags, hint: words.tagsHint, value: this.tags, change: (v) => (this.tags = v) })}
      ${choiceField('audience', words.audience, audiences, this.input.audience, (audience) => this.change({ audience }))}
      ${choiceField('profile', words.profile, profiles, this.input.profile, (profile) => this.change({ profile }))} ${this.exits()}
      ${problemOutside(this.problem, paths)}
      <button hidden></button>
    </form>`
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
