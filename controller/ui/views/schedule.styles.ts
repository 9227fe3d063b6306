/** How the schedule looks. */
import { css } from 'lit'

export const scheduleStyles = css`
  .strip {
    position: sticky;
    top: 0;
    z-index: 4;
    display: flex;
    gap: var(--s2);
    overflow-x: auto;
    margin: 0 calc(-1 * var(--s2)) var(--s4);
    padding: var(--s2);
    background: var(--paper);
    scrollbar-width: none;
  }
  .strip button {
    flex: none;
  }
  .strip .today {
    border-color: var(--blue);
    color: var(--blue);
  }
  .days {
    display: grid;
    gap: var(--s6);
  }
  section {
    display: grid;
    gap: var(--s3);
    scroll-margin-top: 72px;
  }
  .day-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s3);
  }
  .day-head h2 {
    margin-right: auto;
  }
  .day-head .change {
    color: var(--amber-text);
  }
  .list > * {
    padding: 0;
  }
  .skeleton {
    height: 84px;
  }
`
