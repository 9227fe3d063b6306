/** The screens of a key, and no other whatever is tagged or moved later. */
import type { Target } from '@infoskjerm/shared/model/target.ts'

export function targetOf(screens: readonly string[]): Target {
  return { kind: 'or', of: screens.map((screen) => ({ kind: 'screen', screen })) }
}
