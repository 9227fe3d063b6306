/** What a pasted table makes of a programme: which happenings come, change and go. Pure. */
import type { HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { EventTimes } from '../schedule/windows.ts'
import { freeId, stemIn, stems } from './happening-id.ts'
import { createStageFinder } from './stages.ts'
import type { HappeningRow, StageRow } from './table.ts'

export interface Before {
  readonly event: EventTimes & { readonly id: string }
  readonly stages: readonly StageRow[]
  /** All of the event, wherever they came from. */
  readonly happenings: readonly HappeningRow[]
  /** Ids in use, of other events too. */
  readonly usedStages: ReadonlySet<string>
  readonly usedHappenings: ReadonlySet<string>
}

/** `kept` counts those of the former table that stay, changed or not. */
export interface Pasted {
  readonly stages: readonly StageRow[]
  readonly added: readonly HappeningRow[]
  readonly changed: readonly HappeningRow[]
  readonly removed: readonly HappeningRow[]
  readonly kept: number
}

/** What came by a table before is replaced; what was typed by hand or is of the sample stays. Problems: `end-before-start` at `rows.N.end`. */
export function paste(rows: readonly HappeningBody[], before: Before): Pasted {
  const { event } = before
  rows.forEach(({ start, end }, index) => {
    if (end < start) throw new Problem(422, 'end-before-start', 'The end must not come before the start.', `rows.${index}.end`)
  })
  const former = new Map(before.happenings.filter(({ origin }) => origin === 'table').map((row) => [row.id, row]))
  const finder = createStageFinder(event.id, before.stages, (id) => before.usedStages.has(id))
  const places = rows.map(({ stage }) => (stage === null ? null : finder.named(stage)))
  const ids = idsFor(rows, places, [...former.values()], before)
  const told = rows.map((row, index): HappeningRow => {
    const { title, start, end, description } = row
    const stage = places[index] ?? null
    const rest = { tags: [], was: null, cancelled: false, origin: 'table' } as const
    return { id: ids[index] ?? '', event: event.id, title, stage, start, end, description, ...rest }
  })
  const stays = new Set(ids)
  const differs = (row: HappeningRow) => JSON.stringify(inOrder(row)) !== JSON.stringify(inOrder(former.get(row.id) ?? row))
  return {
    stages: finder.made,
    added: told.filter(({ id }) => !former.has(id)),
    changed: told.filter((row) => former.has(row.id) && differs(row)),
    removed: [...former.values()].filter(({ id }) => !stays.has(id)),
    kept: [...former.keys()].filter((id) => stays.has(id)).length,
  }
}

/** Each row keeps the id it had in the former table: first those that begin when they did, then the others of the same name that day, then what moved to another day without doubt; new ones get a free id. */
function idsFor(
  rows: readonly HappeningBody[],
  places: readonly (string | null)[],
  former: readonly HappeningRow[],
  { event, usedHappenings }: Before,
): readonly string[] {
  const stemOf = stems(event)
  const asked = rows.map(({ title, start }, index) => ({ index, start, stem: stemOf(title.nb, start) }))
  const byStart = asked.sort((a, b) => a.start - b.start || a.index - b.index)
  const left = new Map<string, HappeningRow[]>()
  for (const row of former) left.set(stemIn(row.id), [...(left.get(stemIn(row.id)) ?? []), row])
  const given = new Map<number, string>()
  const isGiven = new Set<string>()
  const give = (index: number, id: string) => {
    given.set(index, id)
    isGiven.add(id)
  }
  for (const sameStart of [true, false]) {
    for (const { index, stem, start } of byStart) {
      const found = left.get(stem)?.find((row) => !isGiven.has(row.id) && (!sameStart || row.start === start))
      if (found !== undefined && !given.has(index)) give(index, found.id)
    }
  }
  const anew = rows.map(({ title }, index) => keyOf(title.nb, places[index] ?? null))
  for (const [key, id] of only(former.map((row) => [keyOf(row.title.nb, row.stage), row.id]))) {
    const index = anew.indexOf(key)
    const isOnly = index !== -1 && index === anew.lastIndexOf(key)
    if (isOnly && !given.has(index) && !isGiven.has(id)) give(index, id)
  }
  const replaced = new Set(former.map(({ id }) => id))
  const isTaken = (id: string) => isGiven.has(id) || (usedHappenings.has(id) && !replaced.has(id))
  for (const { index, stem } of byStart) if (!given.has(index)) give(index, freeId(stem, isTaken))
  return rows.map((_, index) => given.get(index) ?? '')
}

/** A title in its place: what a happening is known by when its day has changed. */
function keyOf(title: string, stage: string | null): string {
  return JSON.stringify([title, stage])
}

/** The pairs whose key no other has: what is there once can be told from all others. */
function only(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const times = new Map<string, number>()
  for (const [key] of pairs) times.set(key, (times.get(key) ?? 0) + 1)
  return pairs.filter(([key]) => times.get(key) === 1)
}

/** What a table says of a happening. */
function inOrder({ title, stage, start, end, description }: HappeningRow): readonly unknown[] {
  return [title.nb, title.en, stage, start, end, description.nb, description.en]
}
