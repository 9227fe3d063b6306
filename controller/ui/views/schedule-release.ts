/** `<is-release>`: letting slides under embargo be seen, in two deliberate steps: first where, then a look at what will stand there (rule E9). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { EntryResource, ScreenResource, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import '../parts/slide-editor-thumb.ts'
import '../parts/target-picker.ts'
import { nothingPicked, targetOf } from '../parts/target-selection.ts'
import { attempt, toast } from '../parts/toast.ts'
import { venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { nextStart, releasedOn } from './schedule-embargo.ts'

/** Events `close`, and `released` when the controller has taken it. */
@customElement('is-release')
export class ReleaseSheet extends CrewElement {
  static override styles = [
    controls,
    css`
      .slides {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
        gap: var(--s3);
      }
      .slides li {
        display: grid;
        gap: var(--s1);
      }
      .part {
        display: grid;
        gap: var(--s2);
      }
    `,
  ]

  /** The entry that is asked about; null: closed. */
  @property({ attribute: false }) entry: EntryResource | null = null
  /** What it holds back. */
  @property({ attribute: false }) slides: readonly SlideResource[] = []
  @state() private target: Target = targetOf(nothingPicked)
  @state() private step: 'where' | 'confirm' = 'where'
  @state() private busy = false
  protected readonly venue = new VenueController(this)
  private readonly stage = new SlideContextController(this, { still: true })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entry') || changed.get('entry')?.id === this.entry?.id) return
    this.target = targetOf(nothingPicked)
    this.step = 'where'
  }

  override render(): TemplateResult {
    const { entry } = this
    const words = say().advice
    const title = this.step === 'where' ? words.releaseTitle(entry?.name ?? '') : words.confirmTitle
    return html`<is-sheet .open=${entry !== null} .heading=${title} @close=${this.close}>
      ${entry === null ? nothing : this.step === 'where' ? this.where(entry) : this.confirm(entry)}
    </is-sheet>`
  }

  private where(entry: EntryResource): TemplateResult {
    const words = say().advice
    const count = releasedOn(this.target, entry, venue.screens).length
    const picked = releasedOn(this.target, { screens: venue.screens.map(({ id }) => id) }, venue.screens).length
    return html`<div class="stack">
        <p>${words.releaseWhere}</p>
        <is-target .value=${this.target} @change=${(change: CustomEvent<Target>) => (this.target = change.detail)}></is-target>
        ${picked > 0 && count === 0 ? html`<p class="problem" role="alert">${words.releaseOutside}</p>` : nothing}
      </div>
      <div slot="footer" class="row">
        <button class="button primary large" ?disabled=${count === 0} @click=${() => (this.step = 'confirm')}>
          ${count === 0 ? words.nextNone : words.next(say().common.screens(count))}
        </button>
      </div>`
  }

  private confirm(entry: EntryResource): TemplateResult {
    const words = say().advice
    const screens = releasedOn(this.target, entry, venue.screens)
    const count = say().common.screens(screens.length)
    const start = nextStart(entry, live.now())
    return html`<div class="stack">
        <p class="card warn">
          ${start === 'now' ? words.confirmNow : start === null ? words.confirmNever : words.confirmLater(times().dayTime(start))}
        </p>
        <div class="part">
          <h3>${words.confirmSlides}</h3>
          <ul class="slides">
            ${this.slides.map(
              ({ published }) =>
                html`<li>
                  <is-slide-thumb .body=${published} .context=${this.stage.context}></is-slide-thumb>
                  <span class="small">${published?.name}</span>
                </li>`,
            )}
          </ul>
        </div>
        <div class="part">
          <h3>${words.confirmScreens}</h3>
          <p>${screens.map(({ name }) => name).join(', ')}</p>
        </div>
      </div>
      <div slot="footer" class="row spread">
        <button class="button" @click=${() => (this.step = 'where')}>${words.back}</button>
        <button class="button primary large" ?disabled=${this.busy || screens.length === 0} @click=${() => this.release(entry, screens)}>
          ${words.confirm(count)}
        </button>
      </div>`
  }

  /** Names the screens that were looked at, so that one which joins the area later is not released along; only a target that would be too long stays as it was chosen. */
  private async release({ id, name }: EntryResource, screens: readonly ScreenResource[]): Promise<void> {
    const named = targetOf({ ...nothingPicked, screens: screens.map((screen) => screen.id) })
    const target = screens.length < limits.targetNodes ? named : this.target
    const count = say().common.screens(screens.length)
    this.busy = true
    const written = await attempt(() => api.post<Written<EntryResource>>(`/schedule/${id}/arm`, { target }))
    this.busy = false
    if (written === null) return
    toast(say().advice.done(name, count), { undo: written.revision })
    this.dispatchEvent(new CustomEvent('released'))
    this.close()
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('close'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-release': ReleaseSheet
  }
}
