import { describe, expect, test } from 'vitest'
import { mayStandBefore, missingIn, noticeContent, noticeTemplate, noticeTemplates } from './notice.ts'

const none = { nb: '', en: '' }

describe('the templates', () => {
  test.each(noticeTemplates.map((template) => [template.id, template] as const))(
    '%s speaks both languages, and of its fields alone',
    (_, template) => {
      const { fields, free, name, title, body } = template
      expect(name.nb !== '' && name.en !== '').toBe(true)
      if (free) return expect([fields, title, body]).toEqual([[], none, none])
      for (const words of [title, body].filter(({ nb }) => nb !== '')) {
        const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, id]) => id).sort()
        expect(named(words.en)).toEqual(named(words.nb))
        expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(named(words.nb)))
      }
      for (const { id } of fields) expect(`${title.nb} ${body.nb}`).toContain(`{${id}}`)
    },
  )

  test('those for crew may stand before crew alone', () => {
    expect(noticeTemplates.filter(({ reaches }) => !mayStandBefore(reaches, 'public')).map(({ id }) => id)).toEqual([
      'crew-call',
      'crew-free',
    ])
    expect(noticeTemplates.every(({ reaches }) => mayStandBefore(reaches, 'crew'))).toBe(true)
    expect(noticeTemplate('unknown')).toBeNull()
  })
})

test.each([
  [
    { template: 'found', values: { what: ' svart sekk ' }, words: none },
    'Funnet: svart sekk',
    'Hentes ved infodesken.',
    'Collect it at the info desk.',
  ],
  [
    { template: 'found', values: { what: 'sekk', where: 'Lounge' }, words: none },
    'Funnet: sekk',
    'Hentes ved Lounge.',
    'Collect it at Lounge.',
  ],
  [{ template: 'car', values: { plate: 'AB 12345' }, words: none }, 'Eier av AB\u00a012345: flytt bilen nå', '', ''],
  [{ template: 'free', values: {}, words: { nb: ' Hei ', en: '' } }, 'Hei', '', ''],
  [{ template: 'car', values: { plate: '{where}' }, words: none }, 'Eier av {where}: flytt bilen nå', '', ''],
])('what was written stands on the glass: %j', (text, title, body, english) => {
  const content = noticeContent(text)
  expect([content.title.nb, content.body.nb, content.body.en]).toEqual([title, body, english])
  expect(content.tone).toBe('paper')
})

test.each([
  [{ template: 'found', values: {}, words: none }, ['what']],
  [{ template: 'found', values: { what: '  ' }, words: none }, ['what']],
  [{ template: 'found', values: { what: 'sekk' }, words: none }, []],
  [{ template: 'call-up', values: { where: 'Lounge' }, words: none }, ['who']],
  [{ template: 'free', values: {}, words: { nb: ' ', en: 'Hello' } }, ['words']],
  [{ template: 'gone', values: {}, words: none }, ['template']],
])('what still must be typed: %j', (text, missing) => expect(missingIn(text)).toEqual(missing))
