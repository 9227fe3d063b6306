import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import '../../fonts/archivo.css'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Slot } from '@infoskjerm/shared/model/manifest.ts'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { Stage } from '../stage.ts'
import { frame } from '../testing/glass.ts'
import { context, friday, override, showing, words } from '../testing/samples.ts'

beforeAll(() => document.fonts.load("800 100px 'Archivo Variable'", 'Nå'))
afterEach(() => document.body.replaceChildren())

const text = (title: string, body = ''): SlideContent => ({
  kind: 'text',
  title: words(title),
  body: words(body),
  tone: 'night',
  picture: null,
})
const long = text('Viktig', 'En lang linje som ikke får plass på skjermen i ett stykke. '.repeat(6))

interface Shown {
  readonly stage: Stage
  readonly show: (contents: Readonly<Partial<Record<Slot, SlideContent>>>) => Promise<void>
  readonly box: (slot: string) => DOMRect
  readonly line: (slot: string) => HTMLElement
}

async function hang(
  widthPx: number,
  heightPx: number,
  more: { readonly now?: () => Instant; readonly still?: boolean } = {},
): Promise<Shown> {
  const stage = new Stage()
  stage.context = context({ now: () => friday, still: false, portrait: heightPx > widthPx, ...more })
  const glass = document.createElement('div')
  glass.style.cssText = `position:fixed;inset:0 auto auto 0;width:${widthPx}px;height:${heightPx}px`
  glass.append(stage)
  document.body.append(glass)
  const root = stage.shadowRoot!
  const of = (slot: string): HTMLElement => root.querySelector<HTMLElement>(`.${slot}`)!
  return {
    stage,
    show: async (contents) => {
      const slots = Object.fromEntries(
        Object.entries(contents).map(([slot, content]) => [
          slot,
          { ...showing(`${slot}${content.kind}`, content, friday), until: later(friday, 20_000) },
        ]),
      )
      stage.scene = { slots, until: later(friday, 20_000) } as unknown as Scene
      await stage.updateComplete
      for (let n = 0; n < 20; n++) await frame()
    },
    box: (slot) => of(slot).getBoundingClientRect(),
    line: (slot) => of(slot).querySelector('is-strip')!.shadowRoot!.querySelector<HTMLElement>('.line')!,
  }
}

describe.each([
  [1280, 720],
  [720, 1280],
])('on a glass of %i × %i', (widthPx, heightPx) => {
  const strip = 72

  test('the whole of it is for the main slot while nothing else stands', async () => {
    const { show, box } = await hang(widthPx, heightPx)
    await show({ main: text('Hele skjermen') })
    expect([box('main').width, box('main').height, box('ticker').height]).toEqual([widthPx, heightPx, 0])
  })

  test('a line and a strip take their room, and give it back', async () => {
    const { show, box } = await hang(widthPx, heightPx)
    await show({ main: text('Hele skjermen'), ticker: text('Linje'), banner: text('Stripe') })
    expect([box('main').top, box('main').height]).toEqual([strip, heightPx - 2 * strip])
    expect(box('ticker').bottom).toBe(heightPx)
    await show({ main: text('Hele skjermen') })
    expect(box('main').height).toBe(heightPx)
  })

  test('the corner keeps to the margins, above the line', async () => {
    const { show, box } = await hang(widthPx, heightPx)
    await show({ main: text('Hele skjermen'), corner: { kind: 'clock', heading: words('') }, ticker: text('Linje') })
    const { right, bottom, width, height } = box('corner')
    expect(right).toBeLessThan(widthPx)
    expect(bottom).toBeLessThan(heightPx - strip)
    expect(width / height).toBeCloseTo(16 / 9, 1)
    // Beside it there is no room on a tall glass.
    if (heightPx > widthPx) expect(box('main').bottom).toBeLessThan(box('corner').top)
  })
})

describe('a line', () => {
  test('that fits stands still', async () => {
    const { show, line } = await hang(1280, 720)
    await show({ main: text('Stort'), ticker: text('Kort') })
    expect(line('ticker').getAnimations()).toEqual([])
  })

  test.each([0, 6_000, 12_000, 17_500])(
    'that is too long is where synced time has it, %i ms into its turn, whenever the page was opened',
    async (sinceMs) => {
      const { show, line } = await hang(1280, 720, { now: () => later(friday, sinceMs) })
      await show({ main: text('Stort'), ticker: long })
      const [motion] = line('ticker').getAnimations()
      motion?.pause()
      const window = line('ticker').parentElement!
      const overPx = line('ticker').scrollWidth - window.clientWidth + 2 * parseFloat(getComputedStyle(window).paddingInlineStart)
      expect(overPx).toBeGreaterThan(500)
      // A few frames have passed since it was hung.
      const share = (Number(motion?.currentTime) - 2_500) / 15_000
      const wanted = -Math.min(1, Math.max(0, share)) * overPx
      expect(new DOMMatrix(getComputedStyle(line('ticker')).transform).e).toBeCloseTo(wanted, -1)
      expect(Number(motion?.currentTime) - sinceMs).toBeLessThan(2_000)
    },
  )

  test('stands in whole lines, one after the other, where nothing may move', async () => {
    let sinceMs = 0
    const { stage, show, line } = await hang(1280, 720, { now: () => later(friday, sinceMs), still: true })
    await show({ main: text('Stort'), ticker: long })
    expect(line('ticker').getAnimations()).toEqual([])
    const yAt = async (ms: number): Promise<number> => {
      sinceMs = ms
      stage.context = { ...stage.context! }
      await stage.updateComplete
      for (let n = 0; n < 3; n++) await frame()
      return new DOMMatrix(getComputedStyle(line('ticker')).transform).f
    }
    expect(await yAt(0)).toBe(0)
    expect((await yAt(19_900)) + line('ticker').scrollHeight).toBeCloseTo(72, 0)
  })

  test('of a slide without words is not there', async () => {
    const { show, box } = await hang(1280, 720)
    await show({ main: text('Stort'), ticker: { kind: 'black' } })
    expect(box('main').height).toBe(720)
  })
})

test('an override covers all of them', async () => {
  const { stage, show } = await hang(1280, 720)
  await show({ main: text('Stort'), ticker: text('Linje'), corner: { kind: 'clock', heading: words('') } })
  stage.scene = { ...stage.scene!, slots: { ...stage.scene!.slots, override: override('evacuate') } }
  await stage.updateComplete
  for (const slot of stage.shadowRoot!.querySelectorAll('.slot')) expect(getComputedStyle(slot).visibility).toBe('hidden')
})
