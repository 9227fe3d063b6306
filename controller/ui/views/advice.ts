/** *Se over*: what a person should look at in the schedule before it is on the screens, most serious first. */
import type { EntryResource, LintResource, PlaylistResource, SlideResource, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { screenName, venue, VenueController } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import { type Advice, grouped, type Named, saidOf } from './advice-text.ts'

@customElement('is-advice-view')
export class AdviceView extends CrewElement {
  static override styles = [
    controls,
    css`
      .groups {
        display: grid;
        gap: var(--s6);
      }
      section {
        display: grid;
        gap: var(--s3);
      }
      .head {
        display: grid;
        gap: var(--s1);
      }
      .head h2 {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      .head .n {
        color: var(--muted);
        font-weight: 500;
      }
      .list > * {
        display: grid;
        gap: 6px;
        padding: var(--s4);
      }
      h3 {
        text-wrap: balance;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--s4);
      }
      .links a {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        font-weight: 600;
      }
      summary {
        width: fit-content;
        cursor: pointer;
        color: var(--ink-2);
      }
      details p {
        padding-top: 6px;
      }
      .empty svg {
        color: var(--green);
      }
      .skeleton {
        height: 112px;
      }
    `,
  ]

  protected readonly venue = new VenueController(this)
  private readonly advice = new Resource<LintResource>(this, () => '/lint', [
    'schedule',
    'playlists',
    'slides',
    'sponsors',
    'screens',
    'events',
  ])
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => '/schedule', ['schedule'])
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly sponsors = new Resource<readonly SponsorResource[]>(this, () => '/sponsors', ['sponsors'])

  override render(): TemplateResult {
    const words = say().advice
    return html`<div class="page narrow">
      <header class="page-head">
        <h1>${words.title}</h1>
        <a class="button" href="/schedule">${words.toSchedule}</a>
      </header>
      ${this.content()}
    </div>`
  }

  private content(): TemplateResult {
    const words = say().advice
    const { value, problem } = this.advice
    const named = this.named()
    if (value === null && problem !== null) return html`<p class="problem">${sayProblem(problem)}</p>`
    if (value === null || named === null)
      return html`<div class="stack" aria-busy="true">
        <p class="muted" role="status">${words.looking}</p>
        ${[1, 2, 3].map(() => html`<div class="skeleton"></div>`)}
      </div>`
    if (value.findings.length === 0)
      return html`<div class="empty" role="status">
        ${icons.check}
        <h2>${words.fineTitle}</h2>
        <p>${words.fineHelp}</p>
      </div>`
    return html`<div class="groups">
      <p class="muted">${words.scope}</p>
      ${grouped(value.findings).map(
        ({ kind, findings }) =>
          html`<section aria-label=${words.groups[kind]}>
            <div class="head">
              <h2>${words.groups[kind]} <span class="n tabular">${findings.length}</span></h2>
              <p class="muted">${words.doThis[kind]}</p>
            </div>
            <ul class="list">
              ${findings.map((one) => this.finding(one, named))}
            </ul>
          </section>`,
      )}
    </div>`
  }

  private finding({ finding, screens }: Advice, named: Named): TemplateResult {
    const { title, detail, links } = saidOf(finding, named)
    return html`<li>
      <h3>${title}</h3>
      ${detail === '' ? nothing : html`<p>${detail}</p>`} ${where(screens)}
      <div class="links small">${links.map(({ text, href }) => html`<a href=${href}>${text}</a>`)}</div>
    </li>`
  }

  /** Null until everything that findings may speak of has come. */
  private named(): Named | null {
    const [entries, playlists, slides, sponsors] = [this.entries.value, this.playlists.value, this.slides.value, this.sponsors.value]
    if (entries === null || playlists === null || slides === null || sponsors === null || !venue.ready) return null
    return { entries: byId(entries), playlists: byId(playlists), slides: byId(slides), sponsors: byId(sponsors) }
  }
}

/** One screen by name; more as a number that opens to their names. */
function where(screens: readonly string[]): TemplateResult {
  const names = screens.map(screenName).toSorted((a, b) => a.localeCompare(b, 'nb', { numeric: true }))
  if (names.length < 2) return html`<p class="small muted">${names[0] ?? ''}</p>`
  const count = names.length === venue.screens.length ? `${say().common.allScreens} (${names.length})` : say().common.screens(names.length)
  return html`<details class="small">
    <summary>${count}</summary>
    <p class="muted">${names.join(', ')}</p>
  </details>`
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}

declare global {
  interface HTMLElementTagNameMap {
    'is-advice-view': AdviceView
  }
}
