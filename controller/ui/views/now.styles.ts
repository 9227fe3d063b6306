/** Looks of the view *Nå*: the wall in three densities, the panel at the right, the frame of the time machine. */
import { css } from 'lit'

export const nowStyles = css`
  .now {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(320px, 27vw, 420px);
    min-height: 100dvh;
  }
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--s3);
    max-width: none;
    padding: var(--s5) var(--s5) 0;
  }
  .page > .card {
    padding: var(--s3) var(--s4);
  }
  .page-head {
    margin-bottom: 0;
  }
  .brief {
    display: none;
  }
  .clock {
    font-weight: 600;
  }
  aside {
    position: sticky;
    top: 0;
    align-self: start;
    height: 100dvh;
    overflow: auto;
    padding: var(--s5);
    border-left: 1px solid var(--line);
    background: var(--surface);
  }
  is-time-machine {
    position: sticky;
    bottom: 0;
    z-index: 5;
    margin: auto calc(-1 * var(--s5)) 0;
  }

  is-screen-names {
    display: contents;
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: var(--s4);
    font-weight: 600;
  }

  .wall {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--s2) var(--s5);
    margin-inline: calc(-1 * 6px);
  }
  .area h3 {
    padding: 0 6px;
    color: var(--muted);
    font-size: var(--t-small);
    font-weight: 600;
  }
  .cards {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .wall {
    --thumb: 96px;
    --card-pad: 6px;
    --wide: calc(var(--thumb) * 16 / 9 + 2 * var(--card-pad));
  }
  .wall[close] {
    --card-font: 0.75rem;
    --card-pad: 4px;
    --card-gap: 2px;
    display: grid;
    gap: 0;
  }
  is-screen-card.wide {
    width: var(--wide);
  }
  is-screen-card.tall {
    width: max(148px, calc(var(--thumb) * 0.7 + 12px));
  }
  [close] is-screen-card.wide {
    width: max(84px, var(--wide));
  }
  [close] is-screen-card.tall {
    width: 84px;
  }
  /* Links over the name, while somebody points at the area or has come to them by key. */
  .area {
    position: relative;
  }
  .deeds {
    position: absolute;
    inset: 0 6px auto auto;
    display: flex;
    gap: var(--s3);
    padding-left: var(--s2);
    background: var(--paper);
    opacity: 0;
  }
  .area:hover .deeds,
  .deeds:focus-within {
    opacity: 1;
  }
  .deed {
    font-size: var(--t-small);
    font-weight: 600;
  }
  [close] .area {
    display: grid;
    grid-template-columns: 108px minmax(0, 1fr);
    align-items: center;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  .bone {
    display: inline-block;
    width: 96px;
    height: 12px;
  }
  .ghost {
    width: calc(var(--wide) - 12px);
    height: var(--thumb);
    margin: 6px 6px 28px;
  }

  .away {
    background: color-mix(in srgb, var(--blue) 7%, var(--paper));
    box-shadow: inset 0 0 0 4px var(--blue);
  }
  .away aside {
    background: color-mix(in srgb, var(--blue) 5%, var(--surface));
    border-block: 4px solid var(--blue);
    border-right: 4px solid var(--blue);
  }
  .away-head {
    position: sticky;
    top: 0;
    z-index: 10;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s4);
    padding: var(--s1) 0;
  }
  .away-head h1 {
    color: var(--blue);
    font-size: 1.5rem;
    margin-right: auto;
  }

  @media (max-width: 1179px) {
    .now {
      display: block;
    }
    .page {
      min-height: 100dvh;
    }
    aside {
      display: none;
    }
  }
  @media (max-width: 767px) {
    .page {
      min-height: 0;
      padding: var(--s4) var(--s4) 0;
    }
    .long {
      display: none;
    }
    .brief {
      display: inline;
    }
    .areas {
      gap: var(--s3);
    }
    .bones,
    .bones .cards {
      display: grid;
    }
    .ghost {
      width: auto;
      height: 92px;
    }
    .away {
      box-shadow: none;
      border: 4px solid var(--blue);
    }
    .away-head {
      background: color-mix(in srgb, var(--blue) 7%, var(--paper));
    }
    is-time-machine {
      position: static;
      margin: 0;
    }
  }
`
