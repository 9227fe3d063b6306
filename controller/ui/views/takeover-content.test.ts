import type { SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, it } from 'vitest'
import { addressOf, contentOf, emptyDraft, offeredSlides, type TakeoverDraft } from './takeover-content.ts'

it.each([
  ['gathering.org', 'https://gathering.org'],
  ['  https://gathering.org/live?x=1 ', 'https://gathering.org/live?x=1'],
  ['http://10.0.0.5:8080/', 'http://10.0.0.5:8080/'],
  ['http://localhost:3000/', 'http://localhost:3000/'],
  ['', null],
  ['scene', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['https://bruker:ord@gathering.org/', null],
  ['to ord', null],
])('the address %j is %j', (typed, address) => expect(addressOf(typed)).toBe(address))

const shot = { hash: 'a'.repeat(64), type: 'image/webp', widthPx: 16, heightPx: 9 }
it.each<[string, Partial<TakeoverDraft>, unknown]>([
  ['a slide', { kind: 'slide', slide: 'kveld' }, { kind: 'slide', slide: 'kveld' }],
  ['no slide yet', { kind: 'slide' }, null],
  ['a picture', { kind: 'picture', shot }, { kind: 'picture', hash: shot.hash }],
  ['no picture yet', { kind: 'picture', slide: 'kveld' }, null],
  ['an address', { kind: 'web', address: 'gathering.org' }, { kind: 'web', url: 'https://gathering.org' }],
  ['half an address', { kind: 'web', address: 'gath' }, null],
  ['black', { kind: 'black' }, { kind: 'black' }],
])('what is sent: %s', (_, draft, sent) => expect(contentOf({ ...emptyDraft, ...draft })).toEqual(sent))

it('[E9] what is held back or was never shown is not offered', () => {
  const slide = (id: string, published: object | null, draft: object | null) => ({ id, published, draft }) as unknown as SlideResource
  const all = [
    slide('vist', { embargo: false }, null),
    slide('kladd', null, { embargo: false }),
    slide('resultat', { embargo: true }, null),
    slide('strammet', { embargo: false }, { embargo: true }),
  ]
  expect(offeredSlides(all).map(({ id }) => id)).toEqual(['vist'])
})
