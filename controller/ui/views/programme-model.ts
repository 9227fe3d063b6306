/** The programme as the crew pages hold it: instants instead of text, and the answer of the controller assumed ahead of it. */
import { type Correction, corrected, nothingCorrected, nowhere } from '@infoskjerm/shared/model/correction.ts'
import type { Happening, Programme, Stage } from '@infoskjerm/shared/model/programme.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { CorrectionsBody, HappeningBody, HappeningResource, OverJson, ProgrammeResource } from '@infoskjerm/shared/wire/api.ts'
import { fromText, instantOrNull, toText } from '../parts/slide-editor-json.ts'

/** A correction with who made it and when. `stale`: what was imported has changed since. */
export interface MadeCorrection extends Correction {
  readonly by: string
  readonly at: Instant
  readonly stale: boolean
}

/** A happening as it was planned, what a person said of it, and how it stands. */
export interface Item {
  readonly id: string
  readonly origin: HappeningResource['origin']
  readonly planned: Happening
  readonly correction: MadeCorrection | null
  readonly now: Happening
}

export interface Timetable {
  readonly stages: readonly Stage[]
  /** By start as it stands, then id. */
  readonly items: readonly Item[]
}

/** One correction to be sent; null takes it away. */
export interface Change {
  readonly happening: string
  readonly correction: Correction | null
}

/** The resource with instants. */
export function timetableOf(resource: ProgrammeResource): Timetable {
  return { stages: resource.stages, items: inOrder(resource.happenings.map(itemOf)) }
}

/** What screens will hold of it. */
export function programmeOf({ stages, items }: Timetable): Programme {
  return { stages, happenings: items.map((item) => item.now) }
}

/** The timetable as it stands once the controller has taken the changes. */
export function changed(timetable: Timetable, changes: readonly Change[], by: string, at: Instant): Timetable {
  const said = new Map(changes.map((change) => [change.happening, change.correction]))
  const items = timetable.items.map((item): Item => {
    const correction = said.get(item.id)
    if (correction === undefined) return item
    if (correction === null) return { ...item, correction: null, now: item.planned }
    return { ...item, correction: { ...correction, by, at, stale: false }, now: corrected(item.planned, correction) }
  })
  return { ...timetable, items: inOrder(items) }
}

/** A change that says nothing but what is planned takes the correction away. */
export function changeOf(item: Item, correction: Correction): Change {
  const { planned } = item
  const said: Correction = {
    start: correction.start === planned.start ? null : correction.start,
    end: correction.end === planned.end ? null : correction.end,
    stage: correction.stage === (planned.stage ?? nowhere) ? null : correction.stage,
    open: correction.open,
    cancelled: correction.cancelled,
  }
  const says = said.start !== null || said.end !== null || said.stage !== null || said.open || said.cancelled
  return { happening: item.id, correction: says ? said : null }
}

/** What has been said of a happening so far, without who said it. */
export function saidOf({ correction }: Item): Correction {
  if (correction === null) return nothingCorrected
  const { start, end, stage, open, cancelled } = correction
  return { start, end, stage, open, cancelled }
}

/** The changes as they travel. */
export function correctionsToJson(changes: readonly Change[]): OverJson<CorrectionsBody> {
  return {
    corrections: changes.map(({ happening, correction }) => ({
      happening,
      correction:
        correction === null
          ? null
          : {
              ...correction,
              start: correction.start === null ? null : toText(correction.start),
              end: correction.end === null ? null : toText(correction.end),
            },
    })),
  }
}

/** A happening typed by hand as it travels. */
export function happeningToJson(body: HappeningBody): OverJson<HappeningBody> {
  return { ...body, start: toText(body.start), end: toText(body.end) }
}

function itemOf({ id, origin, planned, correction, now }: HappeningResource): Item {
  return {
    id,
    origin,
    planned: happeningOf(planned),
    correction:
      correction === null
        ? null
        : { ...correction, start: instantOrNull(correction.start), end: instantOrNull(correction.end), at: fromText(correction.at) },
    now: happeningOf(now),
  }
}

function happeningOf(json: OverJson<Happening>): Happening {
  return {
    ...json,
    start: fromText(json.start),
    end: fromText(json.end),
    was: json.was === null ? null : { ...json.was, start: fromText(json.was.start) },
  }
}

function inOrder(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.now.start - b.now.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
