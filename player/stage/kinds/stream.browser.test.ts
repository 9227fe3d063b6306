/** Streams cut by ffmpeg, as a browser plays them: four seconds of a test picture with a tone (`testing/stream`). */
import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import './stream.ts'
import '../slide-view.ts'
import type { SlideView } from '../slide-view.ts'
import { svgPicture } from '../testing/samples.ts'
import { context, friday, slide } from '../testing/samples.ts'
import { stand } from '../testing/glass.ts'
import type { Readiness } from '../kind-element.ts'

afterEach(() => document.body.replaceChildren())

const folder = new URL('/player/stage/testing/stream', location.href).href
const recording = `${folder}/list.m3u8`
const nowhere = 'http://127.0.0.1:9/list.m3u8'
const still = svgPicture('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="#234"/></svg>')

/** Somebody sends two seconds and then nothing more, without saying that it is over (RFC 8216, 4.3.3.4). */
function breakingOff(): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:1', '#EXT-X-MEDIA-SEQUENCE:0', `#EXT-X-MAP:URI="${folder}/init.mp4"`]
  for (const n of [0, 1]) lines.push('#EXTINF:1.0,', `${folder}/p${n}.m4s`)
  return URL.createObjectURL(new Blob([lines.join('\n')], { type: 'application/vnd.apple.mpegurl' }))
}

interface Shown {
  readonly view: SlideView
  readonly video: HTMLVideoElement
  readonly readiness: Readiness
  /** What was told, in order. */
  readonly substituted: readonly string[]
  readonly flows: () => boolean
  readonly picture: () => boolean
}

/** Prepared as the stage does it, and then shown. */
async function shown(
  url: string,
  more: { readonly instead?: boolean; readonly sound?: boolean; readonly waits?: boolean } = {},
): Promise<Shown> {
  const about = { ...context({ portrait: false, distance: 'hall', now: () => friday, still: false }), sound: more.sound ?? false }
  const instead = more.instead === true ? { hash: still, type: 'image/svg+xml', widthPx: 16, heightPx: 9 } : null
  const body = slide({ kind: 'stream', url, way: 'hls', fit: 'cover', instead })
  const box = await stand(
    html`<is-slide .slide=${body} .slideId=${'s'} .context=${{ ...about, mediaUrl: (hash: string) => hash }} .running=${false}></is-slide>`,
    960,
    540,
  )
  const view = box.querySelector('is-slide') as SlideView
  const substituted: string[] = []
  view.addEventListener('substituted', (event) => substituted.push((event as CustomEvent<{ why: string }>).detail.why))
  const readiness = await view.ready()
  const inside = (view.renderRoot.querySelector('.kind') as HTMLElement).shadowRoot!
  const video = inside.querySelector('video')!
  if (more.waits !== true) {
    view.running = true
    await view.updateComplete
  }
  return {
    view,
    video,
    readiness,
    substituted,
    flows: () => inside.querySelector('.air.flows') !== null && video.videoWidth === 192,
    picture: () => inside.querySelector('.instead img, img') !== null && inside.querySelector('.air.flows') === null,
  }
}

test(
  'waits warm at its beginning, silent; plays from there; at its end another slide takes the rest of the turn',
  { timeout: 30_000 },
  async () => {
    const { view, video, readiness, substituted, flows } = await shown(recording, { waits: true, sound: true })
    expect(readiness).toBe('ready')
    await expect.poll(() => video.paused).toBe(true)
    expect([flows(), video.muted, video.currentTime < 1.5]).toEqual([true, true, true])
    const from = video.currentTime
    view.running = true
    await expect.poll(() => video.currentTime).toBeGreaterThan(from + 0.5)
    expect(substituted).toEqual([])
    await expect.poll(() => substituted, { timeout: 10_000 }).toEqual(['broken'])
  },
)

test('at its end its own picture stands, where it has one', { timeout: 30_000 }, async () => {
  const { substituted, flows, picture } = await shown(recording, { instead: true })
  expect(flows()).toBe(true)
  await expect.poll(picture, { timeout: 10_000 }).toBe(true)
  expect(substituted).toEqual([])
})

test('silent where sound is off; plays on where a browser lets nothing sound', { timeout: 30_000 }, async () => {
  const [silent, heard] = [await shown(recording), await shown(recording, { sound: true })]
  expect(silent.video.muted).toBe(true)
  // A browser that lets nothing sound before it was touched plays on without; the kiosk's does let it.
  await expect.poll(() => !heard.video.paused).toBe(true)
})

test('who sends stops without a word: after four seconds without a frame another slide takes over', { timeout: 40_000 }, async () => {
  const { readiness, substituted } = await shown(breakingOff())
  expect(readiness).toBe('ready')
  await expect.poll(() => substituted, { timeout: 20_000 }).toContain('missing')
})

test('nobody sends there: not ready without a picture, ready at once with one', { timeout: 60_000 }, async () => {
  const { readiness, picture } = await shown(nowhere, { instead: true })
  expect([readiness, picture()]).toEqual(['ready', true])
  expect((await shown(`${folder}/p0.m4s`)).readiness).toBe('broken')
})
