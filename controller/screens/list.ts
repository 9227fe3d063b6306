/** A pasted list of screens: planned before there are boxes, in one deed. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PlannedScreen, ScreenListResult } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { completed } from './body.ts'
import { exitsAfter } from './exits.ts'
import { slugOf } from './slug.ts'
import { addScreen, listAreas, listScreens } from './store.ts'
import type { ScreenRow } from './table.ts'

/** A panel as it hangs (px). */
const landscape = { widthPx: 1_920, heightPx: 1_080 }
const portrait = { widthPx: 1_080, heightPx: 1_920 }

/** Makes what is new, changes what has the same name, in walking order of the list. Problems at `rows.N.…`: `duplicate` (twice in the list), `too-many`. */
export function putList(world: World, author: Author, rows: readonly PlannedScreen[]): Written<ScreenListResult> {
  refuseTwice(rows)
  return world.store.write(author, 'screen.list', (tx) => {
    const event = currentEvent(tx.db).id
    const known = new Map(listScreens(tx.db).map((row) => [keyOf(row.name), row]))
    const result = { made: [] as string[], changed: [] as string[], areas: [] as string[] }
    rows.forEach((row, index) => {
      const area = areaOf(tx, event, row.area, result.areas)
      const { name, distance, sizeInches } = row
      const given = { name, area, distance, sizeInches, position: index + 1 }
      const before = known.get(keyOf(name))
      if (before === undefined) {
        const exits = row.exits.map((exit) => ({ ...exit, confirmed: null }))
        const size = row.portrait ? portrait : landscape
        result.made.push(addScreen(tx, completed({ ...given, ...size, exits, state: { kind: 'planned' } }), false).id)
      } else {
        result.changed.push(change(tx, before, row, given).id)
      }
    })
    return result
  })
}

function change(tx: Transaction, before: ScreenRow, row: PlannedScreen, given: Partial<ScreenRow>): ScreenRow {
  const turned = before.heightPx > before.widthPx !== row.portrait
  const size = turned ? { widthPx: before.heightPx, heightPx: before.widthPx } : {}
  const next = { ...before, ...given, ...size, exits: row.exits.map((exit) => ({ ...exit, confirmed: null })) }
  const after = { ...next, exits: exitsAfter(before, next) }
  tx.put('screens', after)
  return after
}

function areaOf(tx: Transaction, event: string, name: string, made: string[]): string {
  const here = listAreas(tx.db)
  const found = here.find((area) => keyOf(area.name) === keyOf(name))
  if (found !== undefined) return found.id
  const position = 1 + Math.max(-1, ...here.map((area) => area.position))
  const row = { id: slugOf(name, (taken) => tx.get('areas', taken) !== null), event, name, position }
  tx.put('areas', row)
  made.push(name)
  return row.id
}

function refuseTwice(rows: readonly PlannedScreen[]): void {
  const seen = new Map<string, number>()
  rows.forEach(({ name }, index) => {
    const first = seen.get(keyOf(name))
    if (first !== undefined)
      throw new Problem(409, 'duplicate', `«${name}» stands in row ${first + 1} already.`, `rows.${index}.name`, { name })
    seen.set(keyOf(name), index)
  })
  if (rows.length > limits.screens)
    throw new Problem(422, 'too-many', `A venue has at most ${limits.screens} screens.`, 'rows', { most: limits.screens })
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
