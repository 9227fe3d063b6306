/** *Historikk*: who did what, in words, with *Angre* where it can be taken back. */
import type { AuditResource, Operation, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../api.ts'
import { deedOf } from '../deeds.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { openOperation } from '../parts/operation-sheet.ts'
import { concerned, progressText } from '../parts/progress.ts'
import { attempt, toastUndone } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { may } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'

const tables = [
  'events',
  'areas',
  'screens',
  'devices',
  'slides',
  'playlists',
  'schedule',
  'media',
  'overrides',
  'users',
  'credentials',
  'settings',
  'invitations',
  'happenings',
  'sponsors',
  'corrections',
  'crews',
  'memberships',
  'grants',
  'notices',
  'takeovers',
  'takeoverKeys',
  'placements',
  'rounds',
  'sightings',
]

@customElement('is-history-view')
export class HistoryView extends CrewElement {
  private readonly audit = new Resource<readonly AuditResource[]>(this, () => '/audit', tables)
  private readonly operations = new Resource<readonly Operation[]>(this, () => '/operations', tables)
  protected readonly live = new LiveController(this)

  static override styles = [
    controls,
    css`
      section + section {
        margin-top: var(--s5);
      }
      h2 {
        margin-bottom: var(--s2);
        font-size: var(--t-h3);
      }
      time {
        flex: none;
        width: 3.4em;
        color: var(--muted);
      }
      .link {
        display: block;
        min-height: var(--touch);
        margin-bottom: calc(-1 * var(--s2));
        padding: 0;
        border: 0;
        background: none;
        color: var(--blue);
        font: inherit;
        font-size: var(--t-small);
        text-align: start;
        cursor: pointer;
      }
      .bone {
        height: 18px;
        width: 55%;
      }
    `,
  ]

  private async undo(row: AuditResource): Promise<void> {
    const written = await attempt(() => api.post<Written<null>>('/undo', { revision: row.revision }))
    if (written !== null) toastUndone(written)
  }

  /** How far it came on the screens, while the controller remembers. */
  private progress(row: AuditResource) {
    const id = String(row.revision)
    const known = this.operations.value?.find((operation) => operation.id === id) ?? null
    if (known === null) return nothing
    const progress = live.operation(id) ?? known
    if (!progress.pending && concerned(progress) === 0) return nothing
    return html`<button
      class="link small tabular"
      aria-label=${`${progressText(progress)}. ${say().operations.seeAll(deedOf(row))}`}
      @click=${() => openOperation(id)}
    >
      ${progressText(progress)}
    </button>`
  }

  private row(row: AuditResource) {
    return html`<div>
      <time class="tabular small">${times().clock(fromText(row.at))}</time>
      <span class="grow"><strong>${row.who}</strong> ${deedOf(row)}${this.progress(row)}</span>
      ${
        row.undoable && may('edit')
          ? html`<button class="button quiet" @click=${() => this.undo(row)}>${say().history.undo}</button>`
          : nothing
      }
    </div>`
  }

  protected override render() {
    const words = say().history
    const { value, problem } = this.audit
    const days = new Map<string, AuditResource[]>()
    for (const row of value ?? []) {
      const day = times().longDay(fromText(row.at))
      days.set(day, [...(days.get(day) ?? []), row])
    }
    return html`<div class="page narrow">
      <header class="page-head"><h1>${words.title}</h1></header>
      ${problem !== null && value === null ? html`<p class="card">${sayProblem(problem)}</p>` : nothing}
      ${
        value === null && problem === null
          ? html`<div class="list" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div><span class="skeleton bone"></span></div>`)}</div>`
          : nothing
      }
      ${value !== null && value.length === 0 ? html`<p class="empty">${words.empty}</p>` : nothing}
      ${[...days].map(
        ([day, rows]) =>
          html`<section aria-label=${day}>
            <h2>${day}</h2>
            <div class="list">${rows.map((row) => this.row(row))}</div>
          </section>`,
      )}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-history-view': HistoryView
  }
}
