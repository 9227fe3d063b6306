import { type Correction, nothingCorrected } from '@infoskjerm/shared/model/correction.ts'
import { hourMs, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { correctHappenings, isStale } from './correct.ts'
import { changeHappening, createHappening, deleteHappening } from './happenings.ts'
import { importTable, tryTable } from './import-table.ts'
import { correctionRows, demandRoom, readAnnounced, readProgramme, stageRows } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const ola = { id: 'ola', name: 'Ola' }
const at = (time: string) => instant(Date.parse(`2027-03-26T${time}:00Z`))
const body = (nb: string, start: string, end: string, stage: string | null = 'Hovedscenen'): HappeningBody => ({
  ...{ title: { nb, en: '' }, stage, start: at(start), end: at(end), description: { nb: '', en: '' } },
})
const said = (change: Partial<Correction>): Correction => ({ ...nothingCorrected, ...change })

let world: TestWorld
beforeEach(() => {
  world = createTestWorld('2027-03-26T21:40:00Z')
})
afterEach(() => world.close())

const paste = (...rows: readonly HappeningBody[]) => importTable(world, kari, { rows, allowFewer: false })
const correct = (...corrections: readonly (readonly [string, Correction | null])[]) =>
  correctHappenings(world, kari, { corrections: corrections.map(([happening, correction]) => ({ happening, correction })) })
const clock = (t: number) => new Date(t).toISOString().slice(11, 16)
/** «21:00–22:00 show A», with what changed behind it. */
const shown = () => {
  const { stages, happenings } = readProgramme(world.store.db, 'tg')
  return happenings.map(({ title, start, end, stage, was, open, cancelled }) => {
    const letter = stages.find(({ id }) => id === stage)?.letter ?? '–'
    const marks = [open ? 'open' : '', cancelled ? 'off' : '', was === null ? '' : `was ${clock(was.start)}`].filter((mark) => mark !== '')
    return [`${clock(start)}–${clock(end)} ${title.nb} ${letter}`, ...marks].join(', ')
  })
}
const show = 'show-2027-03-26'
const quiz = 'quiz-2027-03-26'
const refused = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, error.path]
  }
}

describe('corrections', () => {
  beforeEach(() => void paste(body('Show', '21:00', '22:00'), body('Quiz', '22:00', '23:00'), body('Kino', '23:00', '23:30', 'Lounge')))

  test('several at once are one deed; what screens get is in the order of the new times; one undo takes all back', () => {
    const before = shown()
    const { revision } = correct([show, said({ start: at('22:30'), end: at('23:30') })], [quiz, said({ cancelled: true })])
    expect(shown()).toEqual(['22:00–23:00 Quiz A, off', '22:30–23:30 Show A, was 21:00', '23:00–23:30 Kino B'])
    world.store.undo(ola, revision)
    expect(shown()).toEqual(before)
  })

  test('who and when stand beside it', () => {
    correct([show, said({ open: true })])
    const [found] = readAnnounced(world.store.db, 'tg').happenings
    expect(found).toMatchObject({
      origin: 'table',
      correction: { by: 'Kari', at: at('21:40') },
      now: { open: true },
      planned: { open: false },
    })
  })

  test.each<[string, Correction | null]>([
    ['taken away', null],
    ['that says nothing', nothingCorrected],
  ])('one %s is gone', (_, nothing) => {
    correct([show, said({ open: true })])
    correct([show, nothing])
    expect(correctionRows(world.store.db, 'tg')).toEqual([])
  })

  test('they outlive another table, and say where that differs from what they were made of', () => {
    correct([show, said({ start: at('21:30'), end: at('22:30') })], [quiz, said({ stage: 'lounge' })])
    paste(body('Show', '21:00', '22:00'), body('Quiz', '22:15', '23:15'), body('Kino', '23:00', '23:30', 'Lounge'))
    expect(shown()).toEqual(['21:30–22:30 Show A, was 21:00', '22:15–23:15 Quiz B, was 22:15', '23:00–23:30 Kino B'])
    const stale = () =>
      readAnnounced(world.store.db, 'tg')
        .happenings.filter(isStale)
        .map(({ planned }) => planned.id)
    expect(stale()).toEqual([quiz])
    // Said once more, it is of the new table.
    correct([quiz, said({ stage: 'lounge' })])
    expect(stale()).toEqual([])
  })

  test('of a happening that is gone they wait until it comes back', () => {
    correct([show, said({ cancelled: true })])
    paste(body('Quiz', '22:00', '23:00'), body('Kino', '23:00', '23:30', 'Lounge'))
    expect(shown()).toEqual(['22:00–23:00 Quiz A', '23:00–23:30 Kino B'])
    paste(body('Show', '20:00', '21:00'), body('Quiz', '22:00', '23:00'), body('Kino', '23:00', '23:30', 'Lounge'))
    expect(shown()[0]).toBe('20:00–21:00 Show A, off')
  })

  test('the first of two deeds cannot be taken back over the second', () => {
    const { revision } = correct([show, said({ start: at('21:05') })])
    correctHappenings(world, ola, { corrections: [{ happening: show, correction: said({ start: at('21:15') }) }] })
    expect(refused(() => world.store.undo(kari, revision))).toEqual(['conflict', 'revision'])
    expect(shown()[0]).toBe('21:15–22:00 Show A, was 21:00')
  })

  test.each<[string, readonly (readonly [string, Correction | null])[], readonly [string, string]]>([
    [
      'a happening that is not there',
      [
        [show, said({})],
        ['kino', said({})],
      ],
      ['unknown-reference', 'corrections.1.happening'],
    ],
    ['taking away from one that is not there', [['kino', null]], ['unknown-reference', 'corrections.0.happening']],
    ['a stage that is not there', [[show, said({ stage: 'loftet' })]], ['unknown-reference', 'corrections.0.correction.stage']],
    [
      'the same twice',
      [
        [show, said({})],
        [show, null],
      ],
      ['duplicate', 'corrections.1.happening'],
    ],
    [
      'an end before its start',
      [[show, said({ start: at('21:30'), end: at('21:29') })]],
      ['end-before-start', 'corrections.0.correction.end'],
    ],
    ['an end before the planned start', [[show, said({ end: at('20:59') })]], ['end-before-start', 'corrections.0.correction.end']],
    ['a start after the planned end', [[show, said({ start: at('22:01') })]], ['end-before-start', 'corrections.0.correction.end']],
  ])('refused: %s', (_, corrections, problem) => {
    expect(refused(() => correct([quiz, said({ cancelled: true })], ...corrections.map((one) => one)))).toEqual([
      problem[0],
      problem[1].replace(/\d/, (index) => `${Number(index) + 1}`),
    ])
    // Nothing of it holds, not even what was right.
    expect(correctionRows(world.store.db, 'tg')).toEqual([])
  })
})

describe('typed by hand', () => {
  test('with a stage of a new name, which gets a letter; the same name on the same day gets another id', () => {
    const first = createHappening(world, kari, body('Vinyl', '20:00', '21:00', 'Loftet')).value
    const second = createHappening(world, kari, body('Vinyl', '22:00', '23:00', 'LOFTET')).value
    expect([first, second].map(({ planned, origin }) => [planned.id, planned.stage, origin])).toEqual([
      ['vinyl-2027-03-26', 'loftet', 'hand'],
      ['vinyl-2027-03-26-2', 'loftet', 'hand'],
    ])
    expect(stageRows(world.store.db, 'tg').map(({ name, letter }) => [name.nb, letter])).toEqual([['Loftet', 'A']])
  })

  test('changed, it keeps its id and its correction; deleted, it comes back whole by undo', () => {
    const { id } = createHappening(world, kari, body('Vinyl', '20:00', '21:00', null)).value.planned
    correct([id, said({ end: at('21:30') })])
    changeHappening(world, ola, id, body('Vinylkveld', '20:15', '21:00', null))
    expect(shown()).toEqual(['20:15–21:30 Vinylkveld –'])
    const { revision } = deleteHappening(world, ola, id)
    expect(shown()).toEqual([])
    world.store.undo(ola, revision)
    expect(shown()).toEqual(['20:15–21:30 Vinylkveld –'])
  })

  test.each<[string, () => unknown, readonly [string, string]]>([
    ['ends before it begins', () => createHappening(world, kari, body('X', '21:00', '20:59')), ['end-before-start', 'end']],
    ['changes what is not there', () => changeHappening(world, kari, 'x', body('X', '21:00', '21:00')), ['not-found', '']],
    ['deletes what is not there', () => deleteHappening(world, kari, 'x'), ['not-found', '']],
  ])('refused: %s', (_, run, problem) => {
    expect(refused(run)).toEqual(problem)
    expect(stageRows(world.store.db, 'tg')).toEqual([])
  })

  test('what belongs to another event stays there', () => {
    const { id } = createHappening(world, kari, body('Vinyl', '20:00', '21:00')).value.planned
    world.store.write(kari, 'next year', (tx) => {
      const tg = tx.need('events', 'tg', '')
      tx.put('events', { ...tg, current: false })
      tx.put('events', { ...tg, id: 'tg28' })
    })
    expect(refused(() => deleteHappening(world, kari, id))).toEqual(['not-found', ''])
    expect(refused(() => correct([id, said({})]))).toEqual(['unknown-reference', 'corrections.0.happening'])
    // Ids and stages of the same names do not collide.
    expect(createHappening(world, kari, body('Vinyl', '20:00', '21:00')).value.planned).toMatchObject({
      ...{ id: 'vinyl-2027-03-26-2', stage: 'hovedscenen-2' },
    })
  })
})

describe('a table', () => {
  const rows = (count: number, hour = 10) =>
    Array.from({ length: count }, (_, index) => ({
      ...body(`Punkt ${index}`, '10:00', '10:00', null),
      ...{ start: later(at('00:00'), hour * hourMs + index * minuteMs), end: later(at('00:00'), hour * hourMs + index * minuteMs) },
    }))

  test('tried first, it answers the same and stores nothing', () => {
    paste(...rows(2), body('Show', '21:00', '22:00'))
    const before = shown()
    const next = { rows: [...rows(2), body('Quiz', '21:00', '22:00', 'Lounge')], allowFewer: false }
    const tried = tryTable(world, next)
    expect([shown(), stageRows(world.store.db, 'tg').length]).toEqual([before, 1])
    expect(tried).toEqual({ added: [quiz], changed: [], removed: [show], stages: ['Lounge'] })
    expect(importTable(world, kari, next).value).toEqual(tried)
  })

  test('what was typed by hand stays', () => {
    createHappening(world, kari, body('Vinyl', '20:00', '21:00'))
    paste(body('Show', '21:00', '22:00'))
    paste(body('Show', '21:30', '22:00'))
    expect(shown()).toEqual(['20:00–21:00 Vinyl A', '21:30–22:00 Show A'])
  })

  test('undo brings back the one before, stages and all', () => {
    paste(...rows(4))
    const before = shown()
    const { revision } = paste(...rows(3), body('Show', '21:00', '22:00', 'Loftet'))
    world.store.undo(kari, revision)
    expect([shown(), stageRows(world.store.db, 'tg')]).toEqual([before, []])
  })

  test.each<[string, number, number, readonly [string, string] | null]>([
    ['half of it gone', 10, 5, null],
    ['more than half of it gone', 10, 4, ['fewer-happenings', '']],
    ['the only one gone', 1, 0, ['fewer-happenings', '']],
  ])('%s', (_, had, kept, problem) => {
    paste(...rows(had))
    const next = { rows: [...rows(kept), body('Ny', '08:00', '09:00', null)], allowFewer: false }
    expect(refused(() => importTable(world, kari, next))).toEqual(problem)
    expect(refused(() => tryTable(world, next))).toEqual(problem)
    if (problem !== null) expect(shown()).toHaveLength(had)
    expect(importTable(world, kari, { ...next, allowFewer: true }).value.removed).toHaveLength(problem === null ? 0 : had - kept)
  })

  test('with what was typed by hand there are at most 2 000', () => {
    createHappening(world, kari, body('Vinyl', '20:00', '21:00'))
    expect(refused(() => paste(...rows(2_000, 6)))).toEqual(['too-many', ''])
    expect(tryTable(world, { rows: rows(1_999, 6), allowFewer: false }).added).toHaveLength(1_999)
    expect(refused(() => demandRoom(2_001))).toEqual(['too-many', ''])
  })
})
