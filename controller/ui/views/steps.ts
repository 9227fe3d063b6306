/** *Styr for hånd*: one entry, stepped by a person: what stands, large; what comes; one big button; the whole list to jump in. */
import type { EntryResource, SlideResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/preview.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import '../parts/slide-editor-thumb.ts'
import '../parts/slip.ts'
import { Resource } from '../resource.ts'
import { scenes } from '../scenes.ts'
import { stepping } from '../stepping.ts'
import { mayOverride, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { nextStart } from './schedule-embargo.ts'
import { mayStep } from './steps-may.ts'
import { StepsHand } from './steps-hand.ts'
import { type CountdownOn, countdownsOn, pressed, pressOf, type Standing, standingOf } from './steps-model.ts'
import { stepsStyles } from './steps.styles.ts'

@customElement('is-steps-view')
export class StepsView extends CrewElement {
  @property() entryId = ''
  @query('.next') private readonly main!: HTMLButtonElement | null
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => '/schedule', [
    'schedule',
    'happenings',
    'corrections',
    'events',
  ])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly stage = new SlideContextController(this, { still: true })
  private readonly hand = new StepsHand(this)

  static override styles = [controls, stepsStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    // Before anybody else hears it: a clicker's buttons must lead nowhere but here.
    window.addEventListener('keydown', this.key, { capture: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.key, { capture: true })
  }

  private get steps(): StepsResource | null {
    return stepping.steps?.find(({ entry }) => entry === this.entryId) ?? null
  }

  private get entry(): EntryResource | null {
    return this.entries.value?.find(({ id }) => id === this.entryId) ?? null
  }

  private standing(steps: StepsResource): Standing {
    return standingOf(
      steps,
      this.entry,
      venue.screens,
      live.now(),
      (screen, t) => scenes.at(screen, t, true, () => this.requestUpdate())?.scene ?? null,
    )
  }

  private readonly key = (event: KeyboardEvent): void => {
    const press = pressOf(event.key)
    if (press === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (isTyping(event) || (event.key === ' ' && isOnButton(event))) return
    event.preventDefault()
    if (press !== 'swallow' && !event.repeat) this.press(press)
  }

  private press(press: 'next' | 'previous' | 'first'): void {
    const { steps } = this
    if (steps === null) return
    const standing = this.standing(steps)
    const item = pressed(steps, standing.index, press)
    if (item !== null) this.goTo(steps, standing, item)
  }

  private goTo(steps: StepsResource, { isOn }: Standing, item: string): void {
    if (isOn && mayStep(steps)) void this.hand.step(steps, item)
  }

  private nameOf(steps: StepsResource, item: string): string {
    return steps.items.find((one) => one.item === item)?.name ?? ''
  }

  private thumb(slide: string) {
    const body = this.slides.value?.find(({ id }) => id === slide)?.published ?? null
    return html`<is-slide-thumb .body=${body} .context=${this.stage.context}></is-slide-thumb>`
  }

  private head(steps: StepsResource, { index, meant, shown, isOn }: Standing) {
    const words = say().steps
    const { cue, items } = steps
    const facts = [
      isOn && shown.length > 0 ? words.shownOn(shown.length, meant.length) : null,
      cue === null ? words.notStepped : words.steppedBy(cue.by, times().relative(fromText(cue.at), live.now())),
    ]
    return html`<header class="head">
      <h1>${steps.name}</h1>
      ${
        mayOverride('start') || mayOverride('end')
          ? html`<a class="button quiet red alarm" href="/override">${say().common.nav.override}</a>`
          : nothing
      }
      <span class="count tabular">${words.place(index + 1, items.length)}</span>
      <p class="muted small">${facts.filter((fact) => fact !== null).join(' · ')}</p>
      <span class="visually-hidden" role="status">${words.placeLong(index + 1, items.length, items[index]?.name ?? '')}</span>
    </header>`
  }

  /** Why a press would not be seen at once, in a sentence. */
  private note(standing: Standing) {
    const words = say().steps
    const { entry } = this
    if (!standing.isOn && entry !== null) {
      const start = nextStart(entry, live.now())
      const said = start === null || start === 'now' ? words.over : words.notYet(times().dayTime(start))
      return html`<p class="card warn">${said}</p>`
    }
    if (standing.meant.length === 0) return html`<p class="card warn">${words.noScreens}</p>`
    return standing.shown.length === 0 && this.entries.value !== null ? html`<p class="card warn">${words.behind}</p>` : nothing
  }

  private stands(steps: StepsResource, standing: Standing) {
    const words = say().steps
    const item = steps.items[standing.index]
    const [screen] = standing.shown
    const shape = screen === undefined ? 16 / 9 : screen.widthPx / screen.heightPx
    return html`<section class="stands" aria-label=${words.onGlass}>
      <div>
        <span class="label">${screen === undefined ? words.standsWhenOn : words.onGlass}</span>
        <h2>${item?.name ?? ''}</h2>
        <div class="glass" style=${`--shape: ${shape}`}>
          ${screen === undefined ? this.thumb(item?.slide ?? '') : html`<is-preview moving .screen=${screen.id}></is-preview>`}
        </div>
      </div>
      ${this.countdowns(standing).map(
        ({ slide, name, content }) =>
          html`<is-slip class="card" .slide=${slide} .name=${name} .content=${content} .editable=${mayStep(steps)}></is-slip>`,
      )}
    </section>`
  }

  /** Those of the entry's own that stand now. */
  private countdowns({ showing, shown }: Standing): readonly CountdownOn[] {
    if (showing === null) return []
    const scene = { slots: { main: showing }, until: showing.until }
    return countdownsOn(shown.slice(0, 1), live.now(), () => scene)
  }

  private coming(steps: StepsResource, { index }: Standing) {
    const words = say().steps
    const next = steps.items[index + 1]
    if (next === undefined) return html`<p class="after last muted">${words.lastOne}</p>`
    return html`<section class="after" aria-label=${words.thenComes}>
      <span class="label">${words.thenComes}</span>
      <h3>${next.name}</h3>
      ${this.thumb(next.slide)}
    </section>`
  }

  private list(steps: StepsResource, standing: Standing) {
    const words = say().steps
    const mine = mayStep(steps) && standing.isOn
    return html`<ol class="list items" aria-label=${words.list}>
      ${steps.items.map(({ item, slide, name }, at) => {
        const content = html`<span class="number tabular">${at + 1}</span>${this.thumb(slide)}<span class="grow">${name}</span>`
        const current = at === standing.index ? 'step' : nothing
        return html`<li>
          ${
            mine
              ? html`<button class="item" aria-current=${current} @click=${() => this.jump(steps, standing, item)}>${content}</button>`
              : html`<div class="item" aria-current=${current}>${content}</div>`
          }
        </li>`
      })}
    </ol>`
  }

  /** The main button takes the focus, so that the space bar goes on from there. */
  private jump(steps: StepsResource, standing: Standing, item: string): void {
    if (steps.items[standing.index]?.item !== item) this.goTo(steps, standing, item)
    this.main?.focus({ preventScroll: true })
  }

  /** What was done last and can be taken back, or what somebody else has just done. */
  private line(steps: StepsResource) {
    const words = say().steps
    const { last, other, trouble, isSlow } = this.hand
    if (trouble !== null) return html`<p class="problem" role="alert">${trouble === 'unsent' ? words.notSent : words.unsure}</p>`
    if (isSlow) return html`<p class="line"><span role="status">${words.sending}</span></p>`
    if (other !== null)
      return html`<p class="line">
        <span class="clip" role="status">${words.justStepped(other.by, this.nameOf(steps, other.item))}</span>
      </p>`
    if (last === null) return nothing
    return html`<div class="line">
      <span class="clip">${words.nowAt(this.nameOf(steps, last.item))}</span>
      <button class="button quiet" @click=${() => this.hand.undo(last)}>${say().common.undo}</button>
    </div>`
  }

  private action(steps: StepsResource, standing: Standing) {
    const words = say().steps
    if (!mayStep(steps)) return html`<p class="muted">${words.onlyLook}</p>`
    const { index, isOn } = standing
    const next = steps.items[index + 1]
    const off = (to: string | null) => !isOn || to === null
    return html`<div class="action">
      ${this.line(steps)}
      <button
        class="button"
        aria-keyshortcuts="ArrowLeft PageUp"
        aria-disabled=${off(pressed(steps, index, 'previous'))}
        @click=${() => this.press('previous')}
      >
        ${words.previous}
      </button>
      <button
        class="button primary next"
        aria-keyshortcuts="Space ArrowRight PageDown"
        aria-disabled=${off(next?.item ?? null)}
        @click=${() => this.press('next')}
      >
        <span>${words.next}</span>
        <small class="clip">${next?.name ?? words.lastOne}</small>
      </button>
      <p class="keys small muted">${words.keys}</p>
    </div>`
  }

  protected override willUpdate(): void {
    if (this.steps !== null) this.hand.look(this.steps)
  }

  protected override render(): TemplateResult {
    const { steps } = this
    const words = say().steps
    if (stepping.steps === null || !venue.ready) return html`<div class="page"><div class="skeleton bone" aria-hidden="true"></div></div>`
    if (steps === null || steps.items.length === 0)
      return html`<div class="page">
        <h1>${steps?.name ?? words.title}</h1>
        <p>${steps === null ? words.gone : words.empty}</p>
        <p><a class="button" href="/schedule">${words.toSchedule}</a></p>
      </div>`
    const standing = this.standing(steps)
    return html`<div class="page">
      ${this.head(steps, standing)} ${this.note(standing)}
      <div class="two">
        ${this.stands(steps, standing)}
        <div class="side">${this.coming(steps, standing)} ${this.list(steps, standing)}</div>
      </div>
      ${this.action(steps, standing)}
    </div>`
  }
}

/** Whether the key falls where somebody types, or in a sheet that has the page to itself. */
function isTyping(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof HTMLElement && (node.isContentEditable || node.matches('input, textarea, select, dialog')))
}

/** A button or a link takes the space bar itself. */
function isOnButton(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  return target instanceof HTMLElement && target.matches('button, a')
}

declare global {
  interface HTMLElementTagNameMap {
    'is-steps-view': StepsView
  }
}
