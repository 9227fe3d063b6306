/** The direction of an exit as seen by somebody who stands before the screen: a pad of four arrows round it. */
import type { Direction } from '@infoskjerm/shared/model/screen.ts'
import { css, html, svg, type SVGTemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

const places: readonly (readonly [Direction, number, number])[] = [
  ['up', 2, 1],
  ['left', 1, 2],
  ['right', 3, 2],
  ['down', 2, 3],
]
const turned: Readonly<Record<Direction, number>> = { up: 0, right: 90, down: 180, left: 270 }

/** An arrow that points there. */
export function arrow(direction: Direction): SVGTemplateResult {
  return svg`<svg class="arrow" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><g transform=${`rotate(${turned[direction]} 12 12)`}><path d="M12 20V4.500M5.500 11 12 4.500l6.500 6.500"/></g></svg>`
}

/** Fires `change` with the `Direction`. */
@customElement('is-screen-direction')
export class ScreenDirection extends CrewElement {
  @property() value: Direction = 'right'
  /** What it is the direction of, for who cannot see the pad. */
  @property() label = ''

  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        grid-template: repeat(3, 48px) / repeat(3, 48px);
        gap: var(--s1);
      }
      .choice {
        justify-content: center;
        padding: 0;
        border-radius: var(--r2);
      }
      .glass {
        grid-area: 2 / 2;
        display: grid;
        place-items: center;
      }
      .glass span {
        width: 40px;
        height: 24px;
        border-radius: 4px;
        background: var(--glass);
        box-shadow: 0 0 0 1px var(--line-strong);
      }
    `,
  ]

  private pick(direction: Direction): void {
    this.value = direction
    this.dispatchEvent(new CustomEvent<Direction>('change', { detail: direction }))
  }

  protected override render() {
    const words = say().screens
    return html`<fieldset aria-label=${`${words.direction}: ${this.label}`}>
      ${places.map(
        ([direction, column, row]) =>
          html`<label class="choice" style=${`grid-area: ${row} / ${column}`} title=${words.directions[direction]}
            ><input
              type="radio"
              name="direction"
              aria-label=${words.directions[direction]}
              .checked=${direction === this.value}
              @change=${(event: Event) => {
                event.stopPropagation()
                this.pick(direction)
              }}
            />${arrow(direction)}</label
          >`,
      )}
      <span class="glass" aria-hidden="true"><span></span></span>
    </fieldset>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-direction': ScreenDirection
  }
}
