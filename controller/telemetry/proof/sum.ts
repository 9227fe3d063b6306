/** Sums of what was planned, shown and lost. */
import { type ProofLoss, proofLosses, type ProofSum } from '@infoskjerm/shared/wire/api.ts'

export interface Sum {
  plannedMs: number
  shownMs: number
  readonly lostMs: Record<ProofLoss, number>
}

export function emptySum(): Sum {
  return { plannedMs: 0, shownMs: 0, lostMs: { emergency: 0, 'out-of-service': 0, dark: 0, substituted: 0, 'no-report': 0 } }
}

/** `lost` null: it was shown. */
export function addTo(sum: Sum, ms: number, lost: ProofLoss | null): void {
  sum.plannedMs += ms
  if (lost === null) sum.shownMs += ms
  else sum.lostMs[lost] += ms
}

export function total(sums: Iterable<ProofSum>): Sum {
  const all = emptySum()
  for (const { plannedMs, shownMs, lostMs } of sums) {
    all.plannedMs += plannedMs
    all.shownMs += shownMs
    for (const why of proofLosses) all.lostMs[why] += lostMs[why]
  }
  return all
}
