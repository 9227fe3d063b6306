/** `/publish`, `/operations`, and the reach of slides and playlists. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { id } from '@infoskjerm/shared/model/parts.ts'
import type { Reach } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import type { Operations } from './operations.ts'
import { publishDrafts, type Selection } from './publish.ts'
import type { Publisher } from './publisher.ts'
import { reachOf, type Subject } from './reach.ts'
import { exists, heldBy } from './store.ts'

const selectionSchema: z.ZodMiniType<Selection> = z.strictObject({
  slides: z.array(id).check(z.maxLength(limits.playlistItems)),
  playlists: z.array(id).check(z.maxLength(limits.playlistItems)),
})

export function publishRoutes(world: World, publisher: Publisher, operations: Operations): readonly Route[] {
  return [
    route<Selection>({
      method: 'post',
      path: '/publish',
      who: 'edit',
      summary: 'Shows the drafts of these slides and playlists on the screens, all at once.',
      body: selectionSchema,
      handle: ({ author, body }) => written(world, publishDrafts(world, author, body)),
    }),
    route<null>({
      method: 'get',
      path: '/operations',
      who: 'signed-in',
      summary:
        'The last publishes, newest first, with how many screens each has reached: `?limit=` of them, those `?before=` an operation. A restart forgets them.',
      body: null,
      handle: ({ query }) => operations.list(query['before'] ?? null, limitOf(query['limit'])),
    }),
    route<null>({
      method: 'get',
      path: '/operations/{id}',
      who: 'signed-in',
      summary: 'What became of a publish on each screen concerned. A publish is known by the revision that caused it.',
      body: null,
      handle: ({ params }) => operations.read(params['id'] ?? ''),
    }),
    route<null>({
      method: 'get',
      path: '/slides/{id}/reach',
      who: 'signed-in',
      summary: 'The screens that hold the slide or would, and those that show it at this moment.',
      body: null,
      handle: ({ params }) => reach(world, publisher, { kind: 'slide', id: params['id'] ?? '' }),
    }),
    route<null>({
      method: 'get',
      path: '/playlists/{id}/reach',
      who: 'signed-in',
      summary: 'The screens that hold the playlist or would, and those that show something of it at this moment.',
      body: null,
      handle: ({ params }) => reach(world, publisher, { kind: 'playlist', id: params['id'] ?? '' }),
    }),
  ]
}

/** Problem `invalid`. */
function limitOf(text = '100'): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > limits.pageRows) throw new Problem(422, 'invalid', `A whole number from 1 to ${limits.pageRows}.`, 'limit')
  return limit
}

function reach(world: World, publisher: Publisher, subject: Subject): Reach {
  const { db } = world.store
  if (!exists(db, subject.kind === 'slide' ? 'slides' : 'playlists', subject.id))
    throw new Problem(404, 'not-found', `There is no ${subject.kind} «${subject.id}».`, '', { id: subject.id })
  const content = publisher.content()
  if (content === null) return { screens: [], now: [] }
  const now = world.now()
  return reachOf(subject, content, heldBy(db, content.event.id), (screen) => publisher.sceneOf(screen, false, now))
}
