/** What the hall sees when the machine behind the scenes is away. */
import type { Browser } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlayer, pause, type PlayerPage, type RunningController, signIn, startBrowser, startController, until } from './harness.ts'
import { makeShow } from './show.ts'

let controller: RunningController
let browser: Browser
let player: PlayerPage

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  const api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  player = await openPlayer(browser, `${controller.origin}/player/`, { width: 640, height: 360 })
  await makeShow(api, ['Første', 'Andre', 'Tredje'], 3_000)
  await until(async () => /Første|Andre|Tredje/.test(await player.text()), player.text, 10_000)
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

interface Look {
  readonly atMs: number
  readonly text: string
  /** Spread of the brightness, 0–255: near 0 is one colour all over. */
  readonly spread: number
  readonly brightest: number
}

async function look(fromMs: number): Promise<Look> {
  const [picture, text] = await Promise.all([player.page.screenshot({ type: 'jpeg', quality: 60 }), player.text()])
  const { channels } = await sharp(picture).greyscale().stats()
  return {
    atMs: Math.round(performance.now() - fromMs),
    text,
    spread: channels[0]?.stdev ?? 0,
    brightest: channels[0]?.max ?? 0,
  }
}

describe('[E10] a controller that is away for 15 s across item changes, and comes back', () => {
  it('leaves no moment black, blank or with an error on it', async () => {
    const looks: Look[] = []
    const fromMs = performance.now()
    const turns = (await player.log()).length
    let over = false
    const watching = (async () => {
      while (!over) {
        looks.push(await look(fromMs))
        await pause(200)
      }
    })()
    await controller.kill()
    await pause(15_000)
    const away = (await player.log()).length
    await controller.restart()
    await pause(4_000)
    over = true
    await watching
    expect(away - turns).toBeGreaterThanOrEqual(4)
    expect(looks.length).toBeGreaterThan(30)
    // White letters on the glass, and a picture that is not one colour.
    expect(looks.filter(({ spread, brightest }) => spread < 5 || brightest < 200)).toEqual([])
    expect(looks.filter(({ text }) => !/Første|Andre|Tredje/.test(text))).toEqual([])
    expect(player.errors).toEqual([])
  })
})
