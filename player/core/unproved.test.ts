import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { entryOf, manifestOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, it } from 'vitest'
import { planned, sceneOf, type Show, showOf } from './show.ts'
import { withoutTime } from './unproved.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'

const noWords = { nb: '', en: '' }
const clock: SlideBody = slideOf(10, { content: { kind: 'clock', heading: noWords } })
const show = (manifest: ReturnType<typeof manifestOf>): Show =>
  showOf({ kind: 'class', venue: 'v', class: 'c', hash: 'a'.repeat(64), activeFrom: instant(0), epoch: 1, sequence: 1 }, manifest)
const stands = (one: Show, isProved: boolean, at: number): string => {
  const { main } = sceneOf(planned(one, instant(at), isProved), quiet, instant(at)).slots
  return main.kind === 'slide' ? main.slideId : main.kind
}

const always = entryOf('house')
const today = {
  ...entryOf('night'),
  band: 'event' as const,
  when: [{ start: instant(0), lengthMs: 100_000, everyMs: 86_400_000, count: 1 }],
}
const both = manifestOf({
  entries: [always, today],
  playlists: { house: 'a k b', night: 'n' },
  slides: { k: clock },
})

describe('[T5] a box that does not know the time', () => {
  it('shows what is always on, and neither what has its hours nor what tells the time', () => {
    expect([0, 10_000, 20_000].map((at) => stands(show(both), true, at))).toEqual(['n', 'n', 'n'])
    const seen = Array.from({ length: 12 }, (_, n) => stands(show(both), false, n * 5_000))
    expect([...new Set(seen)].sort()).toEqual(['a', 'b'])
  })

  it('shows the fallback where nothing is always on', () => {
    expect(stands(show(manifestOf({ entries: [today], playlists: { night: 'n' } })), false, 1_000)).toBe('fallback')
  })

  it('leaves everything else as it is', () => {
    expect(withoutTime(both)).toEqual({
      ...both,
      entries: [always],
      slides: { a: both.slides['a'], b: both.slides['b'], n: both.slides['n'] },
    })
  })
})
