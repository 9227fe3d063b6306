/** Alarms: looks at the screens every few seconds, and tells a chat of each trouble once and of its end once. */
import type { EventPhase, WebhookResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Author, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type Telling, tell } from './telling.ts'
import { type Serving, servingSince, troublesOf, type Watched } from './troubles.ts'
import { createWebhook, type Message, type Outcome } from './webhook.ts'
import { linesOf, testLine } from './words.ts'

export interface AlarmsOptions {
  readonly world: World
  readonly statuses: () => readonly ScreenStatus[]
  /** Null before there is an event. */
  readonly hall: () => Hall | null
  readonly every: (ms: number, work: () => void) => () => void
  readonly after: (ms: number, call: () => void) => () => void
}

export interface Hall {
  readonly phase: EventPhase
  readonly zone: string
  readonly screens: ReadonlyMap<string, Watched>
  readonly areaName: (area: string) => string
}

export interface Alarms {
  readonly webhook: () => WebhookResource
  /** `url` null: nobody is told any more. Recorded, and undone like any other deed; revision 0 where it was so already. */
  readonly setUrl: (author: Author, url: string | null) => Written<WebhookResource>
  /** Sends a test. Problem `webhook` where it is not taken, with the `status` of the answer if there was one. */
  readonly test: () => Promise<WebhookResource>
  readonly close: () => void
}

/** News of this long go out as one message (ms). */
const lookMs = 5_000

/** A person's deed, and so in the record. */
interface Kept {
  readonly url: string | null
}

/** How the last message went, and where: what went to another address says nothing of this one. */
interface Last extends Outcome {
  readonly to: string | null
}

const settings = { address: 'webhook', last: 'webhook.last', told: 'alarms.told' } as const

export function createAlarms({ world, statuses, hall, every, after }: AlarmsOptions): Alarms {
  const { store, log } = world
  const url = (): string | null => store.setting<Kept>(settings.address, { url: null }).url
  const onOutcome = (outcome: Outcome, to: string | null): void => {
    store.setSetting(settings.last, { ...outcome, to } satisfies Last)
    if (!outcome.taken) log.warn({ status: outcome.status }, 'the webhook did not take a message')
  }
  const webhook = createWebhook({ url, nowMs: world.wallMs, onOutcome, after })

  let serving: Serving | null = null

  function look(): void {
    const here = hall()
    if (here === null) return
    const before = store.setting<Telling>(settings.told, {})
    const reported = statuses()
    serving = servingSince(serving, here.screens, world.now())
    const troubles = troublesOf(reported, here.screens, here.phase, world.now(), serving)
    const right = new Set(reported.flatMap(({ screen, state }) => (state === 'right' ? screen : [])))
    const { telling, news } = tell(before, troubles, right, here.screens, world.now())
    if (JSON.stringify(telling) !== JSON.stringify(before)) store.setSetting(settings.told, telling)
    // What begins before anybody listens, or ends with the event, is told to nobody.
    if (news.length > 0 && here.phase === 'running')
      webhook.send(messageOf(linesOf(news, here.areaName, timeIn(here.zone)), { kind: 'trouble', news }))
  }

  const read = (): WebhookResource => {
    const now = url()
    const last = store.setting<Last | null>(settings.last, null)
    if (last === null || last.to !== now) return { url: now, last: null }
    return { url: now, last: { at: new Date(last.at).toISOString(), taken: last.taken, status: last.status } }
  }
  const stop = every(lookMs, look)
  return {
    webhook: read,
    setUrl: (author, next) =>
      store.write(author, next === null ? 'alarms.remove' : 'alarms.set', (tx) => {
        if (next !== url()) tx.put('settings', { id: settings.address, value: { url: next } satisfies Kept })
        return read()
      }),
    test: async () => {
      if (url() === null) throw new Problem(422, 'missing-field', 'Say where to first.', 'url', { field: 'url' })
      const { taken, status } = await webhook.attempt(messageOf([testLine], { kind: 'test' }))
      if (!taken)
        throw new Problem(
          502,
          'webhook',
          `The address ${status === null ? 'did not answer' : `answered ${status}`}.`,
          'url',
          status === null ? {} : { status },
        )
      return read()
    },
    close: () => {
      stop()
      webhook.close()
    },
  }
}

function messageOf(lines: readonly string[], infoskjerm: object): Message {
  const text = lines.join('\n')
  return { content: text, text, infoskjerm }
}

function timeIn(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('nb', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return (ms) => format.format(ms)
}
