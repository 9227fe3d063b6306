/** `/slides`: drafts and published slides. */
import { slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import type { Route } from '../http/route.ts'
import { versionedRoutes } from '../http/versioned.ts'
import type { World } from '../world.ts'
import { createSlides } from './store.ts'

export function slideRoutes(world: World): readonly Route[] {
  return versionedRoutes({ world, path: '/slides', noun: 'slide', body: slideBodySchema, versions: createSlides(world) })
}
