/** `<is-screen-reported>`: what a screen should show beside what it says it shows, and what it says of itself, in plain words. */
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { scenes } from '../scenes.ts'
import { venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { icons } from './icons.ts'
import { detailTroubles, expectedText, reportedText } from './screen-reported-text.ts'

@customElement('is-screen-reported')
export class ScreenReported extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s2);
        padding: var(--s3) var(--s4);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s2) var(--s4);
      }
      dt {
        color: var(--muted);
        font-size: var(--t-small);
      }
      dd {
        display: flex;
        align-items: baseline;
        gap: 6px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      dd svg {
        flex: none;
        width: 16px;
        height: 16px;
        align-self: start;
        margin-top: 4px;
      }
      .right {
        color: var(--green-text);
      }
      .wrong {
        color: var(--red-text);
      }
      .unsure {
        color: var(--muted);
      }
    `,
  ]

  protected override render(): TemplateResult | typeof nothing {
    const screen = venue.screens.find((one) => one.id === this.screen)
    const status = live.statuses.find((one) => one.screen === this.screen)
    if (screen === undefined || status === undefined || status.state === 'unpaired') return nothing
    const words = say().now.reported
    const seen = scenes.at(screen, live.now(), true, () => this.requestUpdate())
    const { text, tone } = reportedText(status, seen?.scene ?? null)
    const keysUntil = status.state === 'silent' ? null : (status.details?.keysUntil ?? null)
    return html`<div class="card">
      <dl aria-label=${words.title}>
        <div>
          <dt>${words.expected}</dt>
          <dd>${seen === null ? say().now.state.unknown : expectedText(seen.scene)}</dd>
        </div>
        <div>
          <dt>${words.reported}</dt>
          <dd class=${tone}>${tone === 'right' ? icons.check : nothing}${text}</dd>
        </div>
      </dl>
      ${keysUntil === null || keysUntil <= live.now() ? nothing : html`<p>${say().themes.keysHeld(times().clock(keysUntil))}</p>`}
      ${status.details === null || status.state === 'silent' ? nothing : detailTroubles(status.details, (slide) => scenes.slideName(screen, slide)).map((text) => html`<p>${text}</p>`)}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-reported': ScreenReported
  }
}
