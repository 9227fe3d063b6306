import type { AuditResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
const { deedOf } = await import('./deeds.ts')

const row = (what: string, ...changes: AuditResource['changes']): AuditResource => ({
  revision: 7,
  at: '2027-03-26T21:40:00Z',
  who: 'Kari',
  what,
  changes,
  undoable: true,
})
const change = (table: string, name: string | null, kind: 'created' | 'changed' | 'deleted') => ({ table, id: 'x', name, change: kind })

test.each([
  [row('screen.change', change('screens', 'Inngang nord', 'changed')), 'endret skjermen «Inngang nord»'],
  [row('slide.delete', change('slides', 'Mat', 'deleted')), 'slettet sliden «Mat»'],
  [row('publish', change('slides', 'Mat', 'changed'), change('playlists', 'Huset', 'changed')), 'viste på skjermene sliden «Mat» og 1 til'],
  [row('undo', change('slides', 'Mat', 'created')), 'angret: lagde sliden «Mat»'],
  [row('override.start', change('overrides', 'evacuate', 'created')), 'sendte nødmeldingen «Gå ut nå»'],
  [row('sample.empty', change('slides', 'Mat', 'deleted')), 'tømte eksempelet'],
  [row('screen.change', change('quite-new', null, 'changed')), 'endret noe'],
  [row('nothing'), 'gjorde en endring'],
])('a deed in words', (deed, said) => {
  expect(deedOf(deed)).toBe(said)
})
