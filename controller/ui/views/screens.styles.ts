/** Looks of *Skjermer*. */
import { css } from 'lit'

export const screensStyles = css`
  .area {
    margin-bottom: var(--s5);
  }
  .area-head {
    display: flex;
    align-items: center;
    gap: var(--s2);
    min-height: var(--touch);
  }
  /* Quiet buttons whose words begin where the title does. */
  .deeds {
    gap: 0;
    margin: calc(-1 * var(--s3)) calc(-1 * var(--s4)) var(--s3);
  }
  .counts {
    margin-bottom: var(--s4);
  }
  .search {
    margin-bottom: var(--s4);
  }
  .list > a {
    color: inherit;
    text-decoration: none;
    min-height: 72px;
  }
  .list > a:hover {
    background: var(--hover);
  }
  .list > a:focus-visible {
    outline-offset: -3px;
  }
  .thumb {
    flex: none;
    display: grid;
    justify-items: center;
    width: 100px;
    height: 56px;
  }
  .thumb.idle is-preview {
    filter: saturate(0.35) brightness(0.62);
  }
  is-preview {
    height: 56px;
    border-radius: 6px;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .name svg {
    flex: none;
    width: 17px;
    height: 17px;
    color: var(--muted);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--s3);
    font-size: var(--t-small);
    color: var(--muted);
  }
  .facts .amber-text {
    color: var(--amber-text);
    font-weight: 600;
  }
  .waiting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s4);
    margin-bottom: var(--s5);
    border-color: var(--blue);
  }
  .bone {
    height: 88px;
  }
  .chevron {
    color: var(--muted);
  }
  .chevron svg {
    display: block;
    width: 18px;
    height: 18px;
  }
  @media (max-width: 767px) {
    .page-head .button {
      flex: 1;
    }
    .page-head h1 {
      flex-basis: 100%;
    }
    .thumb {
      width: 84px;
      height: 48px;
    }
    is-preview {
      height: 48px;
    }
  }
`
