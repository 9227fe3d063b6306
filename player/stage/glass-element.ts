/** What every element on the glass has in common: the theme, one unit of length, the type roles, and the context. */
import { css, LitElement, type CSSResultGroup, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import type { StageContext } from './context.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { themeStyles, wear } from './theme.ts'

/** One `--u` is 1/1080 of the glass's shorter side: sizes are written as they would be in pixels on a 1080p panel, and hold on a thumbnail and a wall. */
const glass = css`
  :host {
    --u: calc(100cqmin / 1080);
    --line: color-mix(in srgb, currentcolor 20%, transparent);
    --field: var(--night);
    --words: var(--paper);
    --quiet: var(--quiet-on-night);
    position: relative;
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    container-type: size;
    background: var(--field);
    color: var(--words);
    font-family: var(--typeface, 'Archivo Variable'), 'Archivo Variable', 'Archivo Fallback', Arial, sans-serif;
    font-weight: 500;
    font-stretch: 100%;
    font-kerning: normal;
    font-variant-numeric: tabular-nums lining-nums;
    font-synthesis: none;
    text-rendering: geometricPrecision;
    -webkit-font-smoothing: antialiased;
    overflow-wrap: normal;
    line-height: 1.2;
    user-select: none;
  }
  :host([hidden]) {
    display: none;
  }
  :host([tone='paper']) {
    --field: var(--paper);
    --words: var(--ink);
    --quiet: var(--quiet-on-paper);
  }
  :host([tone='accent']) {
    --field: var(--now);
    --words: var(--ink);
    --quiet: color-mix(in srgb, var(--ink) 86%, var(--now));
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .safe {
    position: absolute;
    inset: var(--safe-block) var(--safe-inline);
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .safe > *,
  [data-fit] {
    min-inline-size: 0;
  }
  [data-fit] {
    min-block-size: 0;
  }
  [data-fit].one-line {
    white-space: nowrap;
  }
  [data-fit].breaking {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .headline {
    font-weight: 800;
    font-stretch: 112%;
    line-height: 1.02;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .quiet {
    color: var(--quiet);
  }
  .now {
    color: var(--now);
    font-weight: 800;
    font-stretch: 125%;
  }
  .disc {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
    border-radius: 50%;
    background: var(--words);
    color: var(--field);
  }
  .disc b {
    font-size: 0.8em;
    font-weight: 800;
    line-height: 1;
  }
  .mark {
    flex: none;
    padding: 0.14em 0.5em 0.16em;
    border-radius: 0.24em;
    background: var(--words);
    color: var(--field);
    font-weight: 700;
    line-height: 1.1;
    white-space: nowrap;
  }
  s {
    text-decoration-thickness: 0.07em;
  }
`

/** Base of every element on the glass. */
export abstract class GlassElement extends LitElement {
  static override styles: CSSResultGroup = [themeStyles, glass]

  @property({ attribute: false }) context: StageContext | null = null

  #worn: ThemeBody | null = null

  protected override willUpdate(_changed: PropertyValues): void {
    this.#worn = wear(this, this.context, this.#worn)
  }

  /** Whether the glass stands taller than it is wide. */
  protected get portrait(): boolean {
    if (this.offsetWidth > 0) return this.offsetHeight > this.offsetWidth
    const variant = this.context?.screen?.variant
    return variant !== undefined && variant.heightPx > variant.widthPx
  }
}
