/** A pasted programme, practised: what it would add, change and take away, and the programme as it would be then. */
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningBody, HappeningResource, OverJson, ProgrammeResource, ProgrammeTableResult } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { festivalTimeAt } from '../views/schedule-wall.ts'
import { replaced, type Row } from './practice-effect.ts'
import type { Done, PracticeGround } from './practice-ground.ts'
import { announced, demandOrder } from './practice-programme.ts'
import { createStages } from './practice-stages.ts'

type Said = OverJson<HappeningBody>
type Calendar = NonNullable<PracticeGround['event']>

const emptyProgramme: ProgrammeResource = { stages: [], happenings: [] }
const utc: Calendar = { zone: 'UTC', dayBreak: '05:00' }

/** `POST /programme/table`. Problems as in reality: `end-before-start` at `rows.N.end`, and `fewer-happenings` where more than half of the former table would go and that was not said to be meant. */
export function tablePasted(body: Row, id: string, { programme, event }: PracticeGround): Done {
  const rows = (body['rows'] ?? []) as readonly Said[]
  rows.forEach((row, index) => demandOrder(row, `rows.${index}.end`))
  const plan = (before: ProgrammeResource) => planOf(rows, before, event ?? utc, id)
  const { result, had, kept } = plan(programme ?? emptyProgramme)
  if (body['allowFewer'] !== true && kept * 2 < had)
    throw new Problem(409, 'fewer-happenings', `Of ${had} happenings only ${kept} would stay.`, '', { had, would: kept })
  return { value: result, effect: replaced<ProgrammeResource>('/programme', (before) => plan(before).programme) }
}

/** What came by a table before is replaced; what was typed by hand or is of the sample stays. */
function planOf(rows: readonly Said[], before: ProgrammeResource, calendar: Calendar, id: string) {
  const former = before.happenings.filter(({ origin }) => origin === 'table')
  const stages = createStages(before.stages, id)
  const same = sameOnes(rows, former, calendar)
  const isSame = (index: number) => (same[index] ?? null) !== null
  const told = rows.map((row, index) => announced(row, same[index]?.id ?? `${id}-${index + 1}`, same[index] ?? null, stages.named, 'table'))
  const changed = told.filter((row, index) => isSame(index) && differs(row, same[index] ?? row))
  const unchanged = new Set(told.filter((row, index) => isSame(index) && !changed.includes(row)))
  const stays = new Set(told.map((row) => row.id))
  const result: ProgrammeTableResult = {
    added: told.filter((_, index) => !isSame(index)).map((row) => row.id),
    changed: changed.map((row) => row.id),
    removed: former.filter((row) => !stays.has(row.id)).map((row) => row.id),
    stages: stages.made.map(({ name }) => name.nb),
  }
  const happenings = [
    ...before.happenings.filter(({ origin }) => origin !== 'table'),
    ...told.map((row, index) => (unchanged.has(row) ? (same[index] ?? row) : row)),
  ]
  const kept = former.length - result.removed.length
  return { result, had: former.length, kept, programme: { stages: stages.all(), happenings } satisfies ProgrammeResource }
}

/** For each row the happening that it was in the former table: of the same name on the same festival day, first those that begin when they did. */
function sameOnes(rows: readonly Said[], former: readonly HappeningResource[], calendar: Calendar): readonly (HappeningResource | null)[] {
  const keyOf = (title: string, start: string) =>
    `${title.trim().toLowerCase()} ${festivalTimeAt(instant(Date.parse(start)), calendar.zone, calendar.dayBreak).day}`
  const left = new Set(former)
  const found: (HappeningResource | null)[] = rows.map(() => null)
  for (const sameStart of [true, false])
    rows.forEach(({ title, start }, index) => {
      if (found[index] !== null) return
      const isSame = ({ planned }: HappeningResource) =>
        keyOf(planned.title.nb, planned.start) === keyOf(title.nb, start) && (!sameStart || Date.parse(planned.start) === Date.parse(start))
      const match = [...left].find(isSame)
      if (match === undefined) return
      found[index] = match
      left.delete(match)
    })
  return found
}

function differs({ planned: a }: HappeningResource, { planned: b }: HappeningResource): boolean {
  const said = ({ title, stage, start, end, description }: typeof a) =>
    JSON.stringify([title.nb, title.en, stage, Date.parse(start), Date.parse(end), description.nb, description.en])
  return said(a) !== said(b)
}
