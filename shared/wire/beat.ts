/** The beat (rule W6): every 5 s and on every change a player says what stands on its glass, in about 40 bytes, and asks for the time with it. */
import type { Instant } from '../time/instant.ts'
import type { Order } from './pointers.ts'

export interface Beat {
  /** Hash of the scene on the glass; '' before the first. */
  readonly scene: string
  /** Order of the class pointer it comes from. */
  readonly order: Order | null
  /** When a frame was last drawn (synced time); null when the page cannot tell. */
  readonly drawnAt: Instant | null
  /** The player's own monotonic clock (ms, to a tenth), answered by `time` as by a probe; null: the time is not asked for. */
  readonly sentMs: number | null
}

/** `scene,epoch.sequence,drawnAt,sentMs`, numbers in base 36, sentMs in tenths. What is null is left empty. */
export function encodeBeat({ scene, order, drawnAt, sentMs }: Beat): string {
  const at = order === null ? '' : `${order.epoch.toString(36)}.${order.sequence.toString(36)}`
  const sent = sentMs === null ? '' : Math.round(sentMs * 10).toString(36)
  return `${scene},${at},${drawnAt === null ? '' : drawnAt.toString(36)},${sent}`
}

const shape = /^([0-9a-z]{0,16}),(?:([0-9a-z]{1,8})\.([0-9a-z]{1,10}))?,([0-9a-z]{0,10}),([0-9a-z]{0,10})$/

/** The beat in a text; null for anything else. */
export function decodeBeat(text: unknown): Beat | null {
  const found = typeof text === 'string' && text.length <= 64 ? shape.exec(text) : null
  if (found === null) return null
  const [, scene = '', epoch, sequence, drawn = '', sent = ''] = found
  const order = epoch === undefined || sequence === undefined ? null : { epoch: parseInt(epoch, 36), sequence: parseInt(sequence, 36) }
  return {
    scene,
    order,
    drawnAt: drawn === '' ? null : (parseInt(drawn, 36) as Instant),
    sentMs: sent === '' ? null : parseInt(sent, 36) / 10,
  }
}
