/** What a screen should show, what it says it shows, and what it says of itself, in plain words. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { Details, Mends } from '@infoskjerm/shared/wire/player.ts'
import { language, say } from '../words/words.ts'

/** What is on the glass where all is as planned. */
export function expectedText({ slots: { main, override } }: Scene): string {
  const words = say().now.reported
  if (override !== undefined) return words.emergency
  return main.kind === 'slide' ? say().now.quoted(main.slide.name) : words.fallback
}

/** Whether what was told is as it should be. */
export interface Told {
  readonly text: string
  readonly tone: 'right' | 'wrong' | 'unsure'
}

/** The screen says which scene it shows, not what is in it: what is not as expected has no name here. */
export function reportedText({ state, showing, details }: ScreenStatus, expected: Scene | null): Told {
  const words = say().now.reported
  if (state === 'silent' || state === 'unpaired' || state === 'quarantined') return { text: words.nothing, tone: 'unsure' }
  if (state === 'old') return { text: words.older, tone: 'wrong' }
  if (state === 'wrong' || (details?.substituted ?? null) !== null) return { text: words.other, tone: 'wrong' }
  if (showing !== null) return { text: say().now.quoted(showing), tone: 'right' }
  // Without a name it is an emergency message, the fallback, or a change that has not been reported yet.
  const isNamed = expected?.slots.main.kind === 'slide' && expected.slots.override === undefined
  return isNamed ? { text: words.changing, tone: 'unsure' } : { text: words.same, tone: 'right' }
}

/** What a person should know; what is fine says nothing. `slideName`: null where the name is not known here. */
export function detailTroubles(
  { substituted, missing, missingCount, isTimeProved }: Details,
  slideName: (slide: string) => string | null,
): readonly string[] {
  const words = say().now.reported
  const nameOf = (slide: string): string => {
    const name = slideName(slide)
    return name === null ? words.unknownSlide : say().now.quoted(name)
  }
  const troubles: string[] = []
  if (substituted !== null) troubles.push(`${words.instead(nameOf(substituted.slide))} ${words.because[substituted.why]}`)
  const waits = missing.filter((slide) => slide !== substituted?.slide).slice(0, 3)
  const rest = missingCount - waits.length - (substituted !== null && missing.includes(substituted.slide) ? 1 : 0)
  const named = [...waits.map(nameOf), ...(rest > 0 ? [words.more(rest)] : [])]
  if (named.length > 0) troubles.push(words.loading(new Intl.ListFormat(language()).format(named)))
  if (!isTimeProved) troubles.push(words.timeUnknown)
  return troubles
}

/** How often the page has helped itself, and what for the last time. */
export function mendedText({ skipped, rebuilt, reloaded, last }: Mends): string {
  const words = say().themes.mended
  const done = [
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    ...(rebuilt > 0 ? [words.rebuilt(rebuilt)] : []),
    ...(reloaded > 0 ? [words.reloaded(reloaded)] : []),
  ]
  if (done.length === 0) return words.none
  return `${done.join(', ')}${last === '' ? '' : ` (${words.because[last]})`}`
}

/** Terms and their values for whoever looks under *Teknisk*. */
export function technicalOf({ clockErrorMs, isTimeProved, missingCount, build, mends }: Details): readonly (readonly [string, string])[] {
  const words = say().now.reported
  const error = clockErrorMs < 10 ? clockErrorMs : Math.round(clockErrorMs)
  const said = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(error)
  return [
    ...(isTimeProved ? [[words.clock, words.within(`${said}\u00a0ms`)] as const] : []),
    [words.content, missingCount === 0 ? words.allHere : words.waitsFor(missingCount)],
    ...(mends.last === '' ? [] : [[say().themes.mended.label, mendedText(mends)] as const]),
    ...(build === '' ? [] : [[words.build, build] as const]),
  ]
}
