/** How a happening looks as a row, and its actions beneath. */
import { css } from 'lit'

export const happeningStyles = css`
  :host {
    display: block;
    scroll-margin-top: 136px;
  }
  .head {
    display: grid;
    grid-template-columns: 172px minmax(0, 1fr);
    align-items: baseline;
    gap: var(--s1) var(--s4);
    width: 100%;
    min-height: 60px;
    padding: var(--s3) var(--s4);
    align-content: center;
    text-align: left;
  }
  button.head:hover {
    background: var(--hover);
  }
  button.head:focus-visible {
    outline-offset: -3px;
  }
  :host([open]) .head {
    background: none;
  }
  :host([open]) {
    background: var(--surface);
    box-shadow: inset 3px 0 0 var(--blue);
  }
  .time {
    display: grid;
    white-space: nowrap;
  }
  .span {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--s2);
  }
  .time strong {
    font-weight: 700;
    font-size: var(--t-lead);
  }
  .time .small {
    white-space: normal;
  }
  .end,
  s {
    color: var(--muted);
  }
  .now .time strong,
  .open .time strong {
    color: var(--amber-text);
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s3);
  }
  .title {
    font-weight: 650;
    font-size: var(--t-lead);
    overflow-wrap: anywhere;
  }
  .title.gone {
    text-decoration: line-through;
    color: var(--muted);
  }
  .over .title,
  .over .time strong {
    color: var(--muted);
    font-weight: 550;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s2);
  }
  .note {
    display: grid;
    gap: var(--s2);
    padding: 0 var(--s4) var(--s3);
    color: var(--ink-2);
  }
  .note.stale {
    margin: 0 var(--s4) var(--s3);
    padding: var(--s3);
    border-radius: var(--r2);
    background: var(--amber-soft);
  }
  .panel {
    display: grid;
    gap: var(--s2);
    padding: var(--s1) var(--s4) var(--s4);
    scroll-margin-bottom: 88px;
  }
  .delays {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: var(--s2);
    max-width: 420px;
  }
  .delays .button {
    padding: 0;
    font-weight: 700;
    background: var(--blue-soft);
    border-color: transparent;
    color: var(--blue);
  }
  .rest {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
  }
  @media (max-width: 767px) {
    .head {
      grid-template-columns: 108px minmax(0, 1fr);
      gap: var(--s1) var(--s3);
    }
    .delays {
      max-width: none;
    }
    .delays .button {
      min-height: 60px;
    }
    .rest {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .rest .button {
      min-height: 48px;
      padding: 0 var(--s2);
    }
    .panel {
      scroll-margin-bottom: calc(64px + 76px + env(safe-area-inset-bottom));
    }
  }
`
