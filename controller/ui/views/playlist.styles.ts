/** How the playlist editor’s page looks. */
import { css } from 'lit'

export const playlistStyles = css`
  .page {
    max-width: 960px;
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
  .back {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    color: var(--ink-2);
    font-weight: 600;
    text-decoration: none;
  }
  .stack {
    gap: var(--s5);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s4);
    align-items: start;
  }
  .order {
    display: grid;
    gap: var(--s1);
    max-width: 340px;
  }
  fieldset.field {
    display: grid;
    gap: 6px;
  }
  is-publish[unsent] {
    position: sticky;
    bottom: calc(var(--foot, 0px) + var(--s3));
    z-index: 5;
  }
  .skeleton {
    height: 80px;
  }
  .foot {
    padding-top: var(--s4);
    border-top: 1px solid var(--line);
  }
  @media (max-width: 767px) {
    .head {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
