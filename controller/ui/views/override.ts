/** *Nødmelding*: choose, hold, see it arrive, end it in words. Dark at any hour: it is read in a dark hall. */
import type { Ending, OverrideTemplate } from '@infoskjerm/shared/model/override.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { OverrideProgress, OverridesResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { healthOf } from '../health.ts'
import { live, LiveController } from '../live.ts'
import { actionOf } from '../override-words.ts'
import '../parts/board.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { checkField } from '../parts/form.ts'
import '../parts/hold.ts'
import { icons } from '../parts/icons.ts'
import { MediaQuery, phone } from '../parts/media-query.ts'
import '../parts/target-picker.ts'
import { screensOf, selectionOf } from '../parts/target-selection.ts'
import { attempt, toast } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { areaName, mayOverride, screenName, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import { overrideStyles } from './override.styles.ts'

type Running = OverridesResource['overrides'][number]

@customElement('is-override-view')
export class OverrideView extends CrewElement {
  @state() private template: string | null = null
  @state() private target: Target = { kind: 'all' }
  @state() private exercise = false
  @state() private another = false
  @state() private placing = false
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)
  private readonly phone = new MediaQuery(this, phone)
  private readonly templates = new Resource<readonly OverrideTemplate[]>(this, () => '/override-templates', [])
  private readonly fetched = new Resource<OverridesResource>(this, () => '/overrides', ['overrides'])

  static override styles = [controls, overrideStyles]

  private get current(): OverridesResource | null {
    return live.overrides ?? this.fetched.value
  }

  private async send(): Promise<void> {
    const done = await attempt(() =>
      api.post('/overrides', { template: this.template, target: this.target, status: this.exercise ? 'exercise' : 'actual' }),
    )
    if (done === null) return
    this.template = null
    this.another = false
    this.placing = false
    void this.fetched.reload()
    window.scrollTo(0, 0)
  }

  private async end(id: string, ending: Ending): Promise<void> {
    const done = await attempt(() => api.post(`/overrides/${id}/end`, { ending }))
    if (done === null) return
    toast(say().override.ended(say().override.endings[ending]), { undo: null })
    void this.fetched.reload()
  }

  /** Screens in service that the target means, and those of them that are out of contact. */
  private reach(): { readonly meant: readonly ScreenResource[]; readonly without: readonly ScreenResource[] } {
    const meant = screensOf(this.target, venue.screens).filter((screen) => screen.state.kind === 'in-service')
    const statuses = new Map(live.statuses.map((status) => [status.screen, status]))
    const without = meant.filter((screen) => {
      const { kind } = healthOf(screen, statuses.get(screen.id) ?? null, live.now())
      return kind === 'silent' || kind === 'unpaired' || kind === 'short'
    })
    return { meant, without }
  }

  private chooser() {
    const words = say().override
    return html`<section class="stack chooser" aria-labelledby="what">
      <h2 id="what">${words.choose}</h2>
      <div class="boards" role="radiogroup" aria-labelledby="what">
        ${(this.templates.value ?? []).map(
          (one) =>
            html`<label class="board">
              <input type="radio" name="template" .checked=${one.id === this.template} @change=${() => (this.template = one.id)} />
              <is-board .template=${one.id} .exercise=${this.exercise}></is-board>
              <strong>${actionOf(one.id, language())}</strong>
              <span class="muted small">${words.levels[one.level]}</span>
              ${one.id === this.template ? html`<span class="mark" aria-hidden="true">${icons.check}</span>` : nothing}
            </label>`,
        )}
      </div>
    </section>`
  }

  /** What is about to be sent, as large as there is room for. */
  private preview(template: string) {
    return html`<is-board class="preview" .template=${template} .exercise=${this.exercise}></is-board>`
  }

  /** On a phone, the message that was chosen instead of the choice, so that the disc is within reach of the thumb. */
  private chosen(template: string) {
    const words = say().override
    return html`<section class="stack chosen" aria-label=${actionOf(template, language())}>
      <div class="row spread">
        <h2>${actionOf(template, language())}</h2>
        <button class="button" @click=${() => (this.template = null)}>${words.chooseOther}</button>
      </div>
      ${this.preview(template)}
    </section>`
  }

  private placeWords(): string {
    const words = say().common
    const picked = selectionOf(this.target)
    if (picked === null || picked.all) return words.allScreens
    return picked.areas.length === 0 ? words.noScreensPicked : picked.areas.map(areaName).join(', ')
  }

  private where() {
    const words = say().override
    const { meant, without } = this.reach()
    return html`<section class="card where" aria-label=${words.where}>
      <div class="place">
        <p>
          <strong>${this.placeWords()}</strong> <span class="muted">${words.inService(meant.length)}</span><br />
          ${without.length === 0 ? html`<span class="muted">${words.reachAll}</span>` : nothing}
        </p>
        ${this.placing ? nothing : html`<button class="button" @click=${() => (this.placing = true)}>${words.elsewhere}</button>`}
      </div>
      ${
        without.length === 0
          ? nothing
          : html`<details>
              <summary>${words.noContact(without.length)}</summary>
              <p class="muted small">${without.map((screen) => screen.name).join(', ')}</p>
            </details>`
      }
      ${
        this.placing
          ? html`<is-target
              coarse
              anywhere
              .value=${this.target}
              @change=${(event: CustomEvent<Target>) => (this.target = event.detail)}
            ></is-target>`
          : nothing
      }
      ${checkField(words.exercise, words.exerciseHint, this.exercise, (exercise) => (this.exercise = exercise))}
    </section>`
  }

  private trigger() {
    const words = say().override
    const nobody = screensOf(this.target, venue.screens).length === 0
    const hint = this.template === null ? words.chooseFirst : nobody ? words.nobody : words.holdHint
    return html`<section class="trigger">
      ${this.template === null || this.phone.holds ? nothing : this.preview(this.template)}
      <is-hold
        class=${this.exercise ? 'exercise' : ''}
        .label=${this.exercise ? words.holdExercise : words.hold}
        .disabled=${this.template === null || nobody}
        @held=${this.send}
      ></is-hold>
      <p class="muted">${hint}</p>
    </section>`
  }

  private running(one: Running, progress: OverrideProgress | null) {
    const words = say().override
    const drawn = progress?.drawn.length ?? 0
    const all = progress?.screens.length ?? 0
    const missing = progress === null ? [] : progress.screens.filter((screen) => !progress.drawn.includes(screen))
    const said = one.ending === null ? actionOf(one.template, language()) : words.endings[one.ending.kind]
    const share = all === 0 ? 0 : drawn / all
    return html`<article class="running ${one.ending === null ? one.status : 'over'}">
      <div class="what">
        <is-board .template=${one.template} .exercise=${one.status === 'exercise'} .ending=${one.ending?.kind ?? null}></is-board>
        <div>
          ${one.status === 'exercise' ? html`<span class="chip purple">${words.exercise}</span>` : nothing}
          <h2>${said}</h2>
          <p class="muted">${words.since(times().clock(fromText(one.ending?.at ?? one.since)))}</p>
        </div>
      </div>
      <div role="status">
        <p class="count"><span class="tabular">${drawn === all && all > 0 ? words.allShow(all) : words.show(drawn, all)}</span></p>
        <progress max="1" .value=${share} aria-hidden="true"></progress>
      </div>
      ${
        missing.length === 0
          ? nothing
          : html`<div class="missing">
              <strong>${words.missing}</strong>
              <ul>
                ${missing.map((id) => {
                  const screen = venue.screens.find((other) => other.id === id)
                  const silent = progress?.noContact.includes(id) ?? false
                  return html`<li>
                    ${screenName(id)}
                    <span class="muted">${areaName(screen?.area ?? '')}${silent ? ` · ${words.withoutContact}` : ''}</span>
                  </li>`
                })}
              </ul>
              <p class="muted small">${words.missingHelp}</p>
            </div>`
      }
      ${one.ending === null ? this.endings(one) : nothing}
    </article>`
  }

  private endings(one: Running) {
    const words = say().override
    if (!mayOverride('end')) return html`<p class="muted small">${words.mayNotEnd}</p>`
    const offered: readonly Ending[] = one.status === 'exercise' ? ['exercise-over', 'mistake'] : ['all-clear', 'mistake']
    return html`<div class="endings">
      <h3>${words.endIt} <span class="muted small">${words.holdToEnd}</span></h3>
      ${offered.map(
        (ending) =>
          html`<div>
            <is-hold bar class=${ending} .label=${words.endings[ending]} .holdMs=${800} @held=${() => this.end(one.id, ending)}></is-hold>
            <p class="muted small">${words.endingHint[ending]}</p>
          </div>`,
      )}
    </div>`
  }

  protected override render() {
    const words = say().override
    const current = this.current
    const running = current?.overrides ?? []
    const mayStart = mayOverride('start')
    const choosing = running.every((one) => one.ending !== null) || this.another
    return html`<div class="page">
      <header class="page-head"><h1>${words.title}</h1></header>
      ${running.map((one) => this.running(one, current?.progress.find((progress) => progress.override === one.id) ?? null))}
      ${
        !mayStart
          ? html`<p class="card">${words.mayNotStart}</p>`
          : choosing
            ? html`<div class="start">
                <div class="stack">
                  ${this.template !== null && this.phone.holds ? this.chosen(this.template) : this.chooser()} ${this.where()}
                </div>
                ${this.trigger()}
              </div>`
            : html`<p><button class="button" @click=${() => (this.another = true)}>${words.another}</button></p>`
      }
      <p class="muted small note">${words.notAlarm}</p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-override-view': OverrideView
  }
}
