/** `/airtime` and `/lint`: what the published schedule comes to over a period, and what a person should look at. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { parseInstant } from '../http/instants.ts'
import { type Call, type Route, route } from '../http/route.ts'
import { eventSpan, type Window } from '../schedule/windows.ts'
import { sponsorAirtime } from '../sponsors/airtime.ts'
import { createSponsors } from '../sponsors/store.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { World } from '../world.ts'
import { adviceOn, rememberedLint } from './advice.ts'
import type { Publisher } from './publisher.ts'

export function planRoutes(world: World, publisher: Pick<Publisher, 'publication' | 'planned'>): readonly Route[] {
  const look = rememberedLint()
  return [
    route<null>({
      method: 'get',
      path: '/airtime',
      who: 'signed-in',
      summary:
        'Each sponsor’s planned airtime on each screen, and whether what was promised is kept: `?from=` `&to=`, the event by default.',
      body: null,
      handle: async (call) => {
        const event = currentEvent(world.store.db)
        const period = periodOf(call, eventSpan(event))
        return {
          ...period,
          sponsors: await sponsorAirtime(publisher.planned(), createSponsors(world).list(), event, period),
        }
      },
    }),
    route<null>({
      method: 'get',
      path: '/lint',
      who: 'signed-in',
      summary: 'What a person should look at before it is on the screens: `?from=` `&to=`, the event by default.',
      body: null,
      handle: async (call) => {
        const period = periodOf(call, eventSpan(currentEvent(world.store.db)))
        const classes = [...publisher.publication().classes.values()]
        return { ...period, findings: await adviceOn(classes, period, look) }
      },
    }),
  ]
}

/** Problems `invalid`, `end-before-start`. */
function periodOf({ query }: Call<null>, event: Window): Window {
  const moment = (name: 'from' | 'to', otherwise: Window['from']) => {
    const text = query[name] ?? ''
    return text === '' ? otherwise : parseInstant(text, name)
  }
  const from = moment('from', event.from)
  const until = moment('to', event.until)
  if (until <= from) throw new Problem(422, 'end-before-start', 'The end must come after the start.', 'to')
  if (until - from > limits.planMs) throw new Problem(422, 'invalid', `At most ${limits.planMs / dayMs} days at once.`, 'to')
  return { from, until }
}
