/** Stands between the page and the controller while somebody practises: writes are answered here and kept on this page alone. */
import { type Instant, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type {
  Area,
  EventResource,
  MediaResource,
  ProgrammeResource,
  RoundResource,
  ScreenResource,
  Written,
} from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { Problem, type ProblemBody } from '@infoskjerm/shared/wire/problem.ts'
import type { PracticeGround } from './practice-ground.ts'
import { practised, type PractisedDeed, practisedRow, readThrough } from './practice-world.ts'

/** What practising needs to know, asked at each deed. */
export interface Ground {
  readonly who: () => string
  readonly now: () => Instant
  readonly areas: () => readonly Area[]
  readonly screens: () => readonly ScreenResource[]
  readonly statuses: () => readonly ScreenStatus[]
  readonly event: () => EventResource | null
}

export interface PracticeOptions {
  /** `GET path`, with what was practised over it. */
  readonly read: (path: string) => Promise<unknown>
  /** A code as boxes show it. */
  readonly newCode: () => string
  readonly origin: () => string
}

type Local = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: ProblemBody }

export interface Practice {
  readonly on: boolean
  /** Oldest first, without what was taken back. */
  readonly deeds: readonly PractisedDeed[]
  /** What the box that is practised with shows; another one after it was connected. */
  readonly code: string
  readonly begin: (ground: Ground) => void
  readonly end: () => void
  /** Hears of every deed; null: it was taken back, or all of it began or ended. Answers how to stop. */
  readonly onDeed: (listener: (deed: PractisedDeed | null) => void) => () => void
  /** The answer in place of asking the controller; null: ask it. */
  readonly instead: (method: string, path: string, body: unknown) => Promise<Local | null>
  /** What the controller answered to a read, with what was done here over it. */
  readonly over: (path: string, value: unknown) => unknown
  /** A picture in place of an upload; what is no picture that the browser can open is not practised. */
  readonly keep: (file: File) => Promise<MediaResource | ProblemBody>
  /** Where a picture that was kept here is found; null for those of the controller. */
  readonly urlOf: (hash: string) => string | null
}

/** The session itself can be changed while practising: that is how one leaves. Reading is reading. */
const real = /^\/session(\/|$)/

/** Asked for what a write would do, the controller does nothing. */
const onlyAsked = 'dry=1'

/** How long a wrong code is held against who typed it (ms). */
const codesForgottenMs = 10 * minuteMs

/** Nothing is practised until `begin`. */
export function createPractice({ read, newCode, origin }: PracticeOptions): Practice {
  const listeners = new Set<(deed: PractisedDeed | null) => void>()
  const pictures = new Map<string, string>()
  const fresh = { ground: null as Ground | null, deeds: [] as readonly PractisedDeed[], code: '', wrong: [] as readonly Instant[] }
  const state = { ...fresh, next: -1 }
  const tell = (deed: PractisedDeed | null) => {
    for (const listener of listeners) listener(deed)
  }

  async function groundFor(path: string, ground: Ground): Promise<PracticeGround> {
    const now = ground.now()
    return {
      now,
      who: ground.who(),
      areas: ground.areas(),
      screens: ground.screens(),
      statuses: ground.statuses(),
      event: ground.event(),
      rounds: readThrough(state.deeds, '/rounds', []) as readonly RoundResource[],
      programme: path === '/programme/table' ? ((await read('/programme')) as ProgrammeResource) : null,
      code: state.code,
      wrongCodes: state.wrong.filter((at) => at > later(now, -codesForgottenMs)).length,
      origin: origin(),
    }
  }

  async function write(ground: Ground, method: string, address: string, body: unknown): Promise<Local> {
    const [path = '', asked = ''] = address.split('?')
    if (path === '/undo') return undo((body as { readonly revision: number }).revision)
    const revision = state.next--
    const standing = await groundFor(path, ground)
    const deed = practised(method, path, body, revision, standing)
    if (deed === null) return { ok: false, problem: onlyReal }
    const answer: Local = { ok: true, value: { revision, value: deed.value, operation: null } satisfies Written<unknown> }
    if (asked === onlyAsked) return answer
    if (path === '/screens/pair') state.code = newCode()
    state.deeds = [...state.deeds, deed]
    tell(deed)
    return answer
  }

  function undo(revision: number): Local {
    if (!state.deeds.some((deed) => deed.revision === revision)) return { ok: false, problem: onlyReal }
    state.deeds = state.deeds.filter((deed) => deed.revision !== revision)
    tell(null)
    return { ok: true, value: { revision: state.next--, value: null, operation: null } satisfies Written<null> }
  }

  async function writeOrRefuse(ground: Ground, method: string, path: string, body: unknown): Promise<Local> {
    try {
      return await write(ground, method, path, body)
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.code === 'pairing-code') state.wrong = [...state.wrong, ground.now()]
      return { ok: false, problem: problem.toBody() }
    }
  }

  return {
    get on() {
      return state.ground !== null
    },
    get deeds() {
      return state.deeds
    },
    get code() {
      return state.code
    },
    begin: (ground) => {
      Object.assign(state, fresh, { ground, code: newCode() })
      tell(null)
    },
    end: () => {
      for (const url of pictures.values()) URL.revokeObjectURL(url)
      pictures.clear()
      Object.assign(state, fresh)
      tell(null)
    },
    onDeed: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    instead: async (method, path, body) => {
      if (state.ground === null || real.test(path)) return null
      if (method !== 'GET') return writeOrRefuse(state.ground, method, path, body)
      const row = practisedRow(state.deeds, path)
      return row === null ? null : { ok: true, value: row }
    },
    over: (path, value) => (state.ground === null ? value : readThrough(state.deeds, path, value)),
    keep: async (file) => {
      const made = await pictureOf(file, state.ground?.now() ?? instant(0), state.ground?.who() ?? '')
      if (made === null) return onlyReal
      pictures.set(made.hash, URL.createObjectURL(file))
      return made
    },
    urlOf: (hash) => pictures.get(hash) ?? null,
  }
}

/** Said of what cannot be practised; the controller says the same of every write. */
const onlyReal: ProblemBody = new Problem(409, 'practice', 'Nothing was sent.').toBody()

/** Null for what the browser cannot open as a picture. */
async function pictureOf(file: File, now: Instant, who: string): Promise<MediaResource | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const { width: widthPx, height: heightPx } = bitmap
  bitmap.close()
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    id: `ovelse-${hash.slice(0, 8)}`,
    name: file.name,
    kind: 'image',
    hash,
    thumbnail: null,
    type: file.type,
    widthPx,
    heightPx,
    durationMs: null,
    sizeBytes: file.size,
    uploadedAt: new Date(now).toISOString(),
    uploadedBy: who,
  }
}
