/** Contrast of a theme's words (WCAG 2.2, 1.4.6: relative luminance and contrast ratio): what is too weak to be read across a hall, and the nearest colour that is not. */
import type { ThemeBody, ThemeColours } from './theme.ts'

/** Words meant for the hall stand at least this far from what they stand on. */
export const hallContrast = 7

/** How much of a light is seen at most within the safe area, 0–1: its middle lies outside the glass, and it drifts (`stage/backdrop`). */
export const lightShare = 0.47

/** Words on the amber field that are not the main ones are ink with so much of the field, 0–1. */
const inkOnNow = 0.86

export type WeakPair =
  'words' | 'quiet' | 'wordsOnLight' | 'quietOnLight' | 'now' | 'wordsOnPaper' | 'quietOnPaper' | 'wordsOnNow' | 'quietOnNow'

export interface Weak {
  readonly pair: WeakPair
  /** The contrast as it is, rounded down to a tenth, and what it should be. */
  readonly ratio: number
  readonly needed: number
  /** Which colour to change, and the nearest that passes; null: not by this colour alone. */
  readonly field: keyof ThemeColours
  readonly colour: string | null
}

/** Red, green, blue, 0–255 each. */
type Rgb = readonly [number, number, number]

interface Rule {
  readonly pair: WeakPair
  readonly mends: keyof ThemeColours
  readonly fore: (colours: ThemeColours) => Rgb
  readonly back: (colours: ThemeColours) => Rgb
}

const plain =
  (field: keyof ThemeColours) =>
  (colours: ThemeColours): Rgb =>
    rgbOf(colours[field])
const lit =
  (light: 'lightA' | 'lightB') =>
  (colours: ThemeColours): Rgb =>
    mixed(rgbOf(colours[light]), rgbOf(colours.night), lightShare)

const always: readonly Rule[] = [
  { pair: 'words', mends: 'paper', fore: plain('paper'), back: plain('night') },
  { pair: 'quiet', mends: 'quietOnNight', fore: plain('quietOnNight'), back: plain('night') },
  { pair: 'now', mends: 'now', fore: plain('now'), back: plain('night') },
  { pair: 'wordsOnPaper', mends: 'ink', fore: plain('ink'), back: plain('paper') },
  { pair: 'quietOnPaper', mends: 'quietOnPaper', fore: plain('quietOnPaper'), back: plain('paper') },
  { pair: 'wordsOnNow', mends: 'ink', fore: plain('ink'), back: plain('now') },
  {
    pair: 'quietOnNow',
    mends: 'ink',
    fore: ({ ink, now }) => mixed(rgbOf(ink), rgbOf(now), inkOnNow),
    back: plain('now'),
  },
]
const onLights: readonly Rule[] = (['lightA', 'lightB'] as const).flatMap((light) => [
  { pair: 'wordsOnLight' as const, mends: light, fore: plain('paper'), back: lit(light) },
  { pair: 'quietOnLight' as const, mends: light, fore: plain('quietOnNight'), back: lit(light) },
])

/** What of the theme cannot be read across a hall, in the order in which it is best mended; empty: all can. */
export function weakPairs({ colours, ground }: Pick<ThemeBody, 'colours' | 'ground'>): readonly Weak[] {
  const rules = ground.kind === 'lights' ? [...always, ...onLights] : always
  return rules.flatMap((rule) => {
    const ratio = contrast(rule.fore(colours), rule.back(colours))
    if (ratio >= hallContrast) return []
    const { pair, mends } = rule
    return [{ pair, ratio: Math.floor(ratio * 10) / 10, needed: hallContrast, field: mends, colour: mend(rule, colours) }]
  })
}

/** The contrast of two colours (`#rrggbb`), 1–21. */
export function contrastOf(a: string, b: string): number {
  return contrast(rgbOf(a), rgbOf(b))
}

/** How much of night lies over a picture, 0–1, so that every word on it can be read whatever it shows. */
export function veilOver(colours: ThemeColours): number {
  const night = rgbOf(colours.night)
  const words = [rgbOf(colours.paper), rgbOf(colours.quietOnNight), rgbOf(colours.now)]
  const holds = (veil: number): boolean =>
    ([white, black] as const).every((extreme) => words.every((word) => contrast(word, mixed(night, extreme, veil)) >= hallContrast))
  for (let percent = 40; percent < 100; percent += 2) if (holds(percent / 100)) return percent / 100
  return 1
}

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]

/** The least change of one colour, towards white or black (a light towards night), by which the rule holds. */
function mend({ mends, fore, back }: Rule, colours: ThemeColours): string | null {
  const from = rgbOf(colours[mends])
  const ends = mends === 'lightA' || mends === 'lightB' ? [rgbOf(colours.night)] : [white, black]
  for (let step = 1; step <= 100; step++) {
    for (const end of ends) {
      const tried = hexOf(mixed(end, from, step / 100))
      const changed = { ...colours, [mends]: tried }
      if (contrast(fore(changed), back(changed)) >= hallContrast) return tried
    }
  }
  return null
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** `share` of a over b, in sRGB as browsers do. */
function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((part, at) => part * share + b[at]! * (1 - share)) as unknown as Rgb
}

function rgbOf(hex: string): Rgb {
  const value = parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}
