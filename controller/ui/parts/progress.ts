/** How far an operation has come, in a few words. */
import type { Operation, Outcome } from '@infoskjerm/shared/wire/api.ts'
import { say } from '../words/words.ts'

export type Progress = Pick<Operation, 'pending' | 'counts'>

/** What a person should see first comes first; what shows it already, last. */
export const outcomesInOrder = ['failed', 'substituted', 'no-contact', 'waiting', 'ready', 'showing'] as const satisfies readonly Outcome[]

/** Screens that the operation is for. */
export function concerned({ counts }: Progress): number {
  return outcomesInOrder.reduce((sum, outcome) => sum + counts[outcome], 0)
}

/** Whether there is nothing more to wait for: no screen is still on the way to it. */
export function isOver({ pending, counts }: Progress): boolean {
  return !pending && counts.waiting + counts.ready === 0
}

/** `Vises på 38 av 40 skjermer`. */
export function progressText(progress: Progress): string {
  const words = say().operations
  if (progress.pending) return words.pending
  const of = concerned(progress)
  return of === 0 ? words.nowhere : words.shown(progress.counts.showing, of)
}
