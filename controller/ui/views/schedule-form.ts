/** `<is-entry-form>`: a schedule entry: which playlist, where, when, and what it goes before. */
import { bands, entrySlots } from '@infoskjerm/shared/model/manifest.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryBody, EventResource, PlaylistResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { choiceField } from '../parts/slide-editor-fields.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import '../parts/target-picker.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './schedule-daily.ts'
import { type EntryForm, entryOf, type FormProblem, problemsOf, sharings } from './schedule-form-model.ts'
import './schedule-linked.ts'
import type { MomentChange } from './schedule-moment.ts'
import './schedule-moment.ts'
import './schedule-rule.ts'
import { instantOf } from './schedule-text.ts'
import type { FestivalTime } from './schedule-wall.ts'

/** Event `entry` carries the `EntryBody` of a sound form; `changed` the form after each change. */
@customElement('is-entry-form')
export class EntryFormElement extends CrewElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: var(--s5);
      }
      fieldset.field {
        display: grid;
        gap: 6px;
      }
    `,
  ]

  @property({ attribute: false }) form: EntryForm | null = null
  @property({ attribute: false }) event: EventResource | null = null
  @property({ attribute: false }) playlists: readonly PlaylistResource[] = []
  /** Those an entry may follow, as they stand. */
  @property({ attribute: false }) happenings: readonly Happening[] = []
  @property({ attribute: false }) now: Instant | null = null
  /** What the controller refused; '' for nothing. */
  @property() refused = ''
  @state() private tried = false

  override render(): TemplateResult | typeof nothing {
    const { form, event } = this
    if (form === null || event === null) return nothing
    const words = say().schedule
    return html`<form id="form" novalidate @submit=${(submit: Event) => submit.preventDefault()}>
      ${this.playlistField(form)}
      <div class="field">
        <span class="label">${words.whereLabel}</span>
        <is-target .value=${form.target} @change=${(change: CustomEvent<Target>) => this.change({ target: change.detail })}></is-target>
        ${this.problemText('where-missing')}
      </div>
      ${choiceField(words.when, ['once', 'happening', 'daily', 'rule', 'always'], words.kinds, form.kind, (kind) => this.change({ kind }))}
      ${form.kind === 'once' ? this.onceFields(form, event) : nothing}
      ${
        form.kind === 'daily'
          ? html`<is-daily
              .form=${form}
              .event=${event}
              .problems=${this.problems}
              @daily=${(change: CustomEvent<EntryForm['daily']>) => this.change({ daily: change.detail })}
            ></is-daily>`
          : nothing
      }
      ${
        form.kind === 'rule'
          ? html`<is-rule
              .form=${form.rule}
              .event=${event}
              @rule=${(change: CustomEvent<EntryForm['rule']>) => this.change({ rule: change.detail })}
            ></is-rule>`
          : nothing
      }
      ${
        form.kind === 'happening'
          ? html`<is-linked
              .linked=${form.linked}
              .happenings=${this.happenings}
              .now=${this.now}
              .missing=${this.tried && this.has('happening-missing')}
              @linked=${(change: CustomEvent<EntryForm['linked']>) => this.change({ linked: change.detail })}
            ></is-linked>`
          : nothing
      }
      <div>
        ${choiceField(words.slot, entrySlots, words.slots, form.slot, (slot) => this.change({ slot }))}
        <p class="hint small muted">${words.slotHelp[form.slot]}</p>
      </div>
      <div>
        ${choiceField(words.band, bands, words.bands, form.band, (band) => this.change({ band }))}
        <p class="hint small muted">${words.bandHelp[form.band]}</p>
      </div>
      <div>
        ${choiceField(words.share, sharings, words.sharings, form.sharing, (sharing) => this.change({ sharing }))}
        <p class="hint small muted">${words.sharingsHelp[form.sharing]}</p>
      </div>
      <label class="field"
        ><span class="label">${words.name}</span>
        <input
          class="input"
          maxlength="120"
          placeholder=${this.playlistName}
          .value=${live(form.name ?? '')}
          @input=${(input: Event) => this.change({ name: (input.target as HTMLInputElement).value })}
      /></label>
      ${this.refused === '' ? nothing : html`<p class="problem" role="alert">${this.refused}</p>`}
    </form>`
  }

  /** Sends `entry`, or shows what is wrong and goes there. */
  submit(): void {
    const { form, event } = this
    if (form === null || event === null) return
    this.tried = true
    if (this.problems.length === 0)
      this.dispatchEvent(new CustomEvent<EntryBody>('entry', { detail: entryOf(form, event, this.playlistName) }))
    else
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.problem')?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
      )
  }

  private get problems(): readonly FormProblem[] {
    return this.form === null || this.event === null ? [] : problemsOf(this.form, this.event)
  }

  private get playlistName(): string {
    const found = this.playlists.find((one) => one.id === this.form?.playlist)
    return found === undefined ? '' : bodyOf(found).name
  }

  private playlistField(form: EntryForm): TemplateResult {
    const words = say().schedule
    const chosen = this.playlists.find((one) => one.id === form.playlist)
    return html`<div class="field">
      <label class="label" for="playlist">${words.playlist}</label>
      ${this.playlists.length === 0 ? html`<p>${words.noPlaylists} <a href="/playlists">${say().common.nav.playlists}</a></p>` : nothing}
      <select
        id="playlist"
        class="input"
        ?hidden=${this.playlists.length === 0}
        @change=${(change: Event) => this.change({ playlist: (change.target as HTMLSelectElement).value })}
      >
        <option value="" disabled ?selected=${form.playlist === null}>${words.choosePlaylist}</option>
        ${this.playlists.map((one) => html`<option value=${one.id} ?selected=${one.id === form.playlist}>${bodyOf(one).name}</option>`)}
      </select>
      ${
        chosen !== undefined && chosen.published === null
          ? html`<p class="card warn small">
              ${words.draftWarning(bodyOf(chosen).name)}
              <a href=${`/playlists/${chosen.id}`}>${say().playlists.open(bodyOf(chosen).name)}</a>
            </p>`
          : nothing
      }
      ${this.problemText('playlist-missing')}
    </div>`
  }

  private onceFields(form: EntryForm, event: EventResource): TemplateResult {
    const words = say().schedule
    const { from, until } = form.once
    const moment = (label: string, value: FestivalTime, take: (value: FestivalTime) => void): TemplateResult =>
      html`<is-moment
        .label=${label}
        .event=${event}
        .now=${this.now}
        .value=${value}
        @moment=${(change: CustomEvent<MomentChange>) => take(change.detail.value)}
      ></is-moment>`
    return html`<div class="stack">
      ${moment(words.from, from, (value) => this.change({ once: { from: value, until: follow(from, until, value) } }))}
      ${moment(words.until, until, (value) => this.change({ once: { from, until: value } }))}
      ${
        this.has('end-before-start')
          ? html`<p class="problem" role="alert">${words.endBeforeStart(times().dayTime(instantOf(from, event)))}</p>
              <div>
                <button type="button" class="button" @click=${() => this.change({ once: { from: until, until: from } })}>
                  ${words.swap}
                </button>
              </div>`
          : nothing
      }
    </div>`
  }

  private has(kind: FormProblem['kind']): boolean {
    return this.problems.some((problem) => problem.kind === kind)
  }

  /** What is missing is said only after somebody has tried to save. */
  private problemText(kind: 'playlist-missing' | 'where-missing'): TemplateResult | typeof nothing {
    if (!this.tried || !this.has(kind)) return nothing
    const words = say().schedule
    return html`<p class="problem" role="alert">${kind === 'playlist-missing' ? words.playlistMissing : words.whereMissing}</p>`
  }

  private change(change: Partial<EntryForm>): void {
    if (this.form === null) return
    this.form = { ...this.form, ...change }
    this.dispatchEvent(new CustomEvent<EntryForm>('changed', { detail: this.form }))
  }
}

/** The end moves along to the new day of the start when it was on the same one. */
function follow(from: FestivalTime, until: FestivalTime, next: FestivalTime): FestivalTime {
  return from.day === until.day ? { ...until, day: next.day } : until
}

declare global {
  interface HTMLElementTagNameMap {
    'is-entry-form': EntryFormElement
  }
}
