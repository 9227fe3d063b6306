/** One happening of the programme, large: when, what, where, and what to know of it. It follows the programme. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { HappeningContent } from '@infoskjerm/shared/model/contents.ts'
import type { Happening, Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { wallTime } from '@infoskjerm/shared/time/zone.ts'
import '../backdrop.ts'
import { calendarOf } from '../calendar.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'
import { isOn, type Line, toLine } from '../programme-view.ts'
import { Ticking } from '../ticking.ts'
import { type Calendar, capital, dateWords, dayNote, say, timeOfDay } from '../words.ts'
import { marks, place } from './programme.ts'

/** Nearer than this it is told in minutes how long is left (ms). */
const soonMs = 60 * minuteMs

@customElement('is-happening-slide')
export class HappeningSlide extends KindElement<HappeningContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        justify-content: space-between;
        gap: calc(36 * var(--u));
      }
      .when {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: calc(12 * var(--u)) calc(36 * var(--u));
        font-size: calc(72 * var(--u));
        font-weight: 700;
        line-height: 1.1;
      }
      .when .note {
        font-size: calc(52 * var(--u));
        font-weight: 600;
      }
      /* Amber carries on night alone. */
      :host(:not([tone='night'])) .now {
        color: inherit;
      }
      .what {
        flex: 1 1 0;
        display: grid;
        align-content: center;
        min-block-size: 0;
      }
      .what .en {
        margin-block-start: 0.18em;
        color: var(--quiet);
        font-size: max(0.42em, calc(52 * var(--u)));
        font-weight: 600;
        font-stretch: 100%;
        letter-spacing: 0;
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(16 * var(--u)) calc(24 * var(--u));
        font-size: calc(60 * var(--u));
        font-weight: 650;
      }
      .place .place {
        font-size: 1em;
        gap: 0.3em;
      }
      .mark {
        font-size: calc(44 * var(--u));
      }
      .told {
        flex: none;
        max-block-size: 24cqh;
        line-height: 1.26;
        text-wrap: pretty;
        max-inline-size: calc(1500 * var(--u));
      }
      .told .en {
        margin-block-start: 0.4em;
        color: var(--quiet);
        font-size: 0.78em;
      }
    `,
  ]

  constructor() {
    super()
    new Ticking(this, 'minute')
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    this.setAttribute('tone', content.tone)
    const calendar = calendarOf(context)
    const backdrop = content.tone === 'night' ? html`<is-backdrop .context=${context}></is-backdrop>` : nothing
    if (context.programme === null || calendar === null) return html`${backdrop}`
    return html`${backdrop}
      <div class="safe">${board(context.programme, content.happening, calendar, context.now())}</div>`
  }
}

function board(programme: Programme, id: string, calendar: Calendar, now: Instant): TemplateResult {
  const happening = programme.happenings.find((one) => one.id === id)
  if (happening === undefined) return html`<div class="what headline" data-fit .fit=${titled(say.seeProgramme, false)}></div>`
  const line = toLine(programme, calendar, now, happening, isOn(happening, now) ? 'now' : 'next')
  const { nb, en } = happening.description
  return html`<div class="when">${whenOf(line, calendar, now)}</div>
    <div class="what headline" data-fit .fit=${titled(happening.title, happening.cancelled)}></div>
    <div class="place">${place(line.stage)} ${marks(line)}</div>
    ${nb === '' && en === '' ? nothing : html`<div class="told" data-fit .fit=${told(happening)}></div>`}`
}

/** «Nå · til 21:15», «21:20–22:50 · om 12 min», «lørdag 27. · 21:00»; over: the day and time that it was. */
function whenOf({ happening, state, oldStart }: Line, calendar: Calendar, now: Instant): TemplateResult {
  const at = (t: Instant): string => timeOfDay(calendar.zone, t)
  const { start, end, open, cancelled } = happening
  const hasEnd = end > start && !open
  if (state === 'now')
    return html`<span class="now" lang="nb">${say.now.nb}</span>
      ${hasEnd ? html`<span class="note" lang="nb">til ${at(end)}</span>` : nothing}`
  const day = dayNote(calendar, start, now) ?? dateWords(wallTime(calendar.zone, start))
  const time = hasEnd ? `${at(start)}–${at(end)}` : at(start)
  const left = start - now
  const soon = !cancelled && left > 0 && left <= soonMs ? Math.max(1, Math.ceil(left / minuteMs)) : null
  return html`${oldStart === null || cancelled ? nothing : html`<s class="quiet">${at(oldStart)}</s>`}
    <span>${cancelled ? html`<s>${time}</s>` : time}</span>
    <span class="note quiet" lang="nb">${soon === null ? capital(day.nb) : html`om ${soon}&nbsp;min`}</span>`
}

function titled(words: Words, struck: boolean): Fit {
  const line = (text: string): unknown => (struck ? html`<s>${text}</s>` : text)
  return {
    ceiling: 230,
    floor: 72,
    oneLineFrom: 130,
    draw: (share) =>
      html`<h1 lang="nb">${line(cut(words.nb, share))}</h1>
        ${words.en === '' || words.en === words.nb ? nothing : html`<p class="en" lang="en">${line(cut(words.en, share))}</p>`}`,
  }
}

function told({ description: { nb, en } }: Happening): Fit {
  return {
    ceiling: 56,
    floor: 42,
    oneLineFrom: null,
    draw: (share) =>
      html`${nb === '' ? nothing : html`<p lang="nb">${cut(nb, share)}</p>`}${
        en === '' ? nothing : html`<p class="en" lang="en">${cut(en, share)}</p>`
      }`,
  }
}
