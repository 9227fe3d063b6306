/** `/slides`: drafts and published slides. */
import { slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import type { Route } from '../http/route.ts'
import { versionedRoutes } from '../http/versioned.ts'
import type { World } from '../world.ts'
import { asSeenBy, type IsOut } from './embargo.ts'
import { createSlides } from './store.ts'

export function slideRoutes(world: World, isOut: IsOut): readonly Route[] {
  return versionedRoutes({
    ...{ world, path: '/slides', noun: 'slide', body: slideBodySchema, versions: createSlides(world) },
    seenBy: (rights) => asSeenBy(rights, isOut),
  })
}
