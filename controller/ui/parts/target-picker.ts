/** *Hvor*: which screens something is for, by area, tag and name; says how many screens that is. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { areaName, mayEverywhere, mayIn, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { nothingPicked, screensOf, type Selection, type SelectionKind, selectionOf, targetOf, toggled } from './target-selection.ts'

/** Fires `change` with the new `Target` as detail. */
@customElement('is-target')
export class TargetPicker extends CrewElement {
  @property({ attribute: false }) value: Target = { kind: 'all' }
  /** Without tags and single screens, where only large strokes make sense. */
  @property({ type: Boolean }) coarse = false
  @property({ type: Boolean }) disabled = false
  /** Whether every place is offered, whatever may be edited there: what is chosen asks another right, or none. */
  @property({ type: Boolean }) anywhere = false
  @state() private search = ''
  @state() private naming = false
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .group {
        display: grid;
        gap: var(--s2);
      }
      .group > .label {
        font-size: var(--t-small);
        font-weight: 600;
        color: var(--ink-2);
      }
      .choice .count {
        margin-left: var(--s2);
        font-weight: 500;
        opacity: 0.7;
      }
      .screens {
        max-height: 280px;
        overflow: auto;
      }
      .sum {
        font-weight: 650;
      }
    `,
  ]

  private pick(selection: Selection): void {
    this.value = targetOf(selection)
    this.dispatchEvent(new CustomEvent<Target>('change', { detail: this.value }))
  }

  private chip(text: string, count: number | null, pressed: boolean, pick: () => void) {
    return html`<button type="button" class="choice" aria-pressed=${pressed} ?disabled=${this.disabled} @click=${pick}>
      ${text}${count === null ? nothing : html`<span class="count tabular">${count}</span>`}
    </button>`
  }

  private group(label: string, kind: SelectionKind, ids: readonly { id: string; name: string; count: number }[], selection: Selection) {
    if (ids.length === 0) return nothing
    return html`<div class="group" role="group" aria-label=${label}>
      <span class="label">${label}</span>
      <div class="choices">
        ${ids.map((one) =>
          this.chip(one.name, one.count, selection[kind].includes(one.id), () => this.pick(toggled(selection, kind, one.id))),
        )}
      </div>
    </div>`
  }

  /** Whether it may go where screens may come to hang that nobody thinks of now: everywhere, or by tag. */
  private get widely(): boolean {
    return this.anywhere || mayEverywhere()
  }

  /** Those that may be picked, and those that are. */
  private screens(selection: Selection): readonly ScreenResource[] {
    return venue.screens.filter(({ id, area }) => this.anywhere || mayIn([area]) || selection.screens.includes(id))
  }

  private named(selection: Selection) {
    const words = say().common
    if (!this.naming && selection.screens.length === 0)
      return html`<div>
        <button type="button" class="button quiet" ?disabled=${this.disabled} @click=${() => (this.naming = true)}>
          ${words.pickScreens}
        </button>
      </div>`
    const wanted = this.search.trim().toLocaleLowerCase()
    const shown = this.screens(selection).filter((screen) => `${screen.name} ${areaName(screen.area)}`.toLocaleLowerCase().includes(wanted))
    return html`<div class="group" role="group" aria-label=${words.namedScreens}>
      <span class="label">${words.namedScreens}</span>
      ${
        this.screens(selection).length > 12
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
      <div class="choices screens">
        ${shown.map((screen) =>
          this.chip(screen.name, null, selection.screens.includes(screen.id), () => this.pick(toggled(selection, 'screens', screen.id))),
        )}
      </div>
    </div>`
  }

  protected override render() {
    const words = say().common
    const known = selectionOf(this.value)
    const selection = known ?? nothingPicked
    const count = screensOf(this.value, venue.screens).length
    const tags = [...new Set(venue.screens.flatMap((screen) => screen.tags))]
      .filter((tag) => this.widely || selection.tags.includes(tag))
      .sort()
    const open = venue.areas.filter(({ id }) => this.anywhere || mayIn([id]) || selection.areas.includes(id))
    const areas = open.map(({ id, name }) => ({ id, name, count: venue.screens.filter((screen) => screen.area === id).length }))
    return html`
      ${
        this.widely || selection.all
          ? html`<div class="choices">
              ${this.chip(words.allScreens, venue.screens.length, selection.all, () =>
                this.pick(selection.all ? nothingPicked : { ...nothingPicked, all: true }),
              )}
            </div>`
          : nothing
      }
      ${this.group(words.areas, 'areas', areas, selection)}
      ${
        this.coarse
          ? nothing
          : html`${this.group(
              words.tags,
              'tags',
              tags.map((tag) => ({ id: tag, name: tag, count: venue.screens.filter((screen) => screen.tags.includes(tag)).length })),
              selection,
            )}${this.named(selection)}`
      }
      ${known === null ? html`<p class="muted small">${words.otherTarget}</p>` : nothing}
      <p class="sum" aria-live="polite">${count === 0 ? words.noScreensPicked : words.screens(count)}</p>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-target': TargetPicker
  }
}
