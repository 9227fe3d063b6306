/** *Sponsorer*: who pays for being seen, what was promised, and whether the schedule keeps it. */
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { AirtimeResource, SlideResource, SponsorResource, SponsorsProofResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api, ApiProblem } from '../api.ts'
import { live, LiveController, Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { bodyOf, toText } from '../parts/slide-editor-json.ts'
import { attempt, toast } from '../parts/toast.ts'
import { mayEverywhere, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say, sayProblem } from '../words/words.ts'
import { instantOf } from './schedule-text.ts'
import { addDays, festivalTimeAt } from './schedule-wall.ts'
import { emptySponsor, type SponsorForm, sponsorFormOf } from './sponsors-form-model.ts'
import type { SponsorFormElement } from './sponsors-form.ts'
import './sponsors-form.ts'
import './sponsors-proof.ts'
import './sponsors-row.ts'

/** What airtime follows from. */
const planned = ['sponsors', 'schedule', 'playlists', 'slides', 'screens', 'events']

/** What screens reported comes without a word of it: it is asked for this often (ms). */
const reportEveryMs = 60_000

/** What the sheet is about: a new sponsor (`id` null) or one that exists. */
interface Editing {
  readonly id: string | null
  readonly form: SponsorForm
}

@customElement('is-sponsors-view')
export class SponsorsView extends CrewElement {
  static override styles = [
    controls,
    css`
      .list > * {
        display: block;
        padding: 0;
      }
      .skeleton {
        height: 132px;
      }
      .card {
        margin-bottom: var(--s4);
      }
      .delay {
        margin: var(--s3) 0;
      }
      /* On a phone one thing stands at the top: what is done most. */
      .at-phone {
        display: none;
      }
      @media (max-width: 767px) {
        .at-desk {
          display: none;
        }
        .at-phone {
          display: inline-flex;
        }
      }
    `,
  ]

  protected readonly live = new LiveController(this, 60_000)
  protected readonly venue = new VenueController(this)
  private readonly sponsors = new Resource<readonly SponsorResource[]>(this, () => '/sponsors', ['sponsors'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  private readonly event = new Resource<AirtimeResource>(this, () => '/airtime', planned)
  private readonly today = new Resource<AirtimeResource>(this, () => todayPath(), planned)
  private readonly proof = new Resource<SponsorsProofResource>(this, () => '/proof/sponsors', ['sponsors'])
  private timer: ReturnType<typeof setInterval> | null = null
  @state() private editing: Editing | null = null
  @state() private removing: SponsorResource | null = null
  @state() private refused = ''
  @state() private busy = false
  @query('is-sponsor-form') private form!: SponsorFormElement | null

  override connectedCallback(): void {
    super.connectedCallback()
    this.timer = setInterval(() => void this.proof.reload(), reportEveryMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.timer !== null) clearInterval(this.timer)
  }

  override render(): TemplateResult {
    const words = say().sponsors
    return html`<div class="page">
      <header class="page-head">
        <h1>${words.title}</h1>
        ${(this.sponsors.value ?? []).length === 0 ? nothing : html`<a class="button at-desk" href="/api/v1/proof.csv" download>${words.csv}</a>`}
        ${this.addButton()}
      </header>
      ${this.troubles()} ${this.content()} ${this.editSheet()} ${this.removeSheet()}
    </div>`
  }

  private addButton() {
    if (!mayEverywhere()) return nothing
    const add = () => this.open(null, emptySponsor)
    return html`<button class="button primary" @click=${add}>${say().sponsors.newSponsor}</button>`
  }

  private content(): TemplateResult {
    const words = say().sponsors
    const all = this.sponsors.value
    if (all === null)
      return this.sponsors.problem === null
        ? html`<div class="stack" aria-busy="true">${[1, 2, 3].map(() => html`<div class="skeleton"></div>`)}</div>`
        : html`<p class="problem">${sayProblem(this.sponsors.problem)}</p>`
    if (all.length === 0)
      return html`<div class="empty">
        <h2>${words.emptyTitle}</h2>
        <p>${words.emptyHelp}</p>
        ${this.addButton()}
      </div>`
    const of = (airtime: Resource<AirtimeResource>, id: string) =>
      airtime.value === null ? (airtime.loading ? null : undefined) : airtime.value.sponsors.find(({ sponsor }) => sponsor === id)
    return html`<ul class="list">
        ${repeat(
          all.toSorted((a, b) => a.name.localeCompare(b.name, 'nb')),
          ({ id }) => id,
          (sponsor) =>
            html`<li>
              <is-sponsor-row
                .sponsor=${sponsor}
                .all=${all}
                .slides=${this.slidesOf(sponsor.id)}
                .today=${todayPath() === null ? undefined : of(this.today, sponsor.id)}
                .event=${of(this.event, sponsor.id)}
                .editable=${mayEverywhere()}
                @edit=${() => this.open(sponsor.id, sponsorFormOf(sponsor))}
              ></is-sponsor-row>
              <is-sponsor-proof .sponsor=${sponsor} .proof=${this.proof.value?.sponsors.find((one) => one.sponsor === sponsor.id) ?? null}>
              </is-sponsor-proof>
            </li>`,
        )}
      </ul>
      <p class="small muted delay">${words.delay}</p>
      <a class="button at-phone" href="/api/v1/proof.csv" download>${words.csv}</a>`
  }

  private troubles() {
    const words = say().sponsors.proofTroubles
    return (this.proof.value?.troubles ?? []).map(
      ({ kind, at }) => html`<p class="card warn" role="status">${words[kind](times().since(fromText(at), live.now()))}</p>`,
    )
  }

  private slidesOf(sponsor: string): readonly SlideResource[] {
    return (this.slides.value ?? []).filter((slide) => bodyOf(slide).sponsor === sponsor)
  }

  private editSheet(): TemplateResult {
    const words = say().sponsors
    const { editing } = this
    const all = this.sponsors.value ?? []
    const existing = all.find(({ id }) => id === editing?.id) ?? null
    return html`<is-sheet
      .open=${editing !== null}
      .heading=${editing?.id === null ? words.newSponsor : words.editTitle}
      @close=${() => (this.editing = null)}
    >
      ${
        editing === null
          ? nothing
          : html`<is-sponsor-form
                .form=${editing.form}
                .self=${editing.id}
                .others=${all.filter(({ id }) => id !== editing.id)}
                .refused=${this.refused}
                @changed=${(event: CustomEvent<SponsorForm>) => (this.editing = { ...editing, form: event.detail })}
                @sponsor=${(event: CustomEvent<SponsorBody>) => this.save(editing.id, event.detail)}
              ></is-sponsor-form>
              <div slot="footer" class="row spread">
                <button class="button primary large" ?disabled=${this.busy} @click=${() => this.form?.submit()}>
                  ${editing.id === null ? words.add : words.save}
                </button>
                ${
                  existing === null
                    ? nothing
                    : html`<button class="button quiet red" @click=${() => this.askRemove(existing)}>${words.remove}</button>`
                }
              </div>`
      }
    </is-sheet>`
  }

  private removeSheet(): TemplateResult {
    const words = say().sponsors
    const { removing } = this
    return html`<is-sheet
      .open=${removing !== null}
      .heading=${removing === null ? '' : words.removeTitle(removing.name)}
      @close=${() => (this.removing = null)}
    >
      ${removing === null ? nothing : html`<p>${words.removeHelp(this.slidesOf(removing.id).length)}</p>`}
      <div slot="footer" class="row">
        <button class="button danger" @click=${() => removing !== null && this.takeAway(removing)}>${words.remove}</button>
        <button class="button" @click=${() => (this.removing = null)}>${words.keep}</button>
      </div>
    </is-sheet>`
  }

  private open(id: string | null, form: SponsorForm): void {
    this.refused = ''
    this.editing = { id, form }
  }

  private async save(id: string | null, body: SponsorBody): Promise<void> {
    this.busy = true
    try {
      const written =
        id === null
          ? await api.post<Written<SponsorResource>>('/sponsors', body)
          : await api.put<Written<SponsorResource>>(`/sponsors/${id}`, body)
      this.editing = null
      toast(say().sponsors.saved(body.name), { undo: written.revision })
      await this.sponsors.reload()
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      this.refused = sayProblem(problem)
    } finally {
      this.busy = false
    }
  }

  private askRemove(sponsor: SponsorResource): void {
    this.editing = null
    this.removing = sponsor
  }

  private async takeAway({ id, name }: SponsorResource): Promise<void> {
    this.removing = null
    this.sponsors.assume((this.sponsors.value ?? []).filter((one) => one.id !== id))
    const written = await attempt(() => api.delete<Written<unknown>>(`/sponsors/${id}`))
    if (written !== null) toast(say().common.deleted(name), { undo: written.revision })
    await this.sponsors.reload()
  }
}

/** Airtime of the festival day that it is; null outside the event. */
function todayPath(): string | null {
  const { event } = venue
  if (event === null) return null
  const { day } = festivalTimeAt(live.now(), event.zone, event.dayBreak)
  if (day < event.firstDay || day > event.lastDay) return null
  const start = (date: string) => instantOf({ day: date, time: event.dayBreak }, event)
  return `/airtime?from=${toText(start(day))}&to=${toText(start(addDays(day, 1)))}`
}

declare global {
  interface HTMLElementTagNameMap {
    'is-sponsors-view': SponsorsView
  }
}
