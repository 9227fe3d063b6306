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
  const rows = new Map<string, Row>()

  function rowOf(key: string, made: () => Omit<Row, keyof Sum>): Row {
    const known = rows.get(key)
    if (known !== undefined) return known
    const row = { ...made(), ...emptySum() }
    rows.set(key, row)
    return row
  }

  return {
    add: ({ manifest, airtime, pieces }) => {
      for (const [slide, ms] of airtime) {
        if (ms <= 0) continue
        const { sponsor = null, name = slide } = manifest.slides[slide] ?? {}
        if (wanted !== null && sponsor !== wanted) continue
        for (const { screen, cell, lost } of pieces) {
          const day = days[cell] ?? ''
          const key = keyOf({ day, sponsor, slide, screen })
          addTo(rowOf(key, () => ({ day, sponsor, slide, name, screen })), ms, lost)
        }
      }
    },
    read: () => [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  }
}
