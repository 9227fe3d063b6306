/** Figures out of a source, large, each with its name and whether it rose or fell. */
import { css, html, nothing, type CSSResultGroup, svg, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { DataContent } from '@infoskjerm/shared/model/contents-sources.ts'
import { readFigures, type ReadFigure } from '@infoskjerm/shared/model/sources-shown.ts'
import '../backdrop.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'

/** The width that columns share, and the room between them (units); and how wide a digit, a mark and what is between are (em). */
const roomFor = { wide: 1_700, tall: 970 } as const
const between = 64
const digitEm = 0.65
const gapEm = 0.28
const markEm = 0.75

/** Columns for so many figures on a wide glass, and on a tall one. */
function columnsFor(count: number, portrait: boolean): number {
  const wide = count <= 3 ? count : count <= 4 ? 2 : count <= 9 ? 3 : 4
  return portrait ? (count <= 4 ? 1 : 2) : wide
}

@customElement('is-data-slide')
export class DataSlide extends KindElement<DataContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        gap: calc(44 * var(--u));
      }
      .title {
        flex: none;
        max-block-size: 18cqh;
      }
      .en {
        color: var(--quiet);
        font-size: 0.6em;
        font-weight: 600;
        font-stretch: 100%;
        margin-inline-start: 0.5em;
      }
      dl {
        flex: 1 1 0;
        display: grid;
        grid-auto-rows: minmax(0, 1fr);
        gap: calc(36 * var(--u)) calc(64 * var(--u));
        min-block-size: 0;
      }
      dl > div {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
        min-block-size: 0;
        border-block-start: max(1px, calc(2 * var(--u))) solid var(--line);
        padding-block-start: calc(18 * var(--u));
      }
      dt {
        flex: none;
        max-block-size: 2.4em;
        color: var(--quiet);
        font-weight: 600;
      }
      dd {
        flex: 1 1 0;
        padding-block-start: 0.12em;
        line-height: 1;
        font-weight: 800;
        font-stretch: 108%;
        min-block-size: 0;
        white-space: nowrap;
      }
      dd small {
        display: block;
        margin-block-start: 0.2em;
        color: var(--quiet);
        font-size: max(0.34em, calc(36 * var(--u)));
        font-weight: 600;
        font-stretch: 100%;
      }
      @container (orientation: portrait) {
        .title .en {
          display: block;
          margin: 0.1em 0 0;
        }
      }
      dd svg {
        inline-size: 0.42em;
        block-size: 0.42em;
        margin-inline-start: 0.3em;
        fill: currentcolor;
        vertical-align: 0.08em;
      }
    `,
  ]

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    const { nb, en } = content.title
    const title: Fit = {
      ceiling: 104,
      floor: 52,
      oneLineFrom: null,
      draw: (share) =>
        html`<span lang="nb">${cut(nb, share)}</span
          >${en === '' || en === nb ? nothing : html`<span class="en" lang="en">${cut(en, share)}</span>`}`,
    }
    const figures = readFigures(content)
    const columns = columnsFor(figures.length, this.portrait)
    // All of one size: a figure is not more important because it is shorter.
    const longest = Math.max(...figures.map(({ figure, value }) => (value === null ? 1 : widthOf(written(value, figure.decimals)))))
    const width = (this.portrait ? roomFor.tall : roomFor.wide) / columns - between
    const ceiling = Math.min(330, Math.floor(width / (longest + markEm)))
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe">
        ${nb === '' ? nothing : html`<h1 class="title headline" data-fit .fit=${title}></h1>`}
        <dl style="grid-template-columns:repeat(${columns},minmax(0,1fr))">${figures.map((one) => drawn(one, ceiling))}</dl>
      </div>`
  }
}

function drawn({ figure, value, change }: ReadFigure, ceiling: number): TemplateResult {
  const { nb, en } = figure.label
  const label: Fit = {
    ceiling: 46,
    floor: 36,
    oneLineFrom: null,
    draw: (share) =>
      html`<span lang="nb">${cut(nb, share)}</span>${en === '' || en === nb ? nothing : html` · <span lang="en">${cut(en, share)}</span>`}`,
  }
  const number: Fit = {
    ceiling,
    floor: 56,
    oneLineFrom: null,
    draw: () =>
      html`${value === null ? '–' : written(value, figure.decimals)}${marks[change ?? 'same']}${figure.unit === '' || value === null ? nothing : html`<small>${figure.unit}</small>`}`,
  }
  return html`<div>
    <dt data-fit .fit=${label}></dt>
    <dd data-fit .fit=${number}></dd>
  </div>`
}

/** Rose and fell differ by their shape; what stayed needs no mark. */
const marks = {
  up: html`<svg viewBox="0 0 10 10" role="img" aria-label="opp">${svg`<path d="M5 .6 9.8 9H.2Z" />`}</svg>`,
  down: html`<svg viewBox="0 0 10 10" role="img" aria-label="ned">${svg`<path d="M5 9.4.2 1h9.6Z" />`}</svg>`,
  same: nothing,
} as const

/** «12 345,6»: a thin space between thousands, as Norwegian writes it. */
function written(value: number, decimals: number): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/gu, '\u202f') : whole
  return `${value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : ''}${grouped}${part === undefined ? '' : `,${part}`}`
}

/** About how wide a figure is (em). */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\d/u.test(letter) ? digitEm : gapEm), 0)
}
