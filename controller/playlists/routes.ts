/** `/playlists`: drafts and published playlists. */
import { playlistBodySchema } from '@infoskjerm/shared/model/playlist.ts'
import type { Route } from '../http/route.ts'
import { versionedRoutes } from '../http/versioned.ts'
import type { World } from '../world.ts'
import { createPlaylists } from './store.ts'

export function playlistRoutes(world: World): readonly Route[] {
  return versionedRoutes({
    ...{ world, path: '/playlists', noun: 'playlist', body: playlistBodySchema, versions: createPlaylists(world) },
    seenBy: () => (row) => row,
  })
}
