import { html, render } from 'lit'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import '../fonts/archivo.css'
import type { Happening, Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Distance } from '@infoskjerm/shared/model/screen.ts'
import type { ProgrammeContent } from '@infoskjerm/shared/model/slide.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import { cases } from './pictures/cases.ts'
import { plainGlass } from './pictures/sample-glass.ts'
import './slide-view.ts'
import type { SlideView } from './slide-view.ts'
import { at, context, friday, programme, slide, words } from './testing/samples.ts'
import { everyElement, stand, textsOf } from './testing/glass.ts'

beforeAll(() => document.fonts.load("800 100px 'Archivo Variable'", 'Nå'))
afterEach(() => document.body.replaceChildren())

const sizes = [
  [1920, 1080],
  [1080, 1920],
  [1280, 720],
  [320, 180],
] as const

/** The parts of a layout are small glasses with letters and margins of their own (`layout.browser.test.ts`). */
const whole = Object.keys(cases).filter((name) => !name.startsWith('layout-'))

describe.each(sizes)('on a glass of %i × %i', (width, height) => {
  test.each(whole)('%s stands whole inside the glass', async (name) => {
    const box = await stand(cases[name]?.(plainGlass(height > width)), width, height)
    const glass = box.getBoundingClientRect()
    // A line that is too long for its strip glides past.
    const gliding = new Set(
      [...everyElement(box)]
        .filter(({ localName }) => localName === 'is-strip')
        .flatMap((strip) => textsOf(strip.shadowRoot!))
        .map(({ text }) => text),
    )
    for (const { text, rect, sizePx } of textsOf(box).filter((one) => !gliding.has(one.text))) {
      // Large letters hang into the margin by their side bearing, so that their stems stand on the edge.
      const slack = Math.max(1, Math.min(width, height) * 0.012, sizePx * 0.04)
      const outside =
        rect.left < glass.left + width * 0.05 - slack ||
        rect.right > glass.right - width * 0.05 + slack ||
        rect.top < glass.top - slack ||
        rect.bottom > glass.bottom + slack
      expect(outside, `«${text}» ${JSON.stringify(rect)}`).toBe(false)
    }
  })

  test.each(whole)('%s has no letters under 32 of 1 080', async (name) => {
    const box = await stand(cases[name]?.(plainGlass(height > width)), width, height)
    // A strip takes a tenth of the height, and all that stands beside it is smaller by as much.
    const unit = (Math.min(width, height) / 1080) * (name.startsWith('slots-') ? (width > height ? 0.8 : 1) : 1)
    for (const { text, sizePx } of textsOf(box)) expect(sizePx / unit, `«${text}»`).toBeGreaterThan(31.4)
  })
})

describe('what to do in an emergency', () => {
  const boards = Object.keys(cases).filter((name) => name.startsWith('override-'))
  test.each(boards.flatMap((name) => [[name, 240, 135] as const, [name, 96, 54] as const, [name, 135, 240] as const]))(
    '%s is never cut, not even on a thumbnail of %i × %i',
    async (name, width, height) => {
      const box = await stand(cases[name]?.(plainGlass(height > width)), width, height)
      const texts = textsOf(box).map(({ text }) => text)
      expect(texts.length).toBeGreaterThan(2)
      expect(texts.filter((text) => text.includes('…'))).toEqual([])
    },
  )
})

describe('a countdown', () => {
  const countdown = (at: number) =>
    slide({ kind: 'countdown', title: words('Demoshow'), to: { kind: 'instant', at: later(friday, at) }, finished: words('', '') })

  test.each([
    [61_000, '1:01'],
    [1, '0:01'],
    [0, 'Starter snart'],
    [-1, 'Starter snart'],
    [-90_000_000, 'Starter snart'],
  ])('%i ms before its time says %s', async (left, said) => {
    const box = await stand(html`<is-slide .slide=${countdown(left)} .context=${context({ still: false })}></is-slide>`, 1280, 720)
    const text = textsOf(box)
      .map((piece) => piece.text)
      .join(' ')
    expect(text).toContain(said)
    expect(text).not.toMatch(/[-−]\d/u)
  })

  test('follows the programme', async () => {
    const body = slide({
      kind: 'countdown',
      title: words('Demoshow'),
      to: { kind: 'happening', happening: 'demoshow', edge: 'start' },
      finished: words(''),
    })
    const box = await stand(html`<is-slide .slide=${body} .context=${context({ still: false })}></is-slide>`, 1280, 720)
    expect(textsOf(box).map((piece) => piece.text)).toContain('1:42:56')
  })

  test.each<[string, 'start' | 'end', Partial<Happening> | 'gone', readonly string[]]>([
    ['cancelled', 'start', { cancelled: true }, ['Demoshow|Demo show|', 'Avlyst', 'Cancelled']],
    ['no longer in the programme', 'start', 'gone', ['Se programmet', 'See the programme']],
    ['going on without a known end', 'end', { open: true }, ['Demoshow|Demo show|Fortsatt i gang', 'Still on']],
    ['going on without a known end, to its start', 'start', { open: true }, ['1:42:56']],
  ])('to a happening that is %s (%s)', async (_, edge, change, said) => {
    const body = slide({
      kind: 'countdown',
      title: words('Hovedscenen om'),
      to: { kind: 'happening', happening: 'demoshow', edge },
      finished: words('Demoshow er i gang'),
    })
    const given = { ...context({ still: false }), programme: withDemoshow(change) }
    const box = await stand(html`<is-slide .slide=${body} .context=${given}></is-slide>`, 1280, 720)
    const texts = textsOf(box).map((piece) => piece.text)
    for (const words of said) expect(texts.join('|')).toContain(words)
    expect(texts.join(' ')).not.toContain('Demoshow er i gang')
    if (said[0] !== '1:42:56') expect(texts.filter((text) => /\d| om/u.test(text))).toEqual([])
  })
})

describe('what changed in the programme', () => {
  const stands = async (now: string, distance: Distance, change: Partial<Happening>, of: ProgrammeContent['of'] = { scope: 'all' }) => {
    const body = slide({ kind: 'programme', heading: words(''), of })
    const given = { ...context({ still: false, distance, now: () => at(now) }), programme: withDemoshow(change, true) }
    const box = await stand(html`<is-slide .slide=${body} .context=${given}></is-slide>`, 1920, 1080)
    const root = box.querySelector('is-slide')?.shadowRoot?.querySelector('is-programme-slide')?.shadowRoot
    return {
      marks: [...(root?.querySelectorAll('.mark') ?? [])].map((mark) => mark.textContent),
      struck: [...(root?.querySelectorAll('s') ?? [])].map((old) => old.textContent),
      times: root?.querySelector('.times')?.textContent?.replace(/\s+/gu, ' ').trim() ?? null,
      hasProgress: (root?.querySelectorAll('.progress').length ?? 0) > 0,
      place: root?.querySelector('.where .place')?.textContent ?? root?.querySelector('.row .place')?.textContent ?? null,
    }
  }
  const stays = { was: null }
  const distances = ['near', 'passage', 'hall'] as const

  test.each(distances)('a later start, from %s: the old time struck through beside the new', async (distance) => {
    expect(await stands('2027-03-26T20:40:00Z', distance, {})).toMatchObject({
      ...{ marks: ['Nytt klokkeslett'], struck: ['22:00'], times: 'kl. 22:00 22:20' },
      hasProgress: false,
    })
  })

  test.each(distances)('only the stage, from %s: moved, and the new place', async (distance) => {
    const was = { start: at('2027-03-26T21:20:00Z'), stage: 'lounge' }
    expect(await stands('2027-03-26T20:40:00Z', distance, { was })).toMatchObject({ marks: ['Flyttet'], struck: [], place: 'AHovedscenen' })
  })

  test.each(distances)('cancelled, from %s: struck through, and nothing else is said of it', async (distance) => {
    expect(await stands('2027-03-26T20:40:00Z', distance, { cancelled: true })).toMatchObject({
      ...{ marks: ['Avlyst'], struck: ['22:20', 'Demoshow'], times: null },
    })
  })

  test.each(distances)('on, from %s: until when, with a line of how far', async (distance) => {
    expect(await stands('2027-03-26T21:40:00Z', distance, stays)).toMatchObject({
      marks: [],
      struck: [],
      times: 'til 23:50',
      hasProgress: true,
    })
  })

  test.each(distances)('on for as long as it takes, from %s: neither end nor line', async (distance) => {
    const open = await stands('2027-03-26T21:40:00Z', distance, { ...stays, open: true })
    expect(open).toMatchObject({ marks: [], struck: [], times: null, hasProgress: false })
  })

  test('what began later than announced is on now, without its old time', async () => {
    expect(await stands('2027-03-26T21:40:00Z', 'hall', {})).toMatchObject({ marks: [], struck: [], times: 'til 23:50' })
  })

  test('at the stage it was moved from: moved, with the place where it is', async () => {
    const was = { start: at('2027-03-26T21:20:00Z'), stage: 'lounge' }
    const there = await stands('2027-03-26T20:40:00Z', 'hall', { was }, { scope: 'stage', stage: 'lounge' })
    expect(there).toMatchObject({ marks: ['Flyttet'], place: 'AHovedscenen', times: null })
  })
})

/** The programme with the demo show changed, or without it; `alone`: nothing else in it. */
function withDemoshow(change: Partial<Happening> | 'gone', alone = false): Programme {
  const happenings = programme.happenings.flatMap((one): Happening[] => {
    if (one.id !== 'demoshow') return alone ? [] : [one]
    return change === 'gone' ? [] : [{ ...one, ...change }]
  })
  return { ...programme, happenings }
}

describe('typing on the slide itself', () => {
  test('each change is a slide-edit with the whole content, and the caret stays', async () => {
    const body = slide({ kind: 'text', title: words('Hei', 'Hi'), body: words(''), tone: 'night', picture: null })
    const box = await stand(html`<is-slide .slide=${body} .context=${context()} .editable=${true}></is-slide>`, 1280, 720)
    const view = box.querySelector<SlideView>('is-slide')
    const edits: unknown[] = []
    view?.addEventListener('slide-edit', (event) => {
      const { detail } = event as CustomEvent<typeof body.content>
      edits.push(detail)
      if (view.slide !== null) view.slide = { ...view.slide, content: detail }
    })
    const title = view?.shadowRoot?.querySelector('is-text-slide')?.shadowRoot?.querySelector<HTMLElement>('.editable') ?? null
    title?.focus()
    document.getSelection()?.collapse(title?.firstChild ?? null, 3)
    document.execCommand('insertText', false, '!')
    await view?.ready()
    expect(edits).toEqual([{ ...body.content, title: { nb: 'Hei!', en: 'Hi' } }])
    expect(title?.textContent).toBe('Hei!')
    document.execCommand('insertText', false, '?')
    await view?.ready()
    expect(title?.textContent).toBe('Hei!?')
  })

  test('a body with marks stands as on the glass until somebody types in it, and again afterwards', async () => {
    const body = slide({ kind: 'text', title: words('Vann', ''), body: words('Gå til **Infodesk**', ''), tone: 'night', picture: null })
    const box = await stand(html`<is-slide .slide=${body} .context=${context()} .editable=${true}></is-slide>`, 1280, 720)
    const text = box.querySelector('is-slide')?.shadowRoot?.querySelector('is-text-slide') ?? null
    const written = (): HTMLElement => text?.shadowRoot?.querySelector<HTMLElement>('.body .editable.nb') as HTMLElement
    expect(written().textContent?.trim()).toBe('Gå til Infodesk')
    written().focus()
    await expect.poll(() => written().textContent).toBe('Gå til **Infodesk**')
    expect(text?.shadowRoot?.activeElement).toBe(written())
    written().blur()
    await expect.poll(() => written().textContent?.trim()).toBe('Gå til Infodesk')
  })
})

test('nothing is drawn while no content is known', () => {
  const box = document.createElement('div')
  render(html`<is-slide></is-slide>`, box)
  document.body.append(box)
  expect(textsOf(box)).toEqual([])
})
