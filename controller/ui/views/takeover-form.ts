/** `<is-takeover-form>`: what, where and how long; one button takes the screens over. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { EntryResource, SlideResource, TakeoverResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { type Length, minutesLong } from '../parts/how-long-model.ts'
import '../parts/how-long.ts'
import { attempt, toast } from '../parts/toast.ts'
import '../parts/where-glass.ts'
import { myPlace, rememberArea } from '../parts/where-mine.ts'
import { aimOf, narrowed, type Reaches } from '../parts/where-model.ts'
import '../parts/where.ts'
import { scenes } from '../scenes.ts'
import { venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { noticeFormStyles } from './notice-form.styles.ts'
import { comesBack } from './takeover-after.ts'
import { contentOf, emptyDraft, slideOf, type TakeoverDraft } from './takeover-content.ts'
import './takeover-what.ts'

/** Fires `sent` with the `TakeoverResource` once the controller has it. */
@customElement('is-takeover-form')
export class TakeoverForm extends CrewElement {
  /** The place from which somebody came here; null for none. */
  @property({ attribute: false }) given: Target | null = null
  @property({ attribute: false }) slides: readonly SlideResource[] = []
  @property({ attribute: false }) entries: readonly EntryResource[] = []
  @state() private draft: TakeoverDraft = beginning()
  @state() private chosen: Target | null = null
  @state() private minutes = 10
  @state() private tried = false
  @state() private busy = false
  protected readonly live = new LiveController(this, 10_000)
  protected readonly venue = new VenueController(this)

  static override styles = [controls, noticeFormStyles]

  private get target(): Target | null {
    return this.chosen ?? this.given ?? myPlace()
  }

  /** A slide for crew alone stands only before crew. */
  private get reaches(): Reaches {
    return this.draft.kind === 'slide' ? (slideOf(this.draft, this.slides)?.audience ?? 'everyone') : 'everyone'
  }

  private get screens() {
    return aimOf(this.target, this.reaches, venue.screens).screens
  }

  protected override firstUpdated(): void {
    if (matchMedia('(pointer: fine)').matches) this.renderRoot.querySelector('is-takeover-what')?.focus()
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void this.press()
  }

  /** A press while the picture is on its way waits for it. */
  private async press(): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.renderRoot.querySelector('is-takeover-what')?.arrived()
    await this.send()
    this.busy = false
  }

  private async send(): Promise<void> {
    const { target, screens } = this
    const content = contentOf(this.draft)
    this.tried = true
    if (content === null || target === null || screens.length === 0) return
    const body = { content, target: narrowed(target, this.reaches), minutes: this.minutes }
    const written = await attempt(() => api.post<Written<TakeoverResource>>('/takeovers', body))
    if (written === null) return
    rememberArea(screens)
    this.chosen = null
    this.draft = beginning()
    this.tried = false
    toast(say().takeover.taken(screens.length), { undo: written.revision })
    this.dispatchEvent(new CustomEvent<TakeoverResource>('sent', { detail: written.value }))
  }

  private get foot(): string {
    const words = say().takeover
    if (this.tried && contentOf(this.draft) === null) return this.draft.kind === 'web' ? words.addressWrong : words.emptyPreview
    if (this.tried && this.screens.length === 0) return say().notice.chooseFirst
    const now = live.now()
    const end = later(now, this.minutes * minuteMs)
    const time = times().since(end, now)
    const back = comesBack(this.screens, (screen) => scenes.at(screen, end, false, () => this.requestUpdate())?.scene ?? null, this.entries)
    return back === null ? words.backAt(time) : words.backTo(time, back)
  }

  protected override render() {
    const words = say().takeover
    const { screens } = this
    return html`<div class="form" @keydown=${this.key}>
      <is-takeover-what
        class="card"
        .value=${this.draft}
        .slides=${this.slides}
        .tried=${this.tried}
        @change=${(event: CustomEvent<TakeoverDraft>) => (this.draft = event.detail)}
      ></is-takeover-what>
      <is-where-glass .slide=${slideOf(this.draft, this.slides)} .screen=${screens[0] ?? null} .hint=${words.emptyPreview}></is-where-glass>
      <is-where
        class="card"
        .value=${this.target}
        .mine=${myPlace()}
        .given=${this.given}
        .reaches=${this.reaches}
        @change=${(event: CustomEvent<Target>) => (this.chosen = event.detail)}
      ></is-where>
      <is-how-long
        class="card"
        .label=${words.howLong}
        .value=${minutesLong(this.minutes)}
        .choices=${[10, 30, 60]}
        @change=${(event: CustomEvent<Length>) => event.detail.kind === 'minutes' && (this.minutes = event.detail.minutes)}
      ></is-how-long>
      <div class="action">
        <button class="button primary large wide send" aria-keyshortcuts="Control+Enter" aria-disabled=${this.busy} @click=${this.press}>
          ${this.busy ? say().notice.sending : screens.length === 0 ? words.takeNone : words.take(screens.length)}
        </button>
        <p class="muted small" role="status">${this.foot}</p>
      </div>
    </div>`
  }
}

/** A phone has a camera; at a desktop there are the slides. */
const beginning = (): TakeoverDraft => (matchMedia('(pointer: coarse)').matches ? emptyDraft : { ...emptyDraft, kind: 'slide' })

declare global {
  interface HTMLElementTagNameMap {
    'is-takeover-form': TakeoverForm
  }
}
