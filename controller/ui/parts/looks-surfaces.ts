/** Cards, chips, dots, lists, empty states, skeletons. */
import { css } from 'lit'

export const surfaces = css`
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
