/** The QR code of a pairing code, as small as QR codes come: version 1 with the strongest correction (ISO/IEC 18004), which holds ten letters and digits. */

/** Modules on each side. */
export const squareSide = 21

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const dataBytes = 9
const correctionBytes = 17

/** Rows of modules, true for dark. Letters other than A–Z are left out, as they are when a person types the code; throws where more than ten remain. */
export function squareOf(code: string): readonly (readonly boolean[])[] {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (plain.length > 10) throw new RangeError(`too long for the smallest QR code: ${plain.length} letters`)
  const data = dataOf(plain)
  const bits = [...data, ...correctionOf(data)].flatMap((byte) => bitsOf(byte, 8))
  const square = emptySquare()
  place(square, bits)
  return square.map((row) => row.map((module) => module === true))
}

/** Alphanumeric mode: pairs of letters in eleven bits, a single one in six. */
function dataOf(plain: string): readonly number[] {
  const bits = [...bitsOf(0b0010, 4), ...bitsOf(plain.length, 9)]
  for (let i = 0; i < plain.length; i += 2) {
    const first = letters.indexOf(plain.charAt(i))
    if (i + 1 < plain.length) bits.push(...bitsOf(first * 45 + letters.indexOf(plain.charAt(i + 1)), 11))
    else bits.push(...bitsOf(first, 6))
  }
  bits.push(...bitsOf(0, Math.min(4, dataBytes * 8 - bits.length)))
  while (bits.length % 8 !== 0) bits.push(false)
  const bytes: number[] = []
  for (let i = 0; i < bits.length; i += 8) bytes.push(bits.slice(i, i + 8).reduce((byte, bit) => byte * 2 + (bit ? 1 : 0), 0))
  for (let i = 0; bytes.length < dataBytes; i++) bytes.push(i % 2 === 0 ? 0xec : 0x11)
  return bytes
}

function bitsOf(value: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, i) => ((value >> (count - 1 - i)) & 1) === 1)
}

/** Reed–Solomon over GF(256) with the field polynomial 0x11d: the remainder after division by (x − α⁰)…(x − α¹⁶). */
function correctionOf(data: readonly number[]): readonly number[] {
  let generator = [1]
  for (let i = 0, root = 1; i < correctionBytes; i++, root = times(root, 2))
    generator = [...generator, 0].map((factor, at) => factor ^ times(generator[at - 1] ?? 0, root))
  const rest = [...data, ...Array<number>(correctionBytes).fill(0)]
  for (let i = 0; i < data.length; i++) {
    const lead = rest[i] ?? 0
    generator.forEach((factor, at) => (rest[i + at] = (rest[i + at] ?? 0) ^ times(factor, lead)))
  }
  return rest.slice(data.length)
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product >> 7 === 1 ? 0x11d : 0)
    if (((b >> bit) & 1) === 1) product ^= a
  }
  return product
}

/** Modules that are set; null where data goes. */
type Square = (boolean | null)[][]

/** Finders with their clear edge, timing lines, and the 15 bits that say which correction and mask. */
function emptySquare(): Square {
  const square: Square = Array.from({ length: squareSide }, () => Array<boolean | null>(squareSide).fill(null))
  const set = (row: number, column: number, dark: boolean) => {
    const line = square[row]
    if (line !== undefined && column >= 0 && column < squareSide) line[column] = dark
  }
  for (let i = 8; i < squareSide - 8; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  const far = squareSide - 7
  for (const [top, left] of [
    [0, 0],
    [0, far],
    [far, 0],
  ] as const)
    for (let row = -1; row <= 7; row++)
      for (let column = -1; column <= 7; column++) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3))
        set(top + row, left + column, ring !== 2 && ring !== 4)
      }
  formatBits.forEach((dark, i) => {
    set(i < 6 ? i : i < 8 ? i + 1 : squareSide - 15 + i, 8, dark)
    set(8, i < 8 ? squareSide - 1 - i : i === 8 ? 7 : 14 - i, dark)
  })
  set(squareSide - 8, 8, true)
  return square
}

/** Correction H (0b10) and mask 0, the lowest bit first, guarded by a BCH code and inverted as the standard says. */
const formatBits = ((): readonly boolean[] => {
  const said = 0b10_000
  let rest = said << 10
  for (let bit = 14; bit >= 10; bit--) if (((rest >> bit) & 1) === 1) rest ^= 0x537 << (bit - 10)
  return bitsOf(((said << 10) | rest) ^ 0x5412, 15).toReversed()
})()

/** Up and down in columns of two from the right, past the timing column. The mask is always number 0 (a chequered board): every reader takes any, and the tests read hundreds of codes back. */
function place(square: Square, bits: readonly boolean[]): void {
  let next = 0
  for (let right = squareSide - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1
    for (let i = 0; i < squareSide; i++) {
      const row = up ? squareSide - 1 - i : i
      for (const column of [right, right - 1]) {
        if (square[row]?.[column] !== null) continue
        const dark = (bits[next++] ?? false) !== ((row + column) % 2 === 0)
        ;(square[row] as (boolean | null)[])[column] = dark
      }
    }
  }
}
