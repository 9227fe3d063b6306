/** Cuts the time of a screen into pieces in which one thing is true throughout: which manifest, and whether what it planned was seen. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlayException } from '@infoskjerm/shared/wire/player.ts'
import type { ProofLoss } from '@infoskjerm/shared/wire/api.ts'
import { type Service, serviceAt } from './service.ts'
import type { Stretch } from './stretches.ts'

/** `[from, until)` of one screen, inside one cell. `lost`: why what was planned does not count; null: it was shown. */
export interface Piece {
  readonly screen: string
  /** Which stretch between two neighbouring edges it lies in. */
  readonly cell: number
  /** As in a stretch; of time without a report: what the screen held before (else after) it. */
  readonly manifest: number
  readonly from: Instant
  readonly until: Instant
  readonly lost: ProofLoss | null
}

export interface Cutting {
  /** Where cells begin and the last one ends: rising, at least two. */
  readonly edges: readonly Instant[]
  /** Until here a screen that says nothing has said nothing; what is later may still be on its way. */
  readonly silentUntil: Instant
}

/** Of several things at once the one that says most. */
const strength: Readonly<Record<PlayException['why'], number>> = { override: 0, dark: 1, substituted: 2 }
const losses: Readonly<Record<PlayException['why'], ProofLoss>> = { override: 'emergency', dark: 'dark', substituted: 'substituted' }

/** The pieces of one screen, in order. `otherwise`: the manifest of a screen that never reported anything, null where there is none. Time before a screen was in service, and time that may still be reported, is in no piece. */
export function piecesOf(
  screen: string,
  stretches: readonly Stretch[],
  service: Service,
  otherwise: number | null,
  { edges, silentUntil }: Cutting,
): readonly Piece[] {
  const pieces: Piece[] = []
  const begin = edges[0]!
  const end = edges.at(-1)!
  const cut = (part: Part): void => addCut(pieces, screen, part, service, edges)
  let at = begin
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.from > at)
      cut({ ...unreported, manifest: stretches[index - 1]?.manifest ?? stretch.manifest, from: at, until: stretch.from })
    cut({ ...stretch, isReported: true })
    at = stretch.until
  }
  const manifest = stretches.at(-1)?.manifest ?? otherwise
  const until = silentUntil < end ? silentUntil : end
  if (manifest !== null && at < until) cut({ ...unreported, manifest, from: at, until })
  return pieces
}

interface Part extends Stretch {
  readonly isReported: boolean
}

const unreported = { isReported: false, exceptions: [] } as const

function addCut(pieces: Piece[], screen: string, part: Part, service: Service, edges: readonly Instant[]): void {
  const inside = (t: number): boolean => part.from < t && t < part.until
  const cuts = [
    ...edges.filter(inside),
    ...service.turns.map(({ at }) => at).filter(inside),
    ...part.exceptions.flatMap(({ from, until }) => [from, until]).filter(inside),
    part.until,
  ].sort((a, b) => a - b)
  let from = part.from
  for (const until of cuts) {
    if (until === from) continue
    const lost = lossAt(part, service, from)
    const last = pieces.at(-1)
    const cell = cellOf(edges, from)
    if (lost !== 'nobody')
      if (last !== undefined && last.until === from && last.cell === cell && last.lost === lost && last.manifest === part.manifest)
        pieces[pieces.length - 1] = { ...last, until }
      else pieces.push({ screen, cell, manifest: part.manifest, from, until, lost })
    from = until
  }
}

/** `nobody`: nothing was asked of the screen yet. */
function lossAt({ isReported, exceptions }: Part, service: Service, t: Instant): ProofLoss | 'nobody' | null {
  const state = serviceAt(service, t)
  if (state === 'out-of-service') return 'out-of-service'
  if (!isReported) return state === 'in-service' ? 'no-report' : 'nobody'
  let why: PlayException['why'] | null = null
  for (const one of exceptions) if (one.from <= t && t < one.until && (why === null || strength[one.why] < strength[why])) why = one.why
  return why === null ? null : losses[why]
}

function cellOf(edges: readonly Instant[], t: Instant): number {
  let low = 0
  let high = edges.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (edges[middle]! <= t) low = middle
    else high = middle
  }
  return low
}
