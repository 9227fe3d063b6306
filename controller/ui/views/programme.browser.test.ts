/** The row, the question and the forms of the programme, in a real browser. */
import { type Correction, corrected, nothingCorrected } from '@infoskjerm/shared/model/correction.ts'
import type { Happening, Stage } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource, HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setZone } from '../words/times.ts'
import { setLanguage } from '../words/words.ts'
import type { Deed } from './programme-deeds.ts'
import { planDelay } from './programme-delay-plan.ts'
import './programme-delay.ts'
import './programme-form.ts'
import type { Item, Timetable } from './programme-model.ts'
import './programme-move.ts'
import type { HappeningRow } from './programme-row.ts'
import './programme-row.ts'

const at = (clock: string, day = '26'): Instant => instant(Date.parse(`2027-03-${day}T${clock}:00+01:00`))
const now = at('22:40')
const stages: readonly Stage[] = [
  { id: 'hoved', name: { nb: 'Hovedscenen', en: 'Main stage' }, letter: 'A', area: null },
  { id: 'lounge', name: { nb: 'Lounge', en: '' }, letter: 'L', area: null },
]
const event: EventResource = {
  ...{ id: 'tg27', name: 'The Gathering 2027', venueName: 'Vikingskipet', firstDay: '2027-03-24', lastDay: '2027-03-28' },
  ...{ zone: 'Europe/Oslo', dayBreak: '05:00', theme: 'tg27', look: null, sample: null, phase: 'running' },
}

function item(title: string, start: Instant, end: Instant, said: Partial<Correction> | null = null, stale = false): Item {
  const planned: Happening = {
    ...{ id: title.toLowerCase(), title: { nb: title, en: '' }, stage: 'hoved', start, end, description: { nb: '', en: '' } },
    ...{ tags: [], was: null, cancelled: false, open: false },
  }
  const correction = { ...nothingCorrected, ...said }
  return {
    ...{ id: planned.id, origin: 'table', planned },
    correction: said === null ? null : { ...correction, by: 'Kari', at: at('22:31'), stale },
    now: said === null ? planned : corrected(planned, correction),
  }
}

beforeEach(() => {
  setLanguage('nb')
  setZone(event.zone, event.dayBreak)
})
afterEach(() => document.body.replaceChildren())

async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((done) => setTimeout(done))
}
/** Every element inside, through shadow roots. */
function all(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))])
}
const said = () =>
  all(document.body)
    .filter((one) => one.matches('.head, .note, .panel, li, p, .problem, h2'))
    .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .join('\n')
const button = (label: string) =>
  all(document.body).find(
    (one): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.textContent?.replace(/\s+/g, ' ').trim() === label,
  )
const press = async (label: string) => {
  const found = button(label)
  if (found === undefined) throw new Error(`no button «${label}» in:\n${said()}`)
  await userEvent.click(found)
  await settled()
}

async function row(of: Item, { editable = true, open = true } = {}): Promise<{ element: HappeningRow; deeds: Deed[]; steps: number[] }> {
  const element = document.createElement('is-happening')
  Object.assign(element, { item: of, stages, now, dayBreak: '05:00', editable, open })
  const deeds: Deed[] = []
  const steps: number[] = []
  element.addEventListener('deed', (sent) => deeds.push((sent as CustomEvent<Deed>).detail))
  element.addEventListener('step', (sent) => steps.push((sent as CustomEvent<number>).detail))
  document.body.append(element)
  await settled()
  return { element, deeds, steps }
}

describe('a row', () => {
  const running = () => item('Compo', at('22:00'), at('23:10'))
  const coming = () => item('Konsert', at('23:20'), at('00:50', '27'))
  test.each<[string, () => Item, string[], string[]]>([
    [
      'what is on',
      running,
      ['+5 min', '+10 min', '+20 min', 'Fortsatt i gang', 'Ferdig nå', 'Flyttet til …', 'Avlyst'],
      ['Angre rettelsen'],
    ],
    ['what comes', coming, ['+5 min', 'Flyttet til …', 'Avlyst'], ['Fortsatt i gang', 'Ferdig nå']],
    ['what goes on', () => item('Compo', at('22:00'), at('22:30'), { open: true }), ['Ferdig nå', 'Angre rettelsen'], ['Fortsatt i gang']],
    ['what should be over', () => item('Compo', at('21:00'), at('22:30')), ['Fortsatt i gang', '+5 min'], ['Ferdig nå']],
    [
      'what a person cancelled',
      () => item('Compo', at('22:00'), at('23:10'), { cancelled: true }),
      ['Angre rettelsen'],
      ['Avlyst', '+5 min'],
    ],
  ])('%s offers what can be said of it and nothing else', async (_, of, offered, not) => {
    await row(of())
    for (const label of offered) expect(button(label), label).toBeDefined()
    for (const label of not) expect(button(label), label).toBeUndefined()
  })

  test('says what it was beside what it is, who said so and when', async () => {
    await row(item('Konsert', at('23:20'), at('00:50', '27'), { start: at('23:40'), end: at('01:10', '27') }))
    expect(said()).toContain('23:40–01:10 23:20')
    expect(said()).toContain('Forsinket 20 min')
    expect(said()).toContain('Rettet av Kari 22:31. Var 23:20–00:50.')
  })

  test('[T6] after midnight it says which night', async () => {
    await row(item('Natt', at('01:00', '27'), at('02:00', '27')))
    expect(said()).toContain('01:00–02:00 natt til lørdag 27.')
  })

  test.each<[string, Item, string]>([
    ['what has gone on since yesterday', item('Jam', at('12:00', '25'), at('23:00')), '12:00–23:00 siden torsdag 25.'],
    ['what ends on another day', item('Jam', at('23:00'), at('12:00', '27')), '23:00–12:00 til lørdag 27.'],
    ['what ends in the same night', item('Fest', at('23:00'), at('04:00', '27')), '23:00–04:00'],
  ])('[T6] %s', async (_, of, expected) => {
    const { element } = await row(of, { open: false })
    expect(element.shadowRoot?.querySelector('.time')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(expected)
  })

  test('an import that has changed is told at once, with both ways out', async () => {
    const { deeds } = await row(item('Konsert', at('23:00'), at('00:50', '27'), { start: at('23:40') }, true), { open: false })
    expect(said()).toContain('Programmet er endret etter rettelsen. Der står nå: 23:00–00:50.')
    await press('Behold rettelsen')
    await press('Bruk programmet')
    expect(deeds).toEqual([{ kind: 'keep' }, { kind: 'revert' }])
  })

  test('the keys 1, 2, 3 and Delete speak of the row that has the focus; arrows go on', async () => {
    const { element, deeds, steps } = await row(coming(), { open: false })
    element.focus()
    await userEvent.keyboard('123{Delete}{ArrowDown}{ArrowUp}x')
    expect(deeds).toEqual([
      { kind: 'delay', minutes: 5 },
      { kind: 'delay', minutes: 10 },
      { kind: 'delay', minutes: 20 },
      { kind: 'cancel' },
    ])
    expect(steps).toEqual([1, -1])
  })

  test('who may only look can look, by hand and by key', async () => {
    const { element, deeds } = await row(coming(), { editable: false })
    element.focus()
    await userEvent.keyboard('3{Delete}')
    expect(deeds).toEqual([])
    expect(button('Avlyst')).toBeUndefined()
    expect(said()).toContain('Du kan se, men ikke endre.')
  })

  test('what is cancelled cannot be put off by a key', async () => {
    const { element, deeds } = await row(item('Compo', at('22:00'), at('23:10'), { cancelled: true }))
    element.focus()
    await userEvent.keyboard('3')
    expect(deeds).toEqual([])
  })
})

describe('a delay', () => {
  const items = [item('Compo', at('22:00'), at('23:10')), item('Konsert', at('23:20'), at('00:50', '27'))]
  const timetable: Timetable = { stages, items }

  async function ask(): Promise<boolean[]> {
    const element = document.createElement('is-delay')
    Object.assign(element, { plan: planDelay(items[0]!, 20, timetable, now, at('05:00', '27')), timetable })
    const answers: boolean[] = []
    element.addEventListener('answer', (sent) => answers.push((sent as CustomEvent<boolean>).detail))
    document.body.append(element)
    await settled()
    return answers
  }

  test('asks once, with every old and new time', async () => {
    await ask()
    expect(said()).toContain('«Compo» 20 min senere')
    expect(said()).toContain('Skal resten på Hovedscenen følge med?')
    expect(said()).toContain('til 23:10 blir 23:30 Compo')
    expect(said()).toContain('23:20 blir 23:40 Konsert')
    expect(said()).toContain('Da overlapper den det neste på scenen.')
  })

  test('each answer is one press', async () => {
    const answers = await ask()
    await press('Ja, flytt den neste også')
    await press('Nei, bare «Compo»')
    expect(answers).toEqual([true, false])
  })
})

describe('moved', () => {
  async function move(of: Item): Promise<Correction[]> {
    const element = document.createElement('is-move')
    Object.assign(element, { item: of, stages, event, now })
    const sent: Correction[] = []
    element.addEventListener('move', (one) => sent.push((one as CustomEvent<Correction>).detail))
    document.body.append(element)
    await settled()
    return sent
  }
  const field = (label: string, index: number) =>
    all(document.body).filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.ariaLabel === label)[index]!

  test('to another stage', async () => {
    const sent = await move(item('Konsert', at('23:20'), at('00:50', '27')))
    const lounge = all(document.body).find((one) => one instanceof HTMLLabelElement && one.textContent?.trim() === 'Lounge')
    await userEvent.click(lounge as HTMLElement)
    await press('Flytt')
    expect(sent).toEqual([{ ...nothingCorrected, stage: 'lounge', start: at('23:20'), end: at('00:50', '27') }])
  })

  test('to another time: it lasts as long as before', async () => {
    const sent = await move(item('Konsert', at('23:20'), at('00:50', '27')))
    await userEvent.fill(field('Klokka', 0), '2345')
    await userEvent.tab()
    await settled()
    await press('Flytt')
    expect(sent).toEqual([{ ...nothingCorrected, stage: 'hoved', start: at('23:45'), end: at('01:15', '27') }])
  })

  test('an end before the start is refused in a sentence', async () => {
    const sent = await move(item('Konsert', at('23:20'), at('23:50')))
    await userEvent.fill(field('Klokka', 1), '22:00')
    await userEvent.tab()
    await settled()
    expect(said()).toContain('Slutten er før starten.')
    expect(button('Flytt')?.disabled).toBe(true)
    expect(sent).toEqual([])
  })
})

describe('typed by hand', () => {
  async function write(of: Item | null): Promise<HappeningBody[]> {
    const element = document.createElement('is-happening-form')
    Object.assign(element, { writing: { item: of, day: '2027-03-27', stage: null }, stages, event, now })
    const sent: HappeningBody[] = []
    element.addEventListener('write', (one) => sent.push((one as CustomEvent<HappeningBody>).detail))
    document.body.append(element)
    await settled()
    return sent
  }
  const inputs = () => all(document.body).filter((one): one is HTMLInputElement => one instanceof HTMLInputElement)

  test('a title, the day that was looked at, a new place', async () => {
    const sent = await write(null)
    await press('Legg inn')
    expect(said()).toContain('Skriv en tittel.')
    await userEvent.fill(inputs()[0]!, 'Pizza')
    await userEvent.selectOptions(all(document.body).find((one) => one.id === 'stage') as HTMLSelectElement, '+')
    await settled()
    await press('Legg inn')
    expect(said()).toContain('Skriv navnet på stedet.')
    await userEvent.fill(inputs()[1]!, ' Matområdet ')
    await settled()
    await press('Legg inn')
    expect(sent).toEqual([
      {
        title: { nb: 'Pizza', en: '' },
        stage: 'Matområdet',
        start: at('18:00', '27'),
        end: at('19:00', '27'),
        description: { nb: '', en: '' },
      },
    ])
  })

  test('changing it changes what is planned, not what was corrected', async () => {
    const sent = await write(item('Konsert', at('23:20'), at('00:50', '27'), { start: at('23:40') }))
    await press('Lagre')
    expect(sent).toMatchObject([{ title: { nb: 'Konsert' }, stage: 'hoved', start: at('23:20'), end: at('00:50', '27') }])
  })
})
