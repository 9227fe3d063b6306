/** Fields, boxes to tick, pills to choose from. */
import { css } from 'lit'

export const fields = css`
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
`
