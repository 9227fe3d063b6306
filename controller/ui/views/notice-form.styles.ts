/** Looks of the quick forms: cards one beneath the other, the one button always in reach of a thumb. */
import { css } from 'lit'

export const noticeFormStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s3);
  }
  .card {
    display: grid;
    gap: var(--s3);
  }
  .head {
    font-weight: 650;
  }
  textarea.input {
    resize: none;
    field-sizing: content;
    max-height: 8lh;
  }
  details summary {
    min-height: 32px;
    align-content: center;
    font-size: var(--t-small);
    font-weight: 600;
    color: var(--ink-2);
    cursor: pointer;
  }
  .action {
    position: sticky;
    bottom: 0;
    z-index: 5;
    display: grid;
    gap: var(--s2);
    padding: var(--s3) 0;
    background: linear-gradient(transparent, var(--paper) 12px);
    text-align: center;
  }
  @media (max-width: 767px) {
    .action {
      bottom: calc(64px + env(safe-area-inset-bottom));
    }
    summary {
      min-height: 44px;
    }
  }
`
