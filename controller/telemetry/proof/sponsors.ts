/** What each sponsor really got: sums, when it last stood where, and how much of what was promised was kept. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import type { Window } from '../../schedule/windows.ts'
import { judge, type MeasuredDay } from '../../sponsors/promise.ts'
import type { Expanded, Steps } from './expand.ts'
import { type Candidate, lastShown } from './last-shown.ts'
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
  readonly read: () => Promise<readonly SponsorGot[]>
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
    read: async () => {
      const last = await lastShown(candidates, options)
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
  const judged = screens
    .filter((screen) => matches(promise.where, screen))
    .flatMap((screen) => {
      const days = (measured.get(id) ?? []).flatMap((day) => {
        const knownMs = within(known.get(screen.id), edges, day)
        return knownMs === 0
          ? []
          : [{ day: { ...day, until: instant(day.from + knownMs) }, shownMs: within(shown.get(screen.id), edges, day) }]
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
