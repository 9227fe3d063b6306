/** When each sponsor last stood somewhere, and on which screens then. */
import { setImmediate as breathe } from 'node:timers/promises'
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { hourMs, type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { Window } from '../../schedule/windows.ts'
import { lastStood, type Steps } from './expand.ts'

/** An interval in which sponsors were really shown. */
export interface Candidate extends Window {
  readonly manifest: number
  readonly screens: readonly string[]
  /** Slides that stood, by sponsor. */
  readonly slides: ReadonlyMap<string, ReadonlySet<string>>
}

export interface LastShown {
  readonly at: Instant
  readonly screens: readonly string[]
}

/** By sponsor. From the latest interval back, an hour at a time: what ended before the best that was found cannot be later. Others have their turn between two. */
export async function lastShown(
  candidates: readonly Candidate[],
  { steps, manifestOf }: { readonly steps: Steps; readonly manifestOf: (id: number) => Manifest },
): Promise<ReadonlyMap<string, LastShown>> {
  const found = new Map<string, { at: Instant; readonly screens: string[] }>()
  const left = [...candidates].sort((a, b) => a.until - b.until)
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { until, slides } = next
    const open = [...slides].filter(([sponsor]) => (found.get(sponsor)?.at ?? 0) <= until)
    if (open.length === 0) continue
    const from = instant(Math.max(next.from, until - hourMs))
    const plan = compile(manifestOf(next.manifest), { from, until })
    for (const [sponsor, own] of open) {
      const best = found.get(sponsor)
      // One millisecond back, so that what ended at the same instant is found beside it.
      const since = best === undefined || best.at - 1 < from ? from : instant(best.at - 1)
      const at = since < until ? lastStood(plan, steps, own, since, until) : null
      if (at !== null && at === best?.at) best.screens.push(...next.screens)
      else if (at !== null && (best === undefined || at > best.at)) found.set(sponsor, { at, screens: [...next.screens] })
    }
    if (next.from < from && open.some(([sponsor]) => !found.has(sponsor))) putBack(left, { ...next, until: from })
    await breathe()
  }
  for (const { screens } of found.values()) screens.sort()
  return found
}

/** Where it belongs among those that are left: the latest stands last. */
function putBack(left: Candidate[], candidate: Candidate): void {
  const at = left.findLastIndex(({ until }) => until <= candidate.until)
  left.splice(at + 1, 0, candidate)
}
