/** Proof of play as rows: each slide on each screen on each festival day. */
import type { ProofRow } from '@infoskjerm/shared/wire/api.ts'
import type { Expanded } from './expand.ts'
import { addTo, emptySum, type Sum } from './sum.ts'

export interface RowsOptions {
  /** The festival day of each cell. */
  readonly days: readonly string[]
  /** Null: of all, and of slides that nobody pays for. */
  readonly sponsor: string | null
}

interface Row extends Sum {
  readonly day: string
  readonly sponsor: string | null
  readonly slide: string
  readonly name: string
  readonly screen: string
}

export interface Rows {
  readonly add: (expanded: Expanded) => void
  /** By day, sponsor, slide and screen; without those that come to nothing. */
  readonly read: () => readonly ProofRow[]
}

/** Rows come in the order of it, and pages of them begin behind it. */
export function keyOf({ day, sponsor, slide, screen }: Pick<ProofRow, 'day' | 'sponsor' | 'slide' | 'screen'>): string {
  return `${day} ${sponsor ?? ''} ${slide} ${screen}`
}

export function createRows({ days, sponsor: wanted }: RowsOptions): Rows {
  /** By the key of a row without its screen, and then by screen. */
  const slides = new Map<string, Map<string, Row>>()

  function rowsOf(key: string): Map<string, Row> {
    const known = slides.get(key)
    if (known !== undefined) return known
    const made = new Map<string, Row>()
    slides.set(key, made)
    return made
  }

  return {
    add: ({ shown, pieces }) => {
      // One interval lies in one cell.
      const day = days[pieces[0]?.cell ?? 0] ?? ''
      for (const { slide, name, sponsor, ms } of shown) {
        if (wanted !== null && sponsor !== wanted) continue
        const rows = rowsOf(keyOf({ day, sponsor, slide, screen: '' }))
        for (const { screen, lost } of pieces) {
          const row = rows.get(screen) ?? { day, sponsor, slide, name, screen, ...emptySum() }
          rows.set(screen, row)
          addTo(row, ms, lost)
        }
      }
    },
    read: () => sorted(slides).flatMap((rows) => sorted(rows)),
  }
}

function sorted<T>(values: ReadonlyMap<string, T>): readonly T[] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
