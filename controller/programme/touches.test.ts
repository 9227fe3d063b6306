import { nothingCorrected } from '@infoskjerm/shared/model/correction.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningBody, Rights } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../http/rights.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { correctHappenings } from './correct.ts'
import { createHappening } from './happenings.ts'
import { areasOfBody, areasOfCorrections, areasOfHappening } from './touches.ts'

const kari = { id: 'kari', name: 'Kari' }
const inHall: Rights = { ...noRights, edit: ['hall'] }
const body = (stage: string | null): HappeningBody => {
  const start = instant(Date.parse('2027-03-26T20:00:00Z'))
  return { title: { nb: 'Show', en: '' }, stage, start, end: start, description: { nb: '', en: '' } }
}

let world: TestWorld
/** Happenings on the main stage (in the hall), in the lounge, on a stage without an area, on none; and one moved from the lounge to the main stage. */
const made: string[] = []
beforeAll(() => {
  world = createTestWorld()
  world.store.write(kari, 'stages', (tx) => {
    tx.put('areas', { id: 'lounge', event: 'tg', name: 'Lounge', position: 1 })
    for (const [id, area] of [
      ['main', 'hall'],
      ['lounge', 'lounge'],
      ['outside', null],
    ] as const)
      tx.put('stages', { id, event: 'tg', name: { nb: id, en: '' }, letter: id[0]!, area, position: 0 })
  })
  for (const stage of ['main', 'lounge', 'outside', null, 'lounge']) made.push(createHappening(world, kari, body(stage)).value.planned.id)
  correctHappenings(world, kari, { corrections: [{ happening: made[4]!, correction: { ...nothingCorrected, stage: 'main' } }] })
})
afterAll(() => world.close())

const asked = (run: () => readonly string[]) => {
  try {
    return run().join(' ')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.code
  }
}

describe('a change acts where its stages are', () => {
  test.each<[string, number, string]>([
    ['on a stage of an area', 0, 'hall'],
    ['on one of another', 1, 'lounge'],
    ['on a stage without an area', 2, 'forbidden'],
    ['on no stage', 3, 'forbidden'],
    ['moved: where it was announced and where it is', 4, 'lounge hall'],
    ['of what is not there', 9, ''],
  ])('%s', (_, index, areas) => {
    const happening = made[index] ?? 'gone'
    expect(asked(() => areasOfHappening(world.store.db, inHall, happening))).toBe(areas)
    expect(asked(() => areasOfCorrections(world.store.db, inHall, { corrections: [{ happening, correction: null }] }))).toBe(areas)
  })

  test.each<[string, string | null, string]>([
    ['to a stage of an area', 'lounge', 'hall lounge'],
    ['to a stage without one', 'outside', 'forbidden'],
    ['to a stage that is not there', 'loftet', 'forbidden'],
    ['nowhere else', null, 'hall'],
  ])('moving it %s', (_, stage, areas) => {
    const corrections = [{ happening: made[0]!, correction: { ...nothingCorrected, stage } }]
    expect(asked(() => areasOfCorrections(world.store.db, inHall, { corrections }))).toBe(areas)
  })

  test.each<[string | null, string]>([
    ['main', 'hall'],
    ['MAIN', 'hall'],
    ['Ny scene', 'forbidden'],
    [null, 'forbidden'],
  ])('typed by hand on %s', (stage, areas) => {
    expect(asked(() => areasOfBody(world.store.db, inHall, body(stage)))).toBe(areas)
  })

  test('the right in the whole venue covers all of it', () => {
    for (const rights of [
      { ...noRights, edit: 'venue' },
      { ...noRights, all: true },
    ] as const)
      expect(asked(() => areasOfBody(world.store.db, rights, body('Ny scene')))).toBe('')
  })
})
