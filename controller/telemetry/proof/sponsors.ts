/** What each sponsor really got: sums, when it last stood where, and how much of what was promised was kept. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import type { Window } from '../../schedule/windows.ts'
import { judge, type MeasuredDay } from '../../sponsors/promise.ts'
import { type Expanded, lastStood, type Steps } from './expand.ts'
import type { Piece } from './pieces.ts'
import { addTo, emptySum, type Sum } from './sum.ts'

export interface SponsorsOptions {
  readonly sponsors: readonly SponsorResource[]
  /** In which each promise is measured, by sponsor. */
  readonly measured: ReadonlyMap<string, readonly MeasuredDay[]>
  /** Where the promises can be meant. */
  readonly screens: readonly Placed[]
  /** All edges of days and of measured hours. */
  readonly edges: readonly Instant[]
  readonly today: Window | null
  readonly steps: Steps
  readonly manifestOf: (id: number) => Manifest
}

/** As the API answers it, with instants as numbers. */
export interface SponsorGot {
  readonly sponsor: string
  readonly lastShown: { readonly at: Instant; readonly screens: readonly string[] } | null
  readonly today: Sum
  readonly event: Sum
  readonly screens: readonly string[]
  readonly promise: {
    readonly kept: boolean
    readonly wanted: number
    readonly got: number
    readonly mean: number
    readonly screen: string
  } | null
}

/** An interval in which sponsors were really shown: their last moment may lie in it. */
interface Candidate extends Window {
  readonly manifest: number
  readonly screens: readonly string[]
  /** Slides that stood, by sponsor. */
  readonly slides: ReadonlyMap<string, Set<string>>
}

/** Milliseconds by cell. */
type ByCell = Map<number, number>

interface Account {
  readonly today: Sum
  readonly event: Sum
  /** Shown, by screen. */
  readonly shown: Map<string, ByCell>
}

export interface SponsorsReport {
  /** All pieces of the period, before any is expanded. */
  readonly measure: (pieces: readonly Piece[]) => void
  readonly add: (expanded: Expanded) => void
  readonly read: () => readonly SponsorGot[]
}

export function createSponsorsReport(options: SponsorsOptions): SponsorsReport {
  const { edges, today } = options
  const accounts = new Map<string, Account>(
    options.sponsors.map(({ id }) => [id, { today: emptySum(), event: emptySum(), shown: new Map() }]),
  )
  const known = new Map<string, ByCell>()
  const candidates: Candidate[] = []
  const isToday = (cell: number): boolean => today !== null && today.from <= edges[cell]! && edges[cell]! < today.until

  function addSlide(sponsor: string, ms: number, pieces: readonly Piece[]): void {
    const account = accounts.get(sponsor)
    if (account === undefined) return
    for (const { screen, cell, lost } of pieces) {
      addTo(account.event, ms, lost)
      if (isToday(cell)) addTo(account.today, ms, lost)
      if (lost === null) grow(cellsOf(account.shown, screen), cell, ms)
    }
  }

  return {
    measure: (pieces) => {
      for (const { screen, cell, from, until } of pieces) grow(cellsOf(known, screen), cell, until - from)
    },
    add: ({ manifest, from, until, shown, pieces }) => {
      const slides = new Map<string, Set<string>>()
      for (const { slide, sponsor, ms } of shown) {
        if (sponsor === null || !accounts.has(sponsor)) continue
        addSlide(sponsor, ms, pieces)
        slides.set(sponsor, (slides.get(sponsor) ?? new Set()).add(slide))
      }
      const screens = pieces.flatMap(({ screen, lost }) => (lost === null ? screen : []))
      if (slides.size > 0 && screens.length > 0) candidates.push({ manifest, from, until, screens, slides })
    },
    read: () => {
      const last = lastShown(candidates, options)
      return options.sponsors.map((sponsor): SponsorGot => {
        const { today: ofToday, event, shown } = accounts.get(sponsor.id)!
        return {
          sponsor: sponsor.id,
          lastShown: last.get(sponsor.id) ?? null,
          today: ofToday,
          event,
          screens: [...shown.keys()].sort(),
          promise: promiseOf(sponsor, shown, known, options),
        }
      })
    },
  }
}

function cellsOf(screens: Map<string, ByCell>, screen: string): ByCell {
  const cells = screens.get(screen) ?? new Map<number, number>()
  screens.set(screen, cells)
  return cells
}

function grow(cells: ByCell, cell: number, ms: number): void {
  cells.set(cell, (cells.get(cell) ?? 0) + ms)
}

/** Measured is the time of which something is known; a day counts as whole once all of it is. */
function promiseOf(
  { id, promise }: SponsorResource,
  shown: ReadonlyMap<string, ByCell>,
  known: ReadonlyMap<string, ByCell>,
  { measured, screens, edges }: SponsorsOptions,
): SponsorGot['promise'] {
  if (promise === null) return null
  const judged = screens.filter((screen) => matches(promise.where, screen)).flatMap((screen) => {
    const days = (measured.get(id) ?? []).flatMap((day) => {
      const knownMs = within(known.get(screen.id), edges, day)
      return knownMs === 0 ? [] : [{ day: { ...day, until: instant(day.from + knownMs) }, shownMs: within(shown.get(screen.id), edges, day) }]
    })
    const judgement = judge(promise.amount, days)
    return judgement === null ? [] : [{ ...judgement, screen: screen.id }]
  })
  if (judged.length === 0) return null
  const worst = judged.reduce((found, one) => (one.got < found.got || (one.got === found.got && one.screen < found.screen) ? one : found))
  return { ...worst, mean: judged.reduce((sum, { got }) => sum + got, 0) / judged.length }
}

function within(cells: ByCell | undefined, edges: readonly Instant[], { from, until }: Window): number {
  let ms = 0
  for (const [cell, cellMs] of cells ?? []) if (from <= edges[cell]! && edges[cell]! < until) ms += cellMs
  return ms
}

/** From the latest interval back: what ended before the best that was found cannot be later. */
function lastShown(
  candidates: readonly Candidate[],
  { steps, manifestOf }: Pick<SponsorsOptions, 'steps' | 'manifestOf'>,
): ReadonlyMap<string, NonNullable<SponsorGot['lastShown']>> {
  const found = new Map<string, { at: Instant; readonly screens: string[] }>()
  for (const { manifest, from, until, screens, slides } of [...candidates].sort((a, b) => b.until - a.until)) {
    const open = [...slides].filter(([sponsor]) => (found.get(sponsor)?.at ?? from) < until || (found.get(sponsor)?.at ?? 0) === until)
    if (open.length === 0) continue
    const plan = compile(manifestOf(manifest), { from, until })
    for (const [sponsor, own] of open) {
      const best = found.get(sponsor)
      // One millisecond back, so that what ended at the same instant is found beside it.
      const since = best === undefined || best.at - 1 < from ? from : instant(best.at - 1)
      const at = since < until ? lastStood(plan, steps, own, since, until) : null
      if (at === null) continue
      if (best !== undefined && at === best.at) best.screens.push(...screens)
      else if (best === undefined || at > best.at) found.set(sponsor, { at, screens: [...screens] })
    }
  }
  return found
}
