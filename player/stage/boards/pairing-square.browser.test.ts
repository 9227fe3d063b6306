import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { squareOf, squareSide } from './pairing-square.ts'

const alphabet = [...'BCDFGHJKLMNPQRSTVWXZ']

test.each(['KMTR4HXP', 'BCDFGHJK', 'A', 'ABC', '0123456789'])('«%s» is module for module what another encoder makes', (code) => {
  const theirs = encodeQR(code, 'raw', { ecc: 'high', encoding: 'alphanumeric', version: 1, mask: 0, border: 1 })
  expect(squareOf(code)).toEqual(theirs.slice(1, -1).map((row) => row.slice(1, -1)))
})

test('two hundred codes of any letters are read back', () => {
  const random = randomFrom(20270324)
  for (let i = 0; i < 200; i++) {
    const code = Array.from({ length: 8 }, () => random.pick(alphabet)).join('')
    expect(decodeQR(pixelsOf(squareOf(code), 4)), code).toBe(code)
  }
})

test('a hyphen between the halves is not part of the code', () => {
  expect(squareOf('KMTR-4HXP')).toEqual(squareOf('KMTR4HXP'))
})

test('more than fits is refused', () => {
  expect(() => squareOf('BCDFGHJKLMN')).toThrow(RangeError)
})

/** Dark on white, with the clear edge of four modules. */
function pixelsOf(square: readonly (readonly boolean[])[], scale: number) {
  const side = (squareSide + 8) * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (square[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === true) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return { width: side, height: side, data }
}
