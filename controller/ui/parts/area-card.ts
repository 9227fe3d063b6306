/** One area on a phone: a row that opens to the first screen's picture, what comes next there, and the others small. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Seen } from '../health.ts'
import { live, LiveController } from '../live.ts'
import { scenes } from '../scenes.ts'
import { turnIn, upcoming } from '../upcoming.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { icons } from './icons.ts'
import './preview.ts'
import { areaDeeds } from './running-area.ts'
import './screen-card.ts'

/** Fires `fold` when its row is pressed and `choose` with a screen's id. */
@customElement('is-area-card')
export class AreaCard extends CrewElement {
  @property() name = ''
  @property({ attribute: false }) seen: readonly Seen[] = []
  /** Not null in the time machine. */
  @property({ attribute: false }) at: Instant | null = null
  @property({ type: Boolean }) open = false
  protected readonly live = new LiveController(this, 1_000)

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s2);
        padding: 0;
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--s2);
        width: 100%;
        min-height: 52px;
        padding: 0 var(--s4);
        text-align: left;
      }
      .head svg {
        flex: none;
        width: 18px;
        height: 18px;
        color: var(--muted);
        transform: rotate(90deg);
        transition: transform var(--fast) var(--ease);
      }
      .head[aria-expanded='true'] svg {
        transform: rotate(-90deg);
      }
      .inside {
        display: grid;
        gap: var(--s2);
        padding: 0 var(--s4) var(--s3);
      }
      .first {
        display: grid;
        gap: 6px;
        text-align: left;
      }
      .first .glass {
        display: grid;
        justify-items: center;
        border-radius: var(--r2);
        background: var(--glass);
        overflow: hidden;
      }
      .first .wide is-preview {
        width: 100%;
      }
      .first .tall is-preview {
        height: 260px;
      }
      .others {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--s1);
        margin-inline: -6px;
      }
      .others is-screen-card {
        --thumb: 84px;
      }
    `,
  ]

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('choose', { detail: id }))
  }

  /** What comes next on the screen, where anything does. */
  private next({ screen }: Seen) {
    const t = this.at ?? live.now()
    const next = upcoming(scenes, screen, t, this.at === null, 2)[1]
    return next === undefined ? nothing : html`<span class="muted small">${say().now.nextIs(turnIn(next, t), next.name)}</span>`
  }

  private first(one: Seen) {
    const { screen } = one
    const alone = this.seen.length === 1 && screen.name === this.name
    return html`<button class="first" @click=${() => this.choose(screen.id)}>
      <span class="glass ${screen.widthPx >= screen.heightPx ? 'wide' : 'tall'}">
        <is-preview moving .screen=${screen.id} .at=${this.at}></is-preview>
      </span>
      <span>${alone ? nothing : html`<strong>${screen.name}</strong><br />`}${this.next(one)}</span>
    </button>`
  }

  protected override render() {
    const [first, ...others] = this.seen
    if (first === undefined) return nothing
    const troubled = this.at === null ? this.seen.filter(({ health }) => health.trouble).length : 0
    return html`<section class="card" aria-label=${this.name}>
      <h3>
        <button class="head" aria-expanded=${this.open} @click=${() => this.dispatchEvent(new CustomEvent('fold'))}>
          <span class="grow clip">${this.name}</span>
          ${troubled === 0 ? nothing : html`<span class="chip red">${say().now.needYou(troubled)}</span>`}
          <span class="muted small">${say().common.screens(this.seen.length)}</span>
          ${icons.chevron}
        </button>
      </h3>
      ${
        this.open
          ? html`<div class="inside">
              ${this.first(first)}
              ${
                others.length === 0
                  ? nothing
                  : html`<div class="others">
                      ${repeat(
                        others,
                        ({ screen }) => screen.id,
                        ({ screen, health }) =>
                          html`<is-screen-card
                            .screen=${screen}
                            .health=${this.at === null ? health : null}
                            .at=${this.at}
                            @choose=${() => this.choose(screen.id)}
                          ></is-screen-card>`,
                      )}
                    </div>`
              }
              ${this.at === null ? html`<div class="row">${areaDeeds(first.screen.area, this.name, 'button')}</div>` : nothing}
            </div>`
          : nothing
      }
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-area-card': AreaCard
  }
}
