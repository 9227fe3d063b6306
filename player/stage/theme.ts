/** Themes on the glass: the colours, the typeface and the margins of the event's theme, given to every element as custom properties. */
import { builtInThemes, isBuiltIn, type ThemeBody, themeOf } from '@infoskjerm/shared/model/theme.ts'
import { css, unsafeCSS, type CSSResult } from 'lit'
import type { StageContext } from './context.ts'
import { themeFont } from './theme-font.ts'

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

/** The custom properties of a theme, by name; the typeface is named by `themeFont`. */
function properties({ colours, ground, safe }: ThemeBody): Readonly<Record<string, string>> {
  return {
    '--night': colours.night,
    '--paper': colours.paper,
    '--ink': colours.ink,
    '--quiet-on-night': colours.quietOnNight,
    '--quiet-on-paper': colours.quietOnPaper,
    '--now': colours.now,
    '--light-a': colours.lightA,
    '--light-b': colours.lightB,
    '--ribs': ground.kind === 'lights' && ground.ribs ? '1' : '0',
    '--safe-inline': `${safe.inlinePct}cqw`,
    '--safe-block': `${safe.blockPct}cqh`,
  }
}

function rule(theme: ThemeBody): CSSResult {
  const lines = Object.entries(properties(theme)).map(([name, value]) => `${name}:${value};`)
  return unsafeCSS(lines.join(''))
}

/** The built-in themes as style rules; the attribute `theme` of a host chooses, and TG27 stands where none is known. */
export const themeStyles: CSSResult = css`
  :host {
    ${rule(builtInThemes.tg27)}
  }
  :host([theme='contrast']) {
    ${rule(builtInThemes.contrast)}
  }
`

/** Gives an element the theme of its context: an attribute for a built-in one, custom properties of its own for any other. `before`: what it wore until now. */
export function wear(element: HTMLElement, context: StageContext | null, before: ThemeBody | null): ThemeBody | null {
  const event = context?.event ?? null
  element.setAttribute('theme', event !== null && (event.look ?? null) === null && isBuiltIn(event.theme) ? event.theme : 'tg27')
  const look = event?.look ?? null
  if (look === before) return look
  for (const name of Object.keys(properties(builtInThemes.tg27))) element.style.removeProperty(name)
  element.style.removeProperty('--typeface')
  if (look === null || context === null) return null
  for (const [name, value] of Object.entries(properties(look))) element.style.setProperty(name, value)
  if (look.font !== null) element.style.setProperty('--typeface', `'${themeFont(look.font.hash, context.mediaUrl)}'`)
  return look
}

/** The theme that a context is drawn in. */
export function themeIn(context: StageContext | null): ThemeBody {
  const event = context?.event ?? null
  return themeOf(event === null ? null : { theme: event.theme, look: event.look ?? null })
}
