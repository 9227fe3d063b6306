/** `/clock`: the venue's served time, and the demo clock of the sample. */
import { type ClockResource, type DemoMoment, demoMoments } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'
import { type Route, route } from '../http/route.ts'
import type { VenueClock } from './venue-clock.ts'

interface ClockChange {
  readonly demo: DemoMoment | null
}

interface JumpAccepted {
  readonly movedMs: number
}

/** A jump that differs by more than this from the one that was looked at is another one (ms). */
const lookedAtMs = 1_000

const acceptSchema: z.ZodMiniType<JumpAccepted> = z.strictObject({ movedMs: z.int() })
const changeSchema: z.ZodMiniType<ClockChange> = z.strictObject({ demo: z.nullable(z.enum(demoMoments)) })

export function clockRoutes(clock: VenueClock): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/clock',
      who: 'signed-in',
      summary: 'The venue’s served time, and the moment that the demo clock shows.',
      body: null,
      handle: () => resource(clock),
    }),
    route<ClockChange>({
      method: 'put',
      path: '/clock',
      who: 'all',
      summary: 'Sets the demo clock of the sample, or (null) follows the clock.',
      body: changeSchema,
      handle: ({ body: { demo } }) => {
        if (demo !== null && clock.moments() === null)
          throw new Problem(409, 'conflict', 'Only the sample has a demo clock; an event of your own follows the clock.', 'demo')
        clock.setDemo(demo)
        return resource(clock)
      },
    }),
    route<JumpAccepted>({
      method: 'post',
      path: '/clock/accept',
      who: 'all',
      summary: 'Follows the machine’s clock to where it jumped; `movedMs` is the jump that was looked at.',
      body: acceptSchema,
      handle: ({ body: { movedMs } }) => {
        const now = clock.movedMs()
        if (now === 0 || Math.abs(now - movedMs) > lookedAtMs)
          throw new Problem(
            409,
            'conflict',
            `The clock of this machine has moved by ${now} ms, not by ${movedMs} ms. Look again.`,
            'movedMs',
          )
        clock.accept()
        return resource(clock)
      },
    }),
  ]
}

function resource(clock: VenueClock): ClockResource {
  const now = new Date(clock.now()).toISOString()
  const moments = clock.moments() ?? (Object.fromEntries(demoMoments.map((moment) => [moment, now])) as ClockResource['moments'])
  return { now, demo: clock.demo(), moments, movedMs: clock.movedMs() }
}
