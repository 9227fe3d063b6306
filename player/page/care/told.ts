/** What crew who stand before a screen are told of its player, in both languages. Pure. */
import type { Mends } from '@infoskjerm/shared/wire/player.ts'
import type { PlayerState } from '../../core/player.ts'
import { orderOf } from '../../core/show.ts'
import type { Row } from './board.ts'

/** What the page alone knows. */
export interface Facts {
  readonly build: string
  /** How far the clock may be off (ms), infinite: not known. */
  readonly clockErrorMs: number
  /** Frames painted in the last second. */
  readonly framesPerSecond: number
  /** Bytes; null: the browser does not say. */
  readonly heapBytes: number | null
  readonly cacheBytes: number | null
  /** Whether a reload without network finds the page. */
  readonly isPageKept: boolean
  /** Connections after the first one. */
  readonly reconnects: number
  /** Since the controller was last heard (ms). */
  readonly silentMs: number
  readonly mends: Mends
}

/** The rows of the board. */
export function toldOf(state: PlayerState, facts: Facts): readonly Row[] {
  const order = orderOf(state.show)
  const main = state.scene?.slots.main
  const missing = state.missing.length
  return [
    ['Innhold · content', order === null ? '–' : `${order.epoch}.${order.sequence}${state.next === null ? '' : ' …'}`],
    ['Viser · shows', main?.kind === 'slide' ? main.slide.name : '–'],
    ['Klokke · clock', Number.isFinite(facts.clockErrorMs) ? `± ${Math.ceil(facts.clockErrorMs)} ms` : '?'],
    ['Bilder i sekundet · frame rate', `${facts.framesPerSecond}`],
    ['Minne · memory', megabytes(facts.heapBytes)],
    ['Filer · files', missing === 0 ? `${state.settled.size}` : `${state.settled.size}, ${missing} …`],
    ['Lagret · cache', `${megabytes(facts.cacheBytes)}${facts.isPageKept ? ' ✓' : ''}`],
    ['Kontakt · contact', `${Math.floor(facts.silentMs / 1_000)} s, ${facts.reconnects} ↻`],
    ['Rettet · mended', mendsIn(facts.mends)],
    ['Side · page', facts.build],
  ]
}

function mendsIn({ skipped, rebuilt, reloaded, last }: Mends): string {
  return last === '' ? '0' : `${skipped} + ${rebuilt} + ${reloaded} (${last})`
}

function megabytes(bytes: number | null): string {
  return bytes === null ? '?' : `${Math.round(bytes / 1_000_000)} MB`
}
