/** How the programme stands on the glass: times first in one column, titles on one edge, the place strong at the other. */
import { css, type CSSResult } from 'lit'

export const programmeStyles: CSSResult = css`
  .safe {
    --time: 272;
    --row: 136;
    --figures: 74;
    --place: 44;
    --mark: 32;
  }
  .safe.passage {
    --row: 116;
    --figures: 66;
    --place: 42;
  }
  .safe.near {
    --time: 200;
    --row: 68;
    --figures: 44;
    --place: 40;
    --mark: 28;
  }
  .safe.wide {
    --time: 344;
  }
  .safe.passage.wide {
    --time: 316;
  }
  .safe.near.wide {
    --time: 264;
  }
  header {
    flex: none;
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: calc(48 * var(--u));
  }
  .date {
    color: var(--quiet);
    max-block-size: 1.3em;
    white-space: nowrap;
    flex: 1 1 0;
  }
  .date b {
    color: var(--words);
    font-weight: 650;
  }
  .clock {
    font-size: calc(66 * var(--u));
    font-weight: 700;
    line-height: 1.1;
  }
  main {
    flex: 1 1 0;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    padding-block: calc(36 * var(--u)) calc(30 * var(--u));
  }
  .where {
    flex: none;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: calc(12 * var(--u)) calc(34 * var(--u));
    font-size: calc(54 * var(--u));
    font-weight: 650;
    line-height: 1.2;
  }
  .where .now,
  .where .next {
    font-size: 1.2em;
    line-height: 1;
  }
  .where .next {
    font-weight: 800;
    font-stretch: 125%;
  }
  .where .mark {
    font-size: calc(34 * var(--u));
  }
  .place {
    display: inline-flex;
    align-items: center;
    gap: 0.38em;
    font-weight: 650;
    white-space: nowrap;
  }
  h1.headline {
    flex: 0 1 auto;
    margin-block: 0.1em 0.12em;
    margin-inline-start: -0.035em;
  }
  .times {
    flex: none;
    font-size: calc(52 * var(--u));
    line-height: 1.2;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .times b {
    font-weight: 750;
  }
  .times .note {
    color: var(--quiet);
  }
  .times s {
    color: var(--quiet);
    font-size: 0.8em;
  }
  .progress {
    flex: none;
    block-size: calc(8 * var(--u));
    margin-block-start: calc(34 * var(--u));
    border-radius: calc(4 * var(--u));
    background: color-mix(in srgb, var(--words) 18%, transparent);
    overflow: hidden;
  }
  .progress i {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--now);
  }
  .nothing {
    flex: 0 1 auto;
  }
  .nothing h1 {
    font: inherit;
  }
  .nothing .en {
    margin-block-start: 0.25em;
    color: var(--quiet);
    font-size: 0.4em;
    font-weight: 600;
    font-stretch: 100%;
    letter-spacing: 0;
  }
  .then {
    flex: none;
    color: var(--quiet);
    font-size: calc(40 * var(--u));
    padding-block-end: calc(20 * var(--u));
  }
  .rows {
    flex: none;
  }
  .row {
    display: grid;
    grid-template-columns: calc(var(--time) * var(--u)) minmax(0, 1fr) auto;
    align-items: center;
    block-size: calc(var(--row) * var(--u));
    border-block-start: max(1px, calc(1.5 * var(--u))) solid var(--line);
    overflow: clip;
  }
  .time {
    font-size: calc(var(--figures) * var(--u));
    font-weight: 700;
    font-stretch: 84%;
    line-height: 1;
    white-space: nowrap;
  }
  .time s {
    margin-inline-start: 0.16em;
    color: var(--quiet);
    font-size: max(0.62em, calc(32 * var(--u)));
    font-weight: 600;
  }
  .row.off .time s {
    margin: 0;
    font-size: 1em;
  }
  .time .now {
    font-size: 0.86em;
    font-stretch: 125%;
  }
  .what {
    display: flex;
    align-items: center;
    gap: calc(var(--mark) * 0.8 * var(--u));
    min-inline-size: 0;
    padding-inline-end: calc(40 * var(--u));
  }
  .what h2 {
    flex: 0 1 auto;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.008em;
    white-space: nowrap;
  }
  .row .mark {
    font-size: calc(max(32, var(--mark)) * var(--u));
  }
  .day {
    flex: none;
    color: var(--quiet);
    font-size: calc(max(32, var(--place) * 0.9) * var(--u));
    white-space: nowrap;
  }
  .row .place {
    font-size: calc(var(--place) * var(--u));
    justify-self: end;
  }
  .row.off h2,
  .row.off .time,
  .row.off .place {
    color: var(--quiet);
  }
  footer {
    flex: none;
    max-block-size: 1.3em;
    margin-block-start: calc(22 * var(--u));
    color: var(--quiet);
    line-height: 1.25;
    white-space: nowrap;
  }
  .near main {
    padding-block: calc(24 * var(--u)) calc(20 * var(--u));
  }
  .near .where {
    font-size: calc(44 * var(--u));
  }
  .near .times {
    font-size: calc(42 * var(--u));
  }
  .near .progress {
    margin-block: calc(20 * var(--u)) 0;
  }
  @container (orientation: portrait) {
    .safe {
      --row: 210;
      --time: 250;
    }
    .safe.passage {
      --row: 176;
      --time: 236;
    }
    .safe.near {
      --row: 124;
      --time: 180;
    }
    .safe.wide,
    .safe.passage.wide {
      --time: 250;
    }
    .safe.near.wide {
      --time: 180;
    }
    .row {
      grid-template-columns: calc(var(--time) * var(--u)) minmax(0, 1fr);
      align-content: center;
      row-gap: calc(8 * var(--u));
    }
    .row .time {
      grid-row: 1 / span 2;
      align-self: start;
      padding-block-start: 0.04em;
      display: grid;
      gap: 0.2em;
    }
    .row .time s {
      margin: 0;
    }
    .row .place {
      grid-column: 2;
      justify-self: start;
      font-weight: 600;
    }
    .what {
      padding: 0;
    }
    footer {
      max-block-size: 3.9em;
      white-space: normal;
      text-wrap: pretty;
    }
    .times {
      white-space: normal;
    }
  }
`
