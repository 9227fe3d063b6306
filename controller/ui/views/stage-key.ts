/** *Lånt skjerm*: what the holder of a key sees: their screens, the time and uses left, and taking over without an account. */
import { type Instant, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { StageResource, TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { minutesLong, type Length } from '../parts/how-long-model.ts'
import '../parts/how-long.ts'
import { madeInPractice } from '../parts/practice-world.ts'
import { leftText } from '../parts/running.ts'
import { attempt } from '../parts/toast.ts'
import '../parts/toast.ts'
import { fromText, times } from '../words/times.ts'
import { language, say, sayProblem, setLanguage } from '../words/words.ts'
import { noticeFormStyles } from './notice-form.styles.ts'
import { contentOf, emptyDraft, type TakeoverDraft } from './takeover-content.ts'
import { contentText } from './takeover-text.ts'
import './takeover-what.ts'

/** How often it asks what is so (ms): there is no socket without an account. */
const askEveryMs = 5 * secondMs

const kinds = ['picture', 'web', 'black'] as const
@customElement('is-stage-key-view')
export class StageKeyView extends CrewElement {
  /** The secret of the link. */
  @property({ attribute: false }) key: string | null = null
  @state() private stage: StageResource | null = null
  @state() private problem: ApiProblem | null = null
  @state() private draft: TakeoverDraft = emptyDraft
  @state() private minutes = 10
  @state() private tried = false
  @state() private busy = false
  /** Served time less the page's own, as of the last answer (ms). */
  private aheadMs = 0
  private timer: ReturnType<typeof setInterval> | null = null
  private askedAtMs = 0

  static override styles = [
    controls,
    noticeFormStyles,
    css`
      .page {
        display: grid;
        gap: var(--s4);
        max-width: 560px;
        margin-inline: auto;
      }
      .top {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      .brand {
        margin-right: auto;
        font-weight: 800;
        font-stretch: 120%;
      }
      .action {
        bottom: 0;
        padding-bottom: calc(var(--s3) + env(safe-area-inset-bottom));
      }
      .mine {
        border-color: var(--blue);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.timer = setInterval(() => this.tick(), secondMs)
    void this.ask()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.timer !== null) clearInterval(this.timer)
  }

  private tick(): void {
    this.requestUpdate()
    if (this.problem?.code !== 'key' && performance.now() - this.askedAtMs >= askEveryMs) void this.ask()
  }

  private get path(): string {
    return `/stage/${encodeURIComponent(this.key ?? '')}`
  }

  private get now(): Instant {
    return (performance.now() + this.aheadMs) as Instant
  }

  /** Keys that were made to practise open nothing. */
  private get isPractice(): boolean {
    return madeInPractice(this.key ?? '')
  }

  private async ask(): Promise<void> {
    if (this.isPractice) return
    this.askedAtMs = performance.now()
    try {
      this.takeIn(await api.get<StageResource>(this.path))
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      // Without contact what is known stays; it asks again.
      if (problem.code !== 'offline') this.problem = problem
    }
  }

  /** A press while the picture is on its way waits for it. */
  private async press(): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.renderRoot.querySelector('is-takeover-what')?.arrived()
    await this.take()
    this.busy = false
  }

  private async take(): Promise<void> {
    const content = contentOf(this.draft)
    this.tried = true
    if (content === null) return
    const stage = await attempt(() => api.post<StageResource>(`${this.path}/takeover`, { content, minutes: this.minutes }))
    if (stage === null) return this.ask()
    this.takeIn(stage)
    this.tried = false
    this.draft = emptyDraft
    window.scrollTo(0, 0)
  }

  private takeIn(stage: StageResource): void {
    this.stage = stage
    this.aheadMs = fromText(stage.now) - performance.now()
    this.problem = null
  }

  private async giveBack(): Promise<void> {
    this.busy = true
    const stage = await attempt(() => api.post<StageResource>(`${this.path}/end`, {}))
    this.busy = false
    if (stage === null) await this.ask()
    else this.takeIn(stage)
  }

  private get screensText(): string {
    return (this.stage?.screens ?? []).map(({ name }) => name).join(', ')
  }

  private leftText(until: string): string {
    return say().notice.left(leftText(fromText(until), this.now))
  }

  private running(content: TakeoverContent, until: string): TemplateResult {
    const words = say().takeover
    return html`<section class="card mine" role="status">
      <h2>${words.stageRunning}</h2>
      <p>${words.stageShows(contentText(content, []))} · <strong class="tabular">${this.leftText(until)}</strong></p>
      <button class="button large wide" ?disabled=${this.busy} @click=${this.giveBack}>${words.giveBack}</button>
    </section>`
  }

  private over(): TemplateResult {
    const words = say().takeover
    const running = this.stage?.running ?? null
    const stands = running !== null && fromText(running.until) > this.now
    return html`<section class="card">
      <h1>${words.stageOver}</h1>
      ${stands ? html`<p class="tabular">${words.stageOverRunning(this.leftText(running.until))}</p>` : nothing}
      <p>${words.stageOverHelp}</p>
    </section>`
  }

  private form(stage: StageResource): TemplateResult {
    const words = say().takeover
    const missing = this.tried && contentOf(this.draft) === null
    return html`<div class="form">
      <is-takeover-what
        class="card"
        .kinds=${kinds}
        .path=${`${this.path}/media`}
        .value=${this.draft}
        .tried=${this.tried}
        @change=${(event: CustomEvent<TakeoverDraft>) => (this.draft = event.detail)}
      ></is-takeover-what>
      <is-how-long
        class="card"
        .label=${words.howLong}
        .value=${minutesLong(this.minutes)}
        .choices=${[10, 30, 60]}
        @change=${(event: CustomEvent<Length>) => event.detail.kind === 'minutes' && (this.minutes = event.detail.minutes)}
      ></is-how-long>
      <div class="action">
        <button class="button primary large wide send" aria-disabled=${this.busy} @click=${this.press}>
          ${this.busy ? say().notice.sending : words.take(stage.screens.length)}
        </button>
        <p class="small muted" role="status">
          ${missing ? (this.draft.kind === 'web' ? words.addressWrong : words.emptyPreview) : words.lead}
        </p>
      </div>
    </div>`
  }

  private open(stage: StageResource): TemplateResult {
    const words = say().takeover
    const leftMs = Math.max(0, fromText(stage.expiresAt) - this.now)
    const left = times().length(leftMs > 10 * minuteMs ? Math.round(leftMs / minuteMs) * minuteMs : leftMs)
    return html`
      <header class="stack">
        <h1>${this.screensText}</h1>
        <p class="muted">${words.stageFor(stage.name)}</p>
        <p class="tabular">${words.stageLeft(left)} · ${words.usesLeft(stage.usesLeft)}</p>
      </header>
      ${stage.running === null ? html`<p class="muted">${words.stageNothing}</p>` : this.running(stage.running.content, stage.running.until)}
      ${stage.usesLeft === 0 ? html`<p class="card warn">${words.stageNoUses}</p>` : this.form(stage)}
      <p class="small muted">${words.stageOverHelp}</p>
    `
  }

  private body(): TemplateResult {
    const { stage, problem } = this
    if (this.isPractice) {
      const words = say().practice
      return html`<section class="card">
        <h1>${words.keyTitle}</h1>
        <p>${words.keyText}</p>
      </section>`
    }
    if (problem?.code === 'key' || (stage !== null && fromText(stage.expiresAt) <= this.now)) return this.over()
    if (problem !== null) return html`<p class="problem" role="alert">${sayProblem(problem)}</p>`
    return stage === null ? html`<p class="muted">${say().takeover.stageLoading}</p>` : this.open(stage)
  }

  protected override render() {
    return html`<main class="page">
        <div class="top">
          <span class="brand">infoskjerm</span>
          <button class="button quiet" lang="nb" aria-pressed=${language() === 'nb'} @click=${() => setLanguage('nb')}>Norsk</button>
          <button class="button quiet" lang="en" aria-pressed=${language() === 'en'} @click=${() => setLanguage('en')}>English</button>
        </div>
        ${this.body()}
      </main>
      <is-toasts></is-toasts>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-stage-key-view': StageKeyView
  }
}
