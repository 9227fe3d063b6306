/** `/sponsors`: who pays for being seen, what was promised, and beside whom they must not stand. */
import { type SponsorBody, sponsorBodySchema } from '@infoskjerm/shared/model/sponsor.ts'
import { type Route, route } from '../http/route.ts'
import { type World, written } from '../world.ts'
import { createSponsors } from './store.ts'

export function sponsorRoutes(world: World): readonly Route[] {
  const sponsors = createSponsors(world)
  return [
    route<null>({
      method: 'get',
      path: '/sponsors',
      who: 'signed-in',
      summary: 'The sponsors of the current event, with what was promised.',
      body: null,
      handle: () => sponsors.list(),
    }),
    route<SponsorBody>({
      method: 'post',
      path: '/sponsors',
      who: 'edit',
      summary: 'Adds a sponsor.',
      body: sponsorBodySchema,
      handle: ({ author, body }) => written(world, sponsors.create(author, body)),
    }),
    route<SponsorBody>({
      method: 'put',
      path: '/sponsors/{id}',
      who: 'edit',
      summary: 'Changes a sponsor; rivals are kept apart from then on.',
      body: sponsorBodySchema,
      handle: ({ author, body, params }) => written(world, sponsors.change(author, params['id'] ?? '', body)),
    }),
    route<null>({
      method: 'delete',
      path: '/sponsors/{id}',
      who: 'edit',
      summary: 'Deletes a sponsor, and takes it out of its rivals and its slides.',
      body: null,
      handle: ({ author, params }) => written(world, sponsors.remove(author, params['id'] ?? '')),
    }),
  ]
}
