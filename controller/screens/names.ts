/** Names on the glass until somebody switches them off: of all screens, or of those that a round has not seen yet. State, not an event: players are asked again and again, so that a lost message cannot matter. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { NamesResource } from '@infoskjerm/shared/wire/api.ts'
import type { Author, Store, Written } from '../storage/store.ts'
import type { World } from '../world.ts'

export interface NamesOptions {
  readonly world: World
  readonly screens: () => Iterable<string>
  /** Screens of the round that is under way which nobody has seen yet. */
  readonly unseen: () => readonly string[]
  /** Asks the players of a screen to show its name for so long; 0: no longer. */
  readonly say: (screen: string, forMs: number) => void
}

export interface Names {
  readonly read: () => NamesResource
  /** Recorded, and undone like any other deed; revision 0 where it was so already. Players are asked by `repeat`, at the commit, so that an undo reaches them as well. */
  readonly set: (author: Author, shown: boolean) => Written<NamesResource>
  readonly isShown: (screen: string) => boolean
  /** Asks anew where names should stand, and takes away those that should no longer. */
  readonly repeat: () => void
}

interface Kept {
  readonly since: number
  readonly by: string
}

const off = 'off'

/** The row of the settings that holds it. */
const setting = 'names'

export function createNames({ world, screens, unseen, say }: NamesOptions): Names {
  const { store } = world
  let shownLast: ReadonlySet<string> = new Set()
  const kept = (): Kept | null => readKept(store)

  const wanted = (): ReadonlySet<string> => new Set(kept() === null ? unseen() : screens())

  function repeat(): void {
    const now = wanted()
    for (const screen of now) say(screen, limits.namesForMs)
    for (const screen of shownLast) if (!now.has(screen)) say(screen, 0)
    shownLast = now
  }

  const read = (): NamesResource => {
    const names = kept()
    if (names === null) return { shown: false, since: null, by: null }
    return { shown: true, since: new Date(names.since).toISOString(), by: names.by }
  }

  return {
    read,
    set: (author, shown) =>
      store.write(author, shown ? 'names.show' : 'names.hide', (tx) => {
        const value: Kept | typeof off = shown ? { since: world.now(), by: author.name } : off
        if (shown !== (kept() !== null)) tx.put('settings', { id: setting, value })
        return read()
      }),
    isShown: (screen) => shownLast.has(screen),
    repeat,
  }
}

function readKept(store: Store): Kept | null {
  const kept = store.setting<Kept | typeof off>(setting, off)
  return kept === off ? null : kept
}
