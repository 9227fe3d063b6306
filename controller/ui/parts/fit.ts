/** The largest picture with which a wall of screens needs no scrolling. */

/**
 * The largest whole number from `least` to `most` that fits, by halving; `least` where nothing does. `fits` must hold for every number
 * below one for which it holds.
 */
export function largest(least: number, most: number, fits: (size: number) => boolean): number {
  let [low, high] = [least, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}
