/** Routes of things with a draft beside what is published. Publishing itself is in publish/. */
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import type { Written } from '../storage/store.ts'
import type { VersionedRow, Versions } from '../storage/versions.ts'
import type * as z from 'zod/mini'
import { type World, written } from '../world.ts'
import { type Route, route } from './route.ts'

export interface VersionedOptions<T> {
  readonly world: World
  /** `/slides`. */
  readonly path: string
  /** `slide`, for the documentation. */
  readonly noun: string
  readonly body: z.ZodMiniType<T>
  readonly versions: Versions<T>
  /** What of a row an account may see. */
  readonly seenBy: (rights: Rights) => (row: VersionedRow<T>) => VersionedRow<T>
}

export function versionedRoutes<T>({ world, path, noun, body, versions, seenBy }: VersionedOptions<T>): readonly Route[] {
  const answer = (committed: Written<VersionedRow<T> | null>) =>
    written(world, { ...committed, value: committed.value === null ? null : shape(committed.value) })
  const one = `${path}/{id}`
  return [
    route<null>({
      method: 'get',
      path,
      who: 'signed-in',
      summary: `Every ${noun} of the current event, each with its draft and what is published.`,
      body: null,
      handle: ({ rights }) => versions.list().map(seenBy(rights)).map(shape),
    }),
    route<null>({
      method: 'get',
      path: one,
      who: 'signed-in',
      summary: `One ${noun}.`,
      body: null,
      handle: ({ rights, params }) => shape(seenBy(rights)(versions.read(params['id'] ?? ''))),
    }),
    route<T>({
      method: 'post',
      path,
      who: 'edit',
      summary: `Creates a ${noun} as a draft; publish it to put it to use.`,
      body,
      handle: (call) => answer(versions.create(call.author, call.body)),
    }),
    route<T>({
      method: 'put',
      path: `${one}/draft`,
      who: 'edit',
      summary: 'Saves the draft; nothing on any screen changes.',
      body,
      handle: (call) => answer(versions.saveDraft(call.author, call.params['id'] ?? '', call.body)),
    }),
    route<null>({
      method: 'delete',
      path: `${one}/draft`,
      who: 'edit',
      summary: `Throws the draft away; a ${noun} that was never published is deleted.`,
      body: null,
      handle: (call) => answer(versions.discardDraft(call.author, call.params['id'] ?? '')),
    }),
    route<null>({
      method: 'delete',
      path: one,
      who: 'edit',
      summary: `Deletes the ${noun} and takes it out of whatever lists it; refused while something shows it.`,
      body: null,
      handle: (call) => answer(versions.remove(call.author, call.params['id'] ?? '')),
    }),
  ]
}

/** Instants inside the bodies are turned into text where all answers are. */
function shape<T>({ id, draft, published, changedAt, changedBy }: VersionedRow<T>) {
  return { id, draft, published, changedAt: new Date(changedAt).toISOString(), changedBy }
}
