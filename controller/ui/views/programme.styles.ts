/** How the programme looks: the day stage by stage, and the glass at the right of a desktop. */
import { css } from 'lit'

export const programmeStyles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  aside {
    display: none;
  }
  @media (min-width: 1180px) {
    .frame {
      grid-template-columns: minmax(0, 1fr) minmax(360px, 440px);
    }
    aside {
      position: sticky;
      top: 0;
      display: grid;
      align-content: start;
      gap: var(--s3);
      height: 100dvh;
      padding: var(--s6) var(--s5);
      background: var(--surface);
      border-left: 1px solid var(--line);
      overflow: auto;
    }
  }
  .stage {
    display: grid;
    gap: var(--s2);
    margin-bottom: var(--s5);
  }
  .stage h2 {
    display: flex;
    align-items: center;
    gap: var(--s2);
    font-size: var(--t-h3);
  }
  .letter {
    display: inline-grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--strong);
    color: var(--on-strong);
    font-size: var(--t-small);
    font-weight: 750;
  }
  .list > * {
    display: block;
    padding: 0;
    min-height: 0;
  }
  .past {
    margin-top: var(--s1);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--s2);
    width: max-content;
    list-style: none;
    min-height: var(--touch);
    padding: 0 var(--s2);
    color: var(--muted);
    font-size: var(--t-small);
    font-weight: 600;
    cursor: pointer;
  }
  summary::before {
    content: '';
    width: 7px;
    height: 7px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
    transition: transform var(--fast) var(--ease);
  }
  [open] > summary::before {
    transform: rotate(45deg);
  }
  .makers {
    display: flex;
    gap: var(--s2);
  }
  .bone {
    height: 60px;
    margin-bottom: var(--s2);
  }
  .clock {
    font-size: 0.9375rem;
  }
  @media (max-width: 767px) {
    .makers .button {
      flex: 1;
    }
  }
`
