/** The sheet that says on which screens something shows, where it does not yet, and why. */
import type { Operation, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { Resource } from '../resource.ts'
import { venue, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { concerned, outcomesInOrder, progressText } from './progress.ts'
import './sheet.ts'

type Shown = (typeof outcomesInOrder)[number]
type Row = Operation['outcomes'][number]

/** Shows the sheet over whatever is open, until somebody closes it. */
export function openOperation(id: string): void {
  const sheet = document.createElement('is-operation-sheet')
  sheet.operation = id
  document.body.append(sheet)
}

/** Takes itself away when it is closed. */
@customElement('is-operation-sheet')
export class OperationSheet extends CrewElement {
  @property() operation = ''
  protected readonly live = new LiveController(this)
  protected readonly venue = new VenueController(this)
  private readonly outcomes = new Resource<Operation>(this, () => (this.operation === '' ? null : `/operations/${this.operation}`), [])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', [])
  /** The news that were fetched for. */
  private heard: unknown = null

  static override styles = [
    controls,
    css`
      .sum {
        display: grid;
        gap: var(--s2);
        margin-bottom: var(--s5);
      }
      .sum p {
        font-size: var(--t-h2);
        font-weight: 650;
      }
      .bar {
        height: 8px;
        border-radius: var(--r-full);
        background: var(--sunken);
        overflow: clip;
      }
      .bar i {
        display: block;
        height: 100%;
        background: var(--green);
        transition: width var(--slow) var(--ease);
      }
      section,
      details {
        margin-top: var(--s5);
      }
      h3,
      summary {
        display: flex;
        align-items: center;
        gap: var(--s2);
        min-height: var(--touch);
        font-size: var(--t-h3);
        font-weight: 650;
      }
      summary {
        cursor: pointer;
      }
      .hint {
        margin-bottom: var(--s2);
      }
      .list > * {
        min-height: 48px;
        flex-wrap: wrap;
        gap: 0 var(--s3);
      }
      .list .grow {
        flex: 1 1 auto;
      }
      .foot {
        margin-top: var(--s5);
      }
    `,
  ]

  protected override willUpdate(): void {
    const news = live.operation(this.operation)
    if (news === this.heard) return
    this.heard = news
    if (this.outcomes.value !== null) void this.outcomes.reload()
  }

  private nameOf(slide: string): string {
    const row = this.slides.value?.find(({ id }) => id === slide)
    return (row?.published ?? row?.draft)?.name ?? say().operations.aSlide
  }

  private row({ screen, why }: Row) {
    const place = venue.screens.find(({ id }) => id === screen)
    return html`<div>
      <span class="grow">${place?.name ?? screen}</span>
      ${why === null ? nothing : html`<span class="small muted">${say().operations.why[why.why](this.nameOf(why.slide))}</span>`}
    </div>`
  }

  private group(outcome: Shown, { outcomes }: Operation) {
    const rows = outcomes.filter((one) => one.outcome === outcome)
    if (rows.length === 0) return nothing
    const words = say().operations
    const tone = outcome === 'failed' ? 'red' : outcome === 'showing' ? 'green' : outcome === 'no-contact' ? 'hollow' : 'amber'
    const head = html`<span class="dot ${tone}"></span><span class="grow">${words.outcomes[outcome]}</span>
      <span class="muted tabular">${rows.length}</span>`
    const list = html`<div class="list">${rows.map((one) => this.row(one))}</div>`
    if (outcome === 'showing')
      return html`<details>
        <summary>${head}</summary>
        ${list}
      </details>`
    return html`<section>
      <h3>${head}</h3>
      ${words.hints[outcome] === '' ? nothing : html`<p class="hint small muted">${words.hints[outcome]}</p>`} ${list}
    </section>`
  }

  private body(operation: Operation) {
    const words = say().operations
    const of = concerned(operation)
    const untouched = operation.counts['not-concerned']
    return html`<div class="sum" role="status">
        <p>${progressText(operation)}</p>
        ${of === 0 ? nothing : html`<div class="bar" aria-hidden="true"><i style="width: ${(operation.counts.showing / of) * 100}%"></i></div>`}
      </div>
      ${outcomesInOrder.map((outcome) => this.group(outcome, operation))}
      ${untouched === 0 ? nothing : html`<p class="foot small muted">${words.untouched(untouched)}</p>`}`
  }

  protected override render() {
    const words = say().operations
    const { value, problem } = this.outcomes
    const isForgotten = problem?.code === 'not-found'
    return html`<is-sheet open .heading=${words.title} @close=${() => this.remove()}>
      ${problem === null || (value !== null && !isForgotten) ? nothing : html`<p class="empty">${isForgotten ? words.forgotten : sayProblem(problem)}</p>`}
      ${value === null || isForgotten ? nothing : this.body(value)}
      ${value === null && problem === null ? html`<div class="skeleton" style="height: 56px" aria-hidden="true"></div>` : nothing}
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-operation-sheet': OperationSheet
  }
}
