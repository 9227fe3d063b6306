/** Whatever happens to the programme, nobody's correction is lost: random deeds against a record kept by hand. */
import { type Correction, corrected, nothingCorrected } from '@infoskjerm/shared/model/correction.ts'
import { hourMs, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { randomFrom, type Random } from '@infoskjerm/shared/testing/random.ts'
import type { HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { expect, test, vi } from 'vitest'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { correctHappenings } from './correct.ts'
import { importTable } from './import-table.ts'
import { correctionRows, readAnnounced } from './store.ts'

// Hundreds of writes that reach the disk, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const author = { id: 'kari', name: 'Kari' }
const midnight = instant(Date.parse('2027-03-26T08:00:00Z'))

type Said = ReadonlyMap<string, Correction>

/** A random part of ten happenings, some at other times than before. */
function someRows(random: Random): readonly HappeningBody[] {
  const all = Array.from({ length: 8 }, (_, index): HappeningBody => {
    const start = later(midnight, index * hourMs + (random.chance(0.3) ? 10 * minuteMs : 0))
    return {
      ...{
        title: { nb: `Punkt ${index}`, en: '' },
        stage: random.pick(['Hovedscenen', 'Lounge', null]),
        start,
        end: later(start, 45 * minuteMs),
      },
      description: { nb: '', en: '' },
    }
  })
  const some = all.filter(() => random.chance(0.8))
  return some.length === 0 ? all : random.shuffled(some)
}

/** Null: it is taken away. Never one that says nothing. */
function someCorrection(random: Random, before: Correction | undefined, end: number, stages: readonly string[]): Correction | null {
  if (before !== undefined && random.chance(0.3)) return null
  const made = { ...nothingCorrected, ...before }
  const deeds: readonly Correction[] = [
    { ...made, cancelled: true },
    { ...made, open: true },
    { ...made, end: instant(end + random.below(5) * minuteMs + 20 * hourMs) },
    { ...made, stage: random.pick([null, ...stages]) },
  ]
  const chosen = random.pick(deeds)
  return JSON.stringify(chosen) === JSON.stringify(nothingCorrected) ? null : chosen
}

const stored = (world: TestWorld): Said =>
  new Map(correctionRows(world.store.db, 'tg').map(({ id, correction }) => [id, correction as Correction]))
const sorted = (said: Said) => [...said].sort(([a], [b]) => (a < b ? -1 : 1))

test.each(Array.from({ length: 8 }, (_, index) => index + 1))('seed %i', (seed) => {
  const random = randomFrom(seed)
  const world = createTestWorld()
  let said: Said = new Map()
  const deeds: { readonly revision: number; readonly before: Said; readonly after: Said }[] = []
  const done = (revision: number, after: Said) => {
    if (revision !== 0) deeds.push({ revision, before: said, after })
    said = after
  }
  const tables = () => done(importTable(world, author, { rows: someRows(random), allowFewer: true }).revision, said)

  const correct = () => {
    const { happenings, stages } = readAnnounced(world.store.db, 'tg')
    const ids = stages.map(({ id }) => id)
    const chosen = random.shuffled(happenings).slice(0, 1 + random.below(3))
    const corrections = chosen.map(({ planned }) => ({
      happening: planned.id,
      correction: someCorrection(random, said.get(planned.id), planned.end, ids),
    }))
    const after = new Map(said)
    for (const { happening, correction } of corrections)
      if (correction === null) after.delete(happening)
      else after.set(happening, correction)
    done(correctHappenings(world, author, { corrections }).revision, after)
  }

  const undo = () => {
    const deed = random.pick(deeds)
    const names = [...new Set([...deed.before.keys(), ...deed.after.keys()])].filter(
      (id) => JSON.stringify(deed.before.get(id)) !== JSON.stringify(deed.after.get(id)),
    )
    try {
      const { revision } = world.store.undo(author, deed.revision)
      const after = new Map(said)
      for (const id of names) {
        const before = deed.before.get(id)
        // What is taken back is exactly what that deed had said, or was taken away before.
        if (before !== undefined || after.has(id)) expect(after.get(id)).toEqual(deed.after.get(id))
        if (before === undefined) after.delete(id)
        else after.set(id, before)
      }
      done(revision, after)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      expect(['conflict', 'nothing-to-undo']).toContain(error.code)
    }
  }

  tables()
  for (let step = 0; step < 30; step++) {
    random.pick([tables, correct, correct, undo])()
    expect(sorted(stored(world)), `step ${step}`).toEqual(sorted(said))
    for (const { planned, now } of readAnnounced(world.store.db, 'tg').happenings)
      expect(now).toEqual(corrected(planned, said.get(planned.id) ?? nothingCorrected))
  }
  world.close()
})
