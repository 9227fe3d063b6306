/** The programme, practised: corrections, happenings typed by hand, and a pasted table, over what the controller answers. */
import { corrected, type Correction } from '@infoskjerm/shared/model/correction.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningBody, HappeningResource, OverJson, ProgrammeResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { replaced, type Row } from './practice-effect.ts'
import { type Done, json, type PracticeGround } from './practice-ground.ts'
import { createStages } from './practice-stages.ts'

type Said = OverJson<HappeningBody>

/** `PUT /programme/corrections`. */
export function correctionsMade(body: Row, { who, now }: PracticeGround): Done {
  const corrections = (body['corrections'] ?? []) as readonly { readonly happening: string; readonly correction: Row | null }[]
  const by = new Map(corrections.map((one) => [one.happening, one.correction]))
  return overProgramme((programme) => ({
    ...programme,
    happenings: programme.happenings.map((happening) => {
      const said = by.get(happening.id)
      if (said === undefined) return happening
      if (said === null) return { ...happening, correction: null, now: happening.planned }
      return standing({ ...happening, correction: { ...(said as unknown as OverJson<Correction>), by: who, at: json(now), stale: false } })
    }),
  }))
}

/** `POST /programme/happenings`, and `PUT` with the id of one that is there. */
export function happeningTyped(body: Row, id: string): Done {
  const said = body as unknown as Said
  demandOrder(said, 'end')
  return overProgramme((programme) => {
    const stages = createStages(programme.stages, id)
    const before = programme.happenings.find((happening) => happening.id === id) ?? null
    const after = announced(said, id, before, stages.named, 'hand')
    return { stages: stages.all(), happenings: [...programme.happenings.filter((happening) => happening.id !== id), after] }
  })
}

/** `DELETE /programme/happenings/{id}`. */
export function happeningRemoved(id: string): Done {
  return overProgramme((programme) => ({ ...programme, happenings: programme.happenings.filter((happening) => happening.id !== id) }))
}

/** A happening as somebody says it, where it may have been there before; corrections of it stay above it. */
export function announced(
  { title, stage, start, end, description }: Said,
  id: string,
  before: HappeningResource | null,
  stageOf: (name: string) => string,
  origin: HappeningResource['origin'],
): HappeningResource {
  const told = { title, start, end, description, stage: stage === null ? null : stageOf(stage) }
  const planned: HappeningResource['planned'] = {
    ...(before?.planned ?? { tags: [], was: null, cancelled: false, open: false }),
    ...told,
    id,
  }
  const correction = before?.correction ?? null
  return standing({ id, origin, planned, correction: correction === null ? null : { ...correction, stale: true }, now: planned })
}

/** Problem `end-before-start` at `path`. */
export function demandOrder({ start, end }: Said, path: string): void {
  if (Date.parse(end) < Date.parse(start)) throw new Problem(422, 'end-before-start', 'The end must not come before the start.', path)
}

function overProgramme(change: (programme: ProgrammeResource) => ProgrammeResource): Done {
  return { value: null, effect: replaced('/programme', change) }
}

/** The happening with what it comes to under its correction. */
function standing(happening: HappeningResource): HappeningResource {
  const { planned, correction } = happening
  if (correction === null) return { ...happening, now: planned }
  const was = planned.was === null ? null : { ...planned.was, start: parsed(planned.was.start) }
  const model: Happening = { ...planned, start: parsed(planned.start), end: parsed(planned.end), was }
  const now = corrected(model, { ...correction, start: parsedOrNull(correction.start), end: parsedOrNull(correction.end) })
  const shown = {
    ...now,
    start: json(now.start),
    end: json(now.end),
    was: now.was === null ? null : { ...now.was, start: json(now.was.start) },
  }
  return { ...happening, now: shown }
}

const parsed = (value: string): Instant => instant(Date.parse(value))
const parsedOrNull = (value: string | null): Instant | null => (value === null ? null : parsed(value))
