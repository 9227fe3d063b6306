/** Themes as data: the colours of the glass, given to every element as custom properties. */
import { css, unsafeCSS, type CSSResult } from 'lit'

export interface Theme {
  readonly night: string
  readonly paper: string
  readonly ink: string
  /** Secondary words on night and on paper, both at least 7:1. */
  readonly quietOnNight: string
  readonly quietOnPaper: string
  /** For *now* and nothing else. */
  readonly now: string
  /** The two soft lights that drift behind everything. */
  readonly lightA: string
  readonly lightB: string
  /** How strongly the ship's ribs are drawn, 0–1. */
  readonly ribs: number
}

export const themes: Readonly<Record<'tg27' | 'contrast', Theme>> = {
  tg27: {
    night: '#0b0e1a',
    paper: '#f4f1ea',
    ink: '#0b0e1a',
    quietOnNight: '#a9b0c8',
    quietOnPaper: '#454b60',
    now: '#ffb020',
    lightA: '#25348f',
    lightB: '#5b2368',
    ribs: 1,
  },
  contrast: {
    night: '#000000',
    paper: '#ffffff',
    ink: '#000000',
    quietOnNight: '#ffffff',
    quietOnPaper: '#000000',
    now: '#ffb020',
    lightA: '#000000',
    lightB: '#000000',
    ribs: 0,
  },
}

/** ISO 22324 signal colours: they mean the same in every theme. */
export const signalColours: CSSResult = css`
  :host {
    --danger: #a80f1f;
    --caution: #ffc400;
    --safe: #00663a;
    --exercise: #5a2a82;
    --on-signal: #ffffff;
    --on-caution: #000000;
  }
`

function properties(theme: Theme): string {
  return `--night:${theme.night};--paper:${theme.paper};--ink:${theme.ink};--quiet-on-night:${theme.quietOnNight};--quiet-on-paper:${theme.quietOnPaper};--now:${theme.now};--light-a:${theme.lightA};--light-b:${theme.lightB};--ribs:${theme.ribs};`
}

/** The themes as style rules; the attribute `theme` of a host chooses, and TG27 stands where none is known. */
export const themeStyles: CSSResult = css`
  :host {
    ${unsafeCSS(properties(themes.tg27))}
  }
  :host([theme='contrast']) {
    ${unsafeCSS(properties(themes.contrast))}
  }
`
