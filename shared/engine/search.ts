/** The two searches that the engine's arithmetic rests on. */

/** How many of the ascending values are at most `x`. */
export function countAtMost(ascending: ArrayLike<number>, x: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= x) low = middle + 1
    else high = middle
  }
  return low
}

/** The largest whole `k ≥ 0` with `f(k) ≤ x`, where `f` rises without bound and `f(0) ≤ x`. Gallops away from `guess`, so the cost is the logarithm of how wrong the guess is. */
export function lastAtMost(f: (k: number) => number, x: number, guess: number): number {
  let low = Math.max(0, guess)
  let step = 1
  while (low > 0 && f(low) > x) {
    low = Math.max(0, low - step)
    step *= 2
  }
  let high = low + 1
  for (step = 1; f(high) <= x; step *= 2) {
    low = high
    high += step
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (f(middle) <= x) low = middle
    else high = middle
  }
  return low
}

/** The first whole number in `[from, until)` that `holds`, where every one after it holds too and the last does. */
export function firstFrom(from: number, until: number, holds: (n: number) => boolean): number {
  let low = from
  let high = until - 1
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
