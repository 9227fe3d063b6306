/** Live documents: the few small things that change by themselves, as arguments of `resolve`. */
import { noOverrides, type OverrideDocument } from './override.ts'
import type { Placed } from './target.ts'

/** Only overrides may change *which* item is shown; a source's revision changes pixels, never durations. `screen` is who is asking, for the targets of overrides. */
export interface Live {
  readonly screen: Placed | null
  readonly overrides: OverrideDocument
  /** The revision hash of each source's document, by source id (`programme`). */
  readonly sources: Readonly<Record<string, string>>
}

export const quiet: Live = { screen: null, overrides: noOverrides, sources: {} }
