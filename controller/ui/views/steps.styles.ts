/** Looks of stepping by hand: what stands, large; what comes; and the one button under the thumb. */
import { css } from 'lit'

export const stepsStyles = css`
  .page {
    display: grid;
    gap: var(--s4);
    max-width: 1320px;
    padding-bottom: var(--s2);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s3);
  }
  .head h1 {
    margin-right: auto;
    overflow-wrap: anywhere;
  }
  .head p {
    flex-basis: 100%;
  }
  .alarm {
    display: none;
  }
  .count {
    font-size: var(--t-h2);
    font-weight: 700;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(280px, 26vw, 380px);
    gap: var(--s5);
    align-items: start;
  }
  .side,
  .stands {
    display: grid;
    gap: var(--s4);
  }
  .label {
    display: block;
    margin-bottom: var(--s1);
    color: var(--muted);
    font-size: var(--t-small);
    font-weight: 600;
  }
  .stands h2,
  .after h3 {
    overflow-wrap: anywhere;
  }
  /* As large as fits above the buttons, in the shape of the screen. */
  .glass {
    display: grid;
    justify-items: center;
    margin-top: var(--s2);
    overflow: clip;
    border-radius: var(--r3);
    background: var(--sunken);
  }
  .glass is-preview,
  .glass is-slide-thumb {
    width: 100%;
    max-width: calc((100dvh - 340px) * var(--shape, 1.7778));
  }
  .after is-slide-thumb {
    width: 100%;
    margin-top: var(--s1);
  }
  .items {
    max-height: calc(100dvh - 576px);
    min-height: 224px;
    overflow: auto;
  }
  .items > li {
    padding: 0;
  }
  .item {
    display: flex;
    align-items: center;
    gap: var(--s3);
    width: 100%;
    min-height: 56px;
    padding: var(--s1) var(--s4);
    text-align: left;
  }
  button.item:hover {
    background: var(--hover);
  }
  .item[aria-current] {
    background: var(--blue-soft);
    font-weight: 650;
  }
  .items .number {
    flex: none;
    width: 2ch;
    text-align: right;
    color: var(--muted);
  }
  .items is-slide-thumb {
    flex: none;
    width: 64px;
    border-radius: 4px;
  }
  .action {
    position: sticky;
    bottom: 0;
    z-index: 5;
    display: grid;
    grid-template-columns: minmax(96px, 1fr) minmax(0, 3fr);
    gap: var(--s2);
    padding: var(--s3) 0;
    background: linear-gradient(transparent, var(--paper) 12px);
  }
  .action .line {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
    min-height: 44px;
  }
  .action .problem {
    grid-column: 1 / -1;
  }
  .action .button {
    min-height: 72px;
    font-size: var(--t-lead);
  }
  .action .line .button {
    min-height: 44px;
  }
  .action .next {
    display: grid;
    align-content: center;
    gap: 2px;
    font-size: 1.375rem;
    font-weight: 700;
  }
  .action .next small {
    max-width: 100%;
    font-size: var(--t-small);
    font-weight: 550;
  }
  .keys {
    grid-column: 1 / -1;
  }
  .bone {
    height: 320px;
  }
  @media (max-width: 767px) {
    .alarm {
      display: inline-flex;
    }
    .head {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .head h1 {
      grid-column: 1 / 3;
    }
    .count {
      grid-row: 2;
    }
    .head p {
      grid-column: 2 / 4;
    }
    .two {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    .glass is-preview,
    .glass is-slide-thumb {
      max-width: calc(38dvh * var(--shape, 1.7778));
    }
    .after {
      display: grid;
      grid-template-columns: 112px minmax(0, 1fr);
      gap: 0 var(--s3);
      align-items: center;
    }
    .after is-slide-thumb {
      grid-row: 1 / 3;
      grid-column: 1;
      margin: 0;
    }
    .after .label {
      align-self: end;
    }
    .after h3 {
      align-self: start;
    }
    .after.last {
      display: block;
    }
    .items {
      max-height: none;
      min-height: 0;
    }
    /* Always in the same place, so that the thumb need not look for it. */
    .action {
      position: fixed;
      inset: auto 0 calc(64px + env(safe-area-inset-bottom)) 0;
      padding: var(--s3) var(--s4);
      background: var(--paper);
      border-top: 1px solid var(--line);
    }
    .page:has(.action) {
      padding-bottom: 128px;
    }
    .keys {
      display: none;
    }
  }
`
