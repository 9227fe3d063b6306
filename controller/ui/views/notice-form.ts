/** `<is-notice-form>`: a notice in ten seconds: what, where, how long, and how it will look; one button sends it. */
import { missingIn, noticeContent, noticeTemplates, type NoticeField, type NoticeText } from '@infoskjerm/shared/model/notice.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { NoticeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live as keep } from 'lit/directives/live.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { endOf, type Length, minutesLong } from '../parts/how-long-model.ts'
import '../parts/how-long.ts'
import { attempt, toast } from '../parts/toast.ts'
import '../parts/where-glass.ts'
import { myPlace, rememberArea } from '../parts/where-mine.ts'
import { type Aim, aimOf, narrowed } from '../parts/where-model.ts'
import '../parts/where.ts'
import { venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import { emptyNotice, type Hindrance, hindranceTo, retemplated, sentText, templateOf, tooManyIn } from './notice-form-model.ts'
import { noticeFormStyles } from './notice-form.styles.ts'

/** Fires `sent` with the `NoticeResource` once the controller has it. */
@customElement('is-notice-form')
export class NoticeForm extends CrewElement {
  /** The place from which somebody came here; null for none. */
  @property({ attribute: false }) given: Target | null = null
  @state() private text: NoticeText = emptyNotice
  @state() private chosen: Target | null = null
  @state() private length: Length = minutesLong(60)
  @state() private tried = false
  @state() private busy = false
  protected readonly live = new LiveController(this, 10 * secondMs)
  protected readonly venue = new VenueController(this)

  static override styles = [controls, noticeFormStyles]

  private get target(): Target | null {
    return this.chosen ?? this.given ?? myPlace()
  }

  private get aim(): Aim {
    return aimOf(this.target, templateOf(this.text).reaches, venue.screens)
  }

  private get end() {
    const now = live.now()
    return venue.event === null ? 'missing' : endOf(this.length, now, now, venue.event)
  }

  private get hindrance(): Hindrance | null {
    return hindranceTo(this.text, this.aim, this.end, live.now())
  }

  protected override firstUpdated(): void {
    // On a phone the keyboard would cover what one has to choose first.
    if (matchMedia('(pointer: fine)').matches) this.focusField()
  }

  private focusField(): void {
    this.renderRoot.querySelector<HTMLElement>('.says .input')?.focus()
  }

  private async pick(id: string): Promise<void> {
    const template = noticeTemplates.find((one) => one.id === id)
    if (template === undefined) return
    this.text = retemplated(this.text, template)
    this.tried = false
    await this.updateComplete
    this.focusField()
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void this.send()
  }

  /** Plain Enter never comes here: nothing is sent by typing. */
  private async send(): Promise<void> {
    const { aim, end, target, text } = this
    this.tried = true
    if (this.hindrance === 'type' || this.hindrance === 'too-long') this.focusField()
    if (this.hindrance !== null || this.busy || target === null || typeof end === 'string') return
    this.busy = true
    const body = { ...sentText(text), target: narrowed(target, templateOf(text).reaches), until: new Date(end).toISOString() }
    const written = await attempt(() => api.post<Written<NoticeResource>>('/notices', body))
    this.busy = false
    if (written === null) return
    rememberArea(aim.screens)
    this.chosen = null
    this.text = emptyNotice
    this.tried = false
    toast(say().notice.sent(aim.screens.length), { undo: written.revision })
    this.dispatchEvent(new CustomEvent<NoticeResource>('sent', { detail: written.value }))
  }

  private chips() {
    return html`<div class="choices" role="group" aria-label=${say().notice.templates}>
      ${noticeTemplates.map(
        (template) =>
          html`<button
            type="button"
            class="choice"
            aria-pressed=${template.id === this.text.template}
            @click=${() => this.pick(template.id)}
          >
            ${template.name[language()]}
          </button>`,
      )}
    </div>`
  }

  private glass() {
    const nothingYet = missingIn(this.text).length > 0 && !Object.values(this.text.values).some((value) => value.trim() !== '')
    return html`<is-where-glass
      .slide=${nothingYet ? null : slideOf(this.text)}
      .screen=${this.aim.screens[0] ?? null}
      .hint=${say().notice.emptyPreview}
    ></is-where-glass>`
  }

  private field({ id, label, example, otherwise }: NoticeField) {
    const words = say().notice
    const typed = (event: Event) => {
      this.text = { ...this.text, values: { ...this.text.values, [id]: (event.target as HTMLInputElement).value } }
    }
    const hint = otherwise.nb === '' ? words.example(example[language()]) : words.otherwise(otherwise.nb)
    return html`<label class="field"
      ><span class="label">${label[language()]}</span
      ><input
        class="input"
        name=${id}
        autocomplete="off"
        placeholder=${hint}
        aria-invalid=${this.tried && missingIn(this.text).includes(id)}
        .value=${keep(this.text.values[id] ?? '')}
        @input=${typed}
    /></label>`
  }

  private freeFields() {
    const words = say().notice
    const typed = (which: 'nb' | 'en') => (event: Event) => {
      this.text = { ...this.text, words: { ...this.text.words, [which]: (event.target as HTMLTextAreaElement).value } }
    }
    return html`<label class="field"
        ><span class="label">${words.says}</span
        ><textarea
          class="input"
          name="nb"
          lang="nb"
          rows="2"
          placeholder=${words.example(words.saysExample)}
          aria-invalid=${this.tried && this.hindrance === 'type'}
          .value=${keep(this.text.words.nb)}
          @input=${typed('nb')}
        ></textarea>
      </label>
      <details ?open=${this.text.words.en !== ''}>
        <summary>${words.english}</summary>
        <label class="field"
          ><span class="label visually-hidden">${words.inEnglish}</span
          ><textarea class="input" name="en" lang="en" rows="2" .value=${keep(this.text.words.en)} @input=${typed('en')}></textarea
          ><span class="hint">${words.englishHint}</span></label
        >
      </details>`
  }

  private get lengthProblem(): string {
    const words = say().notice
    const { hindrance } = this
    return hindrance === 'past' ? words.past : hindrance === 'too-far' ? words.tooFar : ''
  }

  private get foot(): string {
    const words = say().notice
    const { hindrance, end } = this
    if (hindrance === 'too-long') return words.tooLong(tooManyIn(this.text))
    if (this.tried && hindrance === 'type') return words.typeFirst
    if (this.tried && hindrance === 'where') return templateOf(this.text).reaches === 'crew' ? words.noCrewScreens : words.chooseFirst
    return typeof end === 'string' ? '' : words.goneBy(times().since(end, live.now()))
  }

  protected override render() {
    const words = say().notice
    const template = templateOf(this.text)
    const { screens } = this.aim
    return html`<div class="form" @keydown=${this.key}>
      ${this.chips()} ${this.glass()}
      <div class="card says">${template.free ? this.freeFields() : html`${template.fields.map((field) => this.field(field))}`}</div>
      <is-where
        class="card"
        .value=${this.target}
        .mine=${myPlace()}
        .given=${this.given}
        .reaches=${template.reaches}
        @change=${(event: CustomEvent<Target>) => (this.chosen = event.detail)}
      ></is-where>
      <is-how-long
        class="card"
        .label=${words.howLong}
        .value=${this.length}
        .problem=${this.lengthProblem}
        @change=${(event: CustomEvent<Length>) => (this.length = event.detail)}
      ></is-how-long>
      <div class="action">
        <button class="button primary large wide send" aria-keyshortcuts="Control+Enter" aria-disabled=${this.busy} @click=${this.send}>
          ${this.busy ? words.sending : screens.length === 0 ? words.sendNone : words.send(screens.length)}
        </button>
        <p class="muted small" role="status">${this.foot}</p>
      </div>
    </div>`
  }
}

/** The notice as the renderer takes it. */
function slideOf(text: NoticeText): SlideBody {
  return {
    name: '',
    content: noticeContent(text),
    variants: [],
    durationMs: 20 * secondMs,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-notice-form': NoticeForm
  }
}
