/** Buttons and the rows they stand in. */
import { css } from 'lit'

export const buttons = css`
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
`
