/** The line between a player and the controller, with all that can happen to it. A line that lost something breaks soon after, as TCP does; until then everything may come late, twice or in another order. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Random } from '@infoskjerm/shared/testing/random.ts'
import type { Wire } from '../../controller/realtime/lane.ts'
import type { Timeline } from './timeline.ts'

/** Chances of what happens to a message, and how long it takes at most (ms). */
export interface Weather {
  readonly delayMs: number
  readonly lost: number
  readonly twice: number
  readonly overtakes: number
}

export const fair: Weather = { delayMs: 40, lost: 0, twice: 0, overtakes: 0 }

/** A line that lost something is given up within this (ms). */
const breaksWithinMs = 6_000

export interface Line {
  readonly wire: Wire
  readonly up: (arrives: () => void) => void
  readonly close: () => void
  /** Since when nothing ever happened to what is on its way (ms); null: now something may. */
  readonly soundSinceMs: () => number | null
  /** What is unsent, in messages. */
  readonly unsent: () => number
}

export interface LineOptions {
  readonly timeline: Timeline
  readonly random: Random
  readonly weather: () => Weather
  /** Whether nothing leaves the controller's end at the moment. */
  readonly isStalled: () => boolean
  readonly arrives: (data: Buffer) => void
  readonly broken: () => void
}

/** One connection, from its opening to its end. */
export function createLine({ timeline, random, weather, isStalled, arrives, broken }: LineOptions): Line {
  const last = { up: 0, down: 0 }
  const unsent: Buffer[] = []
  let isOpen = true
  let isDoomed = false
  let soundSinceMs: number | null = null
  const stop = (): void => {
    if (!isOpen) return
    isOpen = false
    broken()
  }

  function carry(way: 'up' | 'down', arrive: () => void): void {
    const { delayMs, lost, twice, overtakes } = weather()
    if (random.chance(lost)) {
      if (!isDoomed) timeline.after(random.below(breaksWithinMs), stop)
      isDoomed = true
      return
    }
    const atMs = timeline.nowMs() + 1 + random.below(delayMs)
    const isFree = random.chance(overtakes)
    const due = isFree ? atMs : Math.max(atMs, last[way])
    if (!isFree) last[way] = due
    const deliver = (): void => (isOpen ? arrive() : undefined)
    timeline.after(due - timeline.nowMs(), deliver)
    if (random.chance(twice)) timeline.after(due - timeline.nowMs() + random.below(delayMs), deliver)
  }

  function drain(): void {
    if (isStalled()) return void timeline.after(200, drain)
    for (const data of unsent.splice(0)) carry('down', () => arrives(data))
  }

  return {
    wire: {
      readyState: 1,
      // A line that stalls has something large ahead of what comes now.
      get bufferedAmount() {
        return isStalled() || unsent.length > 0 ? limits.unsentBytes + unsent.length * 1_000 - 1_000 : 0
      },
      _sender: {
        sendFrame: ([data]) => {
          if (!isStalled() && unsent.length === 0) return carry('down', () => arrives(data))
          if (unsent.push(data) === 1) drain()
        },
      },
      terminate: stop,
    },
    up: (arrive) => carry('up', arrive),
    close: stop,
    unsent: () => unsent.length,
    soundSinceMs: () => {
      const { lost, overtakes, twice, delayMs } = weather()
      const isSound =
        isOpen && !isDoomed && !isStalled() && unsent.length === 0 && lost + overtakes + twice === 0 && delayMs === fair.delayMs
      soundSinceMs = isSound ? (soundSinceMs ?? timeline.nowMs()) : null
      return soundSinceMs
    },
  }
}
