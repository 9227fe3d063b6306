/** Looks of the view *Nødmelding*: always the dark theme, three boards, one large disc. */
import { css } from 'lit'

export const overrideStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
    color-scheme: dark;
    background: var(--paper);
    color: var(--ink);
  }
  .page {
    display: grid;
    gap: var(--s5);
    align-content: start;
  }
  .page-head {
    margin: 0;
  }
  .start {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 30%);
    gap: var(--s6);
    align-items: start;
  }
  .start > .stack {
    gap: var(--s5);
  }
  .boards {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--s3);
  }
  .board {
    position: relative;
    display: grid;
    align-content: start;
    gap: 2px;
    padding: var(--s2);
    border: 2px solid var(--line);
    border-radius: var(--r3);
    background: var(--surface);
    cursor: pointer;
  }
  .board is-board {
    margin-bottom: var(--s2);
  }
  .board input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .board:has(:checked) {
    border-color: #ef4452;
    background: color-mix(in srgb, #ef4452 16%, var(--surface));
    box-shadow: 0 0 0 1px #ef4452;
  }
  .mark {
    position: absolute;
    right: var(--s2);
    bottom: var(--s2);
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: #ef4452;
    color: #11131b;
  }
  .mark svg {
    width: 18px;
    height: 18px;
  }
  .preview {
    width: 100%;
    text-align: left;
    border-radius: var(--r2);
  }
  summary {
    min-height: var(--touch);
    align-content: center;
    color: var(--amber-text);
    font-weight: 600;
    cursor: pointer;
  }
  .board:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .where {
    display: grid;
    gap: var(--s3);
  }
  .place {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s4);
  }
  .place .button {
    flex: none;
  }
  .trigger {
    position: sticky;
    top: var(--s6);
    display: grid;
    gap: var(--s4);
    text-align: center;
  }
  .trigger .exercise {
    --danger: #5a2a82;
    --ring: #b07be0;
  }

  .running {
    display: grid;
    gap: var(--s4);
    padding: var(--s5);
    border: 2px solid #ef4452;
    border-radius: var(--r3);
    background: var(--surface);
  }
  .running.exercise {
    border-color: #b07be0;
  }
  .running.over {
    border-color: var(--green);
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s4);
  }
  .what is-board {
    width: 192px;
  }
  .count {
    font-size: 2rem;
    font-weight: 750;
    font-stretch: 108%;
    line-height: 1.2;
  }
  progress {
    display: block;
    width: 100%;
    height: 10px;
    margin-top: var(--s2);
    border: 0;
    border-radius: var(--r-full);
    background: var(--line);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--green);
    transition: inline-size var(--slow) var(--ease);
  }
  progress::-moz-progress-bar {
    background: var(--green);
  }
  .missing ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
    margin-bottom: var(--s1);
  }
  .endings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
    gap: var(--s3) var(--s4);
  }
  .endings h3 {
    grid-column: 1 / -1;
  }
  .endings .all-clear {
    --bar-fill: #00663a;
  }
  .endings .mistake {
    --bar-fill: #4a4f60;
  }
  .endings .exercise-over {
    --bar-fill: #5a2a82;
  }
  .endings p {
    padding: var(--s1) var(--s2);
  }
  .note {
    max-width: 60ch;
  }
  @media (max-width: 1023px) {
    .start {
      grid-template-columns: minmax(0, 1fr);
    }
    .trigger {
      position: static;
    }
    .trigger .preview {
      width: min(480px, 100%);
      margin: 0 auto;
    }
  }
  @media (max-width: 767px) {
    .page {
      gap: var(--s4);
    }
    .running {
      padding: var(--s4);
    }
    .boards {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s2);
    }
    .start > .stack {
      gap: var(--s3);
    }
    .start {
      gap: var(--s4);
    }
    .boards {
      margin-top: calc(-1 * var(--s2));
    }
    .mark {
      bottom: auto;
      top: var(--s2);
    }
    .chooser h2 {
      font-size: var(--t-h3);
    }
    .chosen {
      gap: var(--s2);
    }
    .where {
      gap: 0;
      padding: var(--s2) var(--s4);
    }
    .where .hint {
      display: none;
    }
    .board {
      padding: 6px;
      grid-template: auto auto / 96px minmax(0, 1fr);
      column-gap: var(--s4);
      align-content: center;
    }
    .board is-board {
      grid-row: 1 / 3;
      margin: 0;
    }
    .board strong {
      align-self: end;
    }
    .what is-board {
      width: 128px;
    }
  }
`
