/** Percentiles of measured values. */

/** The smallest value that at least the share `p` (0–1) of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]
  if (value === undefined) throw new Error('no values')
  return Number(value.toFixed(1))
}

/** The middle half of all values, as the first and the third quartile. */
export function interval(values: readonly number[]): readonly [number, number] {
  return [percentile(values, 0.25), percentile(values, 0.75)]
}
