/** A screen as it looks on the glass, by the real renderer, now or at another time. */
import '@infoskjerm/player/stage/boards/name.ts'
import '@infoskjerm/player/stage/stage.ts'
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { scenes, type Seen } from '../scenes.ts'
import { stepping } from '../stepping.ts'
import { areaName, venue, VenueController } from '../venue.ts'
import { fromText } from '../words/times.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { nameStands } from './practice-live.ts'

/** At most so long without looking again (ms): the page may have slept. */
const lookAgainMs = 60_000

/** Sized by its owner in one direction; it keeps the screen's own shape. */
@customElement('is-preview')
export class Preview extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  /** Null: now, going on by itself. */
  @property({ attribute: false }) at: Instant | null = null
  /** With motion and video, for the large preview. */
  @property({ type: Boolean }) moving = false
  protected readonly live = new LiveController(this)
  protected readonly venue = new VenueController(this)
  private timer: ReturnType<typeof setTimeout> | null = null
  private context: StageContext | null = null
  private madeOf: readonly unknown[] = []

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        aspect-ratio: var(--ratio, 16 / 9);
        border-radius: var(--r1);
        overflow: hidden;
        background: var(--glass);
        contain: strict;
        pointer-events: none;
      }
      is-stage {
        width: 100%;
        height: 100%;
      }
      :host([named]) {
        background: transparent;
      }
      :host([named]) is-stage {
        visibility: hidden;
      }
    `,
  ]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.timer !== null) clearTimeout(this.timer)
  }

  private contextFor(screen: ScreenResource, seen: Seen): StageContext {
    const of = [screen, seen.event, seen.programme, this.at, this.moving, areaName(screen.area), stepping.document.slips]
    if (this.context !== null && of.every((part, index) => part === this.madeOf[index])) return this.context
    const at = this.at
    this.madeOf = of
    this.context = {
      screen: {
        id: screen.id,
        name: screen.name,
        area: { id: screen.area, name: areaName(screen.area) },
        exits: screen.exits.map((exit) => ({
          ...exit,
          confirmed: exit.confirmed === null ? null : { by: exit.confirmed.by, at: fromText(exit.confirmed.at) },
        })),
        variant: screen,
      },
      event: seen.event,
      programme: seen.programme,
      slips: stepping.document.slips,
      mediaUrl: (hash) => `/media/${hash}`,
      now: at === null ? live.now : () => at,
      answers: () => Promise.resolve(true),
      isTimeProved: true,
      sound: false,
      still: !this.moving,
    }
    return this.context
  }

  private lookAgainAt(scene: Scene | null): void {
    if (this.timer !== null) clearTimeout(this.timer)
    if (this.at !== null || !this.isConnected) return
    const leftMs = scene === null ? lookAgainMs : scene.until - live.now()
    this.timer = setTimeout(() => this.requestUpdate(), Math.max(50, Math.min(leftMs + 5, lookAgainMs)))
  }

  /** Whether it would show its name because of what is practised. */
  private get named(): boolean {
    return this.at === null && nameStands(api.practice, this.screen)
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    this.toggleAttribute('named', this.named)
    const screen = venue.screens.find((one) => one.id === this.screen)
    if (screen !== undefined) this.style.setProperty('--ratio', `${screen.widthPx} / ${screen.heightPx}`)
  }

  protected override render() {
    const screen = venue.screens.find((one) => one.id === this.screen)
    const seen = screen === undefined ? null : scenes.at(screen, this.at ?? live.now(), this.at === null, () => this.requestUpdate())
    this.lookAgainAt(seen?.scene ?? null)
    if (screen === undefined || seen === null) return html``
    const context = this.contextFor(screen, seen)
    return html`<is-stage aria-hidden="true" .scene=${seen.scene} .context=${context}></is-stage> ${
        this.named ? html`<is-name-board .context=${context} .name=${screen.name} .area=${areaName(screen.area)}></is-name-board>` : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-preview': Preview
  }
}
