/** `<is-practice-name>`: the name of a screen as it would stand on its glass, by the real renderer. */
import '@infoskjerm/player/stage/boards/name.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { areaName, venue, VenueController } from '../venue.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

@customElement('is-practice-name')
export class PracticeName extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        aspect-ratio: 16 / 9;
        overflow: hidden;
        border-radius: var(--r1);
        contain: strict;
        pointer-events: none;
      }
    `,
  ]

  protected override render() {
    const screen = venue.screens.find(({ id }) => id === this.screen)
    if (screen === undefined) return nothing
    return html`<is-name-board .name=${screen.name} .area=${areaName(screen.area)}></is-name-board>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-practice-name': PracticeName
  }
}
