import { slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, emptySlide, hindranceTo, type NewSlideDraft } from './new-slide-model.ts'

const aim = { screens: [{ id: 'a' } as ScreenResource], keptOut: 0 }
const shot = { hash: 'a'.repeat(64), type: 'image/webp', widthPx: 1_600, heightPx: 900 }
const words: NewSlideDraft = { ...emptySlide, title: { nb: ' Vaffelsalg ', en: '' } }
const picture: NewSlideDraft = { ...emptySlide, kind: 'picture', shot, caption: 'Fra scenen' }

describe('what hinders it', () => {
  it.each<[string, NewSlideDraft, Parameters<typeof hindranceTo>[1], Parameters<typeof hindranceTo>[2], typeof aim, string | null]>([
    ['nothing', words, 'now', 1, aim, null],
    ['without an end, which was chosen', words, 'now', 'endless', aim, null],
    ['no heading', emptySlide, 'now', 1, aim, 'words'],
    ['no picture', { ...emptySlide, kind: 'picture' }, 'now', 1, aim, 'picture'],
    ['a beginning that is no time', words, 'missing', 1, aim, 'from'],
    ['an end before it begins', words, 'now', 'past', aim, 'until'],
    ['no screen', words, 'now', 1, { screens: [], keptOut: 0 }, 'where'],
  ])('%s', (_, draft, from, end, where, hindrance) => expect(hindranceTo(draft, from, end, where)).toBe(hindrance))
})

it.each([
  ['words', words, 'Vaffelsalg'],
  ['a picture', picture, 'Fra scenen'],
  ['a picture without words', { ...picture, caption: '' }, 'Bilde'],
])('%s make a slide that the model takes', (_, draft, name) => {
  const body = bodyOf(draft)
  expect(slideBodySchema.safeParse({ ...body }).success).toBe(true)
  expect(body?.name).toBe(name)
})

it('what was made here is changed here, and comes out the same', () => {
  for (const draft of [words, picture, { ...words, crew: true }]) {
    const body = bodyOf(draft)
    expect(body === null ? null : bodyOf(draftOf(body))).toEqual(body)
  }
})

it('what the form cannot say is left as it is', () => {
  const clock = { ...bodyOf(words)!, content: { kind: 'clock', heading: { nb: '', en: '' } } as const, audience: 'crew' as const }
  expect(bodyOf(draftOf(clock))).toEqual(clock)
  const sponsored = { ...bodyOf(words)!, sponsor: 'nordlys' }
  expect(bodyOf(draftOf(sponsored))).toEqual(sponsored)
})
