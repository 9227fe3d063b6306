/** The band that says that all screens show their names, with *Slå av*; nothing while they do not. */
import type { NamesResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { may, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { attempt, toast } from './toast.ts'

/** Switches the names of all screens on or off. */
export async function showNames(shown: boolean): Promise<void> {
  const written = await attempt(() => api.put<Written<NamesResource>>('/names', { shown }))
  const words = say().screens
  if (written !== null) toast(shown ? words.namesShown : words.namesHidden, { undo: written.revision })
}

@customElement('is-screen-names')
export class ScreenNames extends CrewElement {
  protected readonly live = new LiveController(this)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .band {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
        padding: var(--s2) var(--s6);
        background: var(--blue-soft);
      }
      @media (max-width: 767px) {
        .band {
          padding-inline: var(--s4);
        }
      }
    `,
  ]

  protected override render() {
    const { names } = live
    if (names === null || !names.shown) return nothing
    const words = say().screens
    const since = names.since === null ? '' : times().since(fromText(names.since), live.now())
    return html`<div class="band" role="status">
      <span class="grow"
        ><strong>${words.namesOn}</strong>
        ${names.by === null ? nothing : html`<span class="muted">${words.namesBy(names.by, since)}</span>`}</span
      >
      ${may('edit') ? html`<button class="button" @click=${() => showNames(false)}>${words.namesOff}</button>` : nothing}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-names': ScreenNames
  }
}
