/** Stands between the page and the controller while somebody practises: writes are answered here and kept on this page alone. */
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { MediaResource, ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import type { ProblemBody } from '@infoskjerm/shared/wire/problem.ts'
import { practised, type PractisedDeed, practisedRow, readThrough } from './practice-world.ts'

/** What practising needs to know, asked at each deed. */
export interface Ground {
  readonly who: () => string
  readonly now: () => Instant
  readonly screens: () => readonly ScreenResource[]
}

type Local = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: ProblemBody }

export interface Practice {
  readonly on: boolean
  readonly begin: (ground: Ground) => void
  readonly end: () => void
  /** Hears of every deed; null: it was taken back. Answers how to stop. */
  readonly onDeed: (listener: (deed: PractisedDeed | null) => void) => () => void
  /** The answer in place of asking the controller; null: ask it. */
  readonly instead: (method: string, path: string, body: unknown) => Local | null
  /** What the controller answered to a read, with what was done here over it. */
  readonly over: (path: string, value: unknown) => unknown
  /** A picture in place of an upload; what is no picture that the browser can open is not practised. */
  readonly keep: (file: File) => Promise<MediaResource | ProblemBody>
  /** Where a picture that was kept here is found; null for those of the controller. */
  readonly urlOf: (hash: string) => string | null
}

/** The session itself can be changed while practising: that is how one leaves. Reading is reading. */
const real = /^\/session(\/|$)/

/** Nothing is practised until `begin`. */
export function createPractice(): Practice {
  const listeners = new Set<(deed: PractisedDeed | null) => void>()
  const pictures = new Map<string, string>()
  const state = { ground: null as Ground | null, deeds: [] as readonly PractisedDeed[], next: -1 }
  const tell = (deed: PractisedDeed | null) => {
    for (const listener of listeners) listener(deed)
  }

  function write(ground: Ground, method: string, path: string, body: unknown): Local {
    if (path === '/undo') return undo((body as { readonly revision: number }).revision)
    const revision = state.next--
    const deed = practised(method, path, body, revision, { who: ground.who(), now: ground.now(), screens: ground.screens() })
    if (deed === null) return { ok: false, problem: onlyReal }
    state.deeds = [...state.deeds, deed]
    tell(deed)
    return { ok: true, value: { revision, value: deed.value, operation: null } satisfies Written<unknown> }
  }

  function undo(revision: number): Local {
    if (!state.deeds.some((deed) => deed.revision === revision)) return { ok: false, problem: onlyReal }
    state.deeds = state.deeds.filter((deed) => deed.revision !== revision)
    tell(null)
    return { ok: true, value: { revision: state.next--, value: null, operation: null } satisfies Written<null> }
  }

  return {
    get on() {
      return state.ground !== null
    },
    begin: (ground) => Object.assign(state, { ground }),
    end: () => {
      for (const url of pictures.values()) URL.revokeObjectURL(url)
      pictures.clear()
      Object.assign(state, { ground: null, deeds: [] })
      tell(null)
    },
    onDeed: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    instead: (method, path, body) => {
      if (state.ground === null || real.test(path)) return null
      if (method !== 'GET') return write(state.ground, method, path, body)
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
const onlyReal: ProblemBody = {
  type: 'about:blank',
  title: 'practice',
  status: 409,
  code: 'practice',
  detail: 'Nothing was sent.',
  path: '',
  params: {},
}

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
