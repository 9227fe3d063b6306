/** Compares two pictures of one glass as somebody across the hall would: by blocks, so that the edge of a letter may fall otherwise and a title may not. */

/** Pixels, three bytes each, row by row. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Side of a block (pixels of the sheet; six times as much on the glass). */
const blockPx = 6
/** A block differs where the mean of a channel is further off than this (of 255), wherever it is moved by a pixel. */
const tolerance = 24

export interface Difference {
  /** Blocks that differ. */
  readonly blocks: number
  /** The first of them: its left upper corner. */
  readonly at: { readonly x: number; readonly y: number } | null
}

/** How far the blocks of `seen` are from those of `kept`; both have the same size. The outermost, where nothing that one reads may stand, take colour from the neighbours on the sheet and are left out. */
export function differences(kept: Pixels, seen: Pixels): Difference {
  let blocks = 0
  let at: Difference['at'] = null
  for (let y = blockPx; y + 2 * blockPx <= kept.height; y += blockPx)
    for (let x = blockPx; x + 2 * blockPx <= kept.width; x += blockPx) {
      if (isLike(kept, seen, x, y)) continue
      blocks++
      at ??= { x, y }
    }
  return { blocks, at }
}

/** One and the same picture moved by a pixel counts as itself: letters are set on fractions of one. */
function isLike(kept: Pixels, seen: Pixels, x: number, y: number): boolean {
  const wanted = mean(kept, x, y)
  for (const [dx, dy] of shifts) {
    const [left, top] = [x + dx, y + dy]
    if (left < 0 || top < 0 || left + blockPx > seen.width || top + blockPx > seen.height) continue
    const found = mean(seen, left, top)
    if (found.every((channel, i) => Math.abs(channel - (wanted[i] ?? 0)) <= tolerance)) return true
  }
  return false
}

const shifts = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

function mean({ data, width }: Pixels, left: number, top: number): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0]
  for (let y = top; y < top + blockPx; y++)
    for (let x = left; x < left + blockPx; x++) {
      const from = (y * width + x) * 3
      sum[0] += data[from] ?? 0
      sum[1] += data[from + 1] ?? 0
      sum[2] += data[from + 2] ?? 0
    }
  const count = blockPx * blockPx
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}
