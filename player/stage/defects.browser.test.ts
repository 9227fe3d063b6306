/** What the screen module that this one replaces did wrong on the glass: each of its faults, shown not to happen here. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import '../fonts/archivo.css'
import type { Content, Scene } from '@infoskjerm/shared/engine/scene.ts'
import { type SlideContent, slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import { cases } from './pictures/cases.ts'
import { plainGlass } from './pictures/sample-glass.ts'
import { Stage } from './stage.ts'
import { everyElement, frame, stand, textsOf } from './testing/glass.ts'
import { context, friday, scene, showing, slide, words } from './testing/samples.ts'

beforeAll(() => document.fonts.load("800 100px 'Archivo Variable'", 'Nå'))
afterEach(() => document.body.replaceChildren())

async function hang(first: Content, widthPx = 1280, heightPx = 720): Promise<Stage> {
  const stage = new Stage()
  stage.context = context({ still: false, portrait: heightPx > widthPx })
  stage.scene = scene(first as Scene['slots']['main'])
  const box = document.createElement('div')
  box.style.cssText = `position:fixed;inset:0 auto auto 0;width:${widthPx}px;height:${heightPx}px`
  box.append(stage)
  document.body.append(box)
  await frames(20)
  return stage
}

async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await frame()
}

const inStage = (stage: Stage, name: string): readonly Element[] =>
  [...everyElement(stage.shadowRoot!)].filter(({ localName }) => localName === name)

describe('HTML that somebody saved ran on every screen', () => {
  const attack = '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script><b>fet</b>'
  test.each<[string, SlideContent]>([
    ['in a text', { kind: 'text', title: words(attack, attack), body: words(attack, attack), tone: 'night', picture: null }],
    [
      'in a countdown',
      { kind: 'countdown', title: words(attack), to: { kind: 'instant', at: later(friday, 60_000) }, finished: words(attack) },
    ],
    ['in a heading', { kind: 'programme', heading: words(attack), of: { scope: 'all' } }],
    ['in results', { kind: 'results', title: words(attack), rows: [{ place: 1, name: attack, by: attack, points: '' }], revealed: 1 }],
    ['beside a square', { kind: 'qr', title: words(attack), caption: words(attack), text: 'x' }],
  ])('%s it stands as it was written', async (_name, content) => {
    const title = document.title
    const stage = await hang(showing('a', content))
    expect(inStage(stage, 'script')).toEqual([])
    expect(inStage(stage, 'img')).toEqual([])
    expect(document.title).toBe(title)
    expect(textsOf(stage.shadowRoot!).some(({ text }) => text.includes('<'))).toBe(true)
  })
})

test('a duration of nothing flipped for ever: it is refused', () => {
  const body = slide({ kind: 'clock', heading: words('') })
  expect(slideBodySchema.safeParse({ ...body, durationMs: 0 }).success).toBe(false)
  expect(slideBodySchema.safeParse({ ...body, durationMs: -1 }).success).toBe(false)
  expect(slideBodySchema.safeParse(body).success).toBe(true)
})

test('two pages of others in a row stayed on top of each other: one stands, and the other is gone', async () => {
  const page = (n: number): SlideContent => ({ kind: 'web', url: `data:text/html,<p>${n}` })
  const stage = await hang(showing('p1', page(1), later(friday, -10_000)))
  for (const n of [1, 2, 3, 4]) {
    stage.scene = scene(showing(`p${n}`, page(n), later(friday, -10_000)))
    for (let tries = 0; tries < 300 && pagesOn(stage).join() !== `${n}`; tries++) await frame()
    expect(pagesOn(stage)).toEqual([`${n}`])
  }
})

/** The last sign of the address of each page that is not merely waiting for its turn. */
function pagesOn(stage: Stage): readonly string[] {
  const layers = [...stage.shadowRoot!.querySelectorAll('.layer:not(.waiting)')]
  const frames = layers.flatMap(({ shadowRoot }) => [...everyElement(shadowRoot!)].filter((one) => one instanceof HTMLIFrameElement))
  return frames.map(({ src }) => src.slice(-1))
}

test('sound came from frames that nobody could mute: none may play by itself', async () => {
  const stage = await hang(showing('a', { kind: 'web', url: 'data:text/html,<p>1' }))
  await frames(60)
  expect(inStage(stage, 'iframe')).toHaveLength(1)
  for (const one of inStage(stage, 'iframe')) {
    expect((one as HTMLIFrameElement).allow).not.toMatch(/autoplay(?! 'none')/u)
    expect((one as HTMLIFrameElement).sandbox.length).toBeGreaterThan(0)
  }
})

test('type and background came from the Internet: nothing is asked of anybody but the controller', async () => {
  performance.clearResourceTimings()
  for (const name of Object.keys(cases)) {
    await stand(cases[name]?.(plainGlass(false)), 640, 360)
  }
  const asked = performance.getEntriesByType('resource').map(({ name }) => name)
  expect(asked.filter((url) => !/^(data|blob):/u.test(url) && new URL(url).hostname !== location.hostname)).toEqual([])
})

describe('sizes were fixed: every kind stands whole', () => {
  const plain = ['programme-hall', 'text-both', 'text-picture', 'countdown-hours', 'clock', 'happening-soon', 'qr', 'results-some']
  test.each([
    [3840, 2160],
    [2160, 3840],
    [3840, 1080],
    [1024, 768],
  ])('on %i × %i', async (width, height) => {
    for (const name of plain) {
      const box = await stand(cases[name]?.(plainGlass(height > width)), width, height)
      for (const { text, rect } of textsOf(box)) {
        const isInside = rect.left >= -1 && rect.right <= width + 1 && rect.top >= -1 && rect.bottom <= height + 1
        expect(isInside, `${name} «${text}» ${JSON.stringify(rect)}`).toBe(true)
      }
    }
  })
})
