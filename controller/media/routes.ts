/** `/media` of the REST API: the library. The bytes themselves are served at `/media/<hash>`. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { limits } from '@infoskjerm/shared/limits.ts'
import { webAddress } from '@infoskjerm/shared/model/contents-media.ts'
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { areaRoute, type Route, route } from '../http/route.ts'
import { createBuckets } from '../realtime/bucket.ts'
import { type World, written } from '../world.ts'
import type { AskPage } from './ask-page.ts'
import type { Ingest } from './ingest.ts'
import { createLibrary } from './store.ts'
import type { MediaRow } from './table.ts'

/** A person types an address and thinks; a program that asks faster looks for something else. */
const asksAtOnce = 10
const asksPerSecond = 0.5
const mostAskers = 1_000

/** `heldBack`: hashes that whoever asks may not see. */
export function mediaRoutes(
  world: World,
  ingest: Ingest,
  askPage: AskPage,
  heldBack: (rights: Rights) => ReadonlySet<string>,
): readonly Route[] {
  const library = createLibrary(world)
  const buckets = createBuckets(asksAtOnce, asksPerSecond, mostAskers)
  return [
    route<null>({
      method: 'get',
      path: '/media',
      who: 'signed-in',
      summary: 'Pictures and videos of the current event, newest first.',
      body: null,
      handle: ({ rights }) => {
        const hidden = heldBack(rights)
        return library
          .list()
          .filter(({ hash }) => !hidden.has(hash))
          .map(shape)
      },
    }),
    areaRoute<null>({
      method: 'get',
      path: '/framing',
      who: 'edit',
      touches: () => [],
      summary: 'Whether the page at `?url=` answers, and lets itself be shown on a slide.',
      body: null,
      handle: ({ query, author }) => {
        const url = query['url'] ?? ''
        if (!webAddress.safeParse(url).success || !URL.canParse(url))
          throw new Problem(422, 'invalid', 'Give an address: ?url=https://…', 'url')
        if (!buckets.of(author.id, performance.now()).take(performance.now()))
          throw new Problem(429, 'too-many', 'That is many addresses. Wait a moment.', '', { most: asksAtOnce })
        return askPage(url)
      },
    }),
    areaRoute<null>({
      method: 'post',
      path: '/media',
      who: 'edit',
      touches: () => [],
      summary: 'Uploads a picture or video: the body is the file, `?name=` is what it is called.',
      body: null,
      handle: async ({ raw, query, author }) => {
        const name = nameOf(query['name'])
        if (raw.body === null) throw new Problem(422, 'media-broken', 'The file is empty.')
        const bytes = Readable.fromWeb(raw.body as ReadableStream<Uint8Array>)
        const done = library.add(author, name, await ingest(bytes, Number(raw.headers.get('content-length') ?? 0)))
        return written(world, { ...done, value: shape(done.value) })
      },
    }),
    route<null>({
      method: 'delete',
      path: '/media/{id}',
      who: 'edit',
      summary: 'Deletes a picture or video from the library; refused while a slide shows it.',
      body: null,
      handle: ({ author, params }) => written(world, library.remove(author, params['id'] ?? '')),
    }),
  ]
}

/** The last part of a path, without control characters. Problem `missing-field`. */
function nameOf(given: string | undefined): string {
  const name = (given ?? '')
    .replace(/^.*[/\\]/, '')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  if (name === '') throw new Problem(422, 'missing-field', 'Say what the file is called: ?name=plakat.jpg', 'name', { field: 'name' })
  return name.slice(-limits.nameLength)
}

function shape({ event: _event, ...row }: MediaRow) {
  return row
}
