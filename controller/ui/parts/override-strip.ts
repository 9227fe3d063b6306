/** On every page while an emergency message is on the screens: what it says and how many show it. */
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { actionOf } from '../override-words.ts'
import { language, say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

@customElement('is-override-strip')
export class OverrideStrip extends CrewElement {
  protected readonly live = new LiveController(this)

  static override styles = [
    controls,
    css`
      a {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s4);
        min-height: 48px;
        padding: var(--s2) var(--s6);
        background: var(--red);
        color: var(--on-red);
        font-weight: 650;
        text-decoration: none;
      }
      a.exercise {
        background: light-dark(#5a2a82, #6d3a98);
      }
      @media (max-width: 767px) {
        a {
          padding-inline: var(--s4);
        }
      }
    `,
  ]

  protected override render() {
    const running = live.overrides?.overrides.find((one) => one.ending === null)
    const progress = live.overrides?.progress.find((one) => one.override === running?.id)
    if (running === undefined) return nothing
    const words = say()
    const text = actionOf(running.template, language())
    return html`<a href="/override" class=${running.status}>
      <span>${running.status === 'exercise' ? words.now.exercise(text) : words.now.overridden(text)}</span>
      ${progress === undefined ? nothing : html`<span class="tabular">${words.override.of(progress.drawn.length, progress.screens.length)}</span>`}
    </a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-override-strip': OverrideStrip
  }
}
