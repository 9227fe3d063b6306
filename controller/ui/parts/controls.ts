/** Shared looks: buttons, fields, cards, chips, lists, page heads. An element takes them in by `static styles = [controls, css…]`. */
import { css } from 'lit'

export const controls = css`
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

  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-height: var(--touch);
    padding: 0 var(--s4);
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    background: var(--surface);
    color: var(--ink);
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
    text-align: center;
    white-space: nowrap;
    user-select: none;
    transition: background var(--fast) var(--ease);
  }
  .button:hover {
    background: var(--hover);
  }
  .button.primary {
    background: var(--blue);
    border-color: var(--blue);
    color: var(--on-blue);
  }
  .button.primary:hover {
    background: var(--blue-hover);
  }
  .button.danger {
    background: var(--red);
    border-color: var(--red);
    color: var(--on-red);
  }
  .button.danger:hover {
    background: var(--red-hover);
  }
  .button.quiet {
    background: transparent;
    border-color: transparent;
    color: var(--ink-2);
  }
  .button.quiet:hover {
    background: var(--hover);
  }
  .button.quiet.red {
    color: var(--red-text);
  }
  .button.icon {
    width: var(--touch);
    padding: 0;
  }
  .button.large {
    min-height: 52px;
    font-size: var(--t-lead);
    padding: 0 var(--s5);
  }
  .button.wide {
    width: 100%;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
  }
  .row.spread {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: var(--s4);
    align-content: start;
  }

  /* Fields: a label above, a hint or a problem below. */
  .field {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  .field > label,
  .field > legend,
  .field > .label {
    font-size: var(--t-small);
    font-weight: 600;
    color: var(--ink-2);
  }
  .field .hint {
    font-size: var(--t-small);
    color: var(--muted);
  }
  .field .problem,
  .problem {
    font-size: var(--t-small);
    color: var(--red-text);
    font-weight: 550;
  }
  .input,
  select.input,
  textarea.input {
    font: inherit;
    width: 100%;
    min-height: var(--touch);
    padding: 8px var(--s3);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
  }
  .input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border-color: var(--red-text);
  }
  .input:focus-visible {
    outline-offset: 0;
  }
  .grid-2 {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: var(--s4);
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: var(--s3);
    min-height: var(--touch);
    padding: var(--s2) 0;
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 2px 0 0;
    accent-color: var(--blue);
  }
  .check .hint {
    display: block;
    font-size: var(--t-small);
    color: var(--muted);
  }

  /* One of a few: a row of pills, radio buttons inside. */
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .choice {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    padding: 0 var(--s4);
    border: 1px solid var(--line-strong);
    border-radius: var(--r-full);
    background: var(--surface);
    font-size: 0.9375rem;
    font-weight: 600;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--hover);
  }
  .choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .choice:has(input:checked),
  .choice[aria-pressed='true'] {
    background: var(--strong);
    border-color: var(--strong);
    color: var(--on-strong);
  }
  .choice:has(input:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--r3);
    padding: var(--s4);
  }
  .card.trouble {
    background: var(--red-soft);
    border-color: var(--red-line);
  }
  .card.warn {
    background: var(--amber-soft);
    border-color: color-mix(in srgb, var(--amber) 40%, transparent);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: var(--r-full);
    background: var(--surface);
    color: var(--ink-2);
    font-size: var(--t-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .chip.red {
    background: var(--red-soft);
    border-color: var(--red-line);
    color: var(--red-text);
  }
  .chip.amber {
    background: var(--amber-soft);
    border-color: transparent;
    color: var(--amber-text);
  }
  .chip.green {
    background: var(--green-soft);
    border-color: transparent;
    color: var(--green-text);
  }
  .chip.blue {
    background: var(--blue-soft);
    border-color: transparent;
    color: var(--blue);
  }
  .chip.purple {
    background: var(--purple-soft);
    border-color: transparent;
    color: var(--purple);
  }
  .dot {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--muted);
  }
  .dot.green {
    background: var(--green);
  }
  .dot.amber {
    background: var(--amber);
  }
  .dot.red {
    background: var(--red-text);
  }
  .dot.hollow {
    background: none;
    border: 2px solid var(--muted);
  }

  /* Lists of rows with lines between. */
  .list {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--r3);
    overflow: clip;
  }
  .list > * {
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-height: 56px;
    padding: var(--s2) var(--s4);
    border-top: 1px solid var(--line);
  }
  .list > :first-child {
    border-top: 0;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .empty {
    display: grid;
    gap: var(--s3);
    justify-items: start;
    padding: var(--s6);
    border: 1px dashed var(--line-strong);
    border-radius: var(--r3);
    color: var(--ink-2);
  }
  .empty h2 {
    color: var(--ink);
  }

  /* What is on its way: quiet fields in the shape of what comes. */
  .skeleton {
    border-radius: var(--r2);
    background: var(--line);
    opacity: 0.6;
  }
`
