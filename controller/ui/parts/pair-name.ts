/** Lets a screen that was just connected say its name, as soon as it is heard from. */
import { api, ApiProblem } from '../api.ts'
import { live } from '../live.ts'

/** A box that is not heard from within this (ms) needs somebody anyway. */
const waitMs = 15_000

/** Asks for the name once the screen has reported; nothing comes of it where it never does. */
export function nameWhenHeard(screen: string): void {
  const since = live.now()
  const ask = async (): Promise<void> => {
    stop()
    try {
      await api.post(`/screens/${screen}/identify`, {})
    } catch (problem) {
      // The screen is connected, which has been said; its name can be asked for again.
      if (!(problem instanceof ApiProblem)) throw problem
    }
  }
  const stopListening = live.subscribe(() => {
    const status = live.statuses.find((one) => one.screen === screen)
    if (status !== undefined && status.heardAt !== null && status.heardAt >= since) void ask()
  })
  const timer = setTimeout(stopListening, waitMs)
  const stop = (): void => {
    clearTimeout(timer)
    stopListening()
  }
}
