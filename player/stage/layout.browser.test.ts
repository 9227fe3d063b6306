/** Layouts on a real stage: every region is a glass of its own. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import '../fonts/archivo.css'
import type { Scene, Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { LayoutContent, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from './context.ts'
import { Stage } from './stage.ts'
import { everyElement, frame, textsOf } from './testing/glass.ts'
import { context, friday, scene, showing, svgPicture, words } from './testing/samples.ts'
import type { Painted, Substituted } from './told.ts'

beforeAll(() => document.fonts.load("800 100px 'Archivo Variable'", 'Nå'))
afterEach(() => document.body.replaceChildren())

const text = (title: string): SlideContent => ({ kind: 'text', title: words(title), body: words(''), tone: 'night', picture: null })
const picture = (hash: string): SlideContent => ({
  kind: 'image',
  picture: { hash, type: 'image/svg+xml', widthPx: 16, heightPx: 9 },
  fit: 'cover',
  tone: 'night',
  caption: words(''),
})
const blue = svgPicture('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="blue"/></svg>')
const sidebar: LayoutContent = {
  kind: 'layout',
  tone: 'night',
  regions: [
    { xPct: 0, yPct: 0, widthPct: 75, heightPct: 100, playlist: 'main' },
    { xPct: 75, yPct: 0, widthPct: 25, heightPct: 100, playlist: 'side' },
  ],
}
const layout = (...regions: (Showing | null)[]): Showing => showing('l', sidebar, friday, regions)
const alfa = showing('a', text('Alfa'))
const beta = showing('b', text('Beta'))
const gamma = showing('c', text('Gamma'))

async function until(condition: () => boolean, whatFor: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (condition()) return
    await frame()
  }
  throw new Error(`waited in vain for ${whatFor}`)
}

function hang(own: StageContext, first: Scene) {
  const stage = new Stage()
  const painted: string[] = []
  const substituted: Substituted[] = []
  stage.addEventListener('painted', (event) => painted.push((event as CustomEvent<Painted>).detail.look))
  stage.addEventListener('substituted', (event) => substituted.push((event as CustomEvent<Substituted>).detail))
  stage.context = own
  stage.scene = first
  const box = document.createElement('div')
  box.style.cssText = 'position:relative;width:800px;height:450px'
  box.append(stage)
  document.body.append(box)
  const layers = (region: number): readonly HTMLElement[] => {
    const root = [...everyElement(box)].find((element) => element.localName === 'is-layout-slide')?.shadowRoot
    return [...(root?.querySelectorAll('.region')[region]?.querySelectorAll<HTMLElement>('.layer:not(.waiting)') ?? [])]
  }
  const seen = (region: number): readonly string[] =>
    layers(region).map((layer) => textsOf(layer.shadowRoot ?? layer)[0]?.text ?? '(picture)')
  return { stage, box, painted, substituted, layers, seen }
}

describe('a layout', () => {
  test('[E8] shows what stands in each region, at its place, and says so', async () => {
    const { box, painted, layers, seen } = hang(context(), scene(layout(alfa, beta)))
    await until(() => painted.length > 0, 'the layout')
    expect(painted).toEqual(['l a b'])
    expect([seen(0), seen(1)]).toEqual([['Alfa'], ['Beta']])
    const glass = box.getBoundingClientRect()
    const side = layers(1)[0]!.getBoundingClientRect()
    expect([side.left - glass.left, side.top - glass.top, side.width, side.height].map(Math.round)).toEqual([600, 0, 200, 450])
  })

  test('[E8] one region changes, the others are not touched', async () => {
    const { stage, painted, layers, seen } = hang(context(), scene(layout(alfa, beta)))
    await until(() => painted.length > 0, 'the layout')
    const [main] = layers(0)
    stage.scene = scene(layout(alfa, gamma))
    await until(() => painted.length > 1, 'the change')
    expect(painted).toEqual(['l a b', 'l a c'])
    expect([seen(0), seen(1)]).toEqual([['Alfa'], ['Gamma']])
    expect(layers(0)[0]).toBe(main)
  })

  test('[W4] what comes into a region is built ahead, and fades in there alone', async () => {
    let now = friday
    const { stage, painted, layers, seen } = hang(context({ still: false, now: () => now }), scene(layout(alfa, beta)))
    await until(() => painted.length > 0, 'the layout')
    now = later(friday, 10_000)
    const next = layout(alfa, showing('p', picture(blue), now))
    expect(await stage.prepare('main', next)).toBe('ready')
    expect(seen(1)).toEqual(['Beta'])
    stage.scene = scene(next)
    await stage.updateComplete
    await frame()
    expect(seen(1)).toEqual(['Beta', '(picture)'])
    expect(layers(1).flatMap((layer) => layer.getAnimations())).toHaveLength(1)
    expect(layers(0).flatMap((layer) => layer.getAnimations())).toEqual([])
  })

  test('a region with nothing is the quiet field, and can be filled and emptied', async () => {
    const { stage, painted, seen } = hang(context(), scene(layout(alfa, null)))
    await until(() => painted.length > 0, 'the layout')
    expect([seen(0), seen(1)]).toEqual([['Alfa'], []])
    stage.scene = scene(layout(alfa, beta))
    await until(() => painted.length > 1, 'the filled region')
    expect(seen(1)).toEqual(['Beta'])
    stage.scene = scene(layout(alfa, null))
    await until(() => painted.length > 2, 'the emptied region')
    expect(seen(1)).toEqual([])
    expect(painted).toEqual(['l a -', 'l a b', 'l a -'])
  })

  test('[W6] a region whose picture is missing holds nothing else back, is reported, and is never said to stand', async () => {
    const { stage, painted, substituted, seen } = hang(context(), scene(layout(alfa, showing('x', picture('/ingen-slik-fil.png')))))
    await until(() => substituted.length > 0, 'the report')
    expect(substituted).toEqual([{ slide: 'x', why: 'missing' }])
    expect([seen(0), seen(1)]).toEqual([['Alfa'], []])
    await frame()
    expect(painted).toEqual([])
    stage.scene = scene(layout(alfa, beta))
    await until(() => painted.length > 0, 'the next')
    expect(painted).toEqual(['l a b'])
  })

  test('[W4] is built ahead as a whole, and comes without a frame of empty regions', async () => {
    const { stage, box, painted, layers, seen } = hang(context(), scene(showing('first', text('Først'))))
    await until(() => painted.length > 0, 'the first')
    const next = layout(alfa, showing('p', picture(blue)))
    expect(await stage.prepare('main', next)).toBe('ready')
    const built = [...everyElement(box)].filter((element) => element.matches('.region .layer'))
    expect(built).toHaveLength(2)
    stage.scene = scene(next)
    await stage.updateComplete
    await frame()
    expect([seen(0), seen(1)]).toEqual([['Alfa'], ['(picture)']])
    expect([...layers(0), ...layers(1)]).toEqual(built)
  })

  test('a stage that was taken away and put back fills its regions again', async () => {
    const { stage, box, painted, seen } = hang(context(), scene(layout(alfa, beta)))
    await until(() => painted.length > 0, 'the layout')
    stage.remove()
    await frame()
    box.append(stage)
    await until(() => seen(0).length > 0 && seen(1).length > 0, 'the regions again')
    expect([seen(0), seen(1)]).toEqual([['Alfa'], ['Beta']])
  })
})

describe('variants', () => {
  const body = {
    ...showing('v', text('Liggende')).slide,
    variants: [{ for: 'portrait' as const, content: text('Stående') as Exclude<SlideContent, LayoutContent> }],
  }
  const upright = { ...showing('v', body.content), slide: body }

  test('[E8] a screen that stands upright shows what was made for it', async () => {
    for (const [portrait, said] of [
      [false, 'Liggende'],
      [true, 'Stående'],
    ] as const) {
      const { box, painted } = hang(context({ portrait }), scene(upright))
      await until(() => painted.length > 0, 'the slide')
      expect(textsOf(box).map((piece) => piece.text)).toEqual([said])
    }
  })

  test('[E8] so does a region that stands upright on a screen that lies', async () => {
    const { painted, seen } = hang(context(), scene(layout(upright, upright)))
    await until(() => painted.length > 0, 'the layout')
    expect([seen(0), seen(1)]).toEqual([['Liggende'], ['Stående']])
  })
})

test('a countdown that was put off counts to the later time', async () => {
  const to = { kind: 'instant', at: later(friday, 60_000) } as const
  const content: SlideContent = { kind: 'countdown', title: words('Demoshow'), to, finished: words('') }
  const { box, painted } = hang({ ...context({ still: false }), slips: { t: 120_000 } }, scene(showing('t', content)))
  await until(() => painted.length > 0, 'the countdown')
  expect(textsOf(box).map((piece) => piece.text)).toContain('3:00')
})
