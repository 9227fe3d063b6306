/** A countdown to an instant or to the edge of a happening, which it follows when that moves. Never negative. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { CountdownContent } from '@infoskjerm/shared/model/slide.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import '../backdrop.ts'
import { calendarOf } from '../calendar.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'
import { Ticking } from '../ticking.ts'
import { capital, clockFigures, dayAndTime, minuteFigures, remaining, say } from '../words.ts'

/** What a countdown counts to, or why it does not count: the happening of this title is cancelled, or goes on until somebody says that it is over; it is no longer in the programme (`gone`); no programme has come yet (`waiting`). */
export type Target =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'cancelled' | 'open'; readonly title: Words }
  | { readonly kind: 'gone' | 'waiting' }

/** The target as the programme has it now, and `slipMs` later (negative: earlier). */
export function targetOf(to: CountdownContent['to'], programme: Programme | null, slipMs: number): Target {
  if (to.kind === 'instant') return { kind: 'at', at: later(to.at, slipMs) }
  if (programme === null) return { kind: 'waiting' }
  const happening = programme.happenings.find((candidate) => candidate.id === to.happening)
  if (happening === undefined) return { kind: 'gone' }
  const { title } = happening
  if (happening.cancelled) return { kind: 'cancelled', title }
  if (happening.open && to.edge === 'end') return { kind: 'open', title }
  return { kind: 'at', at: later(happening[to.edge], slipMs) }
}

@customElement('is-countdown-slide')
export class CountdownSlide extends KindElement<CountdownContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .title {
        flex: none;
        max-block-size: 34%;
      }
      .title .en,
      .finished .en {
        margin-block-start: 0.2em;
        color: var(--quiet);
        font-size: 0.5em;
        font-weight: 600;
        font-stretch: 100%;
        letter-spacing: 0;
      }
      .figures {
        flex: 1 1 0;
        display: grid;
        align-content: center;
        font-weight: 800;
        font-stretch: 96%;
        line-height: 1;
        letter-spacing: -0.025em;
        white-space: nowrap;
        margin-inline-start: -0.02em;
      }
      .figures .days {
        font-size: 0.34em;
        letter-spacing: -0.01em;
        font-stretch: 112%;
        line-height: 1.1;
        margin-block: 0.3em 0.18em;
      }
      .figures .days .en {
        color: var(--quiet);
        font-weight: 600;
        font-stretch: 100%;
        font-size: 0.5em;
      }
      .finished {
        flex: 1 1 0;
        display: grid;
        align-content: center;
      }
      .finished s {
        color: var(--quiet);
        text-decoration-thickness: 0.06em;
      }
      .finished .mark {
        justify-self: start;
        margin-block-start: calc(48 * var(--u));
        letter-spacing: 0;
      }
      .foot {
        flex: none;
        font-size: calc(48 * var(--u));
        font-weight: 600;
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.8em;
        align-items: baseline;
      }
      .foot .en {
        color: var(--quiet);
        font-size: calc(38 * var(--u));
        font-weight: 500;
      }
      .mark {
        font-size: calc(64 * var(--u));
      }
    `,
  ]

  /** Under which its slips are known; null in a preview. */
  @property({ attribute: false }) slideId: string | null = null

  constructor() {
    super()
    new Ticking(this, 'second')
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    const slipMs = this.slideId === null ? 0 : (context.slips[this.slideId] ?? 0)
    const target = targetOf(content.to, context.programme, slipMs)
    const board = target.kind === 'at' ? this.#counting(content, target.at, context.now(), context.still) : notCounting(target)
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe">${board}</div>`
  }

  #counting(content: CountdownContent, at: Instant, now: Instant, still: boolean): TemplateResult {
    const left = remaining(at - now)
    if (at <= now) {
      const finished = content.finished.nb === '' && content.finished.en === '' ? say.startsSoon : content.finished
      return html`${titled(content.title)}${said(finished)}`
    }
    const calendar = calendarOf(this.context)
    const when = calendar === null ? null : dayAndTime(calendar, at, now)
    const days =
      left.days === 0
        ? nothing
        : html`<p class="days">
            ${left.days} ${left.days === 1 ? 'dag' : 'dager'} <span class="en" lang="en">${left.days === 1 ? 'day' : 'days'}</span>
          </p>`
    const figures = still ? minuteFigures(left) : clockFigures(left)
    const face: Fit = {
      ceiling: 520,
      floor: 60,
      oneLineFrom: null,
      draw: () =>
        html`${days}
          <p role="timer">${figures}</p>`,
    }
    return html`${titled(content.title)}
      <div class="figures" data-fit .fit=${face}></div>
      ${when === null ? nothing : html`<div class="foot"><span lang="nb">${capital(when.nb)}</span><span class="en" lang="en">${when.en}</span></div>`}`
  }
}

/** The slide's own title says «om» or «til»; in its place stands what is not counted to. */
function notCounting(target: Exclude<Target, { kind: 'at' }>): TemplateResult | typeof nothing {
  switch (target.kind) {
    case 'waiting':
      return nothing
    case 'gone':
      return said(say.seeProgramme)
    case 'open':
      return html`${titled(target.title)}${said(say.goesOn)}`
    case 'cancelled':
      return html`<div class="finished headline" data-fit .fit=${struck(target.title)}></div>`
  }
}

function struck(title: Words): Fit {
  const draw = (share: number): TemplateResult =>
    html`<p lang="nb"><s>${cut(title.nb, share)}</s></p>
      ${title.en === '' ? nothing : html`<p class="en" lang="en"><s>${cut(title.en, share)}</s></p>`}
      <p class="mark"><span lang="nb">${say.cancelled.nb}</span> · <span lang="en">${say.cancelled.en}</span></p>`
  return { ceiling: 220, floor: 72, oneLineFrom: 120, draw }
}

function titled(words: Words): TemplateResult {
  return html`<div class="title headline" data-fit .fit=${bothLanguages(words, 150, 64)}></div>`
}

/** Words in the place of the figures. */
function said(words: Words): TemplateResult {
  return html`<div class="finished headline" data-fit .fit=${bothLanguages(words, 260, 72)}></div>`
}

function bothLanguages(words: Words, ceiling: number, floor: number): Fit {
  const draw = (share: number): TemplateResult =>
    html`<p lang="nb">${cut(words.nb, share)}</p>
      ${words.en === '' ? nothing : html`<p class="en" lang="en">${cut(words.en, share)}</p>`}`
  return { ceiling, floor, oneLineFrom: Math.round(ceiling * 0.62), draw }
}
