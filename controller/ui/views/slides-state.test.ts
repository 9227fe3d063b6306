import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test } from 'vitest'
import type { SlideJson } from '../parts/slide-editor-json.ts'
import { filtersOf } from './slides-state.ts'

const now = instant(Date.parse('2027-03-26T21:40:00Z'))
const body: SlideJson = {
  name: 'Kantina',
  content: { kind: 'clock', heading: { nb: '', en: '' } },
  durationMs: 10_000,
  validFrom: null,
  validUntil: null,
  variants: [],
  sponsor: null,
  embargo: false,
  audience: 'everyone',
}
const slide = (published: Partial<SlideJson> | null, draft: Partial<SlideJson> | null): SlideResource => ({
  id: 'kantina',
  published: published === null ? null : { ...body, ...published },
  draft: draft === null ? null : { ...body, ...draft },
  changedAt: '2027-03-26T20:00:00Z',
  changedBy: 'Kari',
})

test.each([
  ['published, off the glass', slide({}, null), [], ['all']],
  ['on the glass', slide({}, null), ['kantina', 'velkommen'], ['all', 'now']],
  ['on the glass with a draft', slide({}, {}), ['kantina'], ['all', 'now', 'draft']],
  ['never shown', slide(null, {}), [], ['all', 'draft']],
  ['not yet valid', slide({ validFrom: '2027-03-26T22:00:00Z' }, null), [], ['all', 'waiting']],
  ['valid until this very instant', slide({ validUntil: '2027-03-26T21:40:00Z' }, null), [], ['all', 'expired']],
  ['the draft decides', slide({ validUntil: '2027-03-26T21:00:00Z' }, { validUntil: null }), [], ['all', 'draft']],
])('%s', (_, resource, showing, filters) => expect([...filtersOf(resource, now, showing)]).toEqual(filters))
