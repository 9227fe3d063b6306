/** `<is-where-glass>`: a slide as it will look on one of the screens it is meant for, by the real renderer, in that screen's shape. */
import '@infoskjerm/player/stage/kinds/layout.ts'
import '@infoskjerm/player/stage/slide-view.ts'
import type { StageContext, StageScreen } from '@infoskjerm/player/stage/context.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { LiveController } from '../live.ts'
import { mediaUrl } from '../media-url.ts'
import { areaName, VenueController } from '../venue.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { SlideContextController } from './slide-editor-context.ts'

@customElement('is-where-glass')
export class WhereGlass extends CrewElement {
  /** Null: nothing to show yet. */
  @property({ attribute: false }) slide: SlideBody | null = null
  /** Null: an ordinary screen. */
  @property({ attribute: false }) screen: ScreenResource | null = null
  /** What stands on the empty glass. */
  @property() hint = ''
  protected readonly venue = new VenueController(this)
  protected readonly live = new LiveController(this)
  private readonly stage = new SlideContextController(this, { still: true })
  private context: StageContext | null = null
  private madeOf: readonly unknown[] = []

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        justify-items: center;
      }
      .glass {
        position: relative;
        width: min(100%, 46dvh * var(--shape, 16 / 9));
        aspect-ratio: var(--shape, 16 / 9);
        border-radius: var(--r2);
        overflow: hidden;
        contain: strict;
        pointer-events: none;
        user-select: none;
      }
      is-slide {
        display: block;
        width: 100%;
        height: 100%;
      }
      .hint {
        position: absolute;
        inset: 0;
        background: var(--glass);
        display: grid;
        place-content: center;
        padding: var(--s4);
        text-align: center;
        color: #a9b0c8;
      }
    `,
  ]

  private get drawnWith(): StageContext {
    const plain = this.stage.context
    const of = [plain, this.screen, this.screen === null ? '' : areaName(this.screen.area)]
    if (this.context !== null && of.every((part, index) => part === this.madeOf[index])) return this.context
    this.madeOf = of
    this.context = { ...plain, mediaUrl, screen: this.screen === null ? null : stageScreenOf(this.screen) }
    return this.context
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    if (changed.has('screen')) this.style.setProperty('--shape', this.screen === null ? '16 / 9' : shapeOf(this.screen))
  }

  protected override render() {
    return html`<div class="glass" inert aria-hidden="true">
      ${
        this.slide === null
          ? html`<span class="hint">${this.hint}</span>`
          : html`<is-slide .slide=${this.slide} .context=${this.drawnWith}></is-slide>`
      }
    </div>`
  }
}

const shapeOf = ({ widthPx, heightPx }: ScreenResource): string => `${widthPx} / ${heightPx}`

/** What drawing needs of a screen; ways out never stand on a slide. */
function stageScreenOf(screen: ScreenResource): StageScreen {
  return { id: screen.id, name: screen.name, area: { id: screen.area, name: areaName(screen.area) }, exits: [], variant: screen }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-where-glass': WhereGlass
  }
}
