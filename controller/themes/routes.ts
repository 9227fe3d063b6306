/** `/themes`: how the glass of the event looks. Two themes come with the product; these are the others. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { limits } from '@infoskjerm/shared/limits.ts'
import { id } from '@infoskjerm/shared/model/parts.ts'
import { themeBodySchema } from '@infoskjerm/shared/model/theme.ts'
import type { FontResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'
import { type Route, route } from '../http/route.ts'
import { versionedRoutes } from '../http/versioned.ts'
import type { MediaFiles } from '../media/files.ts'
import { type World, written } from '../world.ts'
import { createFonts } from './fonts.ts'
import { createThemes } from './store.ts'

interface Chosen {
  readonly theme: string
}
const chosenSchema: z.ZodMiniType<Chosen> = z.strictObject({ theme: id })

export function themeRoutes(world: World, files: MediaFiles): readonly Route[] {
  const fonts = createFonts(files)
  const themes = createThemes(world, fonts.has)
  return [
    ...versionedRoutes({
      ...{ world, path: '/themes', noun: 'theme', body: themeBodySchema, versions: themes },
      seenBy: () => (row) => row,
    }),
    route<null>({
      method: 'post',
      path: '/themes/{id}/publish',
      who: 'edit',
      summary: 'Puts the draft of a theme to use: where the event wears it, screens change at once.',
      body: null,
      handle: ({ author, params }) => written(world, themes.publish(author, params['id'] ?? '')),
    }),
    route<Chosen>({
      method: 'put',
      path: '/events/current/theme',
      who: 'edit',
      summary: 'The event wears this theme from now on: one that comes with the product (`tg27`, `contrast`), or a published one.',
      body: chosenSchema,
      handle: ({ author, body }) => written(world, themes.choose(author, body.theme)),
    }),
    route<null>({
      method: 'post',
      path: '/fonts',
      who: 'edit',
      summary: 'Uploads a typeface for themes: the body is a WOFF2 file, `?name=` is what it is called.',
      body: null,
      handle: async ({ raw, query }): Promise<FontResource> => {
        const name = (query['name'] ?? '')
          .replaceAll(/\p{Cc}/gu, '')
          .replace(/\.woff2$/i, '')
          .trim()
        if (name === '')
          throw new Problem(422, 'missing-field', 'Say what the typeface is called: ?name=Archivo', 'name', { field: 'name' })
        if (raw.body === null) throw new Problem(422, 'media-broken', 'The file is empty.')
        const kept = await fonts.keep(Readable.fromWeb(raw.body as ReadableStream<Uint8Array>))
        return { name: name.slice(-limits.nameLength), ...kept }
      },
    }),
  ]
}
