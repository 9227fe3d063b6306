/** Re-renders an element at each step of its turn, counted from when the turn began: so two screens take each step together, and a still one takes them too. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { StageContext } from './context.ts'

interface Host extends ReactiveControllerHost {
  readonly context: StageContext | null
  readonly since: Instant | null
}

export class Turning implements ReactiveController {
  readonly #host: Host
  /** How long each step is (ms); null: there are none. */
  readonly #stepMs: () => number | null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(host: Host, stepMs: () => number | null) {
    this.#host = host
    this.#stepMs = stepMs
    host.addController(this)
  }

  /** Since the turn began, in synced time (ms); 0 before it and in a preview. */
  get elapsedMs(): number {
    const { context, since } = this.#host
    return context === null || since === null ? 0 : Math.max(0, context.now() - since)
  }

  hostUpdated(): void {
    this.#stop()
    const stepMs = this.#stepMs()
    if (stepMs === null || this.#host.since === null) return
    this.#timer = setTimeout(() => this.#host.requestUpdate(), stepMs - (this.elapsedMs % stepMs))
  }

  hostDisconnected(): void {
    this.#stop()
  }

  hostConnected(): void {
    this.#host.requestUpdate()
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
