/** In which areas of the hall a change of the programme acts: those of the stages concerned. A stage without an area, or none, concerns the whole venue. */
import type { CorrectionsBody, HappeningBody, Rights } from '@infoskjerm/shared/wire/api.ts'
import { demandIn } from '../http/rights.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import { findStage } from './stages.ts'
import { type Announced, readAnnounced, stageRows } from './store.ts'

/** Throws `forbidden` where the whole venue is concerned and the right does not reach so far. */
export function areasOfCorrections(db: Drizzle, rights: Rights, { corrections }: CorrectionsBody): readonly string[] {
  const { happenings } = readAnnounced(db, currentEvent(db).id)
  const known = new Map(happenings.map((one) => [one.planned.id, one]))
  const stages = corrections.flatMap(({ happening, correction }) => {
    const before = known.get(happening)
    const after = correction?.stage ?? null
    return [...(before === undefined ? [] : stagesOf(before)), ...(after === null ? [] : [after])]
  })
  return areasOf(db, rights, stages)
}

export function areasOfHappening(db: Drizzle, rights: Rights, id: string): readonly string[] {
  const { happenings } = readAnnounced(db, currentEvent(db).id)
  const found = happenings.find(({ planned }) => planned.id === id)
  return areasOf(db, rights, found === undefined ? [] : stagesOf(found))
}

export function areasOfBody(db: Drizzle, rights: Rights, { stage }: HappeningBody): readonly string[] {
  return areasOf(db, rights, [stage])
}

/** Where it was announced, and where it stands. */
function stagesOf({ planned, now }: Announced): readonly (string | null)[] {
  return [planned.stage, now.stage]
}

/** `stages`: ids or names. */
function areasOf(db: Drizzle, rights: Rights, stages: readonly (string | null)[]): readonly string[] {
  const rows = stageRows(db, currentEvent(db).id)
  const areas = [...new Set(stages)].map((stage) => (stage === null ? null : (findStage(rows, stage)?.area ?? null)))
  if (areas.includes(null)) demandIn(rights, 'edit', null)
  return [...new Set(areas.filter((area) => area !== null))]
}
