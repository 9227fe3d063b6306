/** Saves what somebody is typing: after a pause, one request at a time, the newest wins. */

/** `waiting`: typed, not yet sent. `failed` keeps what was typed and waits for `flush` or more typing. */
export type DraftState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed'

export interface Draft<T> {
  readonly state: DraftState
  /** Why the last save failed; null otherwise. */
  readonly problem: unknown
  /** Takes what is typed now; it is saved when the typing pauses. */
  readonly type: (value: T) => void
  /** Saves at once what is not saved yet. Resolves when nothing is left to save, or the save failed. */
  readonly flush: () => Promise<void>
  /** Forgets what is not saved yet and waits for a save under way, so that nothing typed earlier arrives later. */
  readonly drop: () => Promise<void>
}

export interface DraftOptions<T> {
  readonly save: (value: T) => Promise<unknown>
  /** Pause in typing before a save (ms). */
  readonly delayMs: number
  readonly changed: () => void
  readonly setTimer: (run: () => void, ms: number) => unknown
  readonly clearTimer: (timer: unknown) => void
}

/** A keeper of one draft. */
export function createDraft<T>(options: DraftOptions<T>): Draft<T> {
  let state: DraftState = 'idle'
  let problem: unknown = null
  let unsaved: { readonly value: T } | null = null
  let timer: unknown = null
  let running: Promise<void> | null = null

  const enter = (next: DraftState): void => {
    state = next
    options.changed()
  }
  const stopTimer = (): void => {
    if (timer !== null) options.clearTimer(timer)
    timer = null
  }
  const saveAll = async (): Promise<void> => {
    while (unsaved !== null) {
      const taken = unsaved
      unsaved = null
      enter('saving')
      try {
        await options.save(taken.value)
        problem = null
      } catch (error) {
        problem = error
        unsaved ??= taken
        enter('failed')
        return
      }
    }
    enter('saved')
  }
  const flush = (): Promise<void> => {
    stopTimer()
    if (running !== null) return running
    if (unsaved === null) return Promise.resolve()
    running = saveAll().finally(() => {
      running = null
    })
    return running
  }

  return {
    get state() {
      return state
    },
    get problem() {
      return problem
    },
    type(value) {
      unsaved = { value }
      stopTimer()
      timer = options.setTimer(() => void flush(), options.delayMs)
      if (state !== 'saving') enter('waiting')
    },
    flush,
    async drop() {
      stopTimer()
      unsaved = null
      await running
      unsaved = null
      problem = null
      enter('idle')
    },
  }
}
