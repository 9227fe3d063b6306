/** Design tokens of the crew pages, as custom properties that every element inherits. */
import { css } from 'lit'

/** Colours in both themes, the 8-px rhythm, radii, type. `light-dark()` follows the `color-scheme` of the root. */
export const tokens = css`
  :root {
    --paper: light-dark(#f6f5f2, #11131b);
    --surface: light-dark(#ffffff, #191c28);
    --sunken: light-dark(#efede8, #0c0e15);
    --hover: light-dark(#f1efea, #212534);
    --ink: light-dark(#171a26, #f1efe9);
    --ink-2: light-dark(#4a4f60, #bcc1d1);
    --muted: light-dark(#646a7b, #969db3);
    --line: light-dark(#e4e2dc, #2b3040);
    --line-strong: light-dark(#c9c6bd, #424960);
    --strong: light-dark(#171a26, #f1efe9);
    --on-strong: light-dark(#ffffff, #11131b);
    --blue: light-dark(#2e56e8, #7d9bff);
    --blue-hover: light-dark(#2347cb, #98b0ff);
    --on-blue: light-dark(#ffffff, #0b1030);
    --blue-soft: light-dark(#e8edff, #1e2745);
    --red: light-dark(#a80f1f, #c22334);
    --red-hover: light-dark(#8c0a18, #d63145);
    --on-red: #ffffff;
    --red-text: light-dark(#a80f1f, #ff8f92);
    --red-soft: light-dark(#fdeeec, #33191f);
    --red-line: light-dark(#f2bdb6, #6b2a34);
    --green: light-dark(#1c8a5a, #45c58d);
    --green-text: light-dark(#12683f, #6fd9a8);
    --green-soft: light-dark(#e6f4ec, #15301f);
    --amber: light-dark(#d68a00, #ffb020);
    --amber-text: light-dark(#7a5000, #ffc45c);
    --amber-soft: light-dark(#fdf3dd, #33270f);
    --purple: light-dark(#5a2a82, #c79bee);
    --purple-soft: light-dark(#f2eaf8, #2b1d3a);
    --glass: #0b0e1a;
    --scrim: light-dark(rgb(23 26 38 / 0.32), rgb(0 0 0 / 0.56));
    --focus: light-dark(#2e56e8, #9db3ff);

    --s1: 4px;
    --s2: 8px;
    --s3: 12px;
    --s4: 16px;
    --s5: 24px;
    --s6: 32px;
    --s7: 48px;
    --s8: 64px;

    --r1: 8px;
    --r2: 10px;
    --r3: 14px;
    --r-full: 999px;

    --t-small: 0.875rem;
    --t-body: 1rem;
    --t-lead: 1.0625rem;
    --t-h3: 1.0625rem;
    --t-h2: 1.375rem;
    --t-h1: 2rem;
    --t-tiny: 0.8125rem;

    --touch: 40px;
    --ease: cubic-bezier(0.2, 0, 0, 1);
    --fast: 140ms;
    --slow: 260ms;
    --lift: 0 8px 32px rgb(10 12 20 / 0.16);
  }
  @media (pointer: coarse), (max-width: 767px) {
    :root {
      --touch: 44px;
      --t-h1: 1.6875rem;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :root {
      --fast: 0ms;
      --slow: 0ms;
    }
  }
`

/** Puts the tokens on a document, once. */
export function adoptTokens(root: Document): void {
  const sheet = tokens.styleSheet
  if (sheet === undefined || root.adoptedStyleSheets.includes(sheet)) return
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
