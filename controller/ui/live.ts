/** What the page knows as it happens: the one link to the gateway, and the controllers that keep elements in step with it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { io } from 'socket.io-client'
import { api } from './api.ts'
import { createCrewLink, type CrewSocket } from './crew-link.ts'
import { overPractice } from './parts/practice-live.ts'
import { stepping } from './stepping.ts'

export { Resource } from './resource.ts'

const link = createCrewLink({
  socket: io('/crew', { autoConnect: false, transports: ['websocket'], reconnectionDelayMax: 4_000 }) as unknown as CrewSocket,
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  every: (ms, call) => {
    const timer = setInterval(call, ms)
    return () => clearInterval(timer)
  },
})

/** The one link of the page; the shell starts it when somebody has signed in. What is practised lies over it. */
export const live = overPractice(link, api.practice)

/** Renders its host again when anything of `live`, or of what people step and shift, has changed, and every `everyMs` for relative times (0: never). */
export class LiveController implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly everyMs: number
  private stop: (() => void) | null = null
  private timer: ReturnType<typeof setInterval> | null = null

  constructor(host: ReactiveControllerHost, everyMs = 0) {
    this.host = host
    this.everyMs = everyMs
    host.addController(this)
  }

  hostConnected(): void {
    const changed = () => this.host.requestUpdate()
    const stops = [live.subscribe(changed), stepping.subscribe(changed)]
    this.stop = () => {
      for (const stop of stops) stop()
    }
    if (this.everyMs > 0) this.timer = setInterval(() => this.host.requestUpdate(), this.everyMs)
  }

  hostDisconnected(): void {
    this.stop?.()
    if (this.timer !== null) clearInterval(this.timer)
    this.timer = null
  }
}
