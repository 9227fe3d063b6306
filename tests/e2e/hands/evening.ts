/** The sample's Friday at 22:40 with a player that shows now and next of the main stage, for the tasks that put the programme right. */
import type { Browser } from 'playwright'
import { type Api, openPlayer, type PlayerPage, type RunningController, signIn, startBrowser, startController } from '../harness.ts'
import { entryOf, playlistOf } from '../show.ts'
import { stands } from './hall.ts'

export interface Evening {
  readonly controller: RunningController
  readonly browser: Browser
  readonly api: Api
  /** *Fast Music Compo* 22:00–23:10 is on, *Konsert* comes 23:45, *Nattkino* 01:30. */
  readonly glass: PlayerPage
  readonly close: () => Promise<void>
}

export const compo = 'Fast Music Compo'
export const konsert = 'Konsert: Æ, Ø & Å'

export async function openEvening(): Promise<Evening> {
  const controller = await startController()
  const browser = await startBrowser()
  const api = await signIn(controller)
  await api.ok('PUT', '/clock', { demo: 'friday' })
  const made = async (path: string, body: object) => (await api.ok<{ value: { id: string } }>('POST', path, body)).value.id
  await made('/programme/happenings', {
    title: { nb: 'Nattkino', en: '' },
    stage: 'hovedscenen',
    start: '2027-03-27T01:30:00+01:00',
    end: '2027-03-27T03:30:00+01:00',
    description: { nb: '', en: '' },
  })
  const slide = await made('/slides', {
    name: 'Hovedscenen nå',
    content: { kind: 'programme', heading: { nb: '', en: '' }, of: { scope: 'stage', stage: 'hovedscenen' } },
    durationMs: 30_000,
    validFrom: null,
    validUntil: null,
  })
  const playlist = await made('/playlists', playlistOf('Hovedscenen nå', [slide]))
  await api.ok('POST', '/publish', { slides: [slide], playlists: [playlist] })
  await made('/schedule', entryOf('Hovedscenen nå', playlist, { band: 'event', exclusive: true }))
  const glass = await openPlayer(browser, `${controller.origin}/player/`)
  await stands(glass, compo, 20_000)
  await stands(glass, '23:10')
  return {
    ...{ controller, browser, api, glass },
    close: async () => {
      await browser.close()
      await controller.close()
    },
  }
}

/** How happenings stand now, by their Norwegian titles: `22:00–23:10`, in the zone of the hall. */
export async function spans(api: Api, titles: readonly string[]): Promise<readonly string[]> {
  const { happenings } = await api.ok<{ happenings: { now: { title: { nb: string }; start: string; end: string } }[] }>('GET', '/programme')
  const clock = (text: string) => new Date(Date.parse(text) + 3_600_000).toISOString().slice(11, 16)
  return titles.map((title) => {
    const found = happenings.find(({ now }) => now.title.nb === title && now.start.startsWith('2027-03-2'))
    return found === undefined ? 'gone' : `${clock(found.now.start)}–${clock(found.now.end)}`
  })
}

/** Waits until the words have gone from the glass. */
export async function gone(player: PlayerPage, words: string, withinMs = 10_000): Promise<void> {
  const until = performance.now() + withinMs
  while ((await player.text()).includes(words)) {
    if (performance.now() > until) throw new Error(`still on the glass: ${words}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
