/** A small hall for the tasks: two areas with a screen each that shows a show, and somebody who may edit one of them. */
import type { Browser } from 'playwright'
import { addUser, codeOn } from '../crew.ts'
import { type Api, openPlayer, type PlayerPage, type RunningController, signIn, startBrowser, startController, until } from '../harness.ts'
import { makeShow } from '../show.ts'

export interface Hall {
  readonly controller: RunningController
  readonly browser: Browser
  readonly api: Api
  /** In the area *Hallen*, where `vakt` may edit, and in *Scenen*, where `vakt` may not. */
  readonly mine: PlayerPage
  readonly other: PlayerPage
  /** Ids of the two screens. */
  readonly screens: { readonly mine: string; readonly other: string }
  readonly close: () => Promise<void>
}

/** What the screens show when nobody does anything. */
export const show = 'Velkommen'

export async function openHall(): Promise<Hall> {
  const controller = await startController()
  const browser = await startBrowser()
  const api = await signIn(controller)
  const made = async (path: string, body: object) => (await api.ok<{ value: { id: string } }>('POST', path, body)).value.id
  await api.ok('DELETE', '/sample')
  await makeShow(api, [show], 4_000)
  const place = async (name: string, area: string) => {
    const player = await openPlayer(browser, `http://hallen.test:${controller.port}/player/`)
    const screen = await made('/screens/pair', { code: await codeOn(player), screen: null, name, area })
    await stands(player, show)
    return { player, screen }
  }
  const areas = { mine: await made('/areas', { name: 'Hallen' }), other: await made('/areas', { name: 'Scenen' }) }
  const mine = await place('Inngang', areas.mine)
  const other = await place('Storskjerm', areas.other)
  await addUser(api, 'vakt', { role: 'see', mayStartOverride: false, mayEndOverride: false })
  const users = await api.ok<{ id: string; username: string }[]>('GET', '/users')
  const user = users.find(({ username }) => username === 'vakt')?.id ?? ''
  await api.ok('POST', '/grants', { to: { kind: 'user', user }, right: 'edit', areas: [areas.mine], from: null, until: null })
  return {
    ...{ controller, browser, api, mine: mine.player, other: other.player },
    screens: { mine: mine.screen, other: other.screen },
    close: async () => {
      await browser.close()
      await controller.close()
    },
  }
}

/** Waits until the words stand on the glass; the milliseconds that it took. */
export async function stands(player: PlayerPage, words: string, withinMs = 10_000): Promise<number> {
  return Math.round(await until(async () => (await player.text()).includes(words), player.text, withinMs))
}
