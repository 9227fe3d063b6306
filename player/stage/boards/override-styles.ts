/** How an override board stands on the glass, landscape and portrait. */
import { css, type CSSResult } from 'lit'

export const overrideStyles: CSSResult = css`
  :host {
    --field: var(--danger);
    --words: var(--on-signal);
  }
  :host([signal='caution']) {
    --field: var(--caution);
    --words: var(--on-caution);
  }
  :host([signal='safe']) {
    --field: var(--safe);
  }
  :host([signal='exercise']) {
    --field: var(--exercise);
  }
  .exercise {
    position: absolute;
    inset: 0 0 auto 0;
    display: grid;
    place-content: center;
    grid-auto-flow: column;
    gap: 0.4em;
    block-size: calc(108 * var(--u));
    background: var(--exercise);
    color: var(--on-signal);
    font-size: calc(64 * var(--u));
    font-weight: 800;
    font-stretch: 118%;
    letter-spacing: 0.03em;
    line-height: 1;
  }
  .safe.under {
    inset-block-start: calc(108 * var(--u) + 3.4cqh);
  }
  header {
    flex: none;
    display: flex;
    align-items: center;
    gap: calc(20 * var(--u));
    font-size: calc(46 * var(--u));
    font-weight: 650;
    line-height: 1.2;
  }
  .sign {
    flex: none;
    inline-size: 1.28em;
    block-size: 1.28em;
  }
  time {
    margin-inline-start: auto;
    font-weight: 650;
  }
  .middle {
    flex: 1 1 0;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(64 * var(--u));
    align-items: center;
    padding-block: calc(10 * var(--u)) calc(22 * var(--u));
  }
  .say {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: calc(26 * var(--u));
    block-size: 100%;
    min-block-size: 0;
  }
  .action {
    flex: 0 1 auto;
    max-block-size: 78%;
    padding-block-start: 0.14em;
    margin-inline-start: -0.03em;
    font-weight: 800;
    font-stretch: 125%;
    line-height: 0.86;
    letter-spacing: -0.012em;
    white-space: pre;
  }
  .action.breaking {
    white-space: pre-line;
  }
  .english {
    flex: 0 1 auto;
    max-block-size: 26%;
    font-weight: 800;
    font-stretch: 106%;
    line-height: 1.04;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .plate {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(34 * var(--u));
    inline-size: calc(560 * var(--u));
    block-size: calc(515 * var(--u));
    max-block-size: 100%;
    padding: calc(40 * var(--u));
    border: calc(9 * var(--u)) solid var(--on-signal);
    border-radius: calc(24 * var(--u));
    background: var(--safe);
    color: var(--on-signal);
  }
  .pair {
    display: flex;
    align-items: center;
    gap: calc(44 * var(--u));
    min-block-size: 0;
  }
  .pair.left {
    flex-direction: row-reverse;
  }
  .plate svg {
    flex: 0 1 auto;
    min-block-size: 0;
    block-size: calc(262 * var(--u));
    inline-size: auto;
  }
  .plate svg.arrow {
    block-size: calc(186 * var(--u));
  }
  .exit {
    flex: none;
    inline-size: 100%;
    max-block-size: 40%;
    text-align: center;
    font-weight: 800;
    font-stretch: 108%;
    line-height: 1.06;
    text-wrap: balance;
  }
  .exit .en {
    display: block;
    margin-block-start: 0.3em;
    font-size: 0.74em;
    font-weight: 650;
    font-stretch: 100%;
  }
  .lines {
    flex: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(14 * var(--u)) calc(40 * var(--u));
    align-items: baseline;
    font-weight: 650;
  }
  .line {
    max-block-size: 2.5em;
    line-height: 1.2;
  }
  .line:first-child:not(:nth-last-child(2)) {
    grid-column: 1 / -1;
  }
  .line i {
    font-style: normal;
  }
  .line:not(.one-line) i {
    display: none;
  }
  .line:not(.one-line) span {
    display: block;
  }
  .sign.large {
    inline-size: calc(380 * var(--u));
    block-size: auto;
    margin-inline-end: calc(20 * var(--u));
  }
  .screen {
    grid-column: 2;
    font-size: calc(44 * var(--u));
    line-height: 1.2;
    white-space: nowrap;
  }
  @container (orientation: portrait) {
    header {
      flex-wrap: wrap;
      font-size: calc(40 * var(--u));
    }
    .middle {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
      align-content: center;
    }
    .plate {
      inline-size: 100%;
      block-size: calc(500 * var(--u));
    }
    .line {
      max-block-size: 5em;
    }
    .action {
      white-space: pre-line;
      line-height: 0.92;
    }
    .sign.large {
      inline-size: calc(300 * var(--u));
      justify-self: start;
      grid-row: 1;
      margin-block-start: calc(40 * var(--u));
    }
    .middle.signed {
      grid-template-rows: auto minmax(0, 1fr);
    }
    .lines {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(22 * var(--u));
    }
    .screen {
      grid-column: 1;
      margin-block-start: calc(16 * var(--u));
    }
  }
`
