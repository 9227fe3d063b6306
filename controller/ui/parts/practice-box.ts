/** `<is-practice-box>`: a box that is not there, with the code that it would show, to be connected while practising. */
import '@infoskjerm/player/stage/boards/pairing.ts'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../api.ts'
import { LiveController } from '../live.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

/** A code on the glass of a box that has just been switched on (ms). */
const freshMs = 10 * minuteMs

@customElement('is-practice-box')
export class PracticeBox extends CrewElement {
  protected readonly live = new LiveController(this)

  static override styles = [
    controls,
    css`
      figure {
        margin: 0;
        display: grid;
        gap: var(--s2);
      }
      .glass {
        position: relative;
        aspect-ratio: 16 / 9;
        overflow: hidden;
        border-radius: var(--r2);
        contain: strict;
        pointer-events: none;
        user-select: none;
      }
    `,
  ]

  protected override render() {
    const words = say().practice
    const { code } = api.practice
    return html`<figure>
      <div class="glass" aria-hidden="true"><is-pairing-board .code=${code} .leftMs=${freshMs}></is-pairing-board></div>
      <figcaption class="small muted">${words.box}<span class="visually-hidden">${words.boxShows([...code].join(' '))}</span></figcaption>
    </figure>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-practice-box': PracticeBox
  }
}
