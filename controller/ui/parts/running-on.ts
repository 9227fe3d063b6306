/** `<is-running-on>`: what hands can do with one screen: send it a notice, take it over, and give it back while it is taken over. */
import type { TakeoverResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { Resource } from '../resource.ts'
import { fromText } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { leftText } from './running.ts'
import { attempt, toast } from './toast.ts'

@customElement('is-running-on')
export class RunningOn extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  private readonly takeovers = new Resource<readonly TakeoverResource[]>(this, () => '/takeovers', ['takeovers'])
  protected readonly live = new LiveController(this, 1_000)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
        border-color: var(--blue);
      }
    `,
  ]

  /** The one that stands on the glass: the last that began. */
  private get taken(): TakeoverResource | null {
    const now = live.now()
    const here = (this.takeovers.value ?? []).filter(
      ({ screens, endedAt, until }) => endedAt === null && fromText(until) > now && screens.includes(this.screen),
    )
    return here.toSorted((a, b) => fromText(b.from) - fromText(a.from))[0] ?? null
  }

  private async giveBack(takeover: TakeoverResource): Promise<void> {
    const written = await attempt(() => api.post<Written<TakeoverResource>>(`/takeovers/${takeover.id}/end`, {}))
    if (written === null) return
    this.takeovers.assume((this.takeovers.value ?? []).filter(({ id }) => id !== takeover.id))
    toast(say().takeover.givenBack, { undo: written.revision })
  }

  protected override render() {
    const words = say().takeover
    const { taken } = this
    return html`
      ${
        taken === null
          ? nothing
          : html`<div class="card">
              <span class="grow"
                ><strong>${words.isTaken}</strong>
                <span class="tabular">${say().notice.left(leftText(fromText(taken.until), live.now()))}</span><br /><span
                  class="small muted"
                  >${say().notice.by(taken.by)}</span
                ></span
              >
              <button class="button" @click=${() => this.giveBack(taken)}>${words.giveBack}</button>
            </div>`
      }
      <div class="row">
        <a class="button" href=${`/takeover/${this.screen}`}>${words.title}</a>
        <a class="button" href=${`/notice/${this.screen}`}>${say().notice.title}</a>
      </div>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-running-on': RunningOn
  }
}
