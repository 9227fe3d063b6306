/** What a strip says: a slide in one line, in both languages. Pure. */
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { calendarOf } from '../calendar.ts'
import type { StageContext } from '../context.ts'
import { targetOf } from '../kinds/countdown.ts'
import { type Block, type Inline, parseMarkdown } from '../markdown.ts'
import { type Line as HappeningLine, viewProgramme } from '../programme-view.ts'
import { type Calendar, clockFigures, minuteFigures, remaining, say, timeOfDay } from '../words.ts'

/** Stands out before the rest of the line; empty: nothing does. */
export interface Line {
  readonly lead: Words
  readonly rest: Words
}

const nothing: Words = { nb: '', en: '' }
/** Stands between happenings in a line. */
export const between = '  ·  '
/** Happenings in one line: what is on, and what comes. */
const happenings = 4

/** Null where a kind has no words, or nothing to say now: then the strip is not there. */
export function lineOf(content: SlideContent, context: StageContext, slipMs: number): Line | null {
  const calendar = calendarOf(context)
  switch (content.kind) {
    case 'text':
      return spoken({ lead: content.title, rest: { nb: plain(content.body.nb), en: plain(content.body.en) } })
    case 'countdown':
      return counting(content, context, slipMs)
    case 'clock':
      return calendar === null ? null : { lead: same(timeOfDay(calendar.zone, context.now())), rest: content.heading }
    case 'programme':
      return calendar === null ? null : programmeLine(content, context, calendar)
    default:
      return null
  }
}

function spoken(line: Line): Line | null {
  return [line.lead, line.rest].every(({ nb, en }) => nb === '' && en === '') ? null : line
}

function same(text: string): Words {
  return { nb: text, en: text }
}

function counting(content: Extract<SlideContent, { kind: 'countdown' }>, context: StageContext, slipMs: number): Line | null {
  const target = targetOf(content.to, context.programme, slipMs)
  if ('title' in target) return { lead: target.title, rest: target.kind === 'open' ? say.goesOn : say.cancelled }
  if (target.kind !== 'at') return target.kind === 'gone' ? { lead: nothing, rest: say.seeProgramme } : null
  const now = context.now()
  const left = remaining(target.at - now)
  const over = spoken({ lead: nothing, rest: content.finished })?.rest ?? say.startsSoon
  if (target.at <= now) return { lead: content.title, rest: over }
  const figures = context.still ? minuteFigures(left) : clockFigures(left)
  const day = left.days === 1 ? { nb: '1 dag ', en: '1 day ' } : { nb: `${left.days} dager `, en: `${left.days} days ` }
  return { lead: content.title, rest: left.days === 0 ? same(figures) : { nb: day.nb + figures, en: day.en + figures } }
}

function programmeLine(content: Extract<SlideContent, { kind: 'programme' }>, context: StageContext, calendar: Calendar): Line | null {
  const programme = context.programme ?? { stages: [], happenings: [] }
  const area = context.screen?.area.id ?? null
  const view = viewProgramme(programme, content.of, area, calendar, context.now(), happenings)
  const lines = (view.lead === null ? view.rows : [view.lead, ...view.rows]).slice(0, happenings)
  if (lines.length === 0) return { lead: content.heading, rest: view.empty ?? say.nothingPlanned }
  const told = (language: keyof Words): string => lines.map((line) => happeningIn(line, calendar, language)).join(between)
  return { lead: content.heading, rest: { nb: told('nb'), en: told('en') } }
}

function happeningIn({ happening, state, stage, day, moved, oldStart }: HappeningLine, calendar: Calendar, language: keyof Words): string {
  const said = ({ nb, en }: Words): string => (language === 'en' && en !== '' ? en : nb)
  const what = stage === null ? said(happening.title) : `${said(happening.title)}, ${said(stage.name)}`
  if (happening.cancelled) return `${said(say.cancelled)}: ${what}`
  if (state === 'now') return `${said(say.now)}: ${what}`
  const change = oldStart === null ? (moved ? `${said(say.moved)}: ` : '') : `${said(say.newTime)}: `
  return `${day === null ? '' : `${said(day)} `}${timeOfDay(calendar.zone, happening.start)}\u00a0– ${change}${what}`
}

/** Markdown without its marks, in one line. */
function plain(source: string): string {
  return parseMarkdown(source).map(lineOfBlock).join(' · ')
}

function lineOfBlock(block: Block): string {
  const text = (inside: readonly Inline[]): string => inside.map((one) => (one.kind === 'text' ? one.text : text(one.inside))).join('')
  return block.kind === 'list' ? block.items.map(text).join(' · ') : block.lines.map(text).join(' ')
}
