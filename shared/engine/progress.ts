/** How far a list has come: its cursor, and those of the lists in it, as a tree (rule E5). */

/** `done`: positions of the items that have had their turn in this pass, the last one last; in sequence it stands alone. Pass −1 is a list that has not begun. `lists` is by position. */
export interface Progress {
  readonly pass: number
  readonly done: readonly number[]
  readonly lists: ReadonlyMap<number, Progress>
}

export const untouched: Progress = { pass: -1, done: [], lists: new Map() }
