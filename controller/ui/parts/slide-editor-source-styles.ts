/** How lists of parts look in the settings of news, figures and maps. */
import { css } from 'lit'

export const sourceStyles = css`
  :host {
    display: grid;
    gap: var(--s4);
  }
  fieldset.field {
    display: grid;
    gap: 6px;
  }
  fieldset.one {
    display: grid;
    gap: var(--s3);
    min-width: 0;
    padding: var(--s3) var(--s4) var(--s4);
    border: 1px solid var(--line);
    border-radius: var(--r2);
  }
  fieldset.one legend {
    padding: 0 var(--s1);
    font-weight: 650;
  }
  fieldset.one img {
    max-width: 100%;
    max-height: 160px;
    border-radius: var(--r1);
    justify-self: start;
  }
  textarea {
    resize: vertical;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s3);
  }
  .map {
    position: relative;
    justify-self: start;
    padding: 0;
    line-height: 0;
    border-radius: var(--r2);
    overflow: clip;
    cursor: crosshair;
    touch-action: manipulation;
  }
  .map img {
    max-width: 100%;
    pointer-events: none;
  }
  .point {
    position: absolute;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin: -14px 0 0 -14px;
    border: 2px solid black;
    border-radius: 50%;
    background: white;
    color: black;
    font-weight: 750;
    font-size: 14px;
    line-height: 1;
    pointer-events: none;
  }
  .point.chosen {
    outline: 3px solid var(--blue);
    outline-offset: 2px;
  }
`
