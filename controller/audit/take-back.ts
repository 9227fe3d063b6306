/** Who may take which deed back: whoever could have done it, and has the right where it acts. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import { system } from '../storage/store.ts'
import type { ChangeRow, RevisionRow, Snapshot } from './table.ts'

/** Whoever wants to take something back. `leads`: the crews that they lead. */
export interface Undoer {
  readonly id: string
  readonly rights: Rights
  readonly leads: readonly string[]
}

export interface Deed {
  readonly head: Pick<RevisionRow, 'who' | 'what'>
  readonly changes: readonly ChangeRow[]
}

/** Where things are, to find the areas in which a deed acts; null: not in some areas alone. */
export interface Places {
  readonly ofTarget: (target: Target) => readonly string[] | null
  readonly ofScreen: (screen: string) => readonly string[] | null
  readonly ofStage: (stage: string) => readonly string[] | null
  /** Whether the slide stands in a playlist, and so perhaps anywhere. */
  readonly isListed: (slide: string) => boolean
}

/** Nobody takes a message of danger back by «undo»: it is ended in words. */
const never = new Set(['overrides'])

/** What only those may change who may everything: people, ways in, and the event itself. (A used invitation does not come back to life, whoever asks.) */
const onlyAll = new Set(['users', 'credentials', 'tokens', 'invitations', 'crews', 'memberships', 'grants', 'events'])

/** The one setting that whoever edits anywhere may change; every other belongs to those who may everything. */
const namesSetting = 'names'

/** What whoever leads a crew may do in it without any other right. */
const byLeaders = new Set(['memberships', 'invitations'])

/** What the controller did by itself, to set things up or in passing: no person meant it, so none takes it back. */
function isOurs({ what, who }: Deed['head']): boolean {
  return what === 'import' || who === system.id
}

/** Whether this account may take the deed back. Whoever edits some areas alone, or leads a crew, takes back what they did themselves; another's deed needs the right in the whole venue. */
export function mayTakeBack(undoer: Undoer, deed: Deed, places: Places): boolean {
  const { head, changes } = deed
  const { rights } = undoer
  if (isOurs(head) || changes.some(({ table }) => never.has(table))) return false
  if (rights.all) return true
  const own = head.who === undoer.id
  if (changes.some(needsAll)) return own && changes.every((change) => isOfLeader(change, undoer.leads))
  const { edit } = rights
  if (edit === 'venue') return true
  return own && edit.length > 0 && changes.every((change) => liesWithin(areasOf(change, deed, places), edit))
}

function needsAll({ table, row, before, after }: ChangeRow): boolean {
  if (table === 'settings') return row !== namesSetting
  return onlyAll.has(table) || (table === 'screens' && before !== null && after !== null && before['audience'] !== after['audience'])
}

function isOfLeader({ table, before, after }: ChangeRow, leads: readonly string[]): boolean {
  if (!byLeaders.has(table)) return false
  return [before, after].every((row) => {
    if (row === null) return true
    const { crew, rank } = (table === 'invitations' ? (row['into'] ?? {}) : row) as { readonly crew?: string; readonly rank?: string }
    return crew !== undefined && leads.includes(crew) && rank === 'member'
  })
}

/** The areas in which a change acts, of the row as it was and as it became; null: it is of the whole venue. */
function areasOf({ table, row: id, before, after }: ChangeRow, deed: Deed, places: Places): readonly string[] | null {
  const areas: string[] = []
  for (const row of [before, after]) {
    const some = row === null ? [] : areasOfRow(table, id, row, deed, places)
    if (some === null) return null
    areas.push(...some)
  }
  return areas
}

function areasOfRow(table: string, id: string, row: Snapshot, deed: Deed, places: Places): readonly string[] | null {
  const all = (found: readonly (readonly string[] | null)[]) => (found.includes(null) ? null : found.flatMap((areas) => areas ?? []))
  const stage = (name: unknown) => (typeof name === 'string' ? places.ofStage(name) : null)
  switch (table) {
    case 'screens':
      return [row['area'] as string]
    case 'devices':
      return isOfDeed(deed, row['screen'] as string) ? [] : places.ofScreen(row['screen'] as string)
    case 'sightings':
      return places.ofScreen(row['screen'] as string)
    case 'takeoverKeys':
    case 'rounds':
      return all((row['screens'] as readonly string[]).map(places.ofScreen))
    case 'schedule':
      return all([row['target'], row['armed']].map((target) => (target === null ? [] : places.ofTarget(target as Target))))
    case 'notices':
    case 'takeovers':
    case 'placements':
      return places.ofTarget(row['target'] as Target)
    case 'happenings':
      return stage(row['stage'])
    case 'corrections': {
      const moved = (row['correction'] as { readonly stage: string | null }).stage
      return all([stage((row['seen'] as { readonly stage: string | null }).stage), moved === null ? [] : stage(moved)])
    }
    case 'media':
    case 'settings':
      return []
    case 'slides':
      return deed.changes.some((change) => change.table === 'placements') && !places.isListed(id) ? [] : null
    default:
      return null
  }
}

/** Whether the deed itself made or deleted the screen, and so says where it is. */
function isOfDeed({ changes }: Deed, screen: string): boolean {
  return changes.some(({ table, row }) => table === 'screens' && row === screen)
}

function liesWithin(areas: readonly string[] | null, mine: readonly string[]): boolean {
  return areas !== null && areas.every((area) => mine.includes(area))
}
