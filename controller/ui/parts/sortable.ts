/** `<is-sortable>`: a list people put in order by dragging a handle, by Alt and arrow keys, or by lifting a row and moving it. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { createDrag, type Drag } from './sortable-drag.ts'
import { moved, sameOrder } from './sortable-order.ts'

/** `label` is what a screen reader calls the row. */
export interface SortableItem {
  readonly id: string
  readonly label: string
}

/** Movement of the pointer before a press becomes a drag (px). */
const dragAfterPx = 5

/** Each row's content is a child of the element with `slot=<id>`. Event `sort` carries the new order of ids. */
@customElement('is-sortable')
export class Sortable extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      ol {
        position: relative;
        display: grid;
        gap: var(--s2);
      }
      li {
        display: flex;
        align-items: center;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r3);
        transition: transform var(--fast) var(--ease);
      }
      li.dragged {
        transition: none;
        position: relative;
        z-index: 2;
        box-shadow: var(--lift);
        border-color: var(--blue);
      }
      li.lifted {
        border-color: var(--blue);
        box-shadow: 0 0 0 1px var(--blue);
      }
      .handle {
        flex: none;
        align-self: stretch;
        display: grid;
        place-items: center;
        width: 44px;
        min-height: 56px;
        border-radius: var(--r3) 0 0 var(--r3);
        color: var(--muted);
        cursor: grab;
        touch-action: none;
      }
      .handle:hover {
        color: var(--ink);
      }
      .dragged .handle {
        cursor: grabbing;
      }
      .content {
        flex: 1;
        min-width: 0;
      }
      .steps {
        display: flex;
        gap: var(--s1);
        padding-right: var(--s2);
      }
    `,
  ]

  @property({ attribute: false }) items: readonly SortableItem[] = []
  @state() private lifted: { readonly id: string; readonly order: readonly string[] } | null = null
  @state() private dragged: string | null = null
  @state() private said = ''
  @query('ol') private list!: HTMLElement
  private drag: Drag | null = null
  private press: { readonly id: string; readonly y: number } | null = null
  private dragJustEnded = false
  private focusNext: string | null = null

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    if (this.focusNext === null) return
    this.handleOf(this.focusNext)?.focus()
    this.focusNext = null
  }

  override render(): TemplateResult {
    const order = this.order
    return html`
      <p id="help" class="visually-hidden">${say().playlists.sort.help}</p>
      <ol>
        ${repeat(
          order,
          (id) => id,
          (id, at) => this.row(id, at, order.length),
        )}
      </ol>
      <div class="visually-hidden" role="status" aria-live="assertive">${this.said}</div>
    `
  }

  private row(id: string, at: number, of: number): TemplateResult {
    const lifted = this.lifted?.id === id
    const words = say().playlists.sort
    return html`<li class=${lifted ? 'lifted' : this.dragged === id ? 'dragged' : ''}>
      <button
        class="handle"
        data-id=${id}
        aria-label=${words.handle(this.labelOf(id), at + 1, of)}
        aria-describedby="help"
        aria-pressed=${lifted}
        @click=${() => this.clicked(id)}
        @keydown=${(event: KeyboardEvent) => this.key(event, id)}
        @pointerdown=${(event: PointerEvent) => this.pressed(event, id)}
        @pointermove=${this.pointed}
        @pointerup=${this.released}
        @pointercancel=${this.cancelled}
      >
        ${grip}
      </button>
      <div class="content"><slot name=${id}></slot></div>
      ${
        lifted
          ? html`<div class="steps">
              <button class="button icon" aria-label=${words.up(this.labelOf(id))} ?disabled=${at === 0} @click=${() => this.shift(-1)}>
                ↑
              </button>
              <button
                class="button icon"
                aria-label=${words.down(this.labelOf(id))}
                ?disabled=${at === of - 1}
                @click=${() => this.shift(1)}
              >
                ↓
              </button>
              <button class="button" @click=${() => this.clicked(id)}>${words.done}</button>
            </div>`
          : nothing
      }
    </li>`
  }

  private get order(): readonly string[] {
    const ids = this.items.map((item) => item.id)
    const kept = this.lifted?.order ?? []
    return kept.length === ids.length && kept.every((id) => ids.includes(id)) ? kept : ids
  }

  private labelOf(id: string): string {
    return this.items.find((item) => item.id === id)?.label ?? ''
  }

  private handleOf(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`.handle[data-id="${id}"]`)
  }

  private announce(phrase: 'lifted' | 'moved' | 'dropped' | 'cancelled', id: string, order: readonly string[]): void {
    this.said = say().playlists.sort[phrase](this.labelOf(id), order.indexOf(id) + 1, order.length)
  }

  /** Space, Enter, a tap and a screen reader's press: lift, or drop what is lifted. */
  private clicked(id: string): void {
    if (this.dragJustEnded) {
      this.dragJustEnded = false
      return
    }
    if (this.lifted?.id !== id) {
      this.drop()
      this.lifted = { id, order: this.order }
      this.announce('lifted', id, this.order)
      return
    }
    this.announce('dropped', id, this.order)
    this.focusNext = id
    this.drop()
  }

  private drop(): void {
    const order = this.lifted?.order
    this.lifted = null
    if (order !== undefined) this.sorted(order)
  }

  private key(event: KeyboardEvent, id: string): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.key === 'Escape' && this.lifted !== null) {
      event.stopPropagation()
      this.lifted = null
      this.focusNext = id
      this.announce('cancelled', id, this.order)
    } else if (step !== 0 && this.lifted !== null) {
      event.preventDefault()
      this.shift(step)
    } else if (step !== 0 && event.altKey) {
      event.preventDefault()
      const order = moved(this.order, id, this.order.indexOf(id) + step)
      this.focusNext = id
      this.sorted(order)
      this.announce('moved', id, order)
    }
  }

  private shift(step: number): void {
    if (this.lifted === null) return
    const { id } = this.lifted
    const order = moved(this.order, id, Math.max(0, this.order.indexOf(id) + step))
    this.lifted = { id, order }
    this.focusNext = id
    this.announce('moved', id, order)
  }

  private pressed(event: PointerEvent, id: string): void {
    if (event.button !== 0 || this.lifted !== null) return
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    this.press = { id, y: event.clientY }
    this.dragJustEnded = false
  }

  private pointed(event: PointerEvent): void {
    if (this.press === null) return
    if (this.drag === null) {
      if (Math.abs(event.clientY - this.press.y) < dragAfterPx) return
      this.dragged = this.press.id
      this.drag = createDrag(this.list, this.order.indexOf(this.press.id), this.press.y)
    }
    this.drag.move(event.clientY)
  }

  private released(): void {
    const id = this.dragged
    const place = this.drag?.end() ?? null
    this.cancelled()
    if (id === null || place === null) return
    // The click that follows a drag on the same button must not lift; where the browser sends none, the next press resets this.
    this.dragJustEnded = true
    const order = moved(this.order, id, place)
    this.sorted(order)
    this.announce('dropped', id, order)
  }

  private cancelled(): void {
    this.drag?.end()
    this.drag = null
    this.dragged = null
    this.press = null
  }

  private sorted(order: readonly string[]): void {
    const before = this.items.map((item) => item.id)
    if (sameOrder(order, before)) return
    this.items = order.flatMap((id) => this.items.filter((item) => item.id === id))
    this.dispatchEvent(new CustomEvent<readonly string[]>('sort', { detail: order }))
  }
}

const grip = html`<svg width="12" height="20" viewBox="0 0 12 20" fill="currentColor" aria-hidden="true">
  <circle cx="3" cy="4" r="1.6" />
  <circle cx="9" cy="4" r="1.6" />
  <circle cx="3" cy="10" r="1.6" />
  <circle cx="9" cy="10" r="1.6" />
  <circle cx="3" cy="16" r="1.6" />
  <circle cx="9" cy="16" r="1.6" />
</svg>`

declare global {
  interface HTMLElementTagNameMap {
    'is-sortable': Sortable
  }
}
