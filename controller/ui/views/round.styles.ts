/** Looks of a round: one large card, and what the thumb needs beneath it. */
import { css } from 'lit'

export const roundStyles = css`
  .head {
    display: flex;
    align-items: center;
    gap: var(--s3);
    margin-bottom: var(--s3);
  }
  .head h1 {
    margin-right: auto;
  }
  .bar {
    height: 8px;
    margin-bottom: var(--s4);
    border-radius: var(--r-full);
    background: var(--line);
    overflow: clip;
  }
  .bar span {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--blue);
    transition: width var(--slow) var(--ease);
  }
  .alarm {
    display: none;
  }
  .count {
    font-size: var(--t-lead);
    font-weight: 700;
  }
  .card.one {
    display: grid;
    gap: var(--s3);
    padding: var(--s5);
  }
  .card.one h2 {
    font-size: 2.125rem;
    line-height: 1.1;
    font-weight: 750;
    font-stretch: 112%;
    overflow-wrap: anywhere;
  }
  .glass {
    display: grid;
    justify-items: center;
    padding: var(--s2);
    border-radius: var(--r2);
    background: var(--sunken);
  }
  .glass is-preview {
    height: min(240px, 26dvh);
    max-width: 100%;
  }
  .says .dot {
    display: inline-block;
    margin-right: var(--s2);
  }
  .exits {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s4);
    padding-top: var(--s3);
    border-top: 1px solid var(--line);
  }
  .exits .grow {
    display: grid;
    gap: var(--s1);
  }
  .exit {
    display: flex;
    align-items: center;
    gap: var(--s2);
    font-weight: 600;
  }
  .action {
    position: sticky;
    bottom: 0;
    z-index: 5;
    display: grid;
    gap: var(--s2);
    padding: var(--s3) 0;
    background: linear-gradient(transparent, var(--paper) 12px);
  }
  .action .see {
    min-height: 68px;
    font-size: 1.25rem;
  }
  .action .see svg {
    width: 26px;
    height: 26px;
  }
  .others {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: var(--s2);
  }
  .others .button {
    min-height: 52px;
    padding-inline: var(--s3);
  }
  .undo {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
    min-height: 44px;
  }
  .start {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s2);
  }
  .start .primary {
    grid-column: 1 / -1;
  }
  .start .button {
    justify-content: space-between;
  }
  .start .primary .muted {
    color: inherit;
  }
  .former {
    margin-top: var(--s6);
    display: grid;
    gap: var(--s3);
  }
  .former summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    min-height: var(--touch);
    align-items: center;
    cursor: pointer;
  }
  .bone {
    height: 220px;
  }
  @media (max-width: 767px) {
    .alarm {
      display: inline-flex;
    }
    .card.one {
      padding: var(--s4);
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
    .start .button {
      padding-inline: var(--s3);
    }
  }
`
