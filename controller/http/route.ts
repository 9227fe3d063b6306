/** Routes of the REST API as data: method, path, who may call, what comes in; one registry mounts, documents and tests them all (default deny). */
import type { Rights, User } from '@infoskjerm/shared/wire/api.ts'
import type * as z from 'zod/mini'
import type { Author } from '../storage/store.ts'

/** Who may call a route. `anyone` needs no session; every other word needs one with that right. */
export type Who = 'anyone' | 'signed-in' | 'edit' | 'all' | 'start-override' | 'end-override'

/** A parsed request. `user` is null only where `who` is `anyone`; `author` is the same person for the audit record. */
export interface Call<Body> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Body
  readonly user: User | null
  /** What the account may do at this moment. */
  readonly rights: Rights
  readonly author: Author
  /** The request itself, for streams and headers. */
  readonly raw: Request
  /** Address of the peer. */
  readonly address: string
  /** Headers of the answer, for cookies. */
  readonly headers: Headers
}

export interface Route<Body = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/api/v1`, with `{name}` for parameters. */
  readonly path: string
  readonly who: Who
  /** The areas in which the call acts, where it acts in some alone (none: it may be made by whoever has the right anywhere); null: the right must hold in the whole venue. Asked before `handle`; may throw a Problem. */
  readonly touches: ((call: Call<Body>) => readonly string[]) | null
  /** One sentence for the documentation, in English. */
  readonly summary: string
  /** JSON body, with instants already turned into numbers; null where there is none (or where the handler reads a stream). */
  readonly body: z.ZodMiniType<Body> | null
  /** Answers with JSON (instants become RFC 3339), or with a Response as it is. May throw a Problem. */
  readonly handle: (call: Call<Body>) => unknown
}

/** A route of the whole venue; keeps the type of the body between its parser and its handler. */
export function route<Body>(definition: Omit<Route<Body>, 'touches'>): Route {
  return { ...definition, touches: null } as unknown as Route
}

/** A route that acts in some areas alone. */
export function areaRoute<Body>(definition: Route<Body>): Route {
  return definition as unknown as Route
}
