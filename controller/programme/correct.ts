/** Corrects happenings: several at once as one deed, so that one undo takes back a whole stage. */
import { type Correction, corrected, nothingCorrected, nowhere } from '@infoskjerm/shared/model/correction.ts'
import type { CorrectionsBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Author, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type Announced, announced, readAnnounced } from './store.ts'
import type { CorrectionRow } from './table.ts'

/** Answers the happenings as they stand then, in the order asked. Problems, with the path of the one to blame: `unknown-reference`, `duplicate`, `end-before-start`. */
export function correctHappenings(world: World, author: Author, { corrections }: CorrectionsBody): Written<readonly Announced[]> {
  return world.store.write(author, 'programme.correct', (tx) => {
    const event = currentEvent(tx.db).id
    const { stages, happenings } = readAnnounced(tx.db, event)
    const known = new Map(happenings.map((one) => [one.planned.id, one]))
    const named = new Set<string>()
    return corrections.map(({ happening, correction }, index) => {
      const path = `corrections.${index}`
      const before = known.get(happening)
      if (before === undefined) throw unknown('happening', happening, `${path}.happening`)
      if (named.has(happening)) throw new Problem(422, 'duplicate', 'One happening is corrected once.', `${path}.happening`)
      named.add(happening)
      const row = tx.need('happenings', happening, `${path}.happening`)
      if (correction === null || isNothing(correction)) {
        tx.remove('corrections', happening)
        return announced(row, null)
      }
      check(before, correction, stages, `${path}.correction`)
      const made: CorrectionRow = {
        id: happening,
        event,
        correction,
        seen: { start: row.start, end: row.end, stage: row.stage },
        by: author.name,
        at: world.now(),
      }
      tx.put('corrections', made)
      return announced(row, made)
    })
  })
}

/** Whether the import has changed since the correction was made of it. */
export function isStale({ planned, correction }: Announced): boolean {
  if (correction === null) return false
  const { start, end, stage } = correction.seen
  return planned.start !== start || planned.end !== end || planned.stage !== stage
}

function check(before: Announced, correction: Correction, stages: readonly { readonly id: string }[], path: string): void {
  const { planned } = before
  const { stage } = correction
  // A stage that went since, with the table that made it, is no reason to refuse what is said besides.
  const isNew = stage !== null && stage !== nowhere && stage !== before.correction?.correction.stage
  if (isNew && !stages.some(({ id }) => id === stage)) throw unknown('stage', stage, `${path}.stage`)
  const { start } = corrected(planned, correction)
  const end = correction.end ?? planned.end
  if (end < start) throw new Problem(422, 'end-before-start', 'The end must not come before the start.', `${path}.end`)
}

function isNothing(correction: Correction): boolean {
  return (Object.keys(nothingCorrected) as (keyof Correction)[]).every((field) => correction[field] === nothingCorrected[field])
}

function unknown(what: string, id: string, path: string): Problem {
  return new Problem(422, 'unknown-reference', `There is no ${what} «${id}» in the programme.`, path, { id })
}
