import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import '../fonts/archivo.css'
import type { Content, Scene, Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from './context.ts'
import { Stage } from './stage.ts'
import { everyElement, frame, settled, textsOf } from './testing/glass.ts'
import { context, fallback, friday, override, scene, showing, svgPicture, words } from './testing/samples.ts'
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
const red = svgPicture(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="16" height="9"><rect width="16" height="9" fill="red"/></svg>',
)

interface Seen {
  readonly stage: Stage
  readonly painted: Painted[]
  readonly substituted: Substituted[]
}

function hang(own: StageContext, first: Scene | null = null): Seen {
  const stage = new Stage()
  const painted: Painted[] = []
  const substituted: Substituted[] = []
  stage.addEventListener('painted', (event) => painted.push((event as CustomEvent<Painted>).detail))
  stage.addEventListener('substituted', (event) => substituted.push((event as CustomEvent<Substituted>).detail))
  stage.context = own
  stage.scene = first
  const box = document.createElement('div')
  box.style.cssText = 'position:relative;width:640px;height:360px'
  box.append(stage)
  document.body.append(box)
  return { stage, painted, substituted }
}

/** What can be seen of the main slot: titles of layers that are not hidden, lowest first. */
function visible(stage: Stage): readonly string[] {
  const layers = [...(stage.shadowRoot?.querySelectorAll<HTMLElement>('.main .layer') ?? [])]
  return layers
    .filter((layer) => getComputedStyle(layer).visibility === 'visible')
    .map((layer) => textsOf(layer.shadowRoot ?? layer)[0]?.text ?? '(picture)')
}

async function until(condition: () => boolean, whatFor: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (condition()) return
    await frame()
  }
  throw new Error(`waited in vain for ${whatFor}`)
}

/** A clock in the hand of the test. */
function handClock(from: Instant = friday): { now: () => Instant; advance: (ms: number) => void } {
  let t = from
  return { now: () => t, advance: (ms) => (t = later(t, ms)) }
}

describe('showing', () => {
  test('the first slide is painted, and says so after its frame', async () => {
    const { stage, painted } = hang(context(), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    expect(painted[0]).toEqual({ look: 'a', at: friday })
    expect(visible(stage)).toEqual(['Alfa'])
  })

  test('[W4] prepare, then switch: never a frame without a whole slide', async () => {
    const { stage, painted } = hang(context(), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    const next = showing('b', picture(red))
    expect(await stage.prepare('main', next)).toBe('ready')
    expect(visible(stage)).toEqual(['Alfa'])
    stage.scene = scene(next)
    for (let i = 0; i < 10; i++) {
      await frame()
      const seen = visible(stage)
      expect(seen.length).toBeGreaterThan(0)
      expect(
        [...everyElement(stage.shadowRoot ?? stage)]
          .filter((element) => element.localName === 'img')
          .every((image) => (image as HTMLImageElement).complete),
      ).toBe(true)
    }
    expect(visible(stage)).toEqual(['(picture)'])
    expect(painted.map((event) => event.look)).toEqual(['a', 'b'])
  })

  test('an item equal in key keeps its element, and new words under it stand at once', async () => {
    const first = showing('a', text('Alfa'))
    const { stage, painted } = hang(context(), scene(first))
    await until(() => painted.length > 0, 'the first paint')
    const element = stage.shadowRoot?.querySelector('.main .layer')
    stage.scene = scene({ ...first })
    await settled(document)
    expect(stage.shadowRoot?.querySelector('.main .layer')).toBe(element)
    stage.scene = scene(showing('a', text('Nye ord')))
    await stage.updateComplete
    await settled(document)
    expect(stage.shadowRoot?.querySelector('.main .layer')).toBe(element)
    expect(visible(stage)).toEqual(['Nye ord'])
  })

  test('[W4] a picture that is missing at its turn is reported, and what stood remains', async () => {
    const { stage, painted, substituted } = hang(context(), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    const gone = showing('b', picture('/ingen-slik-fil.png'))
    stage.scene = scene(gone)
    await until(() => substituted.length > 0, 'the report')
    expect(substituted[0]?.slide).toBe('b')
    expect(visible(stage)).toEqual(['Alfa'])
    expect(await stage.prepare('main', showing('c', picture('data:image/png;base64,AAAA')))).toBe('broken')
  })

  test('[W6] a picture that is put in place late is never taken for the slide that was asked for meanwhile', async () => {
    const { stage, painted, substituted } = hang(context(), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    stage.scene = scene(showing('a', picture(red)))
    await stage.updateComplete
    stage.scene = scene(showing('b', picture('/ingen-slik-fil.png')))
    await until(() => substituted.length > 0, 'the report')
    await frame()
    expect(painted.map((event) => event.look)).not.toContain('b')
  })

  test('[E10] the fallback needs nothing', async () => {
    const { stage, painted } = hang(context(), scene(fallback))
    await until(() => painted.length > 0, 'the first paint')
    expect(visible(stage)).toEqual(['Vikingskipet'])
  })

  test('a stage that was taken away and put back shows again', async () => {
    const { stage, painted } = hang(context(), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    const parent = stage.parentElement
    stage.remove()
    parent?.append(stage)
    await until(() => visible(stage).length > 0, 'the slide again')
    expect(visible(stage)).toEqual(['Alfa'])
  })

  test('prepared slides that are never shown do not pile up', async () => {
    const { stage, painted } = hang(context(), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    for (let i = 0; i < 12; i++) await stage.prepare('main', showing(`p${i}`, text(`${i}`)))
    expect(stage.shadowRoot?.querySelectorAll('.main .layer').length).toBeLessThanOrEqual(5)
  })
})

describe('the change', () => {
  const fades = (stage: Stage): readonly Animation[] =>
    [...(stage.shadowRoot?.querySelectorAll('.main .layer') ?? [])].flatMap((layer) => layer.getAnimations())

  async function atTurn(own: StageContext, next: Content & { kind: 'slide' }): Promise<Seen> {
    const seen = hang(own, scene(showing('a', text('Alfa'), later(friday, -10_000))))
    await until(() => seen.painted.length > 0, 'the first paint')
    await seen.stage.prepare('main', next)
    return seen
  }

  test('two stages that are told 80 ms apart fade in step', async () => {
    const clock = handClock()
    const own = context({ now: clock.now, still: false })
    const next = showing('b', text('Beta'), friday)
    const one = await atTurn(own, next)
    const two = await atTurn(own, next)
    one.stage.scene = scene(next)
    await one.stage.updateComplete
    expect(fades(one.stage).map((fade) => fade.currentTime)).toEqual([0])
    clock.advance(80)
    two.stage.scene = scene(next)
    await two.stage.updateComplete
    expect(fades(two.stage).map((fade) => fade.currentTime)).toEqual([80])
  })

  test('who comes late to a turn cuts', async () => {
    const clock = handClock()
    const next = showing('b', text('Beta'), friday)
    const { stage } = await atTurn(context({ now: clock.now, still: false }), next)
    clock.advance(3_000)
    stage.scene = scene(next)
    await stage.updateComplete
    expect(fades(stage)).toEqual([])
    expect(visible(stage)).toEqual(['Beta'])
  })

  test('a still glass cuts', async () => {
    const next = showing('b', text('Beta'), friday)
    const { stage } = await atTurn(context({ still: true }), next)
    stage.scene = scene(next)
    await stage.updateComplete
    expect(visible(stage)).toEqual(['Beta'])
  })

  test('the old slide stands beneath until the new one is whole, and is then gone', async () => {
    const next = showing('b', text('Beta'), friday)
    const { stage } = await atTurn(context({ still: false }), next)
    stage.scene = scene(next)
    await stage.updateComplete
    expect(visible(stage)).toEqual(['Alfa', 'Beta'])
    fades(stage)[0]?.finish()
    await frame()
    expect(visible(stage)).toEqual(['Beta'])
  })
})

describe('an override', () => {
  const board = (stage: Stage): HTMLElement | null => stage.shadowRoot?.querySelector<HTMLElement>('is-override-board') ?? null

  test('covers everything in the same frame, hides the show, and gives it back where it is now', async () => {
    const { stage, painted } = hang(context({ still: false }), scene(showing('a', text('Alfa'))))
    await until(() => painted.length > 0, 'the first paint')
    stage.scene = scene(showing('a', text('Alfa')), override('evacuate'))
    await stage.updateComplete
    await board(stage)?.getAttribute('signal')
    expect(board(stage)?.hidden).toBe(false)
    expect(visible(stage)).toEqual([])
    await until(() => painted.some((event) => event.look === 'o1-on'), 'the board')
    expect(textsOf(board(stage)?.shadowRoot ?? document).map((piece) => piece.text)).toEqual(
      expect.arrayContaining(['Viktig melding', 'Gå\nut nå', 'Leave now', 'Utgang 3', 'Inngang nord', '20:37:04']),
    )
    const beta = showing('b', text('Beta'))
    stage.scene = scene(beta, override('evacuate', 'actual', 'all-clear'))
    await until(() => painted.some((event) => event.look === 'o1-all-clear'), 'the end in words')
    stage.scene = scene(beta)
    await until(() => visible(stage).length > 0, 'the show')
    expect(visible(stage)).toEqual(['Beta'])
    expect(board(stage)?.hidden).toBe(true)
  })

  test('is there at once on a glass that showed nothing yet', async () => {
    const { stage, painted } = hang(context(), scene(showing('a', picture('/ingen-slik-fil.png')), override('evacuate')))
    await until(() => painted.some((event) => event.look === 'o1-on'), 'the board')
    expect(board(stage)?.hidden).toBe(false)
  })
})

describe('a film', () => {
  /** Two seconds of film, made by the browser itself. */
  async function film(): Promise<string> {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 64
    const pen = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = (event) => parts.push(event.data)
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.start()
    const start = performance.now()
    while (performance.now() - start < 2_000) {
      if (pen !== null) pen.fillStyle = `hsl(${performance.now() / 5} 80% 50%)`
      pen?.fillRect(0, 0, 64, 64)
      await frame()
    }
    recorder.stop()
    await stopped
    return URL.createObjectURL(new Blob(parts, { type: 'video/webm' }))
  }

  const find = (stage: Stage): HTMLVideoElement | null =>
    ([...everyElement(stage.shadowRoot ?? stage)].find((element) => element.localName === 'video') as HTMLVideoElement | undefined) ?? null

  test('is silent, starts where it should be by now, and stands still under an override', async () => {
    const hash = await film()
    const content: SlideContent = {
      kind: 'video',
      video: { hash, type: 'video/webm', widthPx: 64, heightPx: 64, durationMs: 2_000 },
      fit: 'cover',
      tone: 'night',
    }
    const shown: Showing = showing('v', content, later(friday, -5_000))
    const { stage, painted } = hang(context({ still: false }), scene(shown))
    await until(() => painted.length > 0, 'the film')
    await until(() => find(stage)?.paused === false, 'the film to run')
    expect(find(stage)?.muted).toBe(true)
    expect(find(stage)?.currentTime).toBeGreaterThanOrEqual(0.95)
    stage.scene = scene(shown, override('evacuate'))
    await until(() => find(stage)?.paused === true, 'the film to stand still')
    stage.scene = scene(shown)
    await until(() => find(stage)?.paused === false, 'the film to run again')
    stage.remove()
    URL.revokeObjectURL(hash)
  })

  test('that does not exist is missing', async () => {
    const content: SlideContent = {
      kind: 'video',
      video: { hash: '/ingen.webm', type: 'video/webm', widthPx: 0, heightPx: 0, durationMs: null },
      fit: 'cover',
      tone: 'night',
    }
    const { stage } = hang(context(), scene(fallback))
    expect(await stage.prepare('main', showing('v', content))).not.toBe('ready')
  })
})
