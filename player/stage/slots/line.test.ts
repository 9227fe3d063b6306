import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, test } from 'vitest'
import { at, context, friday, programme, words } from '../testing/samples.ts'
import { lineOf } from './line.ts'

const text = (title: string, body: string): SlideContent => ({
  kind: 'text',
  title: words(title, 'In English'),
  body: words(body),
  tone: 'night',
  picture: null,
})
const countdown = (leftMs: number, finished = ''): SlideContent => ({
  kind: 'countdown',
  title: words('Dørene åpner om'),
  to: { kind: 'instant', at: later(friday, leftMs) },
  finished: words(finished),
})
const all: SlideContent = { kind: 'programme', heading: words(''), of: { scope: 'all' } }
const said = (content: SlideContent, now = friday, slipMs = 0) => {
  const line = lineOf(content, context({ now: () => now, still: false }), slipMs)
  return line === null ? null : [line.lead.nb, line.rest.nb]
}

describe('what a strip says', () => {
  test.each<[string, SlideContent, readonly string[] | null]>([
    ['a text, without its marks', text('Mat', '**Pizza** nå\nog *senere*\n\n- rød\n- grønn'), ['Mat', 'Pizza nå og senere · rød · grønn']],
    ['a title alone', text('Husk å sove', ''), ['Husk å sove', '']],
    ['nothing of a text without words', { ...text('', ''), title: words('') } as SlideContent, null],
    ['what is left', countdown(65_000), ['Dørene åpner om', '1:05']],
    ['days', countdown(90_061_000), ['Dørene åpner om', '1 dag 1:01:01']],
    ['no negative time', countdown(-1), ['Dørene åpner om', 'Starter snart']],
    ['what was written for the end', countdown(-1, 'Åpent!'), ['Dørene åpner om', 'Åpent!']],
    ['the time', { kind: 'clock', heading: words('Klokka') }, ['20:37', 'Klokka']],
    ['nothing of a kind without words', { kind: 'black' }, null],
  ])('%s', (_name, content, expected) => {
    expect(said(content, friday)).toEqual(expected)
  })

  test('a countdown that was put off', () => {
    expect(said(countdown(60_000), friday, minuteMs)).toEqual(['Dørene åpner om', '2:00'])
  })

  test('a glass that is drawn once a minute counts no seconds', () => {
    expect(lineOf(countdown(65_000), context({ now: () => friday, still: true }), 0)?.rest.nb).toBe('1\u00a0min')
  })

  test('the programme: what is on, what comes, what is moved or cancelled', () => {
    const line = said(all, at('2027-03-26T20:50:00Z'))?.[1] ?? ''
    expect(line).toContain('Nå: ')
    expect(line).toContain('Nytt klokkeslett: Demoshow')
    expect(line).not.toMatch(/undefined|null|NaN/)
  })

  test('no time where the time is not known', () => {
    const unproved = { ...context({}), isTimeProved: false }
    expect(lineOf({ kind: 'clock', heading: words('') }, unproved, 0)).toBeNull()
    expect(lineOf(all, { ...unproved, programme }, 0)).toBeNull()
  })
})
