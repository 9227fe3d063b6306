import { afterEach, expect, test } from 'vitest'
import type { VideoContent } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, instant, later } from '@infoskjerm/shared/time/instant.ts'
import filmUrl from '../../../playlists/tg27/media/ribber.webm?url'
import { context } from '../testing/samples.ts'
import './video.ts'
import type { VideoSlide } from './video.ts'

afterEach(() => document.body.replaceChildren())

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const now = (): Instant => instant(Math.round(performance.timeOrigin + performance.now()))

async function hang(since: Instant): Promise<{ readonly slide: VideoSlide; readonly video: HTMLVideoElement }> {
  const content: VideoContent = {
    kind: 'video',
    video: { hash: filmUrl, type: 'video/webm', widthPx: 640, heightPx: 360, durationMs: null },
    fit: 'cover',
    tone: 'night',
  }
  const slide = document.createElement('is-video-slide') as VideoSlide
  slide.style.cssText = 'position:fixed;inline-size:320px;block-size:180px'
  Object.assign(slide, { content, since, running: false, context: context({ now, still: false }) })
  document.body.append(slide)
  expect(await slide.ready()).toBe('ready')
  slide.running = true
  await slide.updateComplete
  return { slide, video: slide.renderRoot.querySelector('video')! }
}

/** How far the frame on the glass is from where it should be (s), looked at `times` times. */
async function offOf(video: HTMLVideoElement, since: Instant, times: number): Promise<readonly number[]> {
  const offs: number[] = []
  while (offs.length < times)
    await new Promise<void>((resolve) =>
      video.requestVideoFrameCallback((_, { mediaTime, expectedDisplayTime }) => {
        const shouldS = (now() + expectedDisplayTime - performance.now() - since) / 1_000
        const apart = (((mediaTime - shouldS) % video.duration) + video.duration) % video.duration
        offs.push(apart > video.duration / 2 ? apart - video.duration : apart)
        resolve()
      }),
    )
  return offs
}

const middle = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!

/** Looks until all of them stand where they should: a film of 25 frames a second cannot be nearer than half of one. */
async function untilInStep(films: readonly HTMLVideoElement[], since: Instant): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const offs = await Promise.all(films.map((video) => offOf(video, since, 12)))
    if (offs.every((all) => Math.abs(middle(all)) < 0.04)) return
  }
  throw new Error('the films do not come into step')
}

test('two films that were begun a second and a half apart come to show the same frame', { timeout: 40_000 }, async () => {
  const since = later(now(), -3_000)
  const one = await hang(since)
  await pause(1_500)
  const two = await hang(since)
  await untilInStep([one.video, two.video], since)
  expect(one.video.muted && two.video.muted).toBe(true)
})

test('one that somebody has moved far is moved back', { timeout: 40_000 }, async () => {
  const since = later(now(), -1_000)
  const { video } = await hang(since)
  await untilInStep([video], since)
  video.currentTime = (video.currentTime + video.duration / 2) % video.duration
  await untilInStep([video], since)
})
