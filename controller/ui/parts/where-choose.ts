/** `<is-where-choose>`: areas first, then single screens or all of them; only places that what is sent may reach, and where one may. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { areaName, mayEverywhere, mayIn, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { nothingPicked, type Selection, selectionOf, targetOf, toggled } from './target-selection.ts'
import { aimOf, type Reaches } from './where-model.ts'

/** More screens than this are searched. */
const searchedFrom = 12

/** Fires `change` with the new `Target`. */
@customElement('is-where-choose')
export class WhereChoose extends CrewElement {
  @property({ attribute: false }) value: Target = targetOf(nothingPicked)
  @property() reaches: Reaches = 'everyone'
  @state() private naming = false
  @state() private search = ''
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .count {
        margin-left: var(--s2);
        font-weight: 500;
        opacity: 0.7;
      }
      .screens {
        max-height: 240px;
        overflow: auto;
        padding: 4px;
        margin: -4px;
      }
    `,
  ]

  private pick(selection: Selection): void {
    this.value = targetOf(selection)
    this.dispatchEvent(new CustomEvent<Target>('change', { detail: this.value }))
  }

  private chip(text: string, count: number | null, pressed: boolean, press: () => void): TemplateResult {
    return html`<button type="button" class="choice" aria-pressed=${pressed} @click=${press}>
      ${text}${count === null ? nothing : html`<span class="count tabular">${count}</span>`}
    </button>`
  }

  private named(screens: readonly ScreenResource[], selection: Selection): TemplateResult {
    const words = say().common
    const wanted = this.search.trim().toLocaleLowerCase()
    const found = screens.filter((screen) => `${screen.name} ${areaName(screen.area)}`.toLocaleLowerCase().includes(wanted))
    return html`${
        screens.length > searchedFrom
          ? html`<input
              class="input"
              type="search"
              aria-label=${words.search}
              placeholder=${words.search}
              .value=${this.search}
              @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <div class="choices screens" role="group" aria-label=${words.namedScreens}>
        ${found.map((screen) =>
          this.chip(screen.name, null, selection.screens.includes(screen.id), () => this.pick(toggled(selection, 'screens', screen.id))),
        )}
      </div>`
  }

  protected override render() {
    const words = say().common
    const selection = selectionOf(this.value) ?? nothingPicked
    const screens = aimOf({ kind: 'all' }, this.reaches, venue.screens).screens.filter(({ area }) => mayIn([area]))
    const areas = venue.areas
      .map(({ id, name }) => ({ id, name, count: screens.filter(({ area }) => area === id).length }))
      .filter(({ count }) => count > 0)
    const naming = this.naming || selection.screens.length > 0
    return html`
      <div class="choices" role="group" aria-label=${words.areas}>
        ${areas.map(({ id, name, count }) =>
          this.chip(name, count, selection.areas.includes(id), () => this.pick(toggled(selection, 'areas', id))),
        )}
      </div>
      ${naming ? this.named(screens, selection) : nothing}
      <div class="choices">
        ${
          naming
            ? nothing
            : html`<button type="button" class="choice" aria-expanded="false" @click=${() => (this.naming = true)}>
                ${words.pickScreens}
              </button>`
        }
        ${
          mayEverywhere()
            ? this.chip(words.allScreens, screens.length, selection.all, () =>
                this.pick(selection.all ? nothingPicked : { ...nothingPicked, all: true }),
              )
            : nothing
        }
      </div>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-where-choose': WhereChoose
  }
}
