/** An entry that follows the programme: its fields and its sentence, in a real browser. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setZone } from '../words/times.ts'
import { setLanguage } from '../words/words.ts'
import type { EntryForm } from './schedule-form-model.ts'
import { linkedText, type LinkedTimes, linkedWindow } from './schedule-linked-text.ts'
import './schedule-linked.ts'

const at = (text: string) => instant(Date.parse(`${text}:00+01:00`))
const demoshow: Happening = {
  ...{ id: 'demoshow', title: { nb: 'Demoshow', en: 'Demo show' }, stage: 'hoved', description: { nb: '', en: '' } },
  ...{ start: at('2027-03-26T23:00'), end: at('2027-03-27T01:30'), tags: [], was: null, cancelled: false, open: false },
}
const times = (from: LinkedTimes['from'], until: LinkedTimes['until']): LinkedTimes => ({ from, until })
const usual = times({ edge: 'start', offsetMin: -15 }, { edge: 'end', offsetMin: 0 })

beforeEach(() => {
  setLanguage('nb')
  setZone('Europe/Oslo', '05:00')
})
afterEach(() => document.body.replaceChildren())

describe('the sentence', () => {
  test.each<[LinkedTimes, Partial<Happening>, string]>([
    [usual, {}, 'fra 15 min før «Demoshow» til det er slutt (22:45–01:30)'],
    [
      times({ edge: 'start', offsetMin: 0 }, { edge: 'start', offsetMin: 90 }),
      {},
      'fra «Demoshow» begynner til 1 t 30 min etter at det begynner (23:00–00:30)',
    ],
    [
      times({ edge: 'end', offsetMin: -10 }, { edge: 'end', offsetMin: 5 }),
      {},
      'fra 10 min før «Demoshow» er slutt til 5 min etter at det er slutt (01:20–01:35)',
    ],
    [
      times({ edge: 'start', offsetMin: -60 }, { edge: 'start', offsetMin: -5 }),
      {},
      'fra 1 t før «Demoshow» til 5 min før det begynner (22:00–22:55)',
    ],
    [usual, { open: true, end: at('2027-03-27T05:30') }, 'fra 15 min før «Demoshow» til det er slutt (22:45–)'],
    [usual, { cancelled: true }, 'fra 15 min før «Demoshow» til det er slutt – vises ikke, for «Demoshow» er avlyst'],
    [
      times({ edge: 'end', offsetMin: 0 }, { edge: 'start', offsetMin: 0 }),
      {},
      'fra «Demoshow» er slutt til det begynner – slutter før den begynner',
    ],
  ])('%o', (linked, change, sentence) => {
    expect(linkedText(linked, { ...demoshow, ...change }).replaceAll('\u00a0', ' ')).toBe(sentence)
  })

  test('of what is gone, and in English', () => {
    expect(linkedText(usual, null)).toBe('Det sendingen følger, er ikke lenger i programmet')
    setLanguage('en')
    expect(linkedText(usual, demoshow).replaceAll('\u00a0', ' ')).toBe('from 15 min before “Demo show” until it ends (22:45–01:30)')
  })

  test('what is cancelled has no window', () => {
    expect(linkedWindow(usual, { ...demoshow, cancelled: true })).toBeNull()
  })
})

describe('the fields', () => {
  type Linked = EntryForm['linked']
  async function mount(linked: Linked): Promise<Linked[]> {
    const element = document.createElement('is-linked')
    Object.assign(element, { linked, happenings: [demoshow] })
    const sent: Linked[] = []
    element.addEventListener('linked', (one) => sent.push((one as CustomEvent<Linked>).detail))
    document.body.append(element)
    await element.updateComplete
    return sent
  }
  const root = () => document.querySelector('is-linked')!.shadowRoot!
  const text = () => root().textContent?.replace(/\s+/g, ' ') ?? ''

  test('a happening is picked, and what comes of it is said', async () => {
    const sent = await mount({ happening: null, ...usual })
    await userEvent.selectOptions(root().querySelector('#happening')!, 'demoshow')
    expect(sent.at(-1)).toEqual({ happening: 'demoshow', ...usual })
    expect(text()).toContain('fra 15 min før «Demoshow» til det er slutt (22:45–01:30)')
    expect(text()).toContain('Flyttes det i programmet, følger sendingen med.')
  })

  test('minutes and the side of the happening', async () => {
    const sent = await mount({ happening: 'demoshow', ...usual })
    await userEvent.fill(root().querySelectorAll('input')[0]!, '30')
    expect(sent.at(-1)?.from).toEqual({ edge: 'start', offsetMin: -30 })
    await userEvent.selectOptions(root().querySelectorAll('select')[1]!, 'after-end')
    expect(sent.at(-1)?.from).toEqual({ edge: 'end', offsetMin: 30 })
  })

  test.each(['x', '-5', '1.5', '9999'])('«%s» minutes are refused, and nothing is sent', async (typed) => {
    const sent = await mount({ happening: 'demoshow', ...usual })
    await userEvent.fill(root().querySelectorAll('input')[0]!, typed)
    expect(text()).toContain('Skriv hele minutter, for eksempel 15.')
    expect(sent).toEqual([])
  })
})
