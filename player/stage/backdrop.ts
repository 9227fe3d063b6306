/** What lies behind everything: two soft lights that drift slower than one notices, and lines taken from the ship's ribs. */
import { css, html, svg, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { GlassElement } from './glass-element.ts'
import { groundOf } from './ground.ts'
import { noiseTile } from './noise-tile.ts'
import { themeIn } from './theme.ts'

/** One slow round of each light, in synced time, so that screens beside each other agree. */
const driftMs = [240_000, 310_000] as const

const paths: readonly (readonly Keyframe[])[] = [
  [
    { transform: 'translate(0%, 0%)' },
    { transform: 'translate(-9%, 7%)' },
    { transform: 'translate(-16%, -3%)' },
    { transform: 'translate(-5%, -8%)' },
    { transform: 'translate(0%, 0%)' },
  ],
  [
    { transform: 'translate(0%, 0%)' },
    { transform: 'translate(10%, -6%)' },
    { transform: 'translate(17%, 4%)' },
    { transform: 'translate(6%, 9%)' },
    { transform: 'translate(0%, 0%)' },
  ],
]

/** Radii of the ribs' arches, in thousandths of the glass's width. */
const ribs = [300, 372, 452, 541, 640, 750] as const

@customElement('is-backdrop')
export class Backdrop extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      :host {
        position: absolute;
        inset: 0;
      }
      .light,
      .grain,
      svg {
        position: absolute;
      }
      .light {
        inline-size: 116cqmax;
        block-size: 116cqmax;
        border-radius: 50%;
        will-change: transform;
      }
      .a {
        top: -74cqmax;
        right: -56cqmax;
        background: radial-gradient(closest-side, var(--light-a), color-mix(in srgb, var(--light-a) 45%, transparent) 45%, transparent);
        opacity: 0.62;
      }
      .b {
        bottom: -78cqmax;
        left: -68cqmax;
        background: radial-gradient(closest-side, var(--light-b), color-mix(in srgb, var(--light-b) 45%, transparent) 45%, transparent);
        opacity: 0.6;
      }
      svg {
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        opacity: var(--ribs);
      }
      ellipse {
        fill: none;
        stroke: var(--paper);
        stroke-width: calc(1.6 * var(--u));
        stroke-opacity: 0.07;
      }
      .ground,
      .veil {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .ground[hidden] {
        display: none;
      }
      .veil {
        background: var(--night);
      }
      /* Fixed to the pixels of the panel: it breaks up the bands that dark gradients make on cheap panels and LED walls. */
      .grain {
        inset: 0;
        background: ${noiseTile} 0 0 / 64px 64px;
        image-rendering: pixelated;
        opacity: 0.011;
      }
    `,
  ]

  #drift: readonly Animation[] = []

  protected override updated(changed: PropertyValues): void {
    if (changed.has('context')) this.#move()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop()
  }

  #move(): void {
    const { context } = this
    this.#stop()
    if (context === null) return
    const lights = [...this.renderRoot.querySelectorAll<HTMLElement>('.light')]
    this.#drift = lights.map((light, i) => {
      const duration = driftMs[i] ?? driftMs[0]
      const animation = light.animate([...(paths[i] ?? [])], { duration, iterations: Infinity, easing: 'ease-in-out' })
      animation.currentTime = context.now() % duration
      if (context.still) animation.pause()
      return animation
    })
  }

  #stop(): void {
    for (const animation of this.#drift) animation.cancel()
    this.#drift = []
  }

  protected override render(): TemplateResult {
    const theme = themeIn(this.context)
    if (theme.ground.kind !== 'lights')
      return html`${groundOf(theme, this.context)}
        <div class="grain"></div>`
    return html`<div class="light a"></div>
      <div class="light b"></div>
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        ${ribs.map((r) => svg`<ellipse cx="500" cy="1120" rx=${r * 1.06} ry=${r * 1.12} vector-effect="non-scaling-stroke"></ellipse>`)}
      </svg>
      <div class="grain"></div>`
  }
}
