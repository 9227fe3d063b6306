/** `<is-happening>`: one happening as a row, and what one thumb can say of it right there. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Stage } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { standing } from './programme-day.ts'
import type { Deed } from './programme-deeds.ts'
import type { Item } from './programme-model.ts'
import { dayNote, inWords, plannedText, spanText, standingText } from './programme-text.ts'
import { happeningStyles } from './programme-row.styles.ts'

/** Minutes of the delays that are one press; the keys 1, 2 and 3. */
export const delays = [5, 10, 20] as const

/** Events: `choose` when the row is pressed, `deed` with a `Deed`, `step` with 1 or -1 for the next row or the one before. */
@customElement('is-happening')
export class HappeningRow extends CrewElement {
  static override styles = [controls, happeningStyles]

  @property({ attribute: false }) item: Item | null = null
  @property({ attribute: false }) stages: readonly Stage[] = []
  @property({ attribute: false }) now: Instant | null = null
  @property() dayBreak = '05:00'
  @property({ type: Boolean }) editable = false
  @property({ type: Boolean, reflect: true }) open = false
  @query('.head') private readonly head!: HTMLButtonElement
  @query('.panel') private readonly panel!: HTMLElement | null

  /** The row itself takes the focus. */
  override focus(): void {
    this.head.focus()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('open') === false) this.panel?.scrollIntoView({ block: 'nearest' })
  }

  override render(): TemplateResult | typeof nothing {
    const { item, now } = this
    if (item === null || now === null) return nothing
    const stand = standing(item.now, item.planned, now)
    const marks = standingText(stand, item, now, this.stages)
    const content = html`${this.time(item, now)}
      <span class="what">
        <span class=${item.now.cancelled ? 'title gone' : 'title'}>${inWords(item.now.title)}</span>
        ${
          marks.length === 0 && item.correction === null
            ? nothing
            : html`<span class="marks"> ${marks.map(({ text, tone }) => html`<span class=${`chip ${tone}`}>${text}</span>`)} </span>`
        }
      </span>`
    return html`<div class=${`happening ${stand.phase}`}>
      <button
        class="head"
        aria-expanded=${this.open}
        aria-keyshortcuts=${this.editable ? '1 2 3 Delete' : nothing}
        @click=${() => this.dispatchEvent(new CustomEvent('choose'))}
        @keydown=${this.key}
      >
        ${content}
      </button>
      ${item.correction === null || !(this.open || item.correction.stale) ? nothing : this.correction(item)}
      ${this.open ? this.panelOf(item, now) : nothing}
    </div>`
  }

  private time(item: Item, at: Instant): TemplateResult {
    const { now } = item
    const note = dayNote(now, at, this.dayBreak)
    const old = oldTime(item)
    return html`<span class="time tabular">
      <span class="span">
        <span
          ><strong>${times().clock(now.start)}</strong
          ><span class="end">${spanText(now).slice(times().clock(now.start).length)}</span></span
        >
        ${old === null ? nothing : html`<s>${old}</s>`}
      </span>
      ${note === '' ? nothing : html`<span class="small muted">${note}</span>`}
    </span>`
  }

  /** Who said what, and when; and whether the import has gone its own way since. */
  private correction(item: Item): TemplateResult {
    const words = say().programme
    const { by, at, stale } = item.correction!
    const now = this.now ?? at
    return html`<div class=${stale ? 'note stale' : 'note'}>
      ${stale ? html`<p>${words.stale(plannedText(item, this.stages))}</p>` : nothing}
      <p class="small">
        ${words.correctedBy(by, times().since(at, now))}${stale || !isElsewhere(item) ? nothing : html` ${words.was(plannedText(item, this.stages))}`}
      </p>
      ${
        stale && this.editable
          ? html`<div class="row">
              <button class="button" @click=${() => this.say({ kind: 'keep' })}>${words.keep}</button>
              <button class="button" @click=${() => this.say({ kind: 'revert' })}>${words.useProgramme}</button>
            </div>`
          : nothing
      }
    </div>`
  }

  private panelOf(item: Item, now: Instant): TemplateResult {
    return this.editable ? this.actions(item, now) : html`<p class="panel small muted">${say().common.only}</p>`
  }

  private actions(item: Item, now: Instant): TemplateResult {
    const words = say().programme
    const { cancelled, start, end, open } = item.now
    const begun = start <= now
    const running = begun && now < end
    const mayGoOn = begun && !open && now < later(end, limits.overrunMs)
    const plain = (kind: Exclude<Deed['kind'], 'delay'>, text: string, looks = 'button') =>
      html`<button class=${looks} @click=${() => this.say({ kind })}>${text}</button>`
    return html`<div class="panel" role="group" aria-label=${words.actionsFor(inWords(item.now.title))}>
      ${
        cancelled
          ? nothing
          : html`<div class="delays">
              ${delays.map(
                (minutes) =>
                  html`<button class="button large" @click=${() => this.say({ kind: 'delay', minutes })}>${words.plus(minutes)}</button>`,
              )}
            </div>`
      }
      <div class="rest">
        ${cancelled || !mayGoOn ? nothing : plain('open', words.stillOn)} ${cancelled || !running ? nothing : plain('over', words.overNow)}
        ${cancelled ? nothing : plain('move', words.moveTo)} ${cancelled ? nothing : plain('cancel', words.cancel)}
        ${item.correction === null ? nothing : plain('revert', words.revert)}
        ${cancelled && item.correction === null ? html`<p class="small muted">${words.cancelledThere}</p>` : nothing}
        ${plain('edit', words.edit, 'button quiet')}
      </div>
    </div>`
  }

  private say(deed: Deed): void {
    this.dispatchEvent(new CustomEvent<Deed>('deed', { detail: deed }))
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const deed = this.editable && this.item?.now.cancelled === false ? deedOf(event.key) : null
    if (step !== undefined) this.dispatchEvent(new CustomEvent<number>('step', { detail: step }))
    else if (deed !== null) this.say(deed)
    else return
    event.preventDefault()
  }
}

/** What a key says of the row that has the focus. */
function deedOf(key: string): Deed | null {
  const minutes = delays[['1', '2', '3'].indexOf(key)]
  if (minutes !== undefined) return { kind: 'delay', minutes }
  return key === 'Delete' ? { kind: 'cancel' } : null
}

/** Whether it stands at another time or place than planned. */
function isElsewhere({ now, planned }: Item): boolean {
  return now.start !== planned.start || now.end !== planned.end || now.stage !== planned.stage
}

/** The time first announced, where another one stands beside it: of the start, or of the end where only that has moved. */
function oldTime({ now, planned }: Item): string | null {
  const start = now.was?.start ?? planned.start
  if (start !== now.start) return times().clock(start)
  return now.open || planned.end === now.end || planned.start !== now.start ? null : times().clock(planned.end)
}

declare global {
  interface HTMLElementTagNameMap {
    'is-happening': HappeningRow
  }
}
