/** Whom was told what: each trouble once, and its end once. A pure step from one look at the screens to the next. */
import type { Trouble, TroubleKind, Watched } from './troubles.ts'

/** `rightSince`: the screen is well again since then, and is spoken of when that has lasted. `waiting`: nobody has been told yet. */
export interface Told {
  readonly kind: TroubleKind
  readonly since: number
  readonly rightSince: number | null
  readonly waiting: boolean
}

/** By screen. */
export type Telling = Readonly<Record<string, Told>>

export interface News {
  readonly area: string
  readonly begun: readonly Trouble[]
  readonly ended: readonly { readonly screen: string; readonly name: string; readonly forMs: number }[]
}

/** A screen is back when it has been well for so long (ms); one that comes and goes is one trouble. */
export const wellForMs = 15_000

/** What is new at `now`, by area. A trouble waits for one look, so that one loss of the network that screens notice some seconds apart is one message; what is well again by then is not spoken of. Only a screen that says it is `right` is back: one whose trouble has changed its kind, or that has not been heard since a restart, may still have it. A screen that was taken out of service, or is gone, is no news: whoever did it knows. */
export function tell(
  before: Telling,
  troubles: readonly Trouble[],
  right: ReadonlySet<string>,
  screens: ReadonlyMap<string, Watched>,
  now: number,
): { readonly telling: Telling; readonly news: readonly News[] } {
  const telling: Record<string, Told> = {}
  const news = new Map<string, { begun: Trouble[]; ended: { screen: string; name: string; forMs: number }[] }>()
  const of = (area: string) => {
    const known = news.get(area) ?? { begun: [], ended: [] }
    news.set(area, known)
    return known
  }
  const due = troubles.some(({ screen }) => before[screen]?.waiting === true)
  for (const trouble of troubles) {
    const { screen, kind, since, area } = trouble
    const told = before[screen]
    const isNew = told === undefined || told.waiting
    if (isNew && due) of(area).begun.push(trouble)
    telling[screen] = { kind, since: told?.since ?? since, rightSince: null, waiting: isNew && !due }
  }
  for (const [screen, told] of Object.entries(before)) {
    const watched = screens.get(screen)
    if (telling[screen] !== undefined || watched === undefined || watched.state.kind !== 'in-service') continue
    const rightSince = told.rightSince ?? now
    if (told.waiting && right.has(screen)) continue
    if (!right.has(screen)) telling[screen] = { ...told, rightSince: null }
    else if (now - rightSince < wellForMs) telling[screen] = { ...told, rightSince }
    else of(watched.area).ended.push({ screen, name: watched.name, forMs: rightSince - told.since })
  }
  return { telling, news: [...news].map(([area, { begun, ended }]) => ({ area, begun, ended })) }
}
