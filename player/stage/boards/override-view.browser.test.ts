import { describe, expect, test } from 'vitest'
import type { Ending } from '@infoskjerm/shared/model/override.ts'
import type { Exit } from '@infoskjerm/shared/model/screen.ts'
import { at, override } from '../testing/samples.ts'
import { viewOverride } from './override-view.ts'

const confirmed: Exit = { name: 'Utgang 3', direction: 'left', confirmed: { by: 'kari', at: at('2027-03-24T09:00:00Z') } }
const view = (template: string, ending: Ending | null = null, exits: readonly Exit[] = [confirmed]) =>
  viewOverride(override(template).override, ending, exits)

describe('override boards', () => {
  test.each([
    ['a confirmed exit is shown', [confirmed], 'exit'],
    ['an arrow nobody confirmed never is', [{ ...confirmed, confirmed: null }], 'signs'],
    ['nor the second when the first is not confirmed', [{ ...confirmed, confirmed: null }, confirmed], 'signs'],
    ['no exit known', [], 'signs'],
  ] as const)('%s', (_, exits, kind) => expect(view('evacuate', null, exits).wayOut?.kind).toBe(kind))

  test.each([
    ['evacuate', 'all-clear', 'Faren\ner over', 'safe'],
    ['evacuate', 'mistake', 'Sendt ved\nen feil', 'safe'],
    ['evacuate', 'exercise-over', 'Øvelsen\ner slutt', 'exercise'],
    ['show-stop', 'all-clear', 'Vi\nfortsetter', 'safe'],
  ] as const)('%s ends with %s in words', (template, ending, words, signal) => {
    expect(view(template, ending)).toMatchObject({ action: { nb: words }, signal, wayOut: null })
  })

  test('a template this build does not know says: follow instructions from crew', () => {
    expect(view('from-the-future')).toMatchObject({ action: { nb: 'Følg beskjeder\nfra crew' }, signal: 'danger', wayOut: null })
  })

  test('both languages on every board', () => {
    for (const template of ['evacuate', 'stay-inside', 'show-stop', 'unknown'])
      for (const ending of [null, 'all-clear', 'mistake', 'exercise-over'] as const) {
        const { action, lines, heading } = view(template, ending)
        for (const words of [action, heading, ...lines]) expect([words.nb, words.en].every((text) => text !== '')).toBe(true)
      }
  })
})
