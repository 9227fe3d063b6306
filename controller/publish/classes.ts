/** Classes: screens that the same entries and placed slides are meant for, and that stand before the same people, share one manifest. */
import { createHash } from 'node:crypto'
import type { Audience } from '@infoskjerm/shared/model/screen.ts'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { PlacementRow } from '../placements/table.ts'
import type { ScreenRow } from '../screens/table.ts'
import type { Content, ContentEntry } from './content.ts'

export interface ScreenClass {
  readonly id: string
  /** Sorted by id, as the screens are. */
  readonly entries: readonly ContentEntry[]
  readonly placements: readonly PlacementRow[]
  readonly audience: Audience
  /** The same list as long as no screen comes, goes or changes. */
  readonly screens: readonly ScreenRow[]
  /** Ids of the entries through which slides under embargo may come on these screens (rule E9). */
  readonly armed: ReadonlySet<string>
}

/** What a class is known by, without the entries themselves: they may change without moving a screen. */
type Kind = Pick<ScreenClass, 'id' | 'audience' | 'armed'> & { readonly entries: readonly string[]; readonly placements: readonly string[] }

interface Member {
  readonly screen: ScreenRow
  readonly of: Kind
}

/** Which screen belongs to which class, kept while neither screens nor targets change. */
export interface Membership {
  /** The targets by which screens were matched, as text. */
  readonly targets: string
  readonly rows: Content['screens']
  readonly members: ReadonlyMap<string, Member>
  readonly groups: readonly { readonly of: Kind; readonly screens: readonly ScreenRow[] }[]
}

/** So many screens are matched between two moments at which others may have their turn. */
const screensAtOnce = 100

/** Every screen is in exactly one class; the id says nothing but which entries it is and what is armed, so that it stays the same while only content changes. */
export function classesOf(content: Content): readonly ScreenClass[] {
  const steps = memberships(content, null)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return classesIn(step.value, content)
}

/** Matches the screens that changed since `before`, or all of them where a target did; a step at a time. */
export function* memberships(content: Content, before: Membership | null): Generator<void, Membership> {
  const entries = [...content.entries.values()].sort(byId)
  const placements = [...content.placements.values()].sort(byId)
  const targets = canonicalJson([
    content.event.id,
    entries.map(({ id, target, armed }) => [id, target, armed]),
    placements.map(({ id, target }) => [id, target]),
  ])
  const known = before?.targets === targets ? before : null
  if (known?.rows === content.screens) return known

  const kinds = new Map<string, Kind>()
  for (const { of } of known?.groups ?? []) kinds.set(of.id, of)
  const members = new Map<string, Member>()
  const groups = new Map<Kind, ScreenRow[]>()
  let sinceStep = 0
  for (const screen of [...content.screens.values()].sort(byId)) {
    const old = known?.members.get(screen.id)
    const member = old?.screen === screen ? old : { screen, of: kindOf(screen, content.event.id, entries, placements, kinds) }
    members.set(screen.id, member)
    const group = groups.get(member.of)
    if (group === undefined) groups.set(member.of, [screen])
    else group.push(screen)
    if (member === old || ++sinceStep < screensAtOnce) continue
    sinceStep = 0
    yield
  }
  return { targets, rows: content.screens, members, groups: [...groups].map(([of, screens]) => ({ of, screens })) }
}

/** The classes with what their entries are now. */
export function classesIn({ groups }: Membership, content: Content): readonly ScreenClass[] {
  return groups.map(({ of, screens }) => ({
    ...of,
    screens,
    entries: of.entries.map((id) => content.entries.get(id)!),
    placements: of.placements.map((id) => content.placements.get(id)!),
  }))
}

/** The class of a screen; the very object of another screen's where it is the same class. */
function kindOf(
  screen: ScreenRow,
  event: string,
  entries: readonly ContentEntry[],
  placements: readonly PlacementRow[],
  kinds: Map<string, Kind>,
): Kind {
  const meant = entries.filter((entry) => matches(entry.target, screen))
  const armed = meant.filter((entry) => isArmed(entry, screen)).map(idOf)
  const placed = placements.filter((placement) => matches(placement.target, screen)).map(idOf)
  const { audience } = screen
  const id = classId({ event, audience, entries: meant.map(idOf) }, placed, armed)
  const kind = kinds.get(id) ?? { id, audience, armed: new Set(armed), entries: meant.map(idOf), placements: placed }
  kinds.set(id, kind)
  return kind
}

function isArmed({ armed }: ContentEntry, screen: Placed): boolean {
  return armed !== null && matches(armed, screen)
}

function classId(common: object, placements: readonly string[], armed: readonly string[]): string {
  const text = canonicalJson({
    ...common,
    ...(armed.length === 0 ? {} : { armed }),
    ...(placements.length === 0 ? {} : { placements }),
  })
  return `c${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

function idOf({ id }: { readonly id: string }): string {
  return id
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
