/** What every element begins with: boxes, headings, small helpers, the page and its head. */
import { css } from 'lit'

export const base = css`
  :host {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--t-h1);
    line-height: 1.15;
    font-weight: 750;
    font-stretch: 112%;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--t-h2);
    line-height: 1.25;
    font-weight: 700;
    font-stretch: 108%;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: var(--t-h3);
    line-height: 1.35;
    font-weight: 650;
  }
  a {
    color: var(--blue);
    text-underline-offset: 3px;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
  }
  a.chip {
    text-decoration: none;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: var(--t-small);
  }
  .tabular {
    font-variant-numeric: tabular-nums;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  /* A page: padding, a head with title and actions. */
  .page {
    padding: var(--s6);
    max-width: 1320px;
  }
  .page.narrow {
    max-width: 880px;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s3) var(--s4);
    margin-bottom: var(--s5);
  }
  .page-head h1 {
    margin-right: auto;
  }
  @media (max-width: 767px) {
    .page {
      padding: var(--s4) var(--s4) var(--s6);
    }
    .page-head {
      margin-bottom: var(--s4);
    }
  }
`
