/** The programme, now and next: what to do in three seconds, for people who walk. */
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ProgrammeContent } from '@infoskjerm/shared/model/slide.ts'
import type { Happening, Stage } from '@infoskjerm/shared/model/programme.ts'
import type { Distance } from '@infoskjerm/shared/model/screen.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import '../backdrop.ts'
import { calendarOf } from '../calendar.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'
import { type Line, rowsFor, viewProgramme, type ProgrammeView } from '../programme-view.ts'
import { Ticking } from '../ticking.ts'
import { type Calendar, capital, dateHeading, say, timeOfDay } from '../words.ts'
import { programmeStyles } from './programme-styles.ts'

/** A longer note than this (characters) does not stand beside the end. */
const noteLength = 48

/** Sizes of the headline by distance. */
const headlineSizes: Readonly<Record<Distance, Omit<Fit, 'draw'>>> = {
  hall: { ceiling: 210, floor: 72, oneLineFrom: 104 },
  passage: { ceiling: 168, floor: 72, oneLineFrom: 96 },
  near: { ceiling: 116, floor: 60, oneLineFrom: 72 },
}
/** On a tall glass several lines are better than small letters. */
const portraitSizes: Readonly<Record<Distance, Omit<Fit, 'draw'>>> = {
  hall: { ceiling: 190, floor: 60, oneLineFrom: null },
  passage: { ceiling: 190, floor: 60, oneLineFrom: null },
  near: { ceiling: 132, floor: 60, oneLineFrom: null },
}
/** Sizes of a row's title by distance. */
const titleSizes: Readonly<Record<Distance, { readonly ceiling: number; readonly floor: number }>> = {
  hall: { ceiling: 66, floor: 50 },
  passage: { ceiling: 60, floor: 44 },
  near: { ceiling: 42, floor: 36 },
}

@customElement('is-programme-slide')
export class ProgrammeSlide extends KindElement<ProgrammeContent> {
  static override styles: CSSResultGroup = [KindElement.styles, programmeStyles]

  constructor() {
    super()
    new Ticking(this, 'minute')
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    const calendar = calendarOf(context)
    if (content === null || context === null) return nothing
    if (calendar === null) return html`<is-backdrop .context=${context}></is-backdrop>`
    const now = context.now()
    const distance = context.screen?.variant.distance ?? 'hall'
    const programme = context.programme ?? { stages: [], happenings: [] }
    const rows = rowsFor(distance, this.portrait)
    const view = viewProgramme(programme, content.of, context.screen?.area.id ?? null, calendar, now, rows)
    const wide = view.rows.some((line) => line.state === 'next' && line.oldStart !== null && !line.happening.cancelled)
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe ${distance} ${wide ? 'wide' : ''}">
        <header>
          ${heading(content.heading, dateHeading(calendar, now))}
          <time class="clock">${timeOfDay(calendar.zone, now)}</time>
        </header>
        <main>${view.lead === null ? emptyState(view) : leadOf(view.lead, calendar, now, distance, this.portrait)}</main>
        ${view.lead === null && view.rows.length > 0 ? html`<p class="then" lang="nb">${say.continues.nb}</p>` : nothing}
        <div class="rows">${view.rows.map((line) => rowOf(line, calendar, titleSizes[distance]))}</div>
        ${view.lead === null && view.rows.length === 0 ? nothing : html`<footer lang="en" data-fit .fit=${english(view, calendar)}></footer>`}
      </div>`
  }
}

function heading(words: Words, date: Words): TemplateResult {
  const fit: Fit = {
    ceiling: 42,
    floor: 32,
    oneLineFrom: null,
    draw: (share) => html`${words.nb === '' ? nothing : html`<b>${cut(words.nb, share)}</b>&ensp;`}${date.nb}`,
  }
  return html`<p class="date" lang="nb" data-fit .fit=${fit}></p>`
}

function emptyState(view: ProgrammeView): TemplateResult {
  const words = view.empty ?? say.nothingPlanned
  const fit: Fit = {
    ceiling: 190,
    floor: 72,
    oneLineFrom: 110,
    draw: (share) =>
      html`<h1 lang="nb">${cut(words.nb, share)}</h1>
        <p class="en" lang="en">${cut(words.en, share)}</p>`,
  }
  return html`<div class="headline nothing" data-fit .fit=${fit}></div>`
}

function leadOf(line: Line, calendar: Calendar, now: Instant, distance: Distance, portrait: boolean): TemplateResult {
  const { happening, state } = line
  const title: Fit = { ...(portrait ? portraitSizes : headlineSizes)[distance], draw: (share) => cut(happening.title.nb, share) }
  return html`<p class="where">
      ${state === 'now' ? html`<span class="now" lang="nb">${say.now.nb}</span>` : html`<span class="next" lang="nb">${say.next.nb}</span>`}
      ${place(line.stage)} ${marks(line)}
    </p>
    <h1 class="headline" lang="nb" data-fit .fit=${title}></h1>
    ${timesOf(line, calendar)} ${state === 'now' && hasKnownEnd(happening) ? progress(happening.start, happening.end, now) : nothing}`
}

/** Not a moment's, nor that of what goes on until somebody says that it is over. */
function hasKnownEnd({ start, end, open }: Happening): boolean {
  return !open && end > start
}

function timesOf(line: Line, calendar: Calendar): TemplateResult | typeof nothing {
  const { happening, state, oldStart } = line
  const at = (t: Instant): string => timeOfDay(calendar.zone, t)
  const note = happening.description.nb.trim()
  const told = note !== '' && note.length <= noteLength ? html`<span class="note" lang="nb">· ${note.replace(/\.$/u, '')}</span>` : nothing
  if (state === 'now' && !hasKnownEnd(happening)) return told === nothing ? nothing : html`<p class="times">${note}</p>`
  const old = oldStart === null ? nothing : html`<s>${at(oldStart)}</s> `
  const when =
    state === 'now'
      ? html`til <b>${at(happening.end)}</b>`
      : html`kl.&nbsp;${old}<b>${at(happening.start)}</b>${line.day === null ? nothing : html` <span class="note">${line.day.nb}</span>`}`
  return html`<p class="times" lang="nb">${when} ${told}</p>`
}

function progress(start: Instant, end: Instant, now: Instant): TemplateResult {
  const share = Math.min(1, Math.max(0, (now - start) / (end - start)))
  return html`<div class="progress" aria-hidden="true"><i style="inline-size:${(share * 100).toFixed(2)}%"></i></div>`
}

function rowOf(line: Line, calendar: Calendar, sizes: { readonly ceiling: number; readonly floor: number }): TemplateResult {
  const { happening } = line
  const time = timeOfDay(calendar.zone, happening.start)
  const old = line.oldStart === null || happening.cancelled ? nothing : html`<s>${timeOfDay(calendar.zone, line.oldStart)}</s>`
  const title: Fit = {
    ...sizes,
    oneLineFrom: null,
    draw: (share) => (happening.cancelled ? html`<s>${cut(happening.title.nb, share)}</s>` : cut(happening.title.nb, share)),
  }
  return html`<div class="row ${happening.cancelled ? 'off' : ''}">
    <p class="time">
      ${line.state === 'now' ? html`<span class="now" lang="nb">${say.now.nb}</span>` : happening.cancelled ? html`<s>${time}</s>` : html`${time} ${old}`}
    </p>
    <div class="what">
      <h2 lang="nb" data-fit .fit=${title}></h2>
      ${line.day === null ? nothing : html`<span class="day" lang="nb">${line.day.nb}</span>`} ${marks(line)}
    </div>
    ${place(line.stage)}
  </div>`
}

/** What is on has no new time any more: it stands as *Nå*. */
export function marks(line: Line): TemplateResult | typeof nothing {
  if (line.happening.cancelled) return html`<span class="mark" lang="nb">${say.cancelled.nb}</span>`
  const moved = line.moved ? html`<span class="mark" lang="nb">${say.moved.nb}</span>` : nothing
  const later = line.oldStart === null || line.state === 'now' ? nothing : html`<span class="mark" lang="nb">${say.newTime.nb}</span>`
  return html`${moved} ${later}`
}

/** A stage by its letter and name. */
export function place(stage: Stage | null): TemplateResult | typeof nothing {
  if (stage === null) return nothing
  const letter = stage.letter === '' ? nothing : html`<span class="disc"><b>${stage.letter}</b></span>`
  return html`<span class="place">${letter}<span lang="nb">${stage.name.nb}</span></span>`
}

/** The same in one English line: «Now: Fast Music Compo, Main stage · Next 20:50: Pixel art, Workshop B». */
function english(view: ProgrammeView, calendar: Calendar): Fit {
  const named = (line: Line): string => {
    const title = line.happening.title.en === '' ? line.happening.title.nb : line.happening.title.en
    const stage = line.stage === null ? '' : line.stage.name.en === '' ? line.stage.name.nb : line.stage.name.en
    return stage === '' ? title : `${title}, ${stage}`
  }
  const told = (line: Line): string => {
    const time = timeOfDay(calendar.zone, line.happening.start)
    if (line.happening.cancelled) return `${say.cancelled.en}: ${named(line)}`
    if (line.state === 'now') return `${say.now.en}: ${named(line)}`
    const day = line.day === null ? '' : `${line.day.en} `
    const change = line.oldStart === null ? (line.moved ? `${say.moved.en}: ` : '') : `${say.newTime.en}: `
    return capital(`${day}${time}\u00a0– ${change}${named(line)}`)
  }
  const coming = view.rows.filter((line) => line.state === 'next')
  const lines = view.lead === null ? coming.slice(0, 2) : [view.lead, ...(coming.length > 0 ? coming : view.rows).slice(0, 1)]
  const text = lines.map(told).join(' · ')
  return { ceiling: 36, floor: 32, oneLineFrom: null, draw: (share) => cut(text, share) }
}
