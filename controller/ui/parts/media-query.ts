/** Whether a media query holds, for an element that shows something else then. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** The width below which the pages are those of a phone. */
export const phone = '(max-width: 767px)'

/** Renders its host again when the answer changes. */
export class MediaQuery implements ReactiveController {
  private readonly list: MediaQueryList
  private readonly listener: () => void

  constructor(host: ReactiveControllerHost, query: string) {
    this.list = matchMedia(query)
    this.listener = () => host.requestUpdate()
    host.addController(this)
  }

  get holds(): boolean {
    return this.list.matches
  }

  hostConnected(): void {
    this.list.addEventListener('change', this.listener)
  }

  hostDisconnected(): void {
    this.list.removeEventListener('change', this.listener)
  }
}
