/** The end of an event on the glass: thanks while it is over, thanks that stay when the box is let go, and a code when somebody starts it again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOn } from './crew.ts'
import { pause, type PlayerPage } from './harness.ts'
import { type Hall, openHall, show, stands } from './hands/hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const thanks = 'Takk for i år'

/** Longer than a page waits before it tries the line again, and than between two plain GETs. */
const aWhileMs = 12_000

/** How much the page keeps over a reload: its secret, what it holds, and pictures. */
const kept = ({ page }: PlayerPage) =>
  page.evaluate(async () => {
    const open = indexedDB.open('infoskjerm')
    await new Promise((done) => (open.onsuccess = done))
    const count = open.result.transaction('kept').objectStore('kept').count()
    await new Promise((done) => (count.onsuccess = done))
    open.result.close()
    const held = typeof caches === 'undefined' ? false : await caches.has('media')
    return count.result + (held ? 1 : 0)
  })

it('the event ends: every screen says thanks, and shows again when that is taken back', async () => {
  const { revision } = await hall.api.ok<{ revision: number }>('PUT', '/events/current/phase', { phase: 'ended' })
  for (const player of [hall.mine, hall.other]) await stands(player, thanks)
  await hall.api.ok('POST', '/undo', { revision })
  for (const player of [hall.mine, hall.other]) await stands(player, show)
})

it('the boxes are let go: thanks stay, nothing is kept, and nobody is asked for anything', async () => {
  await hall.api.ok('PUT', '/events/current/phase', { phase: 'ended' })
  for (const player of [hall.mine, hall.other]) await stands(player, thanks)
  expect(await kept(hall.mine)).toBeGreaterThan(0)
  expect(await hall.api.ok<{ value: object }>('POST', '/events/current/farewell')).toMatchObject({ value: { boxes: 2 } })
  await pause(1_000)
  const asked: string[] = []
  hall.mine.page.on('websocket', (socket) => asked.push(socket.url()))
  hall.mine.page.on('request', (request) => asked.push(request.url()))
  await pause(aWhileMs)
  expect(asked).toEqual([])
  for (const player of [hall.mine, hall.other])
    expect([await player.text(), await kept(player), player.errors]).toEqual([expect.stringContaining(thanks), 0, []])
})

it('a box that is started again is a new one: it shows a code, and can be paired', async () => {
  await hall.mine.page.reload()
  const code = await codeOn(hall.mine)
  await hall.api.ok('PUT', '/events/current/phase', { phase: 'running' })
  await hall.api.ok('POST', '/screens/pair', { code, screen: hall.screens.mine, name: null, area: null })
  await stands(hall.mine, show)
})
