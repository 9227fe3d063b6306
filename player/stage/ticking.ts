/** Re-renders an element when a full second (or minute) of synced time begins. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from './context.ts'

/** One timer, set anew to each boundary so that a slewed or stepped clock is followed at once. A still glass ticks once a minute, a hidden page not at all. */
export class Ticking implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly context: StageContext | null }
  readonly #every: 'second' | 'minute'
  readonly #shown = (): void => this.#tick()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(host: ReactiveControllerHost & { readonly context: StageContext | null }, every: 'second' | 'minute') {
    this.#host = host
    this.#every = every
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#shown)
    this.#schedule()
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#shown)
    this.#stop()
  }

  /** A new context may bring a new clock or stillness. */
  hostUpdated(): void {
    this.#schedule()
  }

  #schedule(): void {
    this.#stop()
    const context = this.#host.context
    if (context === null || document.visibilityState === 'hidden') return
    const stepMs = this.#every === 'minute' || context.still ? minuteMs : secondMs
    const nowMs = context.now()
    this.#timer = setTimeout(() => this.#tick(), stepMs - (((nowMs % stepMs) + stepMs) % stepMs))
  }

  #tick(): void {
    this.#timer = null
    this.#host.requestUpdate()
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
