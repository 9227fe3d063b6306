/** *Hvorfor dette?* in a sentence or two: what stands on the screen, what it goes before, what it shares with, and what should be there but has nothing. */
import type { Explanation } from '@infoskjerm/shared/engine/explain.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { say } from './words/words.ts'

/** Most losers named in one sentence; more than this nobody reads. */
const named = 3

/** The reason for what stands in the main slot. */
export function reasonOf(explanation: Explanation, manifest: Manifest): string {
  const words = say().now
  if (explanation.override !== null) return words.whyOverride
  const main = explanation.slots.find(({ slot }) => slot === 'main')
  const winner = main?.winner ?? null
  const nameOf = (id: string) => manifest.entries.find((entry) => entry.id === id)?.name ?? ''
  const losers = main?.losers ?? []
  const list = (of: typeof losers) =>
    of
      .slice(0, named)
      .map(({ entry }) => words.quoted(nameOf(entry)))
      .join(', ')
  const empty = losers.filter(({ rule }) => rule === 'nothing-valid')
  if (winner === null || winner.kind !== 'slide') return empty.length === 0 ? words.whyFallback : words.whyEmpty(list(empty))
  const under = losers.filter(
    ({ rule }) => rule === 'higher-band' || rule === 'exclusive' || rule === 'later-start' || rule === 'smaller-id',
  )
  const beside = losers.filter(({ rule }) => rule === 'waits-its-turn')
  const manual = manifest.entries.find((entry) => entry.id === winner.entry)?.manual === true
  const sentences = [
    under.length === 0 ? words.whyAlone(nameOf(winner.entry)) : words.whyWins(nameOf(winner.entry), list(under)),
    beside.length === 0 ? null : words.whyShares(list(beside)),
    manual ? words.whyManual : null,
    empty.length === 0 ? null : words.whyEmpty(list(empty)),
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}
