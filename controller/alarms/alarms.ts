/** Alarms: looks at the screens every few seconds, and tells a chat of each trouble once and of its end once. */
import type { EventPhase, WebhookResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { World } from '../world.ts'
import { type Telling, tell } from './telling.ts'
import { troublesOf, type Watched } from './troubles.ts'
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
  /** `url` null: nobody is told any more. */
  readonly setUrl: (url: string | null) => void
  /** Sends a test. Problem `webhook` where it is not taken, with the `status` of the answer if there was one. */
  readonly test: () => Promise<WebhookResource>
  readonly close: () => void
}

/** News of this long go out as one message (ms). */
const lookMs = 5_000

interface Kept {
  readonly url: string | null
  readonly last: Outcome | null
}

export function createAlarms({ world, statuses, hall, every, after }: AlarmsOptions): Alarms {
  const { store, log } = world
  const kept = (): Kept => store.setting<Kept>('webhook', { url: null, last: null })
  const url = (): string | null => kept().url
  const onOutcome = (outcome: Outcome): void => {
    store.setSetting('webhook', { ...kept(), last: outcome })
    if (!outcome.taken) log.warn({ status: outcome.status }, 'the webhook did not take a message')
  }
  const webhook = createWebhook({ url, nowMs: world.wallMs, onOutcome, after })

  function look(): void {
    const here = hall()
    if (here === null) return
    const before = store.setting<Telling>('alarms.told', {})
    const reported = statuses()
    const troubles = troublesOf(reported, here.screens, here.phase, world.now())
    const right = new Set(reported.flatMap(({ screen, state }) => (state === 'right' ? screen : [])))
    const { telling, news } = tell(before, troubles, right, here.screens, world.now())
    if (JSON.stringify(telling) !== JSON.stringify(before)) store.setSetting('alarms.told', telling)
    // What begins before anybody listens, or ends with the event, is told to nobody.
    if (news.length > 0 && here.phase === 'running')
      webhook.send(messageOf(linesOf(news, here.areaName, timeIn(here.zone)), { kind: 'trouble', news }))
  }

  const read = (): WebhookResource => {
    const { url: to, last } = kept()
    return { url: to, last: last === null ? null : { ...last, at: new Date(last.at).toISOString() } }
  }
  const stop = every(lookMs, look)
  return {
    webhook: read,
    setUrl: (next) => store.setSetting('webhook', { url: next, last: null }),
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
