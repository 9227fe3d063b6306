/** What lint finds in a manifest, as data that a user interface puts into words (rule E1). */
import type { Instant } from '../time/instant.ts'

/** Why an item can never show: its slide is not there; its list (or everything in it) is empty; it lies too deep; it is a layout inside a layout; it is not valid while its entry is on. */
export type NeverWhy = 'slide-missing' | 'list-empty' | 'too-deep' | 'layout-in-layout' | 'not-valid-then'

export type Finding =
  /** `main` has nothing but the fallback. */
  | { readonly kind: 'only-fallback'; readonly from: Instant; readonly until: Instant }
  /** `path`: ids of items from the entry's own list down, joined by `/`. */
  | { readonly kind: 'never-shows'; readonly entry: string; readonly path: string; readonly why: NeverWhy }
  /** The entry is on, and never on the glass; `by` covers it longest, null if nothing of it is valid. */
  | { readonly kind: 'always-hidden'; readonly entry: string; readonly by: string | null }
  /** The slide ends by itself while its entry would still show it. */
  | { readonly kind: 'expires'; readonly entry: string; readonly slide: string; readonly at: Instant }
  /** An entry's share of airtime (0 to 1) misses what its weight promises by more than a percentage point, longest in `[from, until)`. */
  | {
      readonly kind: 'share-missed'
      readonly entry: string
      readonly promised: number
      readonly planned: number
      readonly from: Instant
      readonly until: Instant
    }
  /** Rivals follow one another for the first time at `at`, and nothing could be put between them. */
  | {
      readonly kind: 'rivals-meet'
      readonly slides: readonly [string, string]
      readonly sponsors: readonly [string, string]
      readonly at: Instant
    }
