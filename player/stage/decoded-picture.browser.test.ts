import { describe, expect, test } from 'vitest'
import { nothing, type ReactiveControllerHost } from 'lit'
import { decodedPicture } from './decoded-picture.ts'
import { context } from './testing/samples.ts'

/** A PNG of noise, so that what is cut from it is missed. */
async function png(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(64, 64)
  const pen = canvas.getContext('2d')!
  for (let spot = 0; spot < 4_096; spot++) {
    pen.fillStyle = `hsl(${(spot * 137) % 360} 80% 50%)`
    pen.fillRect(spot % 64, Math.floor(spot / 64), 1, 1)
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
}

async function shown(url: string): Promise<{ readonly readiness: string; readonly stands: boolean }> {
  const host: ReactiveControllerHost = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  }
  const picture = decodedPicture(host)
  const asked = { hash: url, type: 'image/png', widthPx: 64, heightPx: 64 } as const
  picture.show(asked, context())
  const readiness = await picture.ready()
  return { readiness, stands: picture.show(asked, context()) !== nothing }
}

const addressOf = (bytes: Uint8Array<ArrayBuffer>): string =>
  `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`

describe('a picture comes on the glass only when all of it can be drawn', () => {
  test('a whole one', async () => {
    expect(await shown(addressOf(await png()))).toEqual({ readiness: 'ready', stands: true })
  })

  const damages: readonly (readonly [what: string, damage: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>])[] = [
    ['its pixels are noise behind a whole head', (bytes) => bytes.map((byte, at) => (at < 48 ? byte : (byte * 31 + at) & 255))],
    ['only its head has come', (bytes) => bytes.slice(0, 40)],
    ['its signature is another one', (bytes) => bytes.map((byte, at) => (at < 8 ? 0 : byte))],
    ['it is empty', (bytes) => bytes.slice(0, 0)],
  ]
  test.each(damages)('%s: broken, and nothing stands', async (_what, damage) => {
    expect(await shown(addressOf(damage(await png())))).toEqual({ readiness: 'broken', stands: false })
  })

  test('nobody has it: missing, and nothing stands', async () => {
    expect(await shown('/nobody-has-this.png')).toEqual(expect.objectContaining({ stands: false }))
  })
})
