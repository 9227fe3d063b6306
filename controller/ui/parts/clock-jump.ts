/** `<is-clock-jump>`: says that the controller's machine was set to another time, and lets whoever may do so follow it. Nothing while it was not. */
import type { ClockResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, Resource } from '../live.ts'
import { may, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { attempt, toast } from './toast.ts'

/** Nobody sets a clock so often that this is too late (ms). */
const lookEveryMs = 30_000

@customElement('is-clock-jump')
export class ClockJump extends CrewElement {
  protected readonly venue = new VenueController(this)
  private readonly clock = new Resource<ClockResource>(this, () => (may('all') ? '/clock' : null), ['settings'])
  private timer: ReturnType<typeof setInterval> | null = null

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      .card {
        display: grid;
        gap: var(--s3);
        padding: var(--s4);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.timer = setInterval(() => void this.clock.reload(), lookEveryMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.timer !== null) clearInterval(this.timer)
  }

  private readonly follow = async (): Promise<void> => {
    const { value } = this.clock
    if (value === null) return
    const followed = await attempt(() => api.post<ClockResource>('/clock/accept', { movedMs: value.movedMs }))
    if (followed !== null) toast(say().settings.clockFollowed, { undo: null })
    live.askTime()
    await this.clock.reload()
  }

  protected override render() {
    const movedMs = this.clock.value?.movedMs ?? 0
    if (movedMs === 0) return nothing
    const words = say().settings
    const now = live.now()
    return html`<section class="card" role="status">
      <strong>${words.clockMoved(times().clock(now))}</strong>
      <span>${words.clockMovedText(times().clock((now + movedMs) as typeof now))}</span>
      <div><button class="button" @click=${() => void this.follow()}>${words.clockFollow}</button></div>
    </section>`
  }
}
