/** The glass that a case of the contact sheet stands on: its size, and the theme that it wears. */
import { type BuiltInTheme, builtInThemes, type ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import type { StageContext } from '../context.ts'
import { context, type ContextOptions, event } from '../testing/samples.ts'

export interface Glass {
  readonly widthPx: number
  readonly heightPx: number
  readonly portrait: boolean
  readonly theme: BuiltInTheme
}

/** A glass of 1080p in the first theme, upright or lying. */
export function plainGlass(portrait: boolean): Glass {
  return { widthPx: portrait ? 1080 : 1920, heightPx: portrait ? 1920 : 1080, portrait, theme: 'tg27' }
}

/** What the glass knows; `look`: where its theme is somebody's own, by what it differs from the built-in one. */
export function contextOf(glass: Glass, options: Partial<ContextOptions> = {}, look: Partial<ThemeBody> | null = null): StageContext {
  const { widthPx, heightPx, portrait, theme } = glass
  const given = context({ portrait, still: false, ...options })
  const { screen } = given
  return {
    ...given,
    screen: screen === null ? null : { ...screen, variant: { ...screen.variant, widthPx, heightPx } },
    event: { ...event, theme, look: look === null ? null : { ...builtInThemes[theme], ...look } },
  }
}
