/** `/alarms/webhook`: where troubles are told of. The address is a secret: it stands in no log, and in no answer but to those who may everything. */
import { webAddress } from '@infoskjerm/shared/model/contents-media.ts'
import * as z from 'zod/mini'
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import type { Alarms } from './alarms.ts'

const webhookSchema: z.ZodMiniType<{ readonly url: string | null }> = z.strictObject({ url: z.nullable(webAddress) })

export function alarmRoutes(world: World, alarms: Alarms): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/alarms/webhook',
      who: 'all',
      summary: 'Where troubles are told of, and how the last message went.',
      body: null,
      handle: () => alarms.webhook(),
    }),
    route({
      method: 'put',
      path: '/alarms/webhook',
      who: 'all',
      summary: 'Sets the address (null: nobody is told).',
      body: webhookSchema,
      handle: ({ author, body }) => written(world, alarms.setUrl(author, body.url)),
    }),
    route<null>({
      method: 'post',
      path: '/alarms/webhook/test',
      who: 'all',
      summary: 'Sends a test message; 502 where it is not taken.',
      body: null,
      handle: () => alarms.test(),
    }),
  ]
}
