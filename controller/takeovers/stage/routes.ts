/** `/stage/{key}`: what a stage crew sees and does with a key, without an account. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { StageBody, StagePicture } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import type { Ingest } from '../../media/ingest.ts'
import type { World } from '../../world.ts'
import { stageBodySchema } from '../body.ts'
import type { TakeoverKeyRow } from '../table.ts'
import { createStageDoor } from './door.ts'
import { pictureBytes } from './picture.ts'
import { addPicture, demandUse, giveStageBack, stageOf, takeStage } from './store.ts'

export function stageRoutes(world: World, ingest: Ingest): readonly Route[] {
  const door = createStageDoor(world)
  const keyOf = ({ params, address }: Call<unknown>) => door(params['key'] ?? '', address)
  const upload = oneAtATime((key: TakeoverKeyRow, call: Call<null>) => keepPicture(world, ingest, key, call))
  return [
    route<null>({
      method: 'get',
      path: '/stage/{key}',
      who: 'anyone',
      summary: 'What the holder of a key may do, and what stands; 410 where it is too old or unknown.',
      body: null,
      handle: async (call) => stageOf(world, await keyOf(call)),
    }),
    route<StageBody>({
      method: 'post',
      path: '/stage/{key}/takeover',
      who: 'anyone',
      summary: 'Takes over the screens of the key, for one use; 410 where none is left.',
      body: stageBodySchema,
      handle: async (call) => takeStage(world, await keyOf(call), call.body),
    }),
    route<null>({
      method: 'post',
      path: '/stage/{key}/end',
      who: 'anyone',
      summary: 'Gives back what was taken over with the key; costs no use.',
      body: null,
      handle: async (call) => giveStageBack(world, await keyOf(call)),
    }),
    route<null>({
      method: 'post',
      path: '/stage/{key}/media',
      who: 'anyone',
      summary: 'Uploads a picture to show with the key, for one use: the body is the file.',
      body: null,
      handle: async (call) => upload(await keyOf(call), call),
    }),
  ]
}

async function keepPicture(world: World, ingest: Ingest, key: TakeoverKeyRow, { raw }: Call<null>): Promise<StagePicture> {
  demandUse(key)
  if (raw.body === null) throw new Problem(422, 'media-broken', 'The file is empty.')
  const bytes = Readable.fromWeb(raw.body as ReadableStream<Uint8Array>)
  const kept = await ingest(pictureBytes(bytes), Number(raw.headers.get('content-length') ?? 0))
  const { row, usesLeft } = addPicture(world, key, kept)
  return { hash: row.hash, widthPx: row.widthPx, heightPx: row.heightPx, usesLeft }
}

type Upload = (key: TakeoverKeyRow, call: Call<null>) => Promise<StagePicture>

/** Decoding is dear, and a use is counted only when a picture has been kept: so each key has one upload under way. Problem `too-many`. */
function oneAtATime(upload: Upload): Upload {
  const busy = new Set<string>()
  return async (key, call) => {
    if (busy.has(key.id)) throw new Problem(429, 'too-many', 'A picture is on its way already. Wait for it.', '', { most: 1 })
    busy.add(key.id)
    try {
      return await upload(key, call)
    } finally {
      busy.delete(key.id)
    }
  }
}
