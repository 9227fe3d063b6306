/** Practising: everything on this page looks real, and nothing is sent; the controller itself refuses every write of this browser meanwhile. */
import type { Session, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { live } from '../live.ts'
import { forgetResources } from '../resource.ts'
import { assumeVenue, screenName, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import type { PractisedGlass } from './practice-glass.ts'
import type { PractisedDeed } from './practice-world.ts'
import { attempt, toast } from './toast.ts'

/** Most screens named under the picture. */
const named = 4

/** Whether this page practises: what is made here stands on this page alone. */
export function practising(): boolean {
  return api.practice.on
}

/** Keeps writes on this page; the controller has been told already. */
export function practiseHere(): void {
  api.practice.begin({
    who: () => venue.user?.name ?? '',
    now: live.now,
    areas: () => venue.areas,
    screens: () => venue.screens,
    statuses: () => live.statuses,
    event: () => venue.event,
  })
}

/** Begins to practise; not before the controller has said that it takes nothing from this browser. */
export async function beginPractice(): Promise<void> {
  const session = await attempt(() => api.put<Session>('/session/practice', { on: true }))
  if (session === null) return
  practiseHere()
  assumeVenue({ session })
}

/** Ends it: what was practised is forgotten. */
export async function endPractice(): Promise<void> {
  const session = await attempt(() => api.put<Session>('/session/practice', { on: false }))
  if (session === null) return
  forgetResources()
  api.practice.end()
  assumeVenue({ session })
  toast(say().practice.ended, { undo: null })
}

/** The frame of a page that practises, and what was made, large. Nothing while nobody does. */
@customElement('is-practice')
export class PracticeFrame extends CrewElement {
  @state() private shown: PractisedGlass | null = null
  @query('dialog') private readonly dialog!: HTMLDialogElement | null
  protected readonly venue = new VenueController(this)
  private stop: (() => void) | null = null

  static override styles = [
    controls,
    css`
      :host {
        --exercise: #5a2a82;
        position: sticky;
        top: 0;
        z-index: 40;
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--s3);
        min-height: 52px;
        padding: 4px var(--s4);
        background: var(--exercise);
        color: #ffffff;
        font-weight: 650;
      }
      .button {
        border-color: rgb(255 255 255 / 0.5);
        background: rgb(255 255 255 / 0.12);
        color: #ffffff;
      }
      .frame {
        position: fixed;
        inset: 0;
        z-index: 40;
        border: 4px solid var(--exercise);
        pointer-events: none;
      }
      dialog {
        width: min(920px, 100vw);
        max-width: none;
        max-height: 100dvh;
        margin: auto;
        padding: var(--s5);
        border: 0;
        border-radius: var(--r3);
        background: var(--exercise);
        color: #ffffff;
      }
      dialog::backdrop {
        background: rgb(10 8 16 / 0.8);
      }
      .made {
        display: grid;
        gap: var(--s4);
      }
      h2:focus-visible {
        outline: none;
      }
      @media (max-width: 767px) {
        dialog {
          height: 100dvh;
          margin: 0;
          padding: var(--s4);
          border-radius: 0;
        }
        .made {
          min-height: 100%;
          align-content: center;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.stop = api.practice.onDeed((deed) => void this.take(deed))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
  }

  private async take(deed: PractisedDeed | null): Promise<void> {
    this.requestUpdate()
    if (deed === null) return
    // The renderer is large and most people never practise.
    const [{ glassOf }] = await Promise.all([
      import('./practice-glass.ts'),
      import('./board.ts'),
      import('./practice-name.ts'),
      import('./where-glass.ts'),
    ])
    const glass = glassOf(deed, deed.path === '/takeovers' ? await slides() : [], venue.screens)
    // What shows nothing new (a name asked for just after) does not take away what somebody is looking at.
    if (glass !== null) this.shown = glass
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.shown !== null && this.dialog?.open === false) this.dialog.showModal()
  }

  private glass({ glass, screens }: PractisedGlass) {
    if (glass.kind === 'name') return html`<is-practice-name .screen=${screens[0] ?? ''}></is-practice-name>`
    if (glass.kind === 'board') return html`<is-board .template=${glass.template} .exercise=${true}></is-board>`
    const screen = venue.screens.find(({ id }) => id === screens[0]) ?? null
    return html`<is-where-glass .slide=${glass.slide} .screen=${screen}></is-where-glass>`
  }

  private made(shown: PractisedGlass) {
    const words = say().practice
    const names = shown.screens.slice(0, named).map(screenName)
    return html`<dialog aria-labelledby="would" @close=${() => (this.shown = null)}>
      <form method="dialog" class="made">
        <h2 id="would" tabindex="-1" autofocus>${words.would(shown.screens.length)}</h2>
        ${this.glass(shown)}
        <p>${words.places(names.join(', '), shown.screens.length - names.length)}</p>
        <p><strong>${words.notSent}</strong></p>
        <button class="button large wide">${words.goOn}</button>
      </form>
    </dialog>`
  }

  protected override render() {
    if (!practising()) return nothing
    const words = say().practice
    return html`<div class="bar" role="status">
        <span class="grow">${words.banner}</span><button class="button" @click=${() => void endPractice()}>${words.end}</button>
      </div>
      <div class="frame" aria-hidden="true"></div>
      ${this.shown === null ? nothing : this.made(this.shown)}`
  }
}

/** A take-over names its slide by id alone. */
async function slides(): Promise<readonly SlideResource[]> {
  try {
    return await api.get<readonly SlideResource[]>('/slides')
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    return []
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-practice': PracticeFrame
  }
}
