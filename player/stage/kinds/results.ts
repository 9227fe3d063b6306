/** The results of a competition, revealed last place first. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { revealedRows, type ResultRow, type ResultsContent } from '@infoskjerm/shared/model/contents.ts'
import '../backdrop.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'

/** The height that rows share (units), and the most that one takes. */
const rowsHeight = { wide: 800, tall: 1_400 } as const
const mostRow = 170

@customElement('is-results-slide')
export class ResultsSlide extends KindElement<ResultsContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        gap: calc(28 * var(--u));
      }
      .title {
        flex: none;
        max-block-size: 16cqh;
      }
      .title .en {
        color: var(--quiet);
        font-size: 0.6em;
        font-weight: 600;
        font-stretch: 100%;
        margin-inline-start: 0.5em;
      }
      ol {
        flex: 1 1 0;
        display: grid;
        align-content: center;
        list-style: none;
        min-block-size: 0;
      }
      li {
        display: grid;
        grid-template-columns: 1.9em minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.4em;
        border-block-start: max(1px, calc(2 * var(--u))) solid var(--line);
        line-height: 1.1;
      }
      li:first-child {
        border-block-start: none;
      }
      .place {
        font-weight: 800;
        font-stretch: 108%;
      }
      .hidden .place {
        color: var(--quiet);
      }
      .name {
        max-block-size: 1.15em;
        font-weight: 750;
        overflow: hidden;
      }
      .name,
      .name.breaking {
        white-space: nowrap;
      }
      .by {
        color: var(--quiet);
        font-weight: 500;
      }
      .points {
        font-weight: 650;
        text-align: end;
      }
    `,
  ]

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null || context === null) return nothing
    const rows = revealedRows(content)
    const height = this.portrait ? rowsHeight.tall : rowsHeight.wide
    const rowHeight = Math.min(mostRow, height / Math.max(1, rows.length))
    const size = Math.max(34, Math.round(rowHeight * 0.5))
    const { nb, en } = content.title
    const title: Fit = {
      ceiling: 120,
      floor: 52,
      oneLineFrom: null,
      draw: (share) =>
        html`<span lang="nb">${cut(nb, share)}</span
          >${en === '' || en === nb ? nothing : html`<span class="en" lang="en">${cut(en, share)}</span>`}`,
    }
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe">
        <h1 class="title headline" data-fit .fit=${title}></h1>
        <ol style="font-size:calc(${size} * var(--u));grid-auto-rows:calc(${rowHeight} * var(--u))">
          ${rows.map(({ row, isOut }) => (isOut ? shown(row, size) : html`<li class="hidden"><span class="place">${row.place}.</span></li>`))}
        </ol>
      </div>`
  }
}

function shown({ place, name, by, points }: ResultRow, size: number): TemplateResult {
  const fit: Fit = {
    ceiling: size,
    floor: Math.max(32, Math.round(size * 0.8)),
    oneLineFrom: null,
    // Who made it gives way before what it is called.
    draw: (share) =>
      html`${cut(name, Math.min(1, share * 2))}${by === '' || share < 0.52 ? nothing : html` <span class="by">${cut(by, share * 2 - 1)}</span>`}`,
  }
  return html`<li>
    <span class="place">${place}.</span>
    <span class="name" data-fit .fit=${fit}></span>
    ${points === '' ? nothing : html`<span class="points">${points}</span>`}
  </li>`
}
