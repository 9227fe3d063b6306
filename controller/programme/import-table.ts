/** Puts a pasted table in the place of the one before, in one write, or only tells what that would do. */
import type { ProgrammeTableBody, ProgrammeTableResult } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type Pasted, paste } from './pasted.ts'
import { demandRoom, happeningRows, stageRows, usedIds } from './store.ts'

/** Problems: those of `planTable`. Corrections stay, and apply to what is there then. */
export function importTable(world: World, author: Author, body: ProgrammeTableBody): Written<ProgrammeTableResult> {
  return world.store.write(author, 'programme.table', (tx) => {
    const plan = planTable(tx.db, body)
    for (const stage of plan.stages) tx.put('stages', stage)
    for (const { id } of plan.removed) tx.remove('happenings', id)
    for (const row of [...plan.added, ...plan.changed]) tx.put('happenings', row)
    return resultOf(plan)
  })
}

/** What `importTable` would answer; nothing is stored. */
export function tryTable(world: World, body: ProgrammeTableBody): ProgrammeTableResult {
  return resultOf(planTable(world.store.db, body))
}

/** Problems: `end-before-start` at `rows.N.end`, `too-many`, and `fewer-happenings` where more than half of the former table would go and that was not said to be meant. */
function planTable(db: Drizzle, { rows, allowFewer }: ProgrammeTableBody): Pasted {
  const event = currentEvent(db)
  const happenings = happeningRows(db, event.id)
  const used = usedIds(db)
  const stages = stageRows(db, event.id)
  const plan = paste(rows, { event, stages, happenings, usedStages: used.stages, usedHappenings: used.happenings })
  demandRoom(happenings.length + plan.added.length - plan.removed.length)
  const had = plan.kept + plan.removed.length
  if (!allowFewer && plan.kept * 2 < had)
    throw new Problem(409, 'fewer-happenings', `Of ${had} happenings only ${plan.kept} would stay.`, '', { had, would: plan.kept })
  return plan
}

function resultOf({ added, changed, removed, stages }: Pasted): ProgrammeTableResult {
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  return { added: idsOf(added), changed: idsOf(changed), removed: idsOf(removed), stages: stages.map(({ name }) => name.nb) }
}
