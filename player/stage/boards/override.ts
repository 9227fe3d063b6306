/** The board above everything: what to do fills half the glass, English second largest, then the way out for this screen. A still picture. */
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Ending, Override } from '@infoskjerm/shared/model/override.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { calendarOf } from '../calendar.ts'
import { cut, Fitting, type Fit } from '../fit.ts'
import { GlassElement } from '../glass-element.ts'
import { arrow, check, pause, runner, warning } from '../signs.ts'
import { signalColours } from '../theme.ts'
import { Ticking } from '../ticking.ts'
import { say, timeOfDay, timeWithSeconds } from '../words.ts'
import { overrideStyles } from './override-styles.ts'
import { type OverrideView, viewOverride } from './override-view.ts'

const signs = { warning, check, pause } as const

@customElement('is-override-board')
export class OverrideBoard extends GlassElement {
  static override styles: CSSResultGroup = [GlassElement.styles, signalColours, overrideStyles]

  @property({ attribute: false }) override: Override | null = null
  @property({ attribute: false }) ending: Ending | null = null

  readonly fitting = new Fitting(this)

  constructor() {
    super()
    new Ticking(this, 'second')
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const view = this.#view()
    if (view !== null) this.setAttribute('signal', view.signal)
  }

  #view(): OverrideView | null {
    return this.override === null ? null : viewOverride(this.override, this.ending, this.context?.screen?.exits ?? [])
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view()
    if (view === null) return nothing
    const calendar = calendarOf(this.context)
    const now = this.context?.now() ?? null
    const clock =
      calendar === null || now === null
        ? ''
        : (this.context?.still ?? true)
          ? timeOfDay(calendar.zone, now)
          : timeWithSeconds(calendar.zone, now)
    return html`${view.exercise ? html`<p class="exercise"><span lang="nb">${say.exercise.nb}</span> · <span lang="en">${say.exercise.en}</span></p>` : nothing}
      <div class="safe ${view.exercise ? 'under' : ''}" role="alert">
        <header>
          <svg class="sign" viewBox="0 0 100 100" aria-hidden="true">${signs[view.sign]}</svg>
          <p class="important"><span lang="nb">${view.heading.nb}</span> · <span lang="en">${view.heading.en}</span></p>
          <time>${clock}</time>
        </header>
        <div class="middle ${view.wayOut === null ? 'signed' : ''}">
          <div class="say">
            <h1 class="action" lang="nb" data-fit .fit=${actionFit(view.action.nb)}></h1>
            <p class="english" lang="en" data-fit .fit=${englishFit(view.action.en)}></p>
          </div>
          ${
            view.wayOut === null
              ? html`<svg class="sign large" viewBox="0 0 100 100" aria-hidden="true">${signs[view.sign]}</svg>`
              : wayOutPlate(view.wayOut)
          }
        </div>
        <div class="lines">
          ${view.lines.slice(0, 2).map((line, i) => html`<p class="line" data-fit .fit=${lineFit(line, i)}></p>`)}
          <p class="screen">${this.context?.screen?.name ?? ''}</p>
        </div>
      </div>`
  }
}

function actionFit(text: string): Fit {
  return { ceiling: 330, floor: 96, oneLineFrom: null, draw: (share) => cut(text, share) }
}

function englishFit(text: string): Fit {
  return { ceiling: 132, floor: 60, oneLineFrom: null, draw: (share) => cut(text, share) }
}

function lineFit(line: Words, index: number): Fit {
  const draw = (share: number): TemplateResult =>
    html`<span lang="nb">${cut(line.nb, share)}</span><i aria-hidden="true"> · </i><span lang="en">${cut(line.en, share)}</span>`
  return { ceiling: index === 0 ? 62 : 44, floor: 34, oneLineFrom: index === 0 ? 44 : 36, draw }
}

function wayOutPlate(wayOut: NonNullable<OverrideView['wayOut']>): TemplateResult {
  if (wayOut.kind === 'signs') {
    const fit: Fit = {
      ceiling: 62,
      floor: 36,
      oneLineFrom: null,
      draw: () => html`<span lang="nb">${say.followSigns.nb}</span><span class="en" lang="en">${say.followSigns.en}</span>`,
    }
    return html`<div class="plate">
      <svg viewBox="0 0 100 130" aria-hidden="true">${runner('right')}</svg>
      <p class="exit" data-fit .fit=${fit}></p>
    </div>`
  }
  const { name, direction } = wayOut.exit
  const fit: Fit = { ceiling: 88, floor: 36, oneLineFrom: 48, draw: (share) => cut(name, share) }
  return html`<div class="plate">
    <div class="pair ${direction === 'left' ? 'left' : ''}">
      <svg viewBox="0 0 100 130" aria-hidden="true">${runner(direction)}</svg>
      <svg class="arrow" viewBox="0 0 100 100" role="img" aria-label=${direction}>${arrow(direction)}</svg>
    </div>
    <p class="exit" data-fit .fit=${fit}></p>
  </div>`
}
