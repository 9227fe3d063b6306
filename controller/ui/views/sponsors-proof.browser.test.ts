/** What a sponsor really got, in a real browser. */
import type { ProofSum, ScreenResource, SponsorProof, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { live } from '../live.ts'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import type { SponsorProofElement } from './sponsors-proof.ts'
import './sponsors-proof.ts'

const minutes = 60_000
const noLoss: ProofSum['lostMs'] = { emergency: 0, 'out-of-service': 0, dark: 0, substituted: 0, 'no-report': 0 }
const nothing: ProofSum = { plannedMs: 0, shownMs: 0, lostMs: noLoss }
const sponsor: SponsorResource = {
  id: 'nordlys',
  name: 'Nordlys',
  promise: { amount: { kind: 'share', percent: 8 }, where: { kind: 'all' }, hours: null },
  rivals: [],
}
const screens = ['Inngang nord', 'Inngang sør', 'Lounge'].map(
  (name, n) => ({ id: `s${n}`, name, area: 'x', tags: [] }) as unknown as ScreenResource,
)

beforeEach(() => {
  setLanguage('nb')
  assumeVenue({ screens, ready: true })
})
afterEach(() => document.body.replaceChildren())

async function mount(proof: Partial<SponsorProof>): Promise<SponsorProofElement> {
  const element = document.createElement('is-sponsor-proof')
  element.sponsor = sponsor
  element.proof = { sponsor: 'nordlys', lastShown: null, today: nothing, event: nothing, screens: [], promise: null, ...proof }
  document.body.append(element)
  await element.updateComplete
  return element
}
const textOf = (element: SponsorProofElement) => element.shadowRoot!.textContent!.replaceAll(/\s+/g, ' ').trim()

test('before anything was reported that is all that is said', async () => {
  const event = { plannedMs: 60 * minutes, shownMs: 0, lostMs: { ...noLoss, 'no-report': 60 * minutes } }
  expect(textOf(await mount({ event }))).toBe('Ingen visninger er meldt ennå')
})

test('when and where last, today, until now, the promise, and a table of it', async () => {
  const element = await mount({
    lastShown: { at: new Date(live.now() - 6 * minutes).toISOString(), screens: ['s2', 's1', 's0'] },
    today: { plannedMs: 90 * minutes, shownMs: 90 * minutes, lostMs: noLoss },
    event: {
      plannedMs: 200 * minutes,
      shownMs: 150 * minutes,
      lostMs: { ...noLoss, emergency: 4 * minutes, dark: 46 * minutes, 'no-report': 400 },
    },
    promise: { kept: false, wanted: 0.08, got: 0.0512, mean: 0.079, screen: 's1' },
  })
  expect(textOf(element)).toBe(
    [
      'Sist vist for 6 min siden på Inngang nord og 2 skjermer til',
      'Vist i dag, alle skjermer 1 t 30 min av 1 t 30 min Alt som var planlagt, er vist',
      'Vist til nå, alle skjermer 2 t 30 min av 3 t 20 min 4 min nødmelding46 min panel av eller ukjent',
      'Holdes løftet til nå? Holdes ikke Minst på Inngang sør: 5,1 % i snitt 7,9 %',
      'CSV',
    ].join(' '),
  )
  const bar = element.shadowRoot!.querySelectorAll<HTMLElement>('.bar .shown')[1]!
  expect(Math.round((bar.offsetWidth / bar.parentElement!.offsetWidth) * 100)).toBe(75)
  const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('a')!
  expect([link.getAttribute('href'), link.getAttribute('aria-label')]).toEqual([
    '/api/v1/proof.csv?sponsor=nordlys',
    'Last ned visningsbevis for Nordlys (CSV)',
  ])
})
