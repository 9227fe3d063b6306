/** A part of a glass, as what stands in it sees its screen. */
import type { StageContext } from './context.ts'

/** Its own size decides whether a part stands upright. Only what fills the glass is heard: several parts at once would be a noise. `widthPct`, `heightPct`: of the glass. */
export function partOf(
  context: StageContext,
  { widthPct, heightPct }: { readonly widthPct: number; readonly heightPct: number },
): StageContext {
  const { screen } = context
  if (screen === null) return context
  const { variant } = screen
  const sized = { ...variant, widthPx: (variant.widthPx * widthPct) / 100, heightPx: (variant.heightPx * heightPct) / 100 }
  return { ...context, sound: false, screen: { ...screen, variant: sized } }
}
