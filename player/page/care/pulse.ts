/** Whether frames are painted, and how many: asked once a second as a rule, frame by frame only while somebody looks. */

export interface Pulse {
  /** Whether a frame that was asked for at the last call has been painted since; asks for the next. */
  readonly beat: () => boolean
  /** Counts every frame from now on, or no longer. */
  readonly count: (counts: boolean) => void
  /** Frames in the last second of counting. */
  readonly perSecond: () => number
}

/** An animation that nobody sees makes the browser compose each of the frames asked for, so that what is told is painting and not the running of a script. */
export function createPulse(parent: HTMLElement): Pulse {
  const speck = document.createElement('i')
  speck.ariaHidden = 'true'
  speck.style.cssText = 'position:absolute;inline-size:1px;block-size:1px;inset:auto 0 0 auto;opacity:.004;pointer-events:none'
  parent.append(speck)
  let painted = true
  let asked = false
  let turns = 0
  let counting = false
  const stamps: number[] = []

  const ask = (): void => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      speck.style.transform = `translateX(-${turns++ % 2}px)`
      // The second frame begins when the first one has been handed over.
      requestAnimationFrame(() => {
        asked = false
        painted = true
      })
    })
  }
  const step = (nowMs: number): void => {
    if (!counting) return
    stamps.push(nowMs)
    while ((stamps[0] ?? nowMs) < nowMs - 1_000) stamps.shift()
    requestAnimationFrame(step)
  }
  return {
    beat: () => {
      const was = painted
      painted = false
      ask()
      return was
    },
    count: (counts) => {
      const begins = counts && !counting
      counting = counts
      stamps.length = 0
      if (begins) requestAnimationFrame(step)
    },
    perSecond: () => Math.max(0, stamps.length - 1),
  }
}
