/** What people step and shift by hand, as it stands: the same live document that the screens hold, and the resources behind it. */
import type { LiveDocument } from '@infoskjerm/shared/model/live.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { SlipResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { api, ApiProblem } from './api.ts'
import type { CrewLink } from './crew-link.ts'

export interface Stepping {
  /** Null until they have come for the first time. */
  readonly steps: readonly StepsResource[] | null
  readonly slips: readonly SlipResource[]
  /** The same object until something in it changes. */
  readonly document: LiveDocument
  /** Fetches both again; what was assumed meanwhile is not overwritten by an older answer. */
  readonly load: () => Promise<void>
  /** Takes the steps, or the slips, to be these, ahead of the controller's answer. */
  readonly assume: (change: { readonly steps?: readonly StepsResource[]; readonly slips?: readonly SlipResource[] }) => void
  /** Called after anything above has changed; answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Empties it, when somebody signs out. */
  readonly forget: () => void
}

interface Known {
  readonly steps: readonly StepsResource[] | null
  readonly slips: readonly SlipResource[]
}

const nothing: Known = { steps: null, slips: [] }

/** `get` reads a path of the API. Without contact what is held stays. */
export function createStepping(get: <T>(path: string) => Promise<T>): Stepping {
  const listeners = new Set<() => void>()
  let known = nothing
  let document = documentOf(known)
  let round = 0

  function take(next: Known): void {
    known = next
    document = documentOf(known)
    for (const listener of listeners) listener()
  }

  return {
    get steps() {
      return known.steps
    },
    get slips() {
      return known.slips
    },
    get document() {
      return document
    },
    load: async () => {
      const mine = ++round
      try {
        const [steps, slips] = await Promise.all([get<readonly StepsResource[]>('/steps'), get<readonly SlipResource[]>('/slips')])
        if (mine === round) take({ steps, slips })
      } catch (problem) {
        // Signed out is told by the API itself; without contact the link tells when it is back, and we fetch again then.
        if (!(problem instanceof ApiProblem)) throw problem
      }
    },
    assume: (change) => {
      round += 1
      take({ ...known, ...change })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    forget: () => {
      round += 1
      take(nothing)
    },
  }
}

/** What the screens are told. */
export function documentOf({ steps, slips }: Known): LiveDocument {
  const told = ({ item, at }: { readonly item: string; readonly at: string }) => ({ item, at: instant(Date.parse(at)) })
  const cues = (steps ?? []).flatMap(({ entry, cue }) => {
    if (cue === null) return []
    return [[entry, { ...told(cue), before: cue.before === null ? null : told(cue.before) }] as const]
  })
  return { cues: Object.fromEntries(cues), slips: Object.fromEntries(slips.map(({ slide, laterMs }) => [slide, laterMs])) }
}

const tables = ['cues', 'slips', 'schedule', 'playlists', 'slides', 'screens', 'areas', 'events']

/** Keeps it fresh while somebody is signed in; answers how to stop. */
export function followSteps(link: Pick<CrewLink, 'onChanged'>): () => void {
  const stop = link.onChanged((changed) => {
    if (changed === null || changed.some((table) => tables.includes(table))) void stepping.load()
  })
  const stopPractising = api.practice.onDeed(() => void stepping.load())
  return () => {
    stop()
    stopPractising()
  }
}

/** The one of the page. */
export const stepping = createStepping(api.get)
