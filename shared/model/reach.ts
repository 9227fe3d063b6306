/** How far a target reaches: which areas it names, and whether it may come to mean screens that nobody thinks of now. */
import type { Target } from './target.ts'

/** Whether whatever the target comes to mean hangs in areas that it names, or is a screen that it names and `isKnown`. */
export function isBounded(target: Target, isKnown: (screen: string) => boolean): boolean {
  switch (target.kind) {
    case 'area':
      return true
    case 'screen':
      return isKnown(target.screen)
    case 'and':
      return target.of.some((part) => isBounded(part, isKnown))
    case 'or':
      return target.of.every((part) => isBounded(part, isKnown))
    case 'all':
    case 'tag':
    case 'audience':
    case 'not':
      return false
  }
}

/** The areas that the target names, as often as it does. What stands below `not` is spared, not meant. */
export function areasNamed(target: Target): readonly string[] {
  if (target.kind === 'area') return [target.area]
  return target.kind === 'and' || target.kind === 'or' ? target.of.flatMap(areasNamed) : []
}
