/** Arrow keys through the rows of the programme, from wherever on the page somebody is. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { HappeningRow } from './programme-row.ts'

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }

/** Takes the first row on ArrowDown pressed anywhere but in something that has a use for arrows of its own. */
export class RowKeys implements ReactiveController {
  private readonly host: Host

  constructor(host: Host) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.enter)
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.enter)
  }

  /** The focus goes to the next row in sight (1), or the one before (-1). */
  step(from: HappeningRow, by: number): void {
    const rows = this.rows
    rows[rows.indexOf(from) + by]?.focus()
  }

  private get rows(): readonly HappeningRow[] {
    return [...this.host.renderRoot.querySelectorAll('is-happening')].filter((row) => row.checkVisibility())
  }

  private readonly enter = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || event.defaultPrevented || event.composedPath().some(takesArrows)) return
    const [first] = this.rows
    if (first === undefined) return
    event.preventDefault()
    first.focus()
  }
}

function takesArrows(node: EventTarget): boolean {
  return node instanceof Element && node.matches('input, select, textarea, summary, dialog, is-happening, [role=slider]')
}
