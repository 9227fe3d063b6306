/** A map of the hall: where things are, and where this very screen stands. */
import { css, html, nothing, type CSSResultGroup, svg, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { MapContent, MapPlace, MapScreen } from '@infoskjerm/shared/model/contents-sources.ts'
import '../backdrop.ts'
import { decodedPicture, type DecodedPicture } from '../decoded-picture.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { say } from '../words.ts'

@customElement('is-map-slide')
export class MapSlide extends KindElement<MapContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 30%);
        gap: calc(32 * var(--u)) calc(56 * var(--u));
      }
      .untitled {
        grid-template-rows: minmax(0, 1fr);
      }
      .title {
        grid-column: 1 / -1;
        max-block-size: 16cqh;
      }
      .title .en {
        color: var(--quiet);
        font-size: 0.6em;
        font-weight: 600;
        font-stretch: 100%;
        margin-inline-start: 0.5em;
      }
      /* The picture keeps its shape, and what stands on it is placed on the picture, not on the room round it. */
      .room {
        display: grid;
        place-items: center;
        container-type: size;
        min-block-size: 0;
      }
      .map {
        position: relative;
        inline-size: min(100cqw, 100cqh * var(--shape));
        aspect-ratio: var(--shape);
      }
      .map img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        border-radius: calc(8 * var(--u));
      }
      .at {
        position: absolute;
        translate: -50% -50%;
      }
      .disc {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: calc(76 * var(--u));
        block-size: calc(76 * var(--u));
        border-radius: 50%;
        background: var(--paper);
        color: var(--ink);
        border: max(1px, calc(4 * var(--u))) solid var(--ink);
        font-size: calc(46 * var(--u));
        font-weight: 800;
      }
      .disc b {
        font-size: 1em;
      }
      .here svg {
        display: block;
        inline-size: calc(150 * var(--u));
        block-size: calc(150 * var(--u));
        overflow: visible;
        fill: var(--now);
        stroke: var(--ink);
        stroke-width: 3;
        stroke-linejoin: round;
      }
      .side {
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: calc(26 * var(--u));
        min-block-size: 0;
      }
      .you {
        display: flex;
        align-items: center;
        gap: calc(22 * var(--u));
        font-size: calc(52 * var(--u));
        font-weight: 800;
        line-height: 1.05;
      }
      .you svg {
        flex: none;
        inline-size: calc(64 * var(--u));
        block-size: calc(64 * var(--u));
        fill: var(--now);
      }
      .you .en {
        display: block;
        color: var(--quiet);
        font-size: 0.62em;
        font-weight: 600;
      }
      ul {
        flex: 0 1 auto;
        display: grid;
        gap: 0.32em;
        list-style: none;
        min-block-size: 0;
        line-height: 1.1;
      }
      li {
        display: grid;
        grid-template-columns: 1.8em minmax(0, 1fr);
        align-items: center;
        gap: 0.4em;
        font-weight: 650;
      }
      li .disc {
        inline-size: 1.7em;
        block-size: 1.7em;
        font-size: inherit;
      }
      li .en {
        color: var(--quiet);
        font-weight: 500;
      }
      @container (orientation: portrait) {
        .safe {
          grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        }
        .untitled {
          grid-template-rows: minmax(0, 1fr) auto;
        }
        .title .en {
          display: block;
          margin: 0.1em 0 0;
        }
        .side {
          max-block-size: 42cqh;
        }
      }
    `,
  ]

  #picture: DecodedPicture = decodedPicture(this)

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    return this.#picture.ready()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    const { title, picture, places, screens } = content
    const own = screens.find(({ screen }) => screen === context.screen?.id) ?? null
    const { nb, en } = title
    const fit: Fit = {
      ceiling: 104,
      floor: 52,
      oneLineFrom: null,
      draw: (share) =>
        html`<span lang="nb">${cut(nb, share)}</span
          >${en === '' || en === nb ? nothing : html`<span class="en" lang="en">${cut(en, share)}</span>`}`,
    }
    const list: Fit = {
      ceiling: 46,
      floor: 34,
      oneLineFrom: null,
      draw: (share) => places.slice(0, Math.ceil(places.length * share)).map(named),
    }
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe ${nb === '' ? 'untitled' : ''}">
        ${nb === '' ? nothing : html`<h1 class="title headline" data-fit .fit=${fit}></h1>`}
        <div class="room">
          <div class="map" style="--shape:${picture.widthPx / picture.heightPx}">
            ${this.#picture.show(picture, context)} ${places.map(disc)} ${own === null ? nothing : here(own)}
          </div>
        </div>
        <div class="side">
          ${
            own === null
              ? nothing
              : html`<p class="you">
                  ${arrow(own.facingDeg)}<span
                    ><span lang="nb">${say.youAreHere.nb}</span> <span class="en" lang="en">${say.youAreHere.en}</span></span
                  >
                </p>`
          }
          ${places.length === 0 ? nothing : html`<ul data-fit .fit=${list}></ul>`}
        </div>
      </div>`
  }
}

const on = ({ xPct, yPct }: { readonly xPct: number; readonly yPct: number }): string => `inset:${yPct}% auto auto ${xPct}%`

function disc(place: MapPlace): TemplateResult {
  return html`<span class="at disc" style=${on(place)}><b>${place.letter}</b></span>`
}

/** Points the way that somebody looks who reads the screen. */
function here(screen: MapScreen): TemplateResult {
  return html`<span class="at here" style=${on(screen)}>${arrow(screen.facingDeg)}</span>`
}

function arrow(facingDeg: number): TemplateResult {
  return html`<svg viewBox="0 0 40 40" aria-hidden="true">
    ${svg`<path d="M20 2 34 36 20 28 6 36Z" transform="rotate(${facingDeg} 20 20)" />`}
  </svg>`
}

function named({ letter, name }: MapPlace): TemplateResult {
  return html`<li>
    <span class="disc"><b>${letter}</b></span>
    <span
      ><span lang="nb">${name.nb}</span
      >${name.en === '' || name.en === name.nb ? nothing : html` <span class="en" lang="en">${name.en}</span>`}</span
    >
  </li>`
}
