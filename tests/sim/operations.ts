/** What happens to the hall, drawn from the seed beforehand: a numbered list, so that a failure can be told, and made shorter. */
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'

/** How often each comes, and what it is. */
const kinds = {
  /** People: an edit of what is planned, a step of a stage, a countdown shifted, a message begun, changed, ended. */
  edit: 30,
  cue: 8,
  slip: 2,
  begin: 6,
  change: 4,
  end: 6,
  /** The network: bad weather over one or all, one or many cut off, a line that stalls. */
  'bad line': 8,
  'bad weather': 3,
  'cut one': 6,
  'cut many': 3,
  stall: 5,
  /** The boxes: switched off and on, with and without what they kept; a wall clock set. */
  reboot: 5,
  'reboot empty': 3,
  'wall clock': 2,
  /** The controller: started anew, its served time set, its database put back from a copy. */
  restart: 3,
  'served time': 2,
  backup: 2,
  restore: 2,
} as const satisfies Readonly<Record<string, number>>

/** `burst`: more edits in a few seconds than a box keeps documents for; in some runs, once. */
export type Kind = keyof typeof kinds | 'burst'

export interface Operation {
  readonly number: number
  /** Virtual ms since the beginning. */
  readonly atMs: number
  readonly kind: Kind
  /** All that is drawn in it comes from here, so that it stays the same where others are left out. */
  readonly seed: number
}

/** Faults and edits happen for so long; then everything is mended and must come right. */
export const troubledMs = 180_000

const bag = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => Array.from({ length: kinds[kind] }, () => kind))

/** The operations of a seed, the first of them a moment after the boxes came up. */
export function operationsOf(seed: number): readonly Operation[] {
  const random = randomFrom(seed)
  const count = 15 + random.below(40)
  const at = Array.from({ length: count }, () => 3_000 + random.below(troubledMs - 3_000)).sort((a, b) => a - b)
  const drawn = at.map((atMs, n): Operation => ({ number: n + 1, atMs, kind: random.pick(bag), seed: random.below(2 ** 31) }))
  if (random.chance(0.9)) return drawn
  return [...drawn, { number: count + 1, atMs: random.below(troubledMs - 20_000), kind: 'burst', seed: random.below(2 ** 31) }]
}

/** One line each. */
export function listed(operations: readonly Operation[]): string {
  return operations.map(({ number, atMs, kind, seed }) => `${number}. ${(atMs / 1_000).toFixed(3)} s ${kind} (${seed})`).join('\n')
}
