/** How the slide editor’s page looks. */
import { css } from 'lit'

export const slideStyles = css`
  .page {
    max-width: none;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: var(--s5) var(--s6);
    align-items: start;
  }
  .main {
    display: grid;
    gap: var(--s4);
    min-width: 0;
  }
  .side {
    display: grid;
    gap: var(--s5);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    padding-top: var(--s4);
    border-top: 1px solid var(--line);
  }
  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    color: var(--ink-2);
    font-weight: 600;
    text-decoration: none;
  }
  .page-head {
    flex-wrap: nowrap;
    margin-bottom: var(--s3);
  }
  .page-head h1 {
    order: -1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--t-h2);
  }
  .back {
    flex: none;
  }
  .glass {
    aspect-ratio: 16 / 9;
  }
  @media (max-width: 1079px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    is-publish[unsent] {
      position: sticky;
      bottom: calc(var(--foot, 0px) + var(--s2));
      z-index: 5;
    }
    .side {
      order: 3;
    }
  }
`
