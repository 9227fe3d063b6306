import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'

const widthPx = 640
const heightPx = 360
const side = 80

type Drawn = (pen: OffscreenCanvasRenderingContext2D) => void

/** A frame as the browser hands it out: JPEG in base64. */
async function frameOf(draw: Drawn): Promise<string> {
  const canvas = new OffscreenCanvas(widthPx, heightPx)
  draw(canvas.getContext('2d')!)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 })).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

const fill =
  (colour: string): Drawn =>
  (pen) => {
    pen.fillStyle = colour
    pen.fillRect(0, 0, widthPx, heightPx)
  }

/** A green picture with the probe's colour in these of its corners. */
const cornered =
  (...of: readonly (readonly [right: boolean, low: boolean])[]): Drawn =>
  (pen) => {
    fill('#3a9a5a')(pen)
    pen.fillStyle = '#f0f'
    for (const [right, low] of of) pen.fillRect(right ? widthPx - side : 0, low ? heightPx - side : 0, side, side)
  }
const all = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const

describe('a frame of the glass', () => {
  const cases: readonly (readonly [what: string, draw: Drawn, verdict: string])[] = [
    ['black', fill('#000'), 'black'],
    ['nearly black, as an unlit panel', fill('#080808'), 'black'],
    ['white', fill('#fff'), 'blank'],
    ['one grey', fill('#777'), 'blank'],
    ['a picture with its four corners', cornered(...all), 'whole'],
    ...all.map((missing) => {
      const where = `${missing[1] ? 'lower' : 'upper'} ${missing[0] ? 'right' : 'left'}`
      return [`a picture without its ${where} corner`, cornered(...all.filter((one) => one !== missing)), 'partial'] as const
    }),
    ['a picture without corners', cornered(), 'blank'],
    [
      'a picture half way into the next',
      (pen) => {
        cornered(...all)(pen)
        pen.globalAlpha = 0.5
        cornered(...all)(pen)
      },
      'whole',
    ],
    [
      'a picture that has come half',
      (pen) => {
        cornered(...all)(pen)
        pen.fillStyle = '#000'
        pen.fillRect(0, heightPx / 2, widthPx, heightPx / 2)
      },
      'partial',
    ],
  ]
  test.each(cases)('%s', async (_what, draw, verdict) => {
    expect(await judge(await frameOf(draw))).toBe(verdict)
  })
})
