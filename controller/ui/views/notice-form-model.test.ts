import { limits } from '@infoskjerm/shared/limits.ts'
import { noticeTemplate, type NoticeText } from '@infoskjerm/shared/model/notice.ts'
import { instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, it } from 'vitest'
import { emptyNotice, hindranceTo, retemplated, sentText, tooManyIn } from './notice-form-model.ts'

const now = instant(0)
const soon = later(now, 600_000)
const somewhere = { screens: [{ id: 'a' } as ScreenResource], keptOut: 0 }
const nowhere = { screens: [], keptOut: 3 }
const free = (nb: string): NoticeText => ({ ...emptyNotice, words: { nb, en: '' } })
const template = (id: string) => noticeTemplate(id) ?? expect.fail(id)

describe('what hinders it', () => {
  it.each<[string, NoticeText, typeof somewhere | typeof nowhere, Parameters<typeof hindranceTo>[2], string | null]>([
    ['nothing', free('Køen går til venstre'), somewhere, soon, null],
    ['nothing typed', free('  '), somewhere, soon, 'type'],
    ['a field that must be typed', { ...emptyNotice, template: 'found' }, somewhere, soon, 'type'],
    ['too many letters', free('x'.repeat(limits.noticeLength + 1)), somewhere, soon, 'too-long'],
    ['no screen', free('Hei'), nowhere, soon, 'where'],
    ['an end that is over', free('Hei'), somewhere, 'past', 'past'],
    ['an end that is not written', free('Hei'), somewhere, 'missing', 'missing'],
    ['no end at all', free('Hei'), somewhere, 'endless', 'missing'],
    ['longer than a day', free('Hei'), somewhere, later(now, limits.noticeMs + 1), 'too-far'],
  ])('%s', (_, text, aim, end, hindrance) => expect(hindranceTo(text, aim, end, now)).toBe(hindrance))
})

it('another template keeps what it asks for too, and free words come along', () => {
  const found: NoticeText = { template: 'found', values: { what: 'sekk', where: 'scenen' }, words: { nb: 'Hei', en: '' } }
  expect(retemplated(found, template('call-up'))).toEqual({
    template: 'call-up',
    values: { where: 'scenen' },
    words: { nb: 'Hei', en: '' },
  })
})

it('only what the template asks for is sent, without blanks at the ends', () => {
  expect(sentText({ template: 'found', values: { what: ' sekk ', where: ' ' }, words: { nb: 'rest', en: '' } })).toEqual({
    template: 'found',
    values: { what: 'sekk' },
    words: { nb: '', en: '' },
  })
  expect(sentText({ template: 'free', values: { what: 'rest' }, words: { nb: ' Hei ', en: '' } })).toEqual({
    template: 'free',
    values: {},
    words: { nb: 'Hei', en: '' },
  })
})

it('too many letters are counted where they are', () => {
  expect(tooManyIn({ ...emptyNotice, template: 'car', values: { plate: 'AB 12345' } })).toBe(0)
  expect(tooManyIn({ ...emptyNotice, template: 'car', values: { plate: 'AB 12345 678 90' } })).toBe(3)
})
