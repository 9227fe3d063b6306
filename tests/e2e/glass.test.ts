/** What a person sees on the glass while somebody works in the crew UI. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Api,
  openPlayer,
  pause,
  type PlayerPage,
  type RunningController,
  signIn,
  startBrowser,
  startController,
  until,
} from './harness.ts'
import { entryOf, makePlaylist, makeShow, playlistOf, type Show, textSlide } from './show.ts'

let controller: RunningController
let browser: Browser
let api: Api
let player: PlayerPage
let show: Show

const shows = (title: string) => async () => (await player.text()).includes(title)

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  player = await openPlayer(browser, `${controller.origin}/player/`)
  show = await makeShow(api, ['Første', 'Andre', 'Tredje'], 4_000)
  await until(async () => /Første|Andre|Tredje/.test(await player.text()), player.text, 10_000)
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

describe('publishing', () => {
  it('typing paints nothing; *Vis på skjermene* paints in under a second; undo brings the old text back', async () => {
    await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Huset', [show.slides[0] ?? '']))
    await api.ok('POST', '/publish', { slides: [], playlists: [show.playlist] })
    await until(shows('Første'), player.text, 6_000)
    for (let n = 0; n < 10; n++) {
      await api.ok('PUT', `/slides/${show.slides[0]}/draft`, textSlide(`Kladd ${n}`, 4_000))
      await pause(100)
      expect(await player.text()).not.toContain('Kladd')
    }
    const { revision } = await api.ok<{ revision: number }>('POST', '/publish', { slides: [show.slides[0]], playlists: [] })
    expect(await until(shows('Kladd 9'), player.text, 5_000)).toBeLessThan(3_000)
    await api.ok('POST', '/undo', { revision })
    await until(shows('Første'), player.text, 3_000)
  })

  it('[E7] a new order does not restart the show: the item on the glass goes on, the new order follows', async () => {
    const [first = '', second = '', third = ''] = show.slides
    await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Huset', [first, second, third]))
    await api.ok('POST', '/publish', { slides: [], playlists: [show.playlist] })
    await until(shows('Tredje'), player.text, 15_000)
    await until(shows('Første'), player.text, 6_000)
    const items = playlistOf('Huset', [first, second, third])
    await api.ok('PUT', `/playlists/${show.playlist}/draft`, { ...items, items: [items.items[2], items.items[0], items.items[1]] })
    const before = await player.log()
    await api.ok('POST', '/publish', { slides: [], playlists: [show.playlist] })
    await pause(1_000)
    expect(await player.text()).toContain('Første')
    await until(shows('Andre'), player.text, 6_000)
    await until(shows('Tredje'), player.text, 6_000)
    const turns = (await player.log())
      .slice(before.length - 1)
      .filter((turn, index, all) => index === 0 || turn.key !== all[index - 1]?.key)
    const lengths = turns.slice(1).map((turn, index) => turn.chosenAt - (turns[index]?.chosenAt ?? 0))
    expect(lengths.every((ms) => ms > 3_900)).toBe(true)
  })
})

describe('the schedule', () => {
  it('another list comes at its second, and what lay beneath is back within a second of its removal', async () => {
    const { playlist } = await makePlaylist(api, 'Kveld', ['Kveldsprogram'], 60_000)
    const { now } = await api.ok<{ now: string }>('GET', '/clock')
    const from = Math.ceil(Date.parse(now) / 1_000) * 1_000 + 4_000
    const wall = (ms: number) => new Date(ms).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }).replace(' ', 'T')
    const entry = entryOf('Kveld', playlist, { band: 'normal', when: { kind: 'once', from: wall(from), until: wall(from + 3_000) } })
    const made = await api.ok<{ value: { id: string } }>('POST', '/schedule', entry)
    await until(shows('Kveldsprogram'), player.text, 8_000)
    const turn = (await player.log()).at(-1)
    expect(Math.abs((turn?.chosenAt ?? 0) - from)).toBeLessThan(50)
    await until(async () => !(await shows('Kveldsprogram')()), player.text, 5_000)
    const long = { ...entry, when: { kind: 'once', from: wall(from), until: wall(from + 600_000) } }
    await api.ok('PUT', `/schedule/${made.value.id}`, long)
    await until(shows('Kveldsprogram'), player.text, 3_000)
    await api.ok('DELETE', `/schedule/${made.value.id}`)
    expect(await until(async () => !(await shows('Kveldsprogram')()), player.text, 5_000)).toBeLessThan(2_500)
  })
})

describe('a second page', () => {
  it('opened later it shows the same item and changes with the first, by their own synced clocks', async () => {
    const second = await openPlayer(browser, `${controller.origin}/player/`)
    await until(async () => (await second.log()).length > 0, second.text, 10_000)
    await pause(14_000)
    const mine = new Map((await player.log()).map((turn) => [turn.key, turn.chosenAt]))
    // The turn that the second page came into had begun before it was opened.
    const whole = (await second.log()).filter((turn) => turn.key !== 'fallback').slice(1)
    const shared = whole.filter((turn) => mine.has(turn.key))
    expect(shared.length).toBeGreaterThanOrEqual(2)
    const apartMs = shared.map((turn) => Math.abs(turn.chosenAt - (mine.get(turn.key) ?? 0))).toSorted((a, b) => a - b)
    // A busy machine draws a frame late now and then, on either page; that the rest fall together shows that the clocks do.
    expect(apartMs[Math.floor((apartMs.length - 1) / 2)]).toBeLessThanOrEqual(34)
    expect(apartMs.at(-1)).toBeLessThan(500)
    await second.context.close()
  })
})

describe('a controller that dies', () => {
  it('the show goes on through three item changes; the player comes back by itself and takes an edit', async () => {
    await controller.kill()
    const before = (await player.log()).length
    await until(async () => (await player.log()).length >= before + 3, player.text, 20_000)
    expect(await player.text()).toMatch(/Første|Andre|Tredje/)
    await controller.restart()
    const again = await signIn(controller)
    await again.ok('PUT', `/slides/${show.slides[1]}/draft`, textSlide('Etter omstart', 4_000))
    await again.ok('POST', '/publish', { slides: [show.slides[1]], playlists: [] })
    await until(shows('Etter omstart'), player.text, 30_000)
    expect(player.errors).toEqual([])
  })
})
