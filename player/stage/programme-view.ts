/** What the programme slide says at an instant: one thing large, a few rows, and what is written beside them. Pure. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Happening, Programme, Stage } from '@infoskjerm/shared/model/programme.ts'
import type { ProgrammeContent } from '@infoskjerm/shared/model/slide.ts'
import type { Distance } from '@infoskjerm/shared/model/screen.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { dayMs, hourMs, type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { type Calendar, dayEnd, dayNote, isEvening, say } from './words.ts'

/** Longer ones (an open workshop, a group stage) never take the headline from a shorter one. */
const longRunningMs = 6 * hourMs
/** How long after its time a happening that is cancelled, or takes place elsewhere, still says so: until the last who came for it have read it. */
const goneStaysMs = 30 * minuteMs

/** One happening with what stands beside it. */
export interface Line {
  readonly happening: Happening
  readonly state: 'now' | 'next'
  readonly stage: Stage | null
  readonly moved: boolean
  /** The time first announced, where it differs. */
  readonly oldStart: Instant | null
  /** The day, where it can be doubted (rule T6). */
  readonly day: Words | null
}

export interface ProgrammeView {
  /** Large: what happens now, else what comes next today, else null. */
  readonly lead: Line | null
  /** Said instead of a lead. */
  readonly empty: Words | null
  readonly rows: readonly Line[]
}

/** How many rows beneath the lead can be read from this distance. */
export function rowsFor(distance: Distance, portrait: boolean): number {
  if (distance === 'hall') return 2
  if (distance === 'passage') return portrait ? 4 : 3
  return portrait ? 10 : 8
}

/** The view at `now`. `area` is the screen's, or null where no screen is meant; an area without a stage of its own shows all stages. */
export function viewProgramme(
  programme: Programme,
  of: ProgrammeContent['of'],
  area: string | null,
  calendar: Calendar,
  now: Instant,
  rows: number,
): ProgrammeView {
  const { here, gone } = scope(programme, of, area)
  const inScope = [...here, ...gone]
  const line = (state: 'now' | 'next') => (happening: Happening) => toLine(programme, calendar, now, happening, state)
  const running = here.filter((happening) => isOn(happening, now)).sort(headlineFirst)
  const end = dayEnd(calendar, now)
  const coming = [
    ...here.filter((happening) => (happening.cancelled ? isStillSaid(happening, now) : happening.start > now)),
    ...gone.filter((happening) => isStillSaid(happening, now)),
  ].sort(byStart)
  const today = coming.filter((happening) => happening.start < end)
  const [headline, ...besides] = running
  const first =
    headline === undefined
      ? today.find((happening) => !happening.cancelled && happening.start > now && here.includes(happening))
      : undefined
  if (headline === undefined && first === undefined) {
    const empty = emptyWords(inScope, calendar, now)
    return { lead: null, empty, rows: coming.slice(0, Math.max(2, Math.floor(rows / 2))).map(line('next')) }
  }
  const after = today.filter((happening) => happening !== first)
  const nowRows = besides.slice(0, after.length === 0 ? rows : Math.max(Math.floor(rows / 2), rows - after.length))
  const lead = headline === undefined ? (first === undefined ? null : line('next')(first)) : line('now')(headline)
  return { lead, empty: null, rows: [...nowRows.map(line('now')), ...after.slice(0, rows - nowRows.length).map(line('next'))] }
}

/** «Ikke mer» where there was something, or will be; else that nothing is planned. */
function emptyWords(happenings: readonly Happening[], calendar: Calendar, now: Instant): Words {
  if (!happenings.some((happening) => happening.end > now - dayMs)) return say.nothingPlanned
  return isEvening(calendar, now) ? say.nothingMoreTonight : say.nothingMoreToday
}

/** What takes place on the stages meant, and what was announced there and takes place elsewhere. */
function scope(
  { stages, happenings }: Programme,
  of: ProgrammeContent['of'],
  area: string | null,
): { readonly here: readonly Happening[]; readonly gone: readonly Happening[] } {
  const everything = { here: happenings, gone: [] }
  if (of.scope === 'all') return everything
  const meant = stages.filter((stage) => (of.scope === 'stage' ? stage.id === of.stage : stage.area !== null && stage.area === area))
  if (of.scope === 'area' && meant.length === 0) return everything
  const ids = new Set<string | null>(meant.map((stage) => stage.id))
  return {
    here: happenings.filter(({ stage }) => ids.has(stage)),
    gone: happenings.filter(({ stage, was }) => !ids.has(stage) && was !== null && ids.has(was.stage)),
  }
}

/** A moment (its end is its start) is on for its minute. */
function endOf(happening: Happening): Instant {
  return happening.end > happening.start ? happening.end : later(happening.start, minuteMs)
}

/** Whether it takes place at this moment. */
export function isOn(happening: Happening, now: Instant): boolean {
  return !happening.cancelled && happening.start <= now && now < endOf(happening)
}

function isStillSaid(happening: Happening, now: Instant): boolean {
  return happening.start > now || now < Math.min(endOf(happening), happening.start + goneStaysMs)
}

/** Short before long-running, featured before the rest, then what began last; ties by id, by code unit. */
function headlineFirst(a: Happening, b: Happening): number {
  return (
    Number(isLong(a)) - Number(isLong(b)) ||
    Number(b.tags.includes('featured')) - Number(a.tags.includes('featured')) ||
    b.start - a.start ||
    (a.id < b.id ? -1 : 1)
  )
}

function byStart(a: Happening, b: Happening): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1)
}

/** What goes on until somebody says that it is over is as long as it was to be. */
function isLong({ start, end, open }: Happening): boolean {
  return end - start - (open ? limits.overrunMs : 0) > longRunningMs
}

/** The happening with what stands beside it. */
export function toLine(programme: Programme, calendar: Calendar, now: Instant, happening: Happening, state: 'now' | 'next'): Line {
  const { was } = happening
  return {
    happening,
    state,
    stage: programme.stages.find((stage) => stage.id === happening.stage) ?? null,
    moved: was !== null && was.stage !== happening.stage,
    oldStart: was !== null && was.start !== happening.start ? was.start : null,
    day: state === 'next' ? dayNote(calendar, happening.start, now) : null,
  }
}
