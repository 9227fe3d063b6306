/** Where the slots beside `main` stand. */
import { css, type CSSResult } from 'lit'

/** `main` gives way to strips while they stand. The corner lies over it, clear of the margins, where the glass is wide. */
export const smallSlotStyles: CSSResult = css`
  :host {
    --strip: calc(108 * var(--u));
  }
  .banner,
  .ticker,
  .corner {
    display: none;
    background: var(--night);
  }
  :host([banner]) .banner,
  :host([ticker]) .ticker,
  :host([corner]) .corner {
    display: block;
  }
  .banner {
    inset-block-end: auto;
    block-size: var(--strip);
    opacity: var(--wear-banner, 1);
  }
  .ticker {
    inset-block-start: auto;
    block-size: var(--strip);
    opacity: var(--wear-ticker, 1);
  }
  .corner {
    inset: auto var(--safe-inline) var(--safe-block) auto;
    inline-size: 27cqw;
    aspect-ratio: 16 / 9;
    border-radius: calc(16 * var(--u));
    outline: max(1px, calc(3 * var(--u))) solid var(--line);
    opacity: var(--wear-corner, 1);
  }
  :host([banner]) .main {
    inset-block-start: var(--strip);
  }
  :host([ticker]) .main {
    inset-block-end: var(--strip);
  }
  :host([ticker]) .corner {
    inset-block-end: calc(var(--strip) + var(--safe-block));
  }
  /* A tall glass has room to spare below, and too little beside. */
  @container (orientation: portrait) {
    .corner {
      inline-size: 48cqw;
    }
    :host([corner]) .main {
      inset-block-end: calc(27cqw + 2 * var(--safe-block));
    }
    :host([corner][ticker]) .main {
      inset-block-end: calc(27cqw + 2 * var(--safe-block) + var(--strip));
    }
  }
`
