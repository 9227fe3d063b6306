/** `<is-running>`: one thing that stands on screens for a while: what, where, who shows it, how long it has left; its buttons are handed in. */
import { type Instant, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { scenes } from '../scenes.ts'
import { venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { madeInPractice } from './practice-world.ts'
import { entryIn, type Shown, shownBy } from './running-shown.ts'

/** A screen gets this long before it is named as missing (ms). */
const patienceMs = 6_000

/** Most screens named as missing. */
const named = 3

/** Slot: the buttons. */
@customElement('is-running')
export class Running extends CrewElement {
  @property() heading = ''
  /** Where it stands, in words. */
  @property() where = ''
  @property() by = ''
  @property({ attribute: false }) screens: readonly string[] = []
  /** The entry by which screens show it; '' where that is not told (what takes turns with others). */
  @property() entry = ''
  @property({ attribute: false }) from: Instant | null = null
  /** Null: without end. */
  @property({ attribute: false }) until: Instant | null = null
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .head {
        display: flex;
        align-items: baseline;
        gap: var(--s3);
      }
      .left {
        flex: none;
        font-weight: 650;
      }
      h3 {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      h3:focus-visible {
        outline: none;
      }
      .shown {
        font-weight: 600;
      }
      progress {
        width: 100%;
        height: 4px;
        appearance: none;
        border: 0;
        border-radius: var(--r-full);
        overflow: clip;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--blue);
        transition: width var(--slow) var(--ease);
      }
      progress::-moz-progress-bar {
        background: var(--blue);
      }
      slot {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
      }
    `,
  ]

  /** Leads the keyboard and the screen reader here, without moving the page. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus({ preventScroll: true }))
  }

  private get left(): string {
    const words = say().notice
    const now = live.now()
    if (this.from !== null && this.from > now) return words.startsAt(times().relative(this.from, now))
    if (this.until === null) return words.forGood
    return words.left(leftText(this.until, now))
  }

  private shown({ meant, missing }: Shown) {
    const words = say().notice
    if (madeInPractice(this.entry)) return html`<p class="shown">${say().practice.onlyHere}</p>`
    const n = meant.length - missing.length
    if (meant.length === 0) return html`<p class="muted">${words.noneInService}</p>`
    if (missing.length === 0) return html`<p class="shown" role="status">${words.allShow(meant.length)}</p>`
    const late = this.from !== null && live.now() - this.from > patienceMs
    const names = missing.slice(0, named).map(({ name }) => name)
    return html`<p class="shown tabular" role="status">${words.shows(n, meant.length)}</p>
      <progress max=${meant.length} .value=${n} aria-hidden="true"></progress>
      ${late ? html`<p class="small muted">${words.missing(names.join(', '), missing.length - names.length)}</p>` : nothing}`
  }

  protected override render() {
    const begun = this.from === null || this.from <= live.now()
    const shown = shownBy(this.entry, this.screens, venue.screens, live.statuses, (screen) =>
      entryIn(scenes.at(screen, live.now(), true, () => this.requestUpdate())?.scene ?? null),
    )
    return html`
      <div class="head">
        <h3 tabindex="-1">${this.heading}</h3>
        <span class="left tabular" role="timer">${this.left}</span>
      </div>
      ${this.entry === '' || !begun ? nothing : this.shown(shown)}
      <p class="small muted">${this.where}${this.by === '' ? '' : ` · ${say().notice.by(this.by)}`}</p>
      <slot></slot>
    `
  }
}

/** How long is left, counting down by the second at the end, by the minute before; never less than there is. */
export function leftText(until: Instant, now: Instant): string {
  const leftMs = Math.max(0, until - now)
  const step = leftMs > 10 * minuteMs ? minuteMs : secondMs
  return times().length(Math.ceil(leftMs / step) * step)
}

declare global {
  interface HTMLElementTagNameMap {
    'is-running': Running
  }
}
