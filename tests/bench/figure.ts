/** What a bench measures: one figure, printed as one line of JSON. */

/** `value` in `unit`; `goal` null where nothing was promised, and then `met` is null too. Whatever else stands in it says under which conditions it was measured. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly goal: number | null
  readonly met: boolean | null
  readonly [condition: string]: unknown
}
